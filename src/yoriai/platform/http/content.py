"""The host of what people bring: files under a name of their own, where nothing of the application is (S15, N60).

No route of the application exists here, no cookie is read or set, and no page of another origin may read what it gets.
Who holds a link is asked anew for their right on every request, whatever it asks for, before anything is said of the
file: not even that there is one (A4, A5).
"""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Final

import structlog
from starlette.types import Receive, Scope, Send

from yoriai.kit.errors import Later, NotFound, NotNow, Refused
from yoriai.platform.db.troubles import spoken_plainly
from yoriai.platform.denials import Denials
from yoriai.platform.http.answers import headers_of_refusal, refusal_bytes
from yoriai.platform.http.denied import denied_in
from yoriai.platform.http.draining import Draining
from yoriai.platform.http.dress import dress_of_files
from yoriai.platform.http.edge import introduce
from yoriai.platform.http.files import disposition
from yoriai.platform.http.listener import Knock, ListenerRules
from yoriai.platform.http.ranges import Answer, Part, answer_to

UNDER: Final = "f"
KEPT: Final = "private, no-cache"  # by the browser alone, which asks each time whether it still may
SAVED: Final = b"attachment"  # whoever follows a link that counts no longer stays on the page where it stood
AGAIN: Final = 5  # seconds

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Content:
    """A file that may go out, to whoever asked for it."""

    name: str
    kind: str
    size: int
    etag: str
    """Its content and what was made of it, in quotes."""
    read: Callable[[int, int], AsyncGenerator[bytes]]
    """The bytes from a place up to another."""
    kept: str = KEPT
    """For how long whoever got it may keep it."""


Look = Callable[[Knock, str], Awaitable[Content]]
"""What somebody may have who holds this link at this listener now. Raises a refusal for everything else."""


@dataclass(frozen=True, slots=True)
class _Route:
    """As what a refusal is kept: never the link itself."""

    path: str = f"/{UNDER}/{{token}}/{{name}}"


class ContentHost:
    """The host of files at one listener."""

    def __init__(self, rules: ListenerRules, look: Look | None, *, secure: bool) -> None:
        self.rules, self.look = rules, look
        self.draining, self.denials = Draining(), Denials()
        self.dressing = [
            (name.encode(), value.encode()) for name, value in dress_of_files(secure=secure).items()
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        scope["route"] = _Route()
        try:
            introduce(scope, self.rules, for_files=True)
            content = await self._looked(scope)
        except Refused as refused:
            said = refused if isinstance(refused, Later) else NotFound()
            self.denials.note(denied_in(scope, said))
            await self._refuse(said, scope["request_id"], send)
        else:
            await self._hand_out(content, scope, receive, send)

    async def _looked(self, scope: Scope) -> Content:
        token = _token_in(scope["path"])
        if self.look is None or token is None or scope["method"] not in {"GET", "HEAD"}:
            raise NotFound
        try:
            with spoken_plainly():
                return await self.look(scope["knock"], token)
        except Refused:
            raise
        except Exception:
            log.exception("file failed", request_id=scope["request_id"])
            raise NotNow(retry_after=AGAIN) from None

    async def _hand_out(self, content: Content, scope: Scope, receive: Receive, send: Send) -> None:
        asked = scope["knock"].headers
        answer = answer_to(
            content.size,
            content.etag,
            wanted=asked.get("range", ""),
            if_range=asked.get("if-range", ""),
            if_none_match=asked.get("if-none-match", ""),
        )
        headers = [*self._dressed(scope["request_id"]), *_said_of(content, answer)]
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        if scope["method"] == "GET" and answer.part.size:
            await _send_part(content, answer.part, receive, send)
        await send({"type": "http.response.body", "body": b""})

    async def _refuse(self, refused: Refused, request_id: str, send: Send) -> None:
        body = refusal_bytes(refused, request_id)
        headers = [*self.dressing, (b"cache-control", b"no-store"), (b"content-disposition", SAVED)]
        headers += self._connection()
        headers += headers_of_refusal(refused, request_id, body)
        await send({"type": "http.response.start", "status": refused.status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    def _dressed(self, request_id: str) -> list[tuple[bytes, bytes]]:
        return [*self.dressing, *self._connection(), (b"x-request-id", request_id.encode())]

    def _connection(self) -> list[tuple[bytes, bytes]]:
        return [(b"connection", b"close")] if self.draining.has_begun else []


def _token_in(path: str) -> str | None:
    """The link's token; None of every other path."""
    match path.split("/"):
        case ["", where, token, name] if where == UNDER and token and name:
            return token
        case _:
            return None


def _said_of(content: Content, answer: Answer) -> list[tuple[bytes, bytes]]:
    said = {"etag": content.etag, "cache-control": content.kept, "accept-ranges": "bytes"}
    if answer.status in {200, 206}:
        said |= {"content-type": content.kind, "content-disposition": disposition(content.name)}
    if answer.status == 206:
        said["content-range"] = f"bytes {answer.part.start}-{answer.part.end - 1}/{content.size}"
    if answer.status == 416:
        said["content-range"] = f"bytes */{content.size}"
    if answer.status != 304:
        said["content-length"] = str(answer.part.size)
    return [(name.encode(), value.encode("latin-1")) for name, value in said.items()]


async def _send_part(content: Content, part: Part, receive: Receive, send: Send) -> None:
    """Bytes as they are read, as fast as they are taken; nothing is read any more for whoever has gone."""
    gone = asyncio.ensure_future(_gone(receive))
    try:
        async with aclosing(content.read(part.start, part.end)) as pieces:
            async for piece in pieces:
                if gone.done():
                    return
                await send({"type": "http.response.body", "body": piece, "more_body": True})
    finally:
        gone.cancel()


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
