"""The handshake: the same listener, session and Origin rules as every HTTP request, whatever carries what follows."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from urllib.parse import parse_qs

import structlog
from websockets.datastructures import Headers
from websockets.http11 import Request

from yoriai.kit.errors import Forbidden, NotFound, NotNow, Refused, TooMany, Unparseable
from yoriai.platform.allowance import Allowances
from yoriai.platform.denials import Denials, Denied
from yoriai.platform.feature import Asked, Command, Who
from yoriai.platform.http.claims import CLAIMS
from yoriai.platform.http.listener import Knock, ListenerRules
from yoriai.platform.realtime.gate import Gate
from yoriai.platform.realtime.realtime import NO_RIGHTS, Realtime, Rights
from yoriai.platform.work.work import Work

PATH = "/socket"
MOST_SOCKETS = 64  # of one account: every window has one, and nobody has so many
LONGEST_HANDSHAKE = 10.0  # seconds
PROTOCOLS = (1,)
"""The versions of our frames that this server speaks: the last two."""

log = structlog.get_logger()


class TooOld(Refused):
    """The page speaks an older protocol than the server; it must be loaded again."""

    code = "protocol_too_old"
    status = 410


Authenticate = Callable[[Work, Sequence[Knock]], Awaitable[Sequence[Who | Refused]]]
"""Who knocks, by the cookie that HTTP would take too; or what HTTP would answer."""


@dataclass(frozen=True)
class Exchange:
    """What every socket of one listener shares."""

    rules: ListenerRules
    realtime: Realtime
    commands: Mapping[str, Command]
    authenticate: Authenticate
    offered: Callable[[str, Who], bool]
    """Whether the feature of a command exists for somebody, where they stand."""
    used: Callable[[Who], None]
    """Somebody has just been heard: their session is in use."""
    allowances: Allowances = field(default_factory=Allowances)
    denials: Denials = field(default_factory=Denials)

    @cached_property
    def to_hear(self) -> Gate[Knock, tuple[Who, Rights]]:
        """Where they knock who want to hear."""
        return Gate(self._judged, self.realtime.looks)

    @cached_property
    def to_say(self) -> Gate[Knock, tuple[Who, Rights]]:
        """Where they knock who only come to say something: they are asked for no rights to hear."""
        return Gate(self._recognized, self.realtime.looks)

    async def _judged(self, knocks: Sequence[Knock]) -> Sequence[tuple[Who, Rights] | Refused]:
        """Who they are and what they may hear, at one moment."""
        async with self.realtime.works.reading() as work:
            found = await self.authenticate(work, knocks)
            rights = iter(
                await self.realtime.rights(work, [who for who in found if not isinstance(who, Refused)])
            )
            return [who if isinstance(who, Refused) else (who, next(rights)) for who in found]

    async def _recognized(self, knocks: Sequence[Knock]) -> Sequence[tuple[Who, Rights] | Refused]:
        async with self.realtime.works.reading() as work:
            found = await self.authenticate(work, knocks)
            return [who if isinstance(who, Refused) else (who, NO_RIGHTS) for who in found]


@dataclass(frozen=True, slots=True)
class Admitted:
    """A knock that may come in."""

    who: Who
    protocol: int
    rights: Rights


async def admit_socket(exchange: Exchange, request: Request, peer: str, request_id: str) -> Admitted:
    """Judge a WebSocket's handshake, or raise the refusal that HTTP would give."""
    knock = exchange.rules.knock(_lower(request.headers), peer, request_id)
    path, _, query = request.path.partition("?")
    CLAIMS.note(knock, query)
    if path != PATH:
        raise NotFound
    try:
        return await admit(exchange, knock, query)
    except Refused as refused:
        exchange.denials.note(denied_at(knock, refused, "GET /socket"))
        raise


async def admit(exchange: Exchange, knock: Knock, query: str, *, to_hear: bool = True) -> Admitted:
    """Judge a knock by the rules of HTTP. Whoever comes only to say something is asked for no rights to hear."""
    if not exchange.rules.is_own_origin(knock.header("origin")):
        raise Forbidden(reason="origin")
    protocol = _spoken(parse_qs(query).get("v", [""])[0])
    try:
        async with asyncio.timeout(LONGEST_HANDSHAKE):
            who, rights = await (exchange.to_hear if to_hear else exchange.to_say).ask(knock)
    except Refused:
        raise
    except Exception as error:
        if not isinstance(error, TimeoutError):
            log.exception("handshake failed", request_id=knock.request_id)
        raise NotNow(retry_after=5) from None
    if to_hear and len(exchange.realtime.hub.accounts.get(who.account_id, ())) >= MOST_SOCKETS:
        raise TooMany(retry_after=60)
    return Admitted(who, protocol, rights)


def _spoken(protocol: str) -> int:
    """The version of our frames that is asked for."""
    if not protocol.isascii() or not protocol.isdigit() or len(protocol) > 9:
        raise Unparseable(field="v")
    if int(protocol) not in PROTOCOLS:
        raise TooOld(speaks=list(PROTOCOLS))
    return int(protocol)


def denied_at(knock: Knock, refused: Refused, action: str) -> Denied:
    """What was refused to whoever knocks here. Over plain HTTP the edge says the same."""
    return Denied(
        at=datetime.now(UTC),
        status=refused.status,
        code=refused.code,
        reason=str(refused.details.get("reason", "")),
        action=action,
        zone=knock.zone,
        address=knock.address,
        request_id=knock.request_id,
        is_known=bool(knock.header("cookie")),
    )


def _lower(headers: Headers) -> dict[str, str]:
    """Header names in lower case; a header that came twice is one list, as in HTTP."""
    return {name.lower(): ", ".join(headers.get_all(name)) for name in headers}


async def answer(
    exchange: Exchange, asked: Asked, name: str, arguments: Mapping[str, object]
) -> Mapping[str, object]:
    """Carry out one command: is it offered here, may this person, is it well formed; then the feature decides."""
    command = exchange.commands.get(name)
    if command is None or not exchange.offered(name, asked.who):
        raise NotFound
    if command.capability not in asked.who.capabilities:
        raise NotFound if asked.who.is_outsider else Forbidden
    return await command.handle(asked, command.model.model_validate(arguments))
