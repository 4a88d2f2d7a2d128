"""Several listeners in one process: each knows its zone from its own socket, none from a header."""

import asyncio
import contextlib
import signal
import socket
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import uvicorn
from starlette.types import ASGIApp

from yoriai.platform.http.by_name import ByName
from yoriai.platform.http.connection import LONGEST_HEAD, Connection, Crowd, connection_class
from yoriai.platform.http.content import ContentHost, Look
from yoriai.platform.http.draining import Draining
from yoriai.platform.http.dress import dress
from yoriai.platform.http.edge import Edge
from yoriai.platform.http.listener import ListenerRules
from yoriai.platform.http.porch import Porch
from yoriai.platform.http.uploads import Upload
from yoriai.platform.realtime.carriers import Carriers
from yoriai.platform.realtime.handshake import Exchange
from yoriai.platform.realtime.socket import socket_class
from yoriai.platform.tls.renewal import Renewal

UNDER_WAY = 6  # seconds for what is being answered when the doors close
CIPHERS = (
    "ECDHE+AESGCM:ECDHE+CHACHA20"  # of TLS 1.2: keys of each connection's own, and sealed against changes
)


@dataclass(frozen=True, slots=True)
class Bound:
    """One listener: its rules, and the socket it has already bound."""

    rules: ListenerRules
    socket: socket.socket
    exchange: Exchange
    certificate: str | None = None
    key: str | None = None
    most_connections: int = 10_000
    content: Look | None = None
    """Who gets which file at the host of files; without it nobody gets any."""

    @property
    def is_secure(self) -> bool:
        """Whether it speaks TLS itself."""
        return self.certificate is not None


class Listener(uvicorn.Server):
    """A server that leaves the signals to whoever runs several of them."""

    def __init__(self, config: uvicorn.Config, carriers: Carriers, renewal: Renewal | None = None) -> None:
        super().__init__(config)
        self.carriers, self.renewal = carriers, renewal
        self._renewing: asyncio.Task[None] | None = None
        self.over = asyncio.Event()
        self.servers = list[asyncio.Server]()

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None]:
        yield

    def stop(self) -> None:
        """Take nobody in any more and end."""
        self.should_exit = True
        self.over.set()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn does, but whoever never ends the handshake of TLS is cut off as soon as who never ends a head:
        until then nobody counts them among the connections (N47)."""
        config, loop = self.config, asyncio.get_running_loop()
        patience = LONGEST_HEAD if config.ssl is not None else None
        if self.renewal is not None and config.ssl is not None:
            self.renewal.over(config.ssl)
            self._renewing = loop.create_task(self.renewal.keep())
        for each in sockets or ():
            server = await loop.create_server(
                self._connection,
                sock=each,
                ssl=config.ssl,
                backlog=config.backlog,
                ssl_handshake_timeout=patience,
            )
            self.servers.append(server)
        self.started = True

    def _connection(self) -> asyncio.Protocol:
        kind = cast("type[Connection]", self.config.http_protocol_class)
        return kind(self.config, self.server_state, {})

    async def main_loop(self) -> None:
        """uvicorn looks ten times a second whether to go on; here whoever wants an end says so."""
        while not await self.on_tick(0):  # which sets the date of the answers
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(1.0):
                    await self.over.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take nobody in any more, ask everybody to go, and wait for what is under way, but not for ever."""
        if self._renewing is not None:
            self._renewing.cancel()
        for server in self.servers:
            server.close()
        for each in sockets or ():
            each.close()
        for connection in tuple(self.server_state.connections):
            connection.shutdown()
        self.carriers.shutdown()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(UNDER_WAY):
                while self.server_state.connections or self.server_state.tasks:  # noqa: ASYNC110 no event for it
                    await asyncio.sleep(0.005)
        for task in tuple(self.server_state.tasks):
            task.cancel()


class Serving:
    """All listeners of one process."""

    def __init__(
        self,
        app: ASGIApp,
        bound: Sequence[Bound],
        uploads: Sequence[Upload] = (),
        porches: Sequence[Porch] = (),
        *,
        draining: Draining | None = None,
    ) -> None:
        self.pairs: list[tuple[Listener, socket.socket]] = []
        self.draining = draining or Draining()
        for each in bound:
            carriers = Carriers(app, each.exchange)
            edge = Edge(carriers, each.rules, secure=each.is_secure, uploads=uploads, porches=porches)
            edge.denials = each.exchange.denials
            files = ContentHost(each.rules, each.content, secure=each.is_secure)
            files.denials = edge.denials
            edge.draining = files.draining = self.draining
            door = ByName(edge, files, each.rules)
            listener = Listener(_configuration(door, each), carriers, _renewal(each))
            self.pairs.append((listener, each.socket))

    async def run(self, *, signals: bool = True) -> None:
        """Serve until SIGTERM or SIGINT (or `stop`), then drain all listeners together."""
        if signals:
            loop = asyncio.get_running_loop()
            for sign in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(sign, self.stop)
        await asyncio.gather(*(listener.serve(sockets=[at]) for listener, at in self.pairs))

    @property
    def is_up(self) -> bool:
        return all(listener.started for listener, _ in self.pairs)

    def stop(self) -> None:
        """Say that this is the end, and let all listeners end after the time that was set; said again: now."""
        self.draining.begin(self._close)

    def _close(self) -> None:
        for listener, _ in self.pairs:
            listener.stop()


def _renewal(bound: Bound) -> Renewal | None:
    if bound.certificate is None or bound.key is None:
        return None
    return Renewal(Path(bound.certificate), Path(bound.key), hosts=bound.rules.names, ciphers=CIPHERS)


def _configuration(door: ByName, bound: Bound) -> uvicorn.Config:
    crowd = Crowd(bound.most_connections, dress(secure=bound.is_secure))
    return uvicorn.Config(
        door,
        ws=socket_class(bound.exchange, secure=bound.is_secure),
        http=connection_class(crowd),
        loop="uvloop",
        lifespan="off",  # the application's own start and stop stand around the listeners
        proxy_headers=False,  # uvicorn's default believes X-Forwarded-For from 127.0.0.1
        server_header=False,
        date_header=True,
        timeout_keep_alive=75,
        backlog=4096,
        log_config=None,
        access_log=False,
        ssl_certfile=bound.certificate,
        ssl_keyfile=bound.key,
        ssl_ciphers=CIPHERS,
    )
