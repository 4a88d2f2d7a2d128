"""Who reads in a room: how many, and whether words leave the office there. Counted for many rooms in one query."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import case, distinct, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.people.accounts.models import Account, AccountKind
from yoriai.people.sessions.models import Session
from yoriai.people.zones.zone import Zone
from yoriai.talk.rooms.models import Membership, Room
from yoriai.talk.rooms.padding import padded
from yoriai.talk.timeline.wire import Readers

LATELY: Final = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Audience:
    """The members of a room, as figures."""

    member_count: int
    readers: Readers


NOBODY: Final = Audience(0, Readers(internet_devices=False, other_bodies=0, guests=0))


async def audiences_of(
    session: AsyncSession, room_ids: Collection[UUID], now: datetime
) -> dict[UUID, Audience]:
    """Figures of these rooms. A member counts as reading from outside if their device has been there in 30 days."""
    outside = select(Session.account_id).where(
        Session.zone == Zone.INTERNET, Session.last_used_at > now - LATELY
    )
    statement = (
        select(
            Membership.room_id,
            func.count(),
            func.max(case((Membership.account_id.in_(outside), 1), else_=0)),
            func.count(distinct(case((Account.tenant_id != Room.owner_tenant, Account.tenant_id)))),
            func.count(case((Account.kind == AccountKind.GUEST, 1))),
        )
        .join(Room, Room.id == Membership.room_id)
        .join(Account, Account.id == Membership.account_id)
        .where(Membership.room_id.in_(padded(sorted(room_ids))), Membership.is_open.is_(True))
        .group_by(Membership.room_id)
    )
    return {
        room_id: Audience(
            members, Readers(internet_devices=bool(devices), other_bodies=bodies, guests=guests)
        )
        for room_id, members, devices, bodies, guests in await session.execute(statement)
    }
