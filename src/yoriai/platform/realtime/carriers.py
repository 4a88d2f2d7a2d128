"""The other carriers of a conversation, for where a proxy kills WebSockets: server-sent events, and below them polling.

Each request is whole in itself and may reach any process: it knocks, names what its client holds, hears the rest and
goes on from there. Nothing is kept here for a next one.
"""

import asyncio
from collections.abc import Awaitable, Callable, Generator, Sequence
from contextlib import contextmanager

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from yoriai.kit.errors import Unparseable
from yoriai.platform.http.answers import wrong_field
from yoriai.platform.realtime.basket import Basket
from yoriai.platform.realtime.conversation import MOST_AT_ONCE, Conversation
from yoriai.platform.realtime.frames import parsed
from yoriai.platform.realtime.handshake import Admitted, Exchange, admit
from yoriai.platform.realtime.hub import COME_BACK

EVENTS, POLL, SAY = "/events", "/poll", "/say"
LONGEST_WAIT = 25.0  # seconds that a poll waits for something to be told: proxies lose patience after thirty
LONGEST_STREAM = (
    300.0  # seconds: a reader who vanished behind a proxy takes what is written to the proxy until then
)
GONE = 1006
PLAIN = {b"content-type": b"application/json"}
FLOWING = {
    b"content-type": b"text/event-stream",
    b"cache-control": b"no-store, no-transform",
    b"x-accel-buffering": b"no",
}
"""Passed on as it comes: not kept, not packed, not gathered."""
BEGINNING = b":" + b" " * 2048 + b"\n\n"
"""A remark, for scanners that let nothing through before they have seen so much."""


class Visit(BaseModel):
    """The body of a request: what a socket would be sent, message by message."""

    model_config = ConfigDict(extra="forbid")

    said: list[str] = Field(default=[], max_length=MOST_AT_ONCE)
    wait: float = Field(default=0.0, ge=0.0, le=LONGEST_WAIT)
    """Of a poll: how long until there is something. Whoever waits has heard the hello before."""


Way = Callable[[Scope, Receive, Send], Awaitable[None]]


class Carriers:
    """Stands between the edge of a listener and the application."""

    def __init__(self, app: ASGIApp, exchange: Exchange) -> None:
        self.app, self.exchange = app, exchange
        self.ways: dict[str, Way] = {EVENTS: self._stream, POLL: self._poll, SAY: self._say}
        self.baskets = set[Basket]()
        self.is_over = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # Browsers name their origin with every POST, as with every handshake, and with no GET to their own host.
        way = self.ways.get(scope["path"]) if scope["method"] == "POST" else None
        await (way or self.app)(scope, receive, send)

    def shutdown(self) -> None:
        """The server is going down; told as sockets are."""
        self.is_over = True
        for basket in tuple(self.baskets):
            basket.close(COME_BACK, "restart")

    async def _stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Write what is said as it is said."""
        admitted, visit = await self._judged(scope, receive)
        with self._begun(admitted, receive, Basket(flows=True)) as (conversation, basket):
            _hear(conversation, basket, visit.said)
            ending = asyncio.get_running_loop().call_later(LONGEST_STREAM, basket.close, COME_BACK, "again")
            try:
                await _flow(conversation, basket, send)
            finally:
                ending.cancel()

    async def _poll(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with what was said, or with nothing after a while."""
        admitted, visit = await self._judged(scope, receive)
        with self._begun(admitted, receive, Basket()) as (conversation, basket):
            _hear(conversation, basket, visit.said)
            await conversation.settled()
            if visit.wait:
                conversation.remind()
            bodies = await basket.told(visit.wait)
            if visit.wait:
                bodies = [body for body in bodies if not body.startswith(b'{"hello":')]
            await _answer(bodies, basket, send)

    async def _say(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer commands. Nothing is heard here, so nobody is asked what they may hear."""
        admitted, visit = await self._judged(scope, receive, to_hear=False)
        with self._talking(admitted, Basket()) as (conversation, basket):
            _hear(conversation, basket, visit.said)
            await conversation.settled()
            await _answer(basket.take(), basket, send)

    async def _judged(
        self, scope: Scope, receive: Receive, *, to_hear: bool = True
    ) -> tuple[Admitted, Visit]:
        """Rights are read last, so that they are not old when they are used; and a stranger learns nothing first."""
        body = await _whole(receive)
        admitted = await admit(
            self.exchange, scope["knock"], scope["query_string"].decode("latin-1"), to_hear=to_hear
        )
        return admitted, _visit(body)

    @contextmanager
    def _talking(self, admitted: Admitted, basket: Basket) -> Generator[tuple[Conversation, Basket]]:
        conversation = Conversation(self.exchange, admitted, basket.wire())
        basket.over = conversation.over
        self.baskets.add(basket)
        try:
            yield conversation, basket
        finally:
            self.baskets.discard(basket)
            conversation.over()

    @contextmanager
    def _begun(
        self, admitted: Admitted, receive: Receive, basket: Basket
    ) -> Generator[tuple[Conversation, Basket]]:
        """A conversation that hears, as long as its client is there."""
        with self._talking(admitted, basket) as (conversation, _):
            if self.is_over:
                basket.close(COME_BACK, "restart")
            elif not conversation.begin():
                basket.close(COME_BACK, "again")  # rights changed while they were read, which is rare
            leaving = asyncio.create_task(_left(receive, basket))
            try:
                yield conversation, basket
            finally:
                leaving.cancel()


def _hear(conversation: Conversation, basket: Basket, said: Sequence[str]) -> None:
    for message in said:
        if basket.closed is None:
            conversation.heard(message.encode())


async def _flow(conversation: Conversation, basket: Basket, send: Send) -> None:
    """Each body as an event, until the end, which says why."""
    await send({"type": "http.response.start", "status": 200, "headers": list(FLOWING.items())})
    await send(_part(BEGINNING))
    while basket.closed is None:
        await basket.news.wait()
        await send(_part(_events(basket)))
        conversation.taken()
    ending = b"event: closed\ndata: %b\n\n" % orjson.dumps(_end(basket))
    await send(_part(_events(basket) + ending, last=True))


def _events(basket: Basket) -> bytes:
    return b"".join(b"data: %b\n\n" % body for body in basket.take())


async def _answer(bodies: Sequence[bytes], basket: Basket, send: Send) -> None:
    body = b'{"frames":[%b],"closed":%b}' % (b",".join(bodies), orjson.dumps(_end(basket)))
    length = str(len(body)).encode()
    headers = [*PLAIN.items(), (b"content-length", length)]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send(_part(body, last=True))


def _end(basket: Basket) -> dict[str, object] | None:
    return {"code": basket.closed[0], "reason": basket.closed[1]} if basket.closed else None


def _part(body: bytes, *, last: bool = False) -> Message:
    return {"type": "http.response.body", "body": body, "more_body": not last}


async def _whole(receive: Receive) -> bytes:
    parts: list[bytes] = []
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Unparseable(field="body")
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(parts)


def _visit(body: bytes) -> Visit:
    try:
        return Visit.model_validate(parsed(body) if body else {})
    except ValidationError as error:
        raise wrong_field(error) from None
    except ValueError:
        raise Unparseable(field="body") from None


async def _left(receive: Receive, basket: Basket) -> None:
    """After the whole request, the next that is heard on its connection is its end."""
    await receive()
    basket.close(GONE, "gone")
