"""Our end of one WebSocket: the sans-IO engine knows the protocol, plain transport writes do the fan-out."""

import asyncio
from collections.abc import Mapping
from typing import Any, ClassVar, Protocol, cast

from websockets.frames import Frame, Opcode
from websockets.http11 import Request
from websockets.protocol import State

from yoriai.kit.errors import Refused
from yoriai.platform.http.dress import dress
from yoriai.platform.http.listener import new_request_id
from yoriai.platform.realtime.conversation import Conversation, Wire
from yoriai.platform.realtime.engine import Engine
from yoriai.platform.realtime.handshake import Admitted, Exchange, admit_socket
from yoriai.platform.realtime.hub import COME_BACK, MOST_WAITING, TOO_SLOW

MOST_FRAGMENTS = 1_000  # of one message; empty ones have no length by which they could be counted (N45)
SLICE = 16 * 1024  # bytes read before it is looked whether to read on: a flood ends where it begins
LAST_WORDS = 3.0  # seconds for what is still to be sent when a socket ends


class ServerState(Protocol):
    """The part of uvicorn's shared state that a protocol must keep true."""

    connections: set[Any]
    tasks: set[asyncio.Task[None]]


class Socket(asyncio.Protocol):
    """uvicorn hands an upgraded connection to this class; `connection_made`, `shutdown` and membership of
    `connections` are its contract."""

    # Set by `socket_class`: uvicorn gives a protocol class no other way in.
    exchange: ClassVar[Exchange]
    dress: ClassVar[Mapping[str, str]]

    def __init__(self, config: object, server_state: ServerState, app_state: object) -> None:
        self.server_state = server_state
        self.engine = Engine(self.dress)
        self.transport: asyncio.Transport
        self.conversation: Conversation | None = None
        self.fragments: list[bytes] = []
        self.shaking: asyncio.Task[None] | None = None
        self.ending: asyncio.TimerHandle | None = None
        self.resting: asyncio.TimerHandle | None = None
        self.unread = b""
        """What had been read already when it was said that too much was asked."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)  # uvloop's is not a subclass
        self.transport.set_write_buffer_limits(high=MOST_WAITING)
        self.server_state.connections.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        self.server_state.connections.discard(self)
        if self.shaking is not None:
            self.shaking.cancel()
        for timer in (self.ending, self.resting):
            if timer is not None:
                timer.cancel()
        self._over()

    def pause_writing(self) -> None:
        """More than MOST_WAITING bytes wait: this client is too slow to be waited for."""
        self.close(TOO_SLOW, "resume")
        self.transport.abort()

    def shutdown(self) -> None:
        """The server is going down. 1012 tells the client to come back after a spread."""
        self.close(COME_BACK, "restart")

    def data_received(self, data: bytes) -> None:
        for at in range(0, len(data), SLICE):
            if self.resting is not None:
                self.unread += data[at:]
                return
            self._take(data[at : at + SLICE])
            if self.engine.close_expected():
                self._hang_up()
                return

    def _take(self, data: bytes) -> None:
        self.engine.receive_data(data)
        for event in self.engine.events_received():
            if isinstance(event, Request):
                self.shaking = asyncio.create_task(self._shake_hands(event))
                self.server_state.tasks.add(self.shaking)
                self.shaking.add_done_callback(self.server_state.tasks.discard)
            elif isinstance(event, Frame) and self.engine.state is State.OPEN:
                self._hear(event)
        self._flush()

    def eof_received(self) -> None:
        self.engine.receive_eof()
        self._flush()

    def close(self, code: int, reason: str) -> None:
        """Say why, and end."""
        if self.engine.state is State.OPEN:
            self.engine.send_close(code, reason)
            self._flush()
        self._hang_up()

    def rest(self, seconds: float) -> None:
        """Read nothing for a while: who asks for too much waits in their own line, and costs nobody else anything."""
        if self.resting is None and not self.transport.is_closing():
            self.transport.pause_reading()
            self.resting = asyncio.get_running_loop().call_later(seconds, self._read_on)

    def _read_on(self) -> None:
        self.resting = None
        unread, self.unread = self.unread, b""
        self.data_received(unread)
        if self.resting is None and not self.transport.is_closing():
            self.transport.resume_reading()

    def _over(self) -> None:
        """Nothing more is said here: a transport that is ending takes no more writes."""
        if self.conversation is not None:
            self.conversation.over()

    def _hang_up(self) -> None:
        self._over()
        if not self.transport.is_closing():
            self.transport.close()
            # Who does not read its last words keeps neither its connection nor the server that is stopping.
            self.ending = asyncio.get_running_loop().call_later(LAST_WORDS, self.transport.abort)

    async def _shake_hands(self, request: Request) -> None:
        """Session, Origin and host are judged by the code that judges HTTP; a refusal is an HTTP answer."""
        peer, request_id = self.transport.get_extra_info("peername"), new_request_id()
        try:
            admitted = await admit_socket(self.exchange, request, peer[0] if peer else "", request_id)
        except Refused as refused:
            self.engine.send_response(self.engine.refuse(refused, request_id))
        else:
            self._let_in(request, admitted)
        self._flush()
        self.shaking = None
        if self.engine.close_expected():
            self._hang_up()

    def _let_in(self, request: Request, admitted: Admitted) -> None:
        self.engine.send_response(self.engine.accept(request))
        self._flush()
        if self.engine.state is State.OPEN:
            self.conversation = Conversation(
                self.exchange,
                admitted,
                Wire(
                    self.transport.write,
                    self.close,
                    self.rest,
                    self.transport.get_write_buffer_size,
                ),
            )
            if not self.conversation.begin():
                self.close(COME_BACK, "again")  # rights changed while they were read, which is rare

    def _hear(self, frame: Frame) -> None:
        """Gather fragments; the engine has bounded their sum and checked their order."""
        if frame.opcode is Opcode.BINARY:
            self.close(1003, "text only")
        elif frame.opcode in (Opcode.TEXT, Opcode.CONT):
            self.fragments.append(bytes(frame.data))
            if len(self.fragments) > MOST_FRAGMENTS:
                self.close(1009, "too many fragments")
            elif frame.fin:
                message, self.fragments = b"".join(self.fragments), []
                if self.conversation is not None:
                    self.conversation.heard(message)

    def _flush(self) -> None:
        for data in self.engine.data_to_send():
            if self.transport.is_closing():
                return
            if data:
                self.transport.write(data)
            elif self.transport.can_write_eof():  # an empty chunk is the engine's "half-close now"
                self._over()
                self.transport.write_eof()


def socket_class(exchange: Exchange, *, secure: bool) -> type[Socket]:
    """The protocol class of one listener. Its zone is fixed here, where nothing in a request can reach it."""
    fixed = {"exchange": exchange, "dress": dress(secure=secure)}
    return type(f"{exchange.rules.zone.title()}Socket", (Socket,), fixed)
