"""What is said after the handshake: a hello, commands and their answers, heartbeats. What carries it is not known here."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic

import structlog
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from yoriai.kit.errors import NotFound, NotNow, Refused, TooMany, Unparseable
from yoriai.platform.denials import Denied
from yoriai.platform.failpoints import Failpoint, reach
from yoriai.platform.feature import Asked
from yoriai.platform.http.answers import refusal_of
from yoriai.platform.http.listener import new_request_id
from yoriai.platform.realtime.frames import framed, parsed
from yoriai.platform.realtime.handshake import Admitted, Exchange, answer
from yoriai.platform.realtime.listener import Listener

MOST_AT_ONCE = 64  # commands under way for one socket
LONGEST_ID = 64  # characters; it is said back

log = structlog.get_logger()


class Hear(BaseModel):
    """Asked after a return: what was told on these streams after these numbers."""

    model_config = ConfigDict(extra="forbid")

    since: dict[str, int] = Field(max_length=10_000)
    held: dict[str, tuple[int, int]] = Field(default={}, max_length=10_000)
    """Of a stream with a hole, from which number to which everything beyond it has come already."""


class Look(BaseModel):
    """Said when something is opened on the screen, or closed."""

    model_config = ConfigDict(extra="forbid")

    stream: str | None
    beside: list[str] = Field(default=[], max_length=3)
    """What is open at its side."""


@dataclass(frozen=True, slots=True)
class Wire:
    """What can be done with the connection underneath."""

    write: Callable[[bytes], None]
    close: Callable[[int, str], None]
    rest: Callable[[float], None]
    """Read nothing for so many seconds."""
    waiting: Callable[[], int] | None
    """How many bytes were written and not taken yet; None where nothing is taken before the end."""


class Conversation:
    """One admitted socket, or what stands for one."""

    def __init__(self, exchange: Exchange, admitted: Admitted, wire: Wire) -> None:
        self.exchange, self.admitted, self.wire = exchange, admitted, wire
        self.listener = Listener(
            admitted.who, wire.write, wire.close, waiting=wire.waiting, heard_at=monotonic()
        )
        self.under_way: set[asyncio.Task[None]] = set()
        self.is_resuming = False
        self.heads: Mapping[str, int] = {}
        """As the hello named them."""
        self.asked_of = set[str]()
        """The streams among these whose numbers were said here."""

    def begin(self) -> bool:
        """Subscribe, then say hello: everything after the heads in it will be delivered. False: knock again."""
        heads = self.exchange.realtime.welcome(self.listener, self.admitted.rights)
        if heads is None:
            return False
        self.heads = heads
        who = self.admitted.who
        hello = {
            "protocol": self.admitted.protocol,
            "account_id": who.account_id,
            "session_id": who.session_id,
            "heads": heads,
        }
        self.listener.write(framed({"hello": hello}))
        return True

    def taken(self) -> None:
        """What was written has been taken: there is somebody, even where nothing can be said."""
        self.listener.heard_at = monotonic()

    def remind(self) -> None:
        """Name the heads of what is heard here and was not asked of: its client does not know yet that it hears it."""
        heads = {stream: head for stream, head in self.heads.items() if stream not in self.asked_of}
        if heads:
            self.listener.write(framed({"beat": heads}))

    async def settled(self) -> None:
        """Once everything that was asked so far is answered."""
        if self.under_way:
            await asyncio.wait(self.under_way)

    def over(self) -> None:
        """The socket is gone. Commands under way go on: what was taken in is finished."""
        self.exchange.realtime.hub.forget(self.listener)
        self.listener.write = _nowhere

    def heard(self, message: bytes) -> None:
        """A whole text message has come."""
        reach(Failpoint.SOCKET_READ)
        self.listener.heard_at = monotonic()
        self.exchange.used(self.listener.who)
        wait = self.exchange.allowances.take(self.listener.who.account_id)
        if wait:
            self.wire.rest(wait)
        try:
            content = parsed(message)
        except ValueError:
            self.listener.close(1007, "not JSON")
            return
        if not isinstance(content.get("do"), str):
            self._say(None, refused=Unparseable(field="do"))
        elif content["do"] != "beat":
            self._take_up(content, is_too_much=wait > 0)

    def _take_up(self, content: dict[str, object], *, is_too_much: bool) -> None:
        asked_id = content.pop("id", None)
        if asked_id is not None and not (isinstance(asked_id, str) and len(asked_id) <= LONGEST_ID):
            self._say(None, refused=Unparseable(field="id"))
        elif is_too_much or len(self.under_way) >= MOST_AT_ONCE:
            self._say(asked_id, refused=TooMany(retry_after=1))
        else:
            task = asyncio.create_task(self._carry_out(asked_id, content))
            self.under_way.add(task)
            task.add_done_callback(self.under_way.discard)

    async def _carry_out(self, asked_id: object, content: dict[str, object]) -> None:
        request_id, name = new_request_id(), str(content.pop("do"))
        try:
            ok = await self._answer(name, content, request_id)
        except Refused as refused:
            self._note(refused, name, request_id)
            self._say(asked_id, refused=refused, request_id=request_id)
        except ValidationError as error:
            self._say(asked_id, refused=error, request_id=request_id)
        except Exception:
            log.exception("command failed", request_id=request_id)
            self._say(asked_id, refused=NotNow(retry_after=5), request_id=request_id)
        else:
            self._say(asked_id, ok=ok)

    async def _answer(self, name: str, arguments: dict[str, object], request_id: str) -> Mapping[str, object]:
        realtime = self.exchange.realtime
        if name in ("hear", "look") and not self.listener.sights:
            raise NotFound  # nothing is heard in this conversation
        if name == "hear":
            return {"reset": await self._resume(Hear.model_validate(arguments))}
        if name == "look":
            look = Look.model_validate(arguments)
            self.listener.looks_at = frozenset({look.stream or "", *look.beside}).intersection(
                self.listener.sights
            )
            return {}
        asked = Asked(self.listener.who, realtime.works, request_id)
        return await answer(self.exchange, asked, name, arguments)

    async def _resume(self, hear: Hear) -> list[str]:
        """Reading what was missed is work: one at a time for each socket."""
        if self.is_resuming:
            raise TooMany(retry_after=1)
        self.is_resuming = True
        self.asked_of |= self.heads.keys() & hear.since.keys()  # no made-up names
        try:
            return await self.exchange.realtime.resuming.resume(self.listener, hear.since, hear.held)
        finally:
            self.is_resuming = False

    def _note(self, refused: Refused, name: str, request_id: str) -> None:
        """As over HTTP: a command that is not known by its name is only said to be one."""
        who = self.listener.who
        self.exchange.denials.note(
            Denied(
                at=datetime.now(UTC),
                status=refused.status,
                code=refused.code,
                reason=str(refused.details.get("reason", "")),
                action=f"SOCKET {name if name in self.exchange.commands else '?'}",
                zone=who.zone,
                address=who.address,
                request_id=request_id,
                tenant_id=who.tenant_id,
                account_id=who.account_id,
                session_id=who.session_id,
                things=(("", who.account_id),) if refused.status == 404 else (),
                is_known=True,
            )
        )

    def _say(
        self,
        asked_id: object,
        *,
        ok: Mapping[str, object] | None = None,
        refused: Refused | ValidationError | None = None,
        request_id: str = "",
    ) -> None:
        said = {"ok": ok} if refused is None else {"refused": refusal_of(refused, request_id)}
        self.listener.write(framed({"answer": asked_id, **said}))


def _nowhere(_: bytes) -> None:
    """Where the answers of commands go whose socket has ended meanwhile."""
