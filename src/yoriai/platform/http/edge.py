"""The edge of HTTP at one listener: who knocks, from where, with which Origin; and the headers of every answer.

A plain ASGI wrapper around the application, one for each listening socket, so that the zone is the socket's.
"""

from collections.abc import Awaitable, Callable, Generator, Mapping, MutableMapping, Sequence
from contextlib import contextmanager
from typing import Any

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from yoriai.kit.errors import Forbidden, NotNow, Refused, TooLarge, WrongType
from yoriai.platform.denials import Denials
from yoriai.platform.http.answers import headers_of_refusal, refusal_bytes
from yoriai.platform.http.claims import CLAIMS
from yoriai.platform.http.denied import denied_in
from yoriai.platform.http.draining import Draining
from yoriai.platform.http.dress import dress
from yoriai.platform.http.listener import ListenerRules, new_request_id
from yoriai.platform.http.packed import packing
from yoriai.platform.http.porch import Porch, past
from yoriai.platform.http.uploads import Upload, Uploads

MOST_BYTES = 1024 * 1024  # of a request's body; the routes that take a file each have a limit of their own
EACH = 16 * 1024  # bytes of a body that is still coming that nobody counts …
MOST_COMING = (
    64 * 1024 * 1024
)  # … and of all of them beyond that, at one listener: who sends them need be nobody
AGAIN = 5  # seconds
MOST_HEADERS = 64 * 1024
CHANGING = frozenset({"POST", "PUT", "PATCH", "DELETE"})
Stretch = Callable[[Message], Awaitable[None]]


class Edge:
    """The application behind one listener."""

    def __init__(
        self,
        app: ASGIApp,
        rules: ListenerRules,
        *,
        secure: bool,
        uploads: Sequence[Upload] = (),
        porches: Sequence[Porch] = (),
    ) -> None:
        self.draining = Draining()
        """Of this door alone, unless whoever opens several gives them one."""
        self.app, self.rules, self.uploads = app, rules, Uploads(uploads)
        self.coming = Coming()
        self.denials = Denials()
        """Kept by nobody, unless whoever opens the door says by whom."""
        self.porches = {(porch.method, porch.path): porch.look for porch in porches}
        self.headers = {**dress(secure=secure, pictures=rules.files), "cache-control": "no-store"}
        self.dressing = [(name.encode(), value.encode()) for name, value in self.headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        try:
            scope["is_draining"] = self.draining.has_begun
            introduce(scope, self.rules)
            upload = self.uploads.at(scope["method"], scope["path"])
            most, takes = (upload.most, upload.takes) if upload else (MOST_BYTES, "application/json")
            scope["is_streamed"] = upload is not None and upload.is_streamed
            self._judge(scope, most=most, takes=takes)
            with self.coming.bounded(receive, most, is_counted=upload is None) as bounded:
                look = self.porches.get((scope["method"], scope["path"]))
                heard = await past(look, scope["knock"], bounded) if look else bounded
                way = packing(scope["knock"].headers, send)
                await self.app(scope, heard, self._dressed(scope, way))
        except Refused as refused:
            self.denials.note(denied_in(scope, refused))
            await self._refuse(refused, scope["request_id"], send)

    def _judge(self, scope: Scope, *, most: int, takes: str) -> None:
        """A page of another origin changes nothing here, whatever cookie its browser adds (N39)."""
        if scope["method"] not in CHANGING:
            return
        # Of a header that came twice the knock holds both, which is nobody's origin and no length.
        headers: Mapping[str, str] = scope["knock"].headers
        if not self.rules.is_own_origin(headers.get("origin", "")):
            raise Forbidden(reason="origin")
        if _stated(headers.get("content-length", "0")) > most:
            raise TooLarge(most=most)
        has_body = headers.get("content-length", "0") != "0" or "transfer-encoding" in headers
        if has_body and headers.get("content-type", "").partition(";")[0].strip() != takes:
            raise WrongType(takes=takes)

    def _dressed(self, scope: Scope, send: Send) -> Stretch:
        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
                headers["x-request-id"] = scope.get("request_id", "")
                if self.draining.has_begun:  # a proxy keeps no connection on which it would ask in vain
                    headers["connection"] = "close"
            await send(message)

        return dressed

    async def _refuse(self, refused: Refused, request_id: str, send: Send) -> None:
        """The whole answer, dressed, where the application is not asked."""
        body = refusal_bytes(refused, request_id)
        headers = [*self.dressing, *headers_of_refusal(refused, request_id, body)]
        await send({"type": "http.response.start", "status": refused.status, "headers": headers})
        await send({"type": "http.response.body", "body": body})


def introduce(scope: MutableMapping[str, Any], rules: ListenerRules, *, for_files: bool = False) -> None:
    """Write into the scope what the listener knows. It is set last, so nothing in a request can claim it."""
    scope["request_id"] = request_id = new_request_id()
    if sum(len(name) + len(value) for name, value in scope["headers"]) > MOST_HEADERS:
        raise TooLarge(most=MOST_HEADERS)
    headers = dict[str, str]()
    for name, value in scope["headers"]:
        key = name.decode("latin-1").lower()
        headers[key] = (
            f"{headers[key]}, {value.decode('latin-1')}" if key in headers else value.decode("latin-1")
        )
    client = scope.get("client")
    knock = rules.knock(headers, client[0] if client else "", request_id, for_files=for_files)
    CLAIMS.note(knock, scope.get("query_string", b"").decode("latin-1"))
    scope["knock"], scope["zone"], scope["client_address"] = knock, knock.zone, knock.address
    scope["files_origin"] = rules.files
    scope["is_keeper"] = rules.is_keeper(knock.address)
    structlog.contextvars.clear_contextvars()
    structlog.contextvars.bind_contextvars(request_id=request_id, zone=knock.zone)


class Coming:
    """The bodies that are still coming at one listener. They are kept until they are whole, and only then is it known
    whose they are. Files are taken in after that, a few at a time (`platform.http.uploads`)."""

    def __init__(self) -> None:
        self.size = 0

    @contextmanager
    def bounded(self, receive: Receive, most: int, *, is_counted: bool) -> Generator[Receive]:
        """Count what really comes: a stated length may lie, and a chunked body states none."""
        came = counted = 0

        async def bounded() -> Message:
            nonlocal came, counted
            message = await receive()
            came += len(message.get("body", b""))
            if came > most:
                raise TooLarge(most=most)
            before, counted = counted, max(0, came - EACH) if is_counted and message.get("more_body") else 0
            self.size += counted - before
            if self.size > MOST_COMING and counted:
                raise NotNow(retry_after=AGAIN)
            return message

        try:
            yield bounded
        finally:
            self.size -= counted


def _stated(value: str) -> float:
    """The length that is said; what is no number is more than anything."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 20 else float("inf")
