"""A request that another one overtook is carried out once more, before anybody has heard of it.

Two works look, both find a number free, and both write it: the database lets one of them pass and undoes the other.
Looking again finds what the first has written, so the second is told exactly what it would have been told a moment
later. Whatever changes something may be asked twice anyway (BASE-4); the browser would do no less.
What is looked at as it comes is not kept for that: its route finds out by itself who was first.
"""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from yoriai.platform.db.troubles import OVERTAKEN
from yoriai.platform.http.edge import CHANGING

MAY_BE_ASKED_AGAIN = "may_be_asked_again"


class OnceMore:
    """Wraps the application inside its last catch: what nobody has answered yet comes out here as an exception."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in CHANGING or scope.get("is_streamed"):
            await self.app(scope, receive, send)
            return
        body = _Body(receive)
        try:
            # What the application writes into the scope of a try is of that try alone.
            await self.app({**scope, MAY_BE_ASKED_AGAIN: True}, body.receive, send)
        except OVERTAKEN:
            body.again()
            await self.app(dict(scope), body.receive, send)


class _Body:
    """What has come of a request, to be read from its beginning again."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._came: list[Message] = []
        self._read = 0

    async def receive(self) -> Message:
        if self._read == len(self._came):
            self._came.append(await self._receive())
        self._read += 1
        return self._came[self._read - 1]

    def again(self) -> None:
        self._read = 0
