"""The people whom somebody may bring into a room: of the same organization, and not suspended."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Refused, Wrong
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.department_accounts import addressed
from yoriai.people.accounts.models import Account, AccountKind, Posting
from yoriai.people.accounts.policy import may_sign_in
from yoriai.people.accounts.reach import reachable, why_not
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work

MOST_MEMBERS: Final = 5_000  # brought in by one request; a room itself has no cap (ROOM-8)
MOST_NAMES: Final = 20


class TooManyAtOnce(Refused):
    code = "rooms.too_many_at_once"
    status = 422


class Suspended(Refused):
    """Somebody chosen was suspended meanwhile; nobody has been brought in (ROOM-2)."""

    code = "rooms.suspended"


async def check(
    work: Work, actor: Actor, organization_id: UUID, account_ids: Collection[UUID], *, field: str = "members"
) -> list[UUID]:
    """These people, each once and in an order of their ids; refuses all of them if one cannot come.

    Somebody of another organization is answered for exactly as somebody who does not exist (BASE-3). Whom the actor
    may not write to, they may not bring in either (ORG-15). A unit comes in like a person (ORG-6); one that the actor
    does not find is not there.
    """
    wanted = sorted(set(account_ids))
    if len(wanted) > MOST_MEMBERS:
        raise TooManyAtOnce(most=MOST_MEMBERS, got=len(wanted))
    units = await addressed.among_those(work, actor, organization_id, wanted)
    people = [each for each in wanted if each not in units]
    statement = _asked(organization_id, people, await reachable(work, actor))
    found = (await work.session.execute(statement)).all()
    if len(found) < len(people):
        raise Wrong(field=field, reason="unknown")
    today = day_in_japan(work.now)
    stopped = [
        f"{family} {given}"
        for _, family, given, status, ends_on, _ in found
        if not may_sign_in(status, ends_on, today)
    ]
    if stopped:
        raise Suspended(names="、".join(stopped[:MOST_NAMES]), count=len(stopped))
    beyond = {who: f"{family} {given}" for who, family, given, *_, reaches in found if not reaches}
    if beyond:
        raise await why_not(work, actor, beyond)
    return wanted


def _asked(
    organization_id: UUID, wanted: Sequence[UUID], reach: ColumnElement[bool]
) -> Select[UUID, str, str, str, date | None, bool]:
    serving = select(Posting.id).where(
        Posting.account_id == Account.id,
        Posting.organization_id == organization_id,
        Posting.until.is_(None),
    )
    return (
        select(
            Account.id, Account.family, Account.given, Account.status, Account.ends_on, reach.label("reach")
        )
        # Guests come by an invitation of their own, and on its terms (GUEST-2).
        .where(among(Account.id, wanted), Account.kind == AccountKind.MEMBER, serving.exists())
        .order_by(Account.kana_order, Account.id)
    )
