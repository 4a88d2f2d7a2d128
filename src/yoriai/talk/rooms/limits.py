"""How large a room that people make may become: the body's own cap, and never nearly everybody (ROOM-4, ROOM-8)."""

from typing import Final
from uuid import UUID

from sqlalchemy import distinct, func, select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Refused
from yoriai.people.accounts.models import Account, AccountKind, Posting
from yoriai.people.orgs import settings
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.settings import RoomLimits

FEWEST: Final = 20
"""In an organization of fewer people nearly everybody is a handful, who know each other."""


class OverCap(Refused):
    """The body lets no room become so large."""

    code = "rooms.over_cap"


class NearlyEverybody(Refused):
    """Nobody is forced into a room of the whole house: who wants to comes into an open one."""

    code = "rooms.nearly_everybody"


async def check(work: Work, *, tenant_id: UUID, organization_id: UUID, count: int) -> None:
    """Whether so many may be brought into one room of this organization; two queries at most."""
    limits = await check_cap(work, tenant_id=tenant_id, count=count)
    # Whoever cannot be nearly everybody of the smallest house is not counted against it.
    if count * 100 < FEWEST * limits.most_percent:
        return
    everybody = await _everybody(work, organization_id)
    if everybody >= FEWEST and count * 100 >= everybody * limits.most_percent:
        raise NearlyEverybody(percent=limits.most_percent, got=count, of=everybody)


async def check_cap(work: Work, *, tenant_id: UUID, count: int) -> RoomLimits:
    """Whether so many may be in one room at all, however they came."""
    limits = await settings.of(work, tenant_id, RoomLimits)
    if limits.most_members is not None and count > limits.most_members:
        raise OverCap(most=limits.most_members, got=count)
    return limits


async def _everybody(work: Work, organization_id: UUID) -> int:
    today = day_in_japan(work.now)
    serving = (
        select(func.count(distinct(Account.id)))
        .join(Posting, Posting.account_id == Account.id)
        .where(Posting.organization_id == organization_id, Posting.until.is_(None))
        .where(Account.kind == AccountKind.MEMBER, Account.status == "active")
        .where(func.coalesce(Account.ends_on, today) >= today)
    )
    return await work.session.scalar(serving) or 0
