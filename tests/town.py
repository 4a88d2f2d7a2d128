"""A running town: the real server on two listeners, with the cast signed in at both."""

import asyncio
import socket
import ssl
from collections.abc import AsyncGenerator, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

import httpx2
from sqlalchemy import select
from websockets.asyncio.client import connect

from tests.carriers import Line, without_socket
from tests.cast import MORI, NEXT_DOOR, ROADS, SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE, ZONES, token_of
from tests.compiled import share_compiled
from tests.ear import Ear
from tests.keys import new_send_key
from tests.platform.nodes import until
from yoriai.app.assembly import Assembly
from yoriai.app.main import build
from yoriai.people.sessions.authenticate import COOKIE
from yoriai.platform.facts.models import JournalRow
from yoriai.platform.http.uploads import Uploads
from yoriai.platform.realtime.listener import Listener
from yoriai.platform.realtime.serving import Bound, Serving
from yoriai.platform.settings import ListenerSettings, Settings

__all__ = ["MORI", "SATO", "SUZUKI", "TAKAHASHI", "TANAKA", "Town", "open_town"]

# Nothing here speaks TLS: reading the certificates of the world again for every town takes longer than the town.
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
CHANGING = {"POST", "PUT", "PATCH", "DELETE"}
PATIENCE = 30  # seconds: a machine may have much else to do than to answer a test


@dataclass
class Town:
    """What a test may do: call, speak, listen, and look at what was told."""

    assembly: Assembly
    ports: dict[str, int]
    clients: dict[str, httpx2.AsyncClient]
    welfare: UUID = WELFARE
    roads: UUID = ROADS
    next_door: UUID = NEXT_DOOR

    @property
    def listeners(self) -> set[Listener]:
        return self.assembly.realtime.hub.listeners

    def origin(self, zone: str) -> str:
        return f"http://{zone}.localhost:{self.ports[zone]}"

    async def call(
        self,
        who: UUID | None,
        method: str,
        path: str,
        body: object = None,
        *,
        zone: str = "lgwan",
        headers: Mapping[str, str] | None = None,
    ) -> httpx2.Response:
        """One request as this person's browser in this zone would send it: JSON, or bytes where a file is taken."""
        sent = {"host": f"{zone}.localhost:{self.ports[zone]}"}
        if method in CHANGING:
            sent["origin"] = self.origin(zone)
        if who is not None:
            sent["cookie"] = f"{COOKIE}={token_of(who, zone)}"
        if upload := Uploads(self.assembly.uploads).at(method, path.partition("?")[0]):
            sent |= {"content-type": upload.takes} | dict(headers or {})
            file = body if isinstance(body, bytes) else b""
            return await self.clients[zone].request(method, path, content=file, headers=sent)
        sent |= headers or {}
        return await self.clients[zone].request(method, path, json=body, headers=sent)

    async def fetch(
        self, address: str, *, zone: str, method: str = "GET", headers: Mapping[str, str] | None = None
    ) -> httpx2.Response:
        """What the host of files answers to an address at the listener of this zone, without a cookie."""
        sent = {"host": f"files.localhost:{self.ports[zone]}"} | dict(headers or {})
        path = address.partition(".localhost:")[2].partition("/")[2] or address.removeprefix("/")
        return await self.clients[zone].request(method, f"/{path}", headers=sent)

    async def says(self, who: UUID, text: str, room: UUID, *, zone: str = "lgwan") -> str:
        """Post a message; its id."""
        body = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": text}]}
        answer = await self.call(who, "POST", f"/api/rooms/{room}/messages", body, zone=zone)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["message_id"])

    async def told(self, room: UUID) -> list[str]:
        """The names of everything a room was told, in order."""
        return await self.told_at(f"room/{room}")

    async def told_at(self, stream: str) -> list[str]:
        """The same of any stream."""
        names = select(JournalRow.name).where(JournalRow.stream == stream).order_by(JournalRow.number)
        async with self.assembly.works.reading() as work:
            return list(await work.session.scalars(names))

    @asynccontextmanager
    async def listens(
        self,
        who: UUID,
        *,
        zone: str = "lgwan",
        headers: Mapping[str, str] | None = None,
        carrier: str = "socket",
    ) -> AsyncGenerator[Ear]:
        """This person's open line, after its hello."""
        sent = {"Cookie": f"{COOKIE}={token_of(who, zone)}", "Origin": self.origin(zone)}
        async with self._line(carrier, zone, sent | dict(headers or {})) as connection:
            ear = Ear(connection)
            listening = asyncio.create_task(ear.listen())
            try:
                await ear.until(lambda: ear.closed or ear.frames)
                if carrier == "poll":  # the hello's answer is over, the request that waits is on its way
                    await until(
                        lambda: ear.closed or any(each.who.account_id == who for each in self.listeners)
                    )
                yield ear
            finally:
                listening.cancel()
                with suppress(asyncio.CancelledError):
                    await listening

    def _line(self, carrier: str, zone: str, headers: dict[str, str]) -> AbstractAsyncContextManager[Line]:
        host, port = f"{zone}.localhost:{self.ports[zone]}", self.ports[zone]
        if carrier != "socket":
            return without_socket(carrier, (port, {"Host": host, **headers}))
        address = f"ws://{host}/socket?v=1"
        return connect(
            address, host="127.0.0.1", port=port, additional_headers=headers, compression=None, proxy=None
        )


@asynccontextmanager
async def open_town(url: str, folder: Path, *, bus: str = "", files_at: str = "") -> AsyncGenerator[Town]:
    """Serve the town at this database on free ports, until the block ends. Over a bus it is one node of several."""
    sockets = {zone: _free_socket() for zone in ZONES}
    ports = {zone: int(each.getsockname()[1]) for zone, each in sockets.items()}
    listeners = tuple(
        ListenerSettings(
            zone=zone,  # pyright: ignore[reportArgumentType] the two zones
            url=f"http://{zone}.localhost:{port}",
            files_url=f"http://files.localhost:{port}",
            bind=f"127.0.0.1:{port}",
        )
        for zone, port in ports.items()
    )
    settings = Settings(data_dir=folder, database=url, listeners=listeners, bus=bus, files_at=files_at)
    settings.make_server_key()
    assembly = build(settings)
    share_compiled(assembly.store)
    bound = [
        Bound(each.rules(), sockets[each.zone], assembly.exchange(each.rules()), content=assembly.content)
        for each in listeners
    ]
    serving = Serving(assembly.app, bound, assembly.uploads, assembly.porches, draining=assembly.draining)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(assembly.running())
        running = asyncio.create_task(serving.run(signals=False))
        stack.push_async_callback(_stopped, serving, running)
        while not serving.is_up:  # noqa: ASYNC110 nobody rings when a listener is ready
            await asyncio.sleep(0.002)
        clients = {
            zone: await stack.enter_async_context(
                httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", verify=NO_TLS, timeout=PATIENCE)
            )
            for zone, port in ports.items()
        }
        yield Town(assembly, ports, clients)


async def _stopped(serving: Serving, running: asyncio.Task[None]) -> None:
    serving.stop()
    await running


def _free_socket() -> socket.socket:
    made = socket.socket()
    made.bind(("127.0.0.1", 0))
    return made
