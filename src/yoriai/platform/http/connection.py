"""One HTTP connection, as uvicorn makes it, with an end to everything: to heads, to bodies, to answers that nobody
reads, and to how many connections a listener holds (N47, N112)."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from time import monotonic
from typing import ClassVar, cast

from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from yoriai.kit.errors import NotNow, Refused, TooLarge, Unparseable
from yoriai.platform.http.answers import whole_refusal
from yoriai.platform.http.edge import MOST_HEADERS

LONGEST_HEAD = 15.0  # seconds from its first byte to its last, and from the connection to its first
LONGEST_PAUSE = 20.0  # seconds in which so much of a body must come, or so much of an answer be taken
LEAST_IN_A_PAUSE = 8 * 1024  # bytes
MOST_WAITING = 4_000  # connections that have not yet said what they want; beyond, the eldest gives way …
GRACE = 1.0  # … unless it has just come: at nine in the morning thousands come at once
MOST_TURNED_AWAY = 256  # that are over the limit and still to be told so
AGAIN = 5  # seconds


@dataclass
class Crowd:
    """The connections of one listener: how many there may be, and who has not yet said what they want."""

    most: int
    dress: Mapping[str, str]
    waiting: dict["Connection", float] = field(default_factory=dict["Connection", float])
    turned_away: set["Connection"] = field(default_factory=set["Connection"])

    def take_in(self, connection: "Connection") -> None:
        """Let somebody wait. They wait in the order in which they came."""
        self.waiting[connection] = monotonic()
        if len(self.waiting) > MOST_WAITING:
            eldest = next(iter(self.waiting))
            if self.waiting[eldest] < monotonic() - GRACE:
                eldest.cut_off()


class Connection(HttpToolsProtocol):
    """uvicorn's own protocol with timers around it."""

    crowd: ClassVar[Crowd]  # set by `connection_class`: uvicorn gives a protocol class no other way in

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, object],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.patience: asyncio.TimerHandle | None = None
        self.stalled: asyncio.TimerHandle | None = None
        self.came = 0
        """Bytes of the present body since somebody last looked."""
        self.is_in_head = self.is_in_body = False
        self.idle = 0
        """Bytes that have come since the present head began, or since there was last something of its body: the
        parser keeps what it cannot hand on yet, and nobody else sees how much that is."""

    def connection_made(self, transport: asyncio.Transport) -> None:
        super().connection_made(transport)
        if len(self.connections) <= self.crowd.most:
            self.crowd.take_in(self)
            self._wait(LONGEST_HEAD, self.cut_off)
        elif len(self.crowd.turned_away) < MOST_TURNED_AWAY:
            self.crowd.turned_away.add(
                self
            )  # told as soon as it has said something: else it might not hear it
            self._wait(GRACE, self.cut_off)
        else:
            transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        self._wait_no_longer()
        if self.stalled is not None:
            self.stalled.cancel()
        self.crowd.turned_away.discard(self)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self in self.crowd.turned_away:
            self._refuse(NotNow(retry_after=AGAIN))
            return
        if self.patience is None and not self.is_answering:
            self._wait(LONGEST_HEAD, self.cut_off)  # the next request of a connection that was kept
        was_under_way = self.is_in_head or self.is_in_body
        self.idle += len(data)
        super().data_received(data)
        if was_under_way and (self.is_in_head or self.is_in_body) and self.idle > MOST_HEADERS:
            self._too_much()

    @property
    def is_answering(self) -> bool:
        """Whether a request is being answered."""
        return bool(self.cycle) and not self.cycle.response_complete

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.is_in_head, self.idle = True, 0

    def on_header(self, name: bytes, value: bytes) -> None:
        """What comes after a body is no header of its request: it was judged without it."""
        if self.is_in_head:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._wait_no_longer()
        self.is_in_head, self.is_in_body = False, True
        self.came = self.idle = 0
        self._wait(LONGEST_PAUSE, self._look_at_the_body)
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        self.came += len(body)
        self.idle = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        self._wait_no_longer()
        self.is_in_body = False
        super().on_message_complete()

    def handle_websocket_upgrade(self) -> None:
        self._wait_no_longer()
        super().handle_websocket_upgrade()

    def send_400_response(self, msg: str) -> None:
        """What the parser finds wrong, in the form of the house."""
        self._refuse(Unparseable(field="request"))

    def pause_writing(self) -> None:
        super().pause_writing()
        self.stalled = self.loop.call_later(LONGEST_PAUSE, self.cut_off)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self.stalled is not None:
            self.stalled.cancel()
            self.stalled = None

    def cut_off(self) -> None:
        """End it without another word: whoever is so slow would not read it."""
        self._wait_no_longer()
        self.transport.abort()

    def _too_much(self) -> None:
        """A head that does not end, or something after a body that does not: nothing is kept of it (N54)."""
        if self.is_answering:
            self.cut_off()
        else:
            self._refuse(TooLarge(most=MOST_HEADERS))

    def _look_at_the_body(self) -> None:
        if self.came < LEAST_IN_A_PAUSE and not self.flow.read_paused:  # we ourselves may be the slow ones
            self.cut_off()
        else:
            self.came = 0
            self._wait(LONGEST_PAUSE, self._look_at_the_body)

    def _wait(self, seconds: float, then: Callable[[], None]) -> None:
        self.patience = self.loop.call_later(seconds, then)

    def _wait_no_longer(self) -> None:
        self.crowd.waiting.pop(self, None)
        if self.patience is not None:
            self.patience.cancel()
            self.patience = None

    def _refuse(self, refused: Refused) -> None:
        self._wait_no_longer()
        self.transport.write(whole_refusal(refused, self.crowd.dress))
        self.transport.close()


def connection_class(crowd: Crowd) -> type[asyncio.Protocol]:
    """The protocol class of one listener."""
    return cast("type[asyncio.Protocol]", type("ListenersConnection", (Connection,), {"crowd": crowd}))
