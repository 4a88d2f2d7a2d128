"""From a cookie's token to an actor: one query, the same code for HTTP and for the socket (A7)."""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import and_, bindparam, select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import SignedOut
from yoriai.people.access.actor import Actor
from yoriai.people.access.capabilities import granted
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.orgs.models import Tenant
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.policy import Held, is_live
from yoriai.platform.work.work import Work

COOKIE = "__Host-yoriai"
MOST_TOKEN = 128  # characters; ours have 43

# Read anew each time, never kept: a right that was taken a moment ago is gone now (D19).
WHO = (
    select(
        Session.id,
        Session.zone,
        Session.began_at,
        Session.idle_until,
        Session.expires_at,
        Session.ended_at,
        Account.signed_out_at,
        Account.status,
        Account.ends_on,
        Account.id,
        Account.tenant_id,
        Account.kind,
        Account.roles,
        Tenant.switched_off,
        Posting.organization_id,
    )
    .join(Account, Account.id == Session.account_id)
    .join(Tenant, Tenant.id == Account.tenant_id)
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
    signed_out_at: datetime | None
    status: str
    ends_on: date | None
    account_id: UUID
    tenant_id: UUID
    kind: str
    roles: Sequence[str]
    switched_off: Sequence[str]
    organization_id: UUID | None


async def authenticate(work: Work, token: str | None, zone: str) -> Actor:
    """Who holds this token, on the side of this listener; raises SignedOut for whatever is wrong with it."""
    if not token or len(token) > MOST_TOKEN:
        raise SignedOut
    result = await work.session.execute(WHO, {"token_hash": hash_of(token)})
    rows = [Found(*row) for row in result]
    if not rows or not is_live(_held(rows[0]), zone, work.now, day_in_japan(work.now)):
        raise SignedOut
    return _actor(rows, zone, work.cause.address or "")


def hash_of(token: str) -> str:
    """What is kept of a token. It is 256 random bits, so a plain hash cannot be turned round."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


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
        expires_at=first.expires_at,
        zone=zone,
        address=address,
        kind=first.kind,
        capabilities=granted(first.roles),
        switched_off=frozenset(first.switched_off),
    )
