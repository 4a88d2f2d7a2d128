"""From a cookie's token to an actor: one query, the same code for HTTP and for sockets, however many come (A7)."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, cast
from uuid import UUID

from yoriai.kit.days import day_in_japan, end_of_day_in_japan
from yoriai.kit.errors import NetworkForbids, SignedOut
from yoriai.people.access.actor import GUEST, Actor
from yoriai.people.access.networks import networks_of
from yoriai.people.access.rights import capabilities_of
from yoriai.people.accounts.managing.rights import said_of
from yoriai.people.files.taking.settings import MAY_BRING, guests_may_bring
from yoriai.people.sessions.devices import client_of
from yoriai.people.sessions.policy import Held, is_live, is_open
from yoriai.people.sessions.rules import rules_of
from yoriai.platform.db.plainly import plainly
from yoriai.platform.db.statement import (
    Row,
    Rows,
    as_day_or_none,
    as_id,
    as_json,
    as_moment,
    as_moment_or_none,
    statement,
)
from yoriai.platform.work.work import Work

COOKIE = "__Host-yoriai"
MOST_TOKEN = 128  # characters; ours have 43
OF_SESSION = 10  # columns
Kept = Mapping[str, object]


class Locked(SignedOut):
    """Whoever is signed in here has left the seat: nothing is opened before the password is given again."""

    code = "sessions.locked"


class PromiseNeeded(SignedOut):
    """A guest who has not accepted the body's text about secrecy: nothing is opened before that (GUEST-2)."""

    code = "sessions.promise_needed"


class Barred(NetworkForbids):
    """The password was right, but their group may not come from the network in which they are (ZONE-8)."""

    code = "sessions.barred"

    def __init__(self, address: str, *, tenant_id: UUID, account_id: UUID) -> None:
        super().__init__(address=address)
        self.tenant_id, self.account_id = tenant_id, account_id
        self.whose = tenant_id, account_id


def owes_promise(actor: Actor) -> bool:
    """Whether somebody is a guest without the role that accepting grants."""
    return actor.is_outsider and not actor.capabilities


SESSION = "s.id, s.zone, s.began_at, s.idle_until, s.expires_at, s.ended_at, a.signed_out_at, a.status, a.ends_on, s.locked_at"
# Read anew each time, never kept: a right that was taken a moment ago is gone now (D19).
HOLDER = (
    f"{SESSION}, s.user_agent, s.showing, a.id, a.tenant_id, a.kind, a.roles, a.rights,"
    " g.policies, t.switched_off, t.policies,"
    " p.organization_id"
)
OF_WHOM = (
    " JOIN accounts a ON a.id = s.account_id"
    " JOIN tenants t ON t.id = a.tenant_id LEFT JOIN account_groups g ON g.id = a.group_id"
    " LEFT JOIN postings p ON p.account_id = a.id AND p.until IS NULL"
)
WHO = statement(
    f"SELECT s.token_hash, {HOLDER} FROM {{asked}} CROSS JOIN sessions s{OF_WHOM}"  # noqa: S608 words of our own
    " WHERE s.token_hash = asked.token_hash ORDER BY s.token_hash",
    asked={"token_hash": "text"},
)
BY_ID = statement(f"SELECT {HOLDER} FROM sessions s{OF_WHOM} WHERE s.id = :id")  # noqa: S608 words of our own
STILL = statement(
    f"SELECT {SESSION}, g.policies FROM {{asked}} JOIN sessions s ON s.id = asked.id"  # noqa: S608 words of our own
    " JOIN accounts a ON a.id = s.account_id LEFT JOIN account_groups g ON g.id = a.group_id",
    asked={"id": "uuid"},
)


class Found(NamedTuple):
    """Whose session it is; whether they have left the seat; whether they may come from where they are (ZONE-8); and
    which pictures the locked screen goes on showing (FILE-14)."""

    actor: Actor
    is_locked: bool
    is_let_in: bool
    showing: tuple[UUID, ...] = ()

    def check(self) -> None:
        """Refuse whoever stands in a network from which their group may not come: nothing else is told them."""
        if not self.is_let_in:
            raise NetworkForbids(address=self.actor.address)


class Shown(NamedTuple):
    """What somebody shows at a door: the token of their cookie, and where."""

    token: str | None
    zone: str
    address: str


async def authenticate(work: Work, token: str | None, zone: str) -> Actor:
    """Who holds this token, on the side of this listener; raises SignedOut for whatever is wrong with it,
    NetworkForbids in a network that is not for them, and Locked while its holder is away."""
    found = await holder(work, token, zone)
    found.check()
    if found.is_locked:
        raise Locked
    return found.actor


async def holder(work: Work, token: str | None, zone: str) -> Found:
    """The same with the word whether the session is locked, and whether it is let in: for unlocking, and for going
    without unlocking."""
    shown = Shown(token, zone, work.cause.address or "")
    (found,) = await plainly(work.session, lambda rows: holders(rows, [shown], work.now))
    if found is None:
        raise SignedOut
    return found


def holders(rows: Rows, several: Sequence[Shown], now: datetime) -> list[Found | None]:
    """The same of many who stand at a door; None of each who is a stranger there."""
    hashes = [hash_of(each.token) if each.token and len(each.token) <= MOST_TOKEN else "" for each in several]
    asked = [(each,) for each in set(hashes) if each]
    found = groupby(rows.all(WHO, asked=asked) if asked else (), key=itemgetter(0))
    sessions = {str(token_hash): [row[1:] for row in of_one] for token_hash, of_one in found}
    today = day_in_japan(now)
    return [
        _holder(sessions.get(token_hash), shown, now, today)
        for shown, token_hash in zip(several, hashes, strict=True)
    ]


def holder_by_id(rows: Rows, session_id: UUID, shown: Shown, now: datetime) -> Found | None:
    """Whose session this is, by the same rule, for what was handed to them and comes back without their cookie."""
    found = rows.all(BY_ID, id=session_id)
    return _holder(found, shown, now, day_in_japan(now))


def still_signed_in(rows: Rows, actors: Collection[Actor], now: datetime) -> set[UUID]:
    """Of these actors the sessions that still count, by the same rule as at the door. What a socket asks long
    after its handshake is asked again, because nobody may act on a right that was taken meanwhile (A7, D19)."""
    here = {actor.session_id: actor for actor in actors}
    today, still = day_in_japan(now), set[UUID]()
    for key, *row, of_group in rows.all(STILL, asked=[(each,) for each in here]):
        actor = here[as_id(key)]
        if is_open(_plainly(row), actor.zone, now, today) and _is_let_in(of_group, actor.zone, actor.address):
            still.add(actor.session_id)
    return still


def hash_of(token: str) -> str:
    """What is kept of a token. It is 256 random bits, so a plain hash cannot be turned round."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _plainly(row: Sequence[object]) -> Held:
    zone, began_at, idle_until, expires_at, ended_at, signed_out_at, status, ends_on, locked_at = row
    return Held(
        zone=str(zone),
        began_at=as_moment(began_at),
        idle_until=as_moment(idle_until),
        expires_at=as_moment(expires_at),
        ended_at=as_moment_or_none(ended_at),
        signed_out_at=as_moment_or_none(signed_out_at),
        status=str(status),
        ends_on=as_day_or_none(ends_on),
        locked_at=as_moment_or_none(locked_at),
    )


def _is_let_in(of_group: object, zone: str, address: str) -> bool:
    return networks_of(cast("Kept | None", as_json(of_group))).let_in(zone, address)


def _holder(sessions: Sequence[Row] | None, shown: Shown, now: datetime, today: date) -> Found | None:
    """Of the rows of one session: there is one for every organization of its account."""
    if not sessions:
        return None
    session_id, *plain = sessions[0][:OF_SESSION]
    held = _plainly(plain)
    if not is_live(held, shown.zone, now, today):
        return None
    user_agent, showing, account_id, tenant_id, kind, *structured, _ = sessions[0][OF_SESSION:]
    roles, own, of_group, switched_off, policies = map(as_json, structured)
    said = said_of(cast("Kept", policies), cast("Kept | None", of_group), cast("Mapping[str, bool]", own))
    capabilities, client = capabilities_of(cast("list[str]", roles), said), client_of(str(user_agent))
    if kind == GUEST and capabilities and guests_may_bring(cast("Kept", policies), shown.zone, client):
        capabilities |= {MAY_BRING}
    actor = Actor(
        account_id=as_id(account_id),
        tenant_id=as_id(tenant_id),
        organization_ids=frozenset(as_id(row[-1]) for row in sessions if row[-1] is not None),
        session_id=as_id(session_id),
        expires_at=_until(held.expires_at, held.ends_on),
        zone=shown.zone,
        address=shown.address,
        kind=str(kind),
        capabilities=capabilities,
        client=client,
        switched_off=frozenset(cast("list[str]", switched_off)),
        idle=rules_of(cast("Kept", policies)).idle,
    )
    is_let_in = networks_of(cast("Kept | None", of_group)).let_in(shown.zone, shown.address)
    shown_on = tuple(map(UUID, cast("list[str] | None", as_json(showing)) or ()))
    return Found(actor, is_locked=held.locked_at is not None, is_let_in=is_let_in, showing=shown_on)


def _until(expires_at: datetime, ends_on: date | None) -> datetime:
    """A session ends with the last day of its account, too."""
    return expires_at if ends_on is None else min(expires_at, end_of_day_in_japan(ends_on))
