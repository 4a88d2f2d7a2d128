"""A client without WebSocket: it hears by server-sent events or by polling, and says what it says by requests of its own.

As the browser's: each request is whole in itself, so it does not matter which process answers it.
"""

import asyncio
import json
import ssl
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any, Protocol

import httpx2

CARRIERS = ("socket", "events", "poll")
# Nothing here speaks TLS: reading the certificates of the world for every client takes longer than the client.
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
BROKE, SIGNED_OUT = 1006, 4401


class Line(Protocol):
    """What an ear needs of a connection; a WebSocket's is one."""

    @property
    def close_code(self) -> int | None: ...
    @property
    def close_reason(self) -> str | None: ...

    async def send(self, message: str, /) -> None: ...
    async def close(self) -> None: ...
    def __aiter__(self) -> AsyncIterator[Any]: ...


class Turned(Exception):
    """The server let nobody in: an HTTP answer."""

    def __init__(self, response: httpx2.Response) -> None:
        super().__init__(response.status_code)
        self.status = response.status_code

    @property
    def code(self) -> int:
        """The code with which a WebSocket would have been closed, as the browser understands it."""
        return SIGNED_OUT if self.status == 401 else BROKE


@dataclass(frozen=True)
class Way:
    """To one process, and what a browser would say of itself there."""

    client: httpx2.AsyncClient
    headers: Mapping[str, str]


@dataclass
class Without:
    """What stands in for a WebSocket."""

    ways: Iterator[Way]
    """Which process the next request will reach."""
    close_code: int | None = None
    close_reason: str | None = None
    heard: "asyncio.Queue[str | None]" = field(default_factory=asyncio.Queue[str | None])
    brought: dict[str, int] = field(default_factory=dict[str, int])
    """Up to which number of each stream everything has been brought."""
    seen: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])
    look: str | None = None
    hearing: asyncio.Task[None] | None = None

    async def __aiter__(self) -> AsyncIterator[str]:
        while (body := await self.heard.get()) is not None:
            yield body

    async def send(self, message: str, /) -> None:
        """Commands may be carried out anywhere; where one looks concerns the hearing itself."""
        do = _do(message)
        if do == "look":
            self.look = message
            await self.hear_on()
        elif do == "hear":
            self._take(await self.post("/poll", [message], wait=0))
        elif do != "beat":
            self._take(await self.post("/say", [message]))

    async def close(self) -> None:
        """Hang up."""
        if self.hearing is not None:
            self.hearing.cancel()
            await asyncio.gather(self.hearing, return_exceptions=True)
        self.end({"code": 1000, "reason": ""})

    async def hear_on(self) -> None:
        raise NotImplementedError

    def opening(self) -> list[str]:
        since = json.dumps({"do": "hear", "id": "since", "since": self.brought})
        return [each for each in (self.look, since) if each] if self.brought else []

    async def post(self, path: str, said: Sequence[str], **more: object) -> dict[str, Any]:
        body, way = {"said": list(said), **more}, next(self.ways)
        answer = await way.client.post(f"{path}?v=1", json=body, headers=way.headers, timeout=60)
        if answer.status_code != 200:
            raise Turned(answer)
        return answer.json()

    def _take(self, answer: Mapping[str, Any]) -> None:
        for frame in answer["frames"]:
            if "hello" not in frame:
                self.heard.put_nowait(json.dumps(frame))
        self.end(answer["closed"])

    def bring(self, frame: Mapping[str, Any]) -> None:
        """Hand on what is new, and keep in mind how far it goes."""
        if frame.get("answer") == "since":
            return
        heads = frame.get("beat") or frame.get("hello", {}).get("heads") or {}
        if "number" in frame:
            heads = {frame["stream"]: frame["number"]}
            if heads.items() <= self.seen:  # two streams overlap for a moment
                return
            self.seen |= heads.items()
        for stream, number in heads.items():
            self.brought[stream] = max(number, self.brought.get(stream, 0))
        self.heard.put_nowait(json.dumps(frame))

    def end(self, closed: Mapping[str, Any] | None) -> None:
        if closed and self.close_code is None:
            self.close_code, self.close_reason = closed["code"], closed["reason"]
            self.heard.put_nowait(None)


class Events(Without):
    async def hear_on(self) -> None:
        """A new stream; the one before ends when it stands."""
        before, stands = self.hearing, asyncio.Event()
        self.hearing = asyncio.create_task(self._listen(self.opening(), stands, is_first=before is None))
        waiting = asyncio.create_task(stands.wait())
        await asyncio.wait((waiting, self.hearing), return_when=asyncio.FIRST_COMPLETED)
        if not stands.is_set():
            await self.hearing
        if before is not None:
            before.cancel()

    async def _listen(self, said: Sequence[str], stands: asyncio.Event, *, is_first: bool) -> None:
        body, way = {"said": list(said)}, next(self.ways)
        request = way.client.stream("POST", "/events?v=1", json=body, headers=way.headers, timeout=60)
        async with request as answer:
            if answer.status_code != 200:
                raise Turned(answer)
            assert answer.headers["content-type"] == "text/event-stream"
            kind = ""
            async for line in answer.aiter_lines():
                name, _, value = line.partition(": ")
                if name == "event":
                    kind = value
                elif name == "data" and kind == "closed":
                    self.end(json.loads(value))
                elif name == "data":
                    frame = json.loads(value)
                    if is_first or "hello" not in frame:
                        self.bring(frame)
                    stands.set()


class Polls(Without):
    async def hear_on(self) -> None:
        """Ask at once, then go on asking."""
        if self.hearing is not None:
            self.hearing.cancel()
        self._bring_all(await self.post("/poll", self.opening(), wait=0))
        self.hearing = asyncio.create_task(self._listen())

    async def _listen(self) -> None:
        with suppress(asyncio.CancelledError):
            while self.close_code is None:
                try:
                    self._bring_all(await self.post("/poll", self.opening(), wait=25))
                except Turned as turned:  # what happened between two requests is met at the door
                    self.end({"code": turned.code, "reason": ""})

    def _bring_all(self, answer: Mapping[str, Any]) -> None:
        is_first = not self.brought
        for frame in answer["frames"]:
            if is_first or "hello" not in frame:
                self.bring(frame)
        self.end(answer["closed"])


@asynccontextmanager
async def without_socket(carrier: str, *ways: tuple[int, Mapping[str, str]]) -> AsyncGenerator[Without]:
    """A client of these processes, which answer it in turn, past the hello. Each is a port and the headers for it."""
    async with AsyncExitStack() as stack:
        known: list[Way] = []
        for port, headers in ways:
            client = httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", verify=NO_TLS, trust_env=False)
            known.append(Way(await stack.enter_async_context(client), headers))
        line = (Events if carrier == "events" else Polls)(cycle(known))
        try:
            await line.hear_on()
            yield line
        finally:
            await line.close()


def _do(message: str) -> object:
    try:
        said = json.loads(message)
    except ValueError:
        return None
    return said.get("do") if isinstance(said, dict) else None
