"""From a cookie's token to an actor: one query, the same code for HTTP and for the socket (A7)."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, bindparam, select

from yoriai.kit.days import day_in_japan, end_of_day_in_japan
from yoriai.kit.errors import SignedOut
from yoriai.people.access.actor import Actor
from yoriai.people.access.rights import capabilities_of
from yoriai.people.accounts.managing.rights import said_of
from yoriai.people.accounts.models import Account, AccountGroup, Posting
from yoriai.people.orgs.models import Tenant
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.policy import Held, is_live, is_open
from yoriai.people.sessions.rules import rules_of
from yoriai.platform.db.statement import Rows, as_day_or_none, as_id, as_moment, as_moment_or_none, statement
from yoriai.platform.work.work import Work

COOKIE = "__Host-yoriai"
MOST_TOKEN = 128  # characters; ours have 43


class Locked(SignedOut):
    """Whoever is signed in here has left the seat: nothing is opened before the password is given again."""

    code = "sessions.locked"


# Read anew each time, never kept: a right that was taken a moment ago is gone now (D19).
WHO = (
    select(
        Session.id,
        Session.zone,
        Session.began_at,
        Session.idle_until,
        Session.expires_at,
        Session.ended_at,
        Session.locked_at,
        Account.signed_out_at,
        Account.status,
        Account.ends_on,
        Account.id,
        Account.tenant_id,
        Account.kind,
        Account.roles,
        Account.rights,
        AccountGroup.policies,
        Tenant.switched_off,
        Tenant.policies,
        Posting.organization_id,
    )
    .join(Account, Account.id == Session.account_id)
    .join(Tenant, Tenant.id == Account.tenant_id)
    .outerjoin(AccountGroup, AccountGroup.id == Account.group_id)
    .outerjoin(Posting, and_(Posting.account_id == Account.id, Posting.until.is_(None)))
    .where(Session.token_hash == bindparam("token_hash"))
)


class Found(NamedTuple):
    """A row of `WHO`, column by column. There is one for every organization of the account."""

    session_id: UUID
    zone: str
    began_at: datetime
    idle_until: datetime
    expires_at: datetime
    ended_at: datetime | None
    locked_at: datetime | None
    signed_out_at: datetime | None
    status: str
    ends_on: date | None
    account_id: UUID
    tenant_id: UUID
    kind: str
    roles: Sequence[str]
    rights: Mapping[str, bool]
    of_group: Mapping[str, object] | None
    switched_off: Sequence[str]
    policies: Mapping[str, object]
    organization_id: UUID | None


async def authenticate(work: Work, token: str | None, zone: str) -> Actor:
    """Who holds this token, on the side of this listener; raises SignedOut for whatever is wrong with it, and
    Locked while its holder is away."""
    actor, is_locked = await holder(work, token, zone)
    if is_locked:
        raise Locked
    return actor


async def holder(work: Work, token: str | None, zone: str) -> tuple[Actor, bool]:
    """The same with the word whether the session is locked: for unlocking, and for going without unlocking."""
    if not token or len(token) > MOST_TOKEN:
        raise SignedOut
    result = await work.session.execute(WHO, {"token_hash": hash_of(token)})
    rows = [Found(*row) for row in result]
    if not rows or not is_live(_held(rows[0]), zone, work.now, day_in_japan(work.now)):
        raise SignedOut
    return _actor(rows, zone, work.cause.address or ""), rows[0].locked_at is not None


STILL = statement(
    "SELECT s.id, s.zone, s.began_at, s.idle_until, s.expires_at, s.ended_at, a.signed_out_at, a.status, a.ends_on,"
    " s.locked_at FROM {asked} JOIN sessions s ON s.id = asked.id JOIN accounts a ON a.id = s.account_id",
    asked={"id": "uuid"},
)


def still_signed_in(rows: Rows, actors: Collection[Actor], now: datetime) -> set[UUID]:
    """Of these actors the sessions that still count, by the same rule as at the door. What a socket asks long
    after its handshake is asked again, because nobody may act on a right that was taken meanwhile (A7, D19)."""
    here = {actor.session_id: actor.zone for actor in actors}
    found = {as_id(key): _plainly(row) for key, *row in rows.all(STILL, asked=[(each,) for each in here])}
    today = day_in_japan(now)
    return {key for key, held in found.items() if is_open(held, here[key], now, today)}


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


def _held(row: Found) -> Held:
    return Held(
        zone=row.zone,
        began_at=row.began_at,
        idle_until=row.idle_until,
        expires_at=row.expires_at,
        ended_at=row.ended_at,
        signed_out_at=row.signed_out_at,
        status=row.status,
        ends_on=row.ends_on,
    )


def _actor(rows: Sequence[Found], zone: str, address: str) -> Actor:
    first = rows[0]
    return Actor(
        account_id=first.account_id,
        tenant_id=first.tenant_id,
        organization_ids=frozenset(row.organization_id for row in rows if row.organization_id is not None),
        session_id=first.session_id,
        expires_at=_until(first.expires_at, first.ends_on),
        zone=zone,
        address=address,
        kind=first.kind,
        capabilities=capabilities_of(first.roles, said_of(first.policies, first.of_group, first.rights)),
        switched_off=frozenset(first.switched_off),
        idle=rules_of(first.policies).idle,
    )


def _until(expires_at: datetime, ends_on: date | None) -> datetime:
    """A session ends with the last day of its account, too."""
    return expires_at if ends_on is None else min(expires_at, end_of_day_in_japan(ends_on))
