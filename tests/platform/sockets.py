"""Real sockets: a listener of the product over a node, well-behaved clients, and one that sends whatever bytes it likes."""

import asyncio
import os
import socket
import struct
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from ssl import SSLContext
from uuid import uuid4

from fastapi import FastAPI
from websockets.asyncio.client import connect

from tests.carriers import Line, without_socket
from tests.ear import Ear
from tests.platform.hall import HALL, Someone
from yoriai.kit.errors import Refused, SignedOut
from yoriai.platform.allowance import Allowances
from yoriai.platform.feature import Who
from yoriai.platform.http.application import application
from yoriai.platform.http.listener import Knock, ListenerRules
from yoriai.platform.realtime.gate import Gate
from yoriai.platform.realtime.handshake import Authenticate, Exchange
from yoriai.platform.realtime.realtime import Realtime, Rights
from yoriai.platform.realtime.serving import Bound, Serving
from yoriai.platform.realtime.socket import Socket
from yoriai.platform.work.work import Work

COOKIE = "token"
Tls = SSLContext | tuple[Path, Path] | None
"""A context, or where a certificate and its key lie."""
KEY = "dGhlIHNhbXBsZSBub25jZQ=="


@dataclass
class Door:
    """A listener of one zone on a free port, and the people who have a cookie for it."""

    port: int
    people: dict[str, Someone] = field(default_factory=dict[str, Someone])
    used: list[Who] = field(default_factory=list[Who])
    serving: Serving | None = None
    authenticate: Authenticate | None = None
    allowances: Allowances = field(default_factory=Allowances)
    exchange: Exchange | None = None
    carrier: str = "socket"
    """What carries the conversations of its ears."""

    @property
    def host(self) -> str:
        return f"lgwan.localhost:{self.port}"

    @property
    def origin(self) -> str:
        return f"http://{self.host}"

    @property
    def connections(self) -> set[Socket]:
        """What the server has not let go of."""
        assert self.serving is not None
        held = {each for listener, _ in self.serving.pairs for each in listener.server_state.connections}
        return {each for each in held if isinstance(each, Socket)}

    @property
    def gate(self) -> Gate[Knock, tuple[Who, Rights]]:
        """Where they wait who want to hear."""
        assert self.exchange is not None
        return self.exchange.to_hear

    def cookie_of(self, who: Someone) -> str:
        token = uuid4().hex
        self.people[token] = who
        return f"{COOKIE}={token}"

    async def admit(self, work: Work, knocks: Sequence[Knock]) -> list[Who | Refused]:
        if self.authenticate is not None:
            return list(await self.authenticate(work, knocks))
        return [self.people.get(knock.cookie(COOKIE) or "", SignedOut()) for knock in knocks]

    @asynccontextmanager
    async def ear(self, who: Someone) -> AsyncGenerator[Ear]:
        """A browser's line, past the hello."""
        async with self._line({"Origin": self.origin, "Cookie": self.cookie_of(who)}) as connection:
            ear = Ear(connection)
            listening = asyncio.create_task(ear.listen())
            await ear.until(lambda: ear.frames)
            yield ear
            listening.cancel()

    def _line(self, headers: dict[str, str]) -> AbstractAsyncContextManager[Line]:
        if self.carrier != "socket":
            return without_socket(self.carrier, (self.port, {"Host": self.host, **headers}))
        return connect(
            f"ws://{self.host}/socket?v=1",
            host="127.0.0.1",
            port=self.port,
            additional_headers=headers,
            max_size=None,
            ping_interval=None,
            compression=None,
            proxy=None,
        )

    async def knock(
        self,
        who: Someone | None = None,
        *,
        path: str = "/socket?v=1",
        headers: Mapping[str, str | None] | None = None,
        method: str = "GET",
        body: bytes = b"",
    ) -> "Raw":
        """Knock with these headers instead of a browser's own; None leaves one out."""
        usual: dict[str, str | None] = {
            "Host": self.host,
            "Origin": self.origin,
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Key": KEY,
            "Sec-WebSocket-Version": "13",
            "Cookie": self.cookie_of(who) if who else None,
        }
        lines = [
            f"{name}: {value}" for name, value in (usual | dict(headers or {})).items() if value is not None
        ]
        raw = await self.plain()
        raw.writer.write("\r\n".join([f"{method} {path} HTTP/1.1", *lines, "", ""]).encode() + body)
        async with asyncio.timeout(5):
            raw.answer = (await raw.reader.readuntil(b"\r\n\r\n")).decode()
        return raw

    async def ask(
        self,
        who: Someone | None,
        path: str,
        body: bytes = b"{}",
        headers: Mapping[str, str | None] | None = None,
    ) -> "Raw":
        """The same over HTTP; the answer's body is still to be read."""
        stated = {"Content-Type": "application/json", "Content-Length": f"{len(body)}"}
        plain = dict.fromkeys(("Upgrade", "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version"))
        return await self.knock(
            who, path=path, headers={**plain, **stated, **(headers or {})}, method="POST", body=body
        )

    async def plain(self) -> "Raw":
        """A connection on which nothing has been said yet."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=4 * 1024 * 1024)
        return Raw(reader, writer)


@dataclass
class Raw:
    """A client that sends whatever bytes it likes."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    answer: str = ""

    @property
    def status(self) -> int:
        return int(self.answer.split(" ")[1])

    async def body(self) -> bytes:
        """The rest of a refusal, up to the end of the connection."""
        async with asyncio.timeout(5):
            return await self.reader.read()

    async def send(self, *chunks: bytes) -> None:
        """Send, unless the other side has hung up already."""
        try:
            for chunk in chunks:
                self.writer.write(chunk)
                await self.writer.drain()
        except ConnectionError:
            pass

    async def frame(self) -> tuple[int, bytes]:
        """The next frame: its opcode and payload."""
        first, size = await self.reader.readexactly(2)
        if size == 126:
            (size,) = struct.unpack("!H", await self.reader.readexactly(2))
        elif size == 127:
            (size,) = struct.unpack("!Q", await self.reader.readexactly(8))
        return first & 0x0F, await self.reader.readexactly(size)

    async def closing(self, patience: float = 5.0) -> int | None:
        """The code with which the server closed; None when it just hung up."""
        code: int | None = None
        async with asyncio.timeout(patience):
            try:
                while True:
                    opcode, payload = await self.frame()
                    if opcode == 8:
                        (code,) = struct.unpack("!H", payload[:2])
            except (asyncio.IncompleteReadError, ConnectionError):
                return code

    def close(self) -> None:
        self.writer.close()


def framed(payload: bytes, *, first: int = 0x81, masked: bool = True) -> bytes:
    """A frame as a client sends it; `first` holds fin, reserved bits and opcode."""
    size, bit = len(payload), 0x80 if masked else 0
    if size < 126:
        head = bytes((first, bit | size))
    elif size < 65_536:
        head = bytes((first, bit | 126)) + struct.pack("!H", size)
    else:
        head = bytes((first, bit | 127)) + struct.pack("!Q", size)
    if not masked:
        return head + payload
    key = os.urandom(4)
    padded = payload + bytes(-size % 4)
    pattern = int.from_bytes(key * (len(padded) // 4), "big")
    hidden = (int.from_bytes(padded, "big") ^ pattern).to_bytes(len(padded), "big")
    return head + key + hidden[:size]


@asynccontextmanager
async def door_of(
    realtime: Realtime, app: FastAPI | None = None, *, most: int = 10_000, tls: Tls = None
) -> AsyncGenerator[Door]:
    """Serve this node at a free port, for the length of a block: at most so many connections, perhaps behind
    TLS with this context, or with a certificate and its key."""
    bound = socket.socket()
    # Sockets take it over: as on a real network, little is on its way, and the rest waits in the server.
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 64 * 1024)
    bound.bind(("127.0.0.1", 0))
    door = Door(bound.getsockname()[1])
    rules = ListenerRules("lgwan", frozenset({door.host}), frozenset({door.origin}))
    exchange = door.exchange = Exchange(
        rules,
        realtime,
        {command.name: command for command in HALL.commands},
        door.admit,
        lambda _, who: HALL.is_offered(who),
        door.used.append,
        door.allowances,
    )
    certificate, key = map(str, tls) if isinstance(tls, tuple) else (None, None)
    listening = Bound(rules, bound, exchange, certificate, key, most)
    serving = door.serving = Serving(app or application(), [listening])
    if isinstance(tls, SSLContext):
        for listener, _ in serving.pairs:
            listener.config.load()
            listener.config.ssl = tls
    async with realtime.running():
        running = asyncio.create_task(serving.run(signals=False))
        async with asyncio.timeout(5):
            while not serving.is_up:  # noqa: ASYNC110 the server has no event for it
                await asyncio.sleep(0.002)
        try:
            yield door
        finally:
            serving.stop()
            await running
