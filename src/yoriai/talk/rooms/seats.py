"""The rule of `standing` asked of many people at once, where nobody's session says who asks; and as what somebody sat there."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, Text, and_, not_, or_, select, tuple_
from sqlalchemy import cast as as_type

from yoriai.people.accounts.models import Account, Posting
from yoriai.people.accounts.served import is_served
from yoriai.people.orgs.models import Tenant
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Membership, Room
from yoriai.talk.rooms.padding import padded
from yoriai.talk.rooms.policy import MODULE_OF


def rule_of_members() -> tuple[ColumnElement[bool], ...]:
    """The same of whichever members a statement finds, where nobody's session says who asks: with their `Membership`,
    its `Room` and their `Account`."""
    serves = select(Posting.id).where(
        Posting.account_id == Membership.account_id,
        Posting.organization_id == Room.organization_id,
        Posting.until.is_(None),
    )
    off = select(as_type(Tenant.switched_off, Text)).where(Tenant.id == Account.tenant_id).scalar_subquery()
    hidden = [
        and_(Room.kind == kind, off.contains(f'"{module}"', autoescape=True))
        for kind, module in MODULE_OF.items()
    ]
    there = or_(serves.exists(), Membership.body_id == Account.tenant_id)
    in_own_right = or_(Membership.held_for.is_not(None), not_(is_served()))
    return Membership.is_open.is_(True), there, in_own_right, not_(or_(*hidden))


def seats_now(places: Collection[tuple[UUID, UUID]]) -> Select[UUID, UUID, int]:
    """Of these rooms and people those who are there, and from which ordinal on they read: for what is told late, when
    somebody may have gone meanwhile, come back, or serve elsewhere."""
    return (
        select(Membership.room_id, Membership.account_id, Membership.since_ordinal)
        .join(Room, Room.id == Membership.room_id)
        .join(Account, Account.id == Membership.account_id)
        .where(
            tuple_(Membership.room_id, Membership.account_id).in_(padded(list(places))), *rule_of_members()
        )
    )


async def sat_for(work: Work, account_id: UUID, room_id: UUID, at: datetime) -> UUID | None:
    """The account of the unit for which somebody sat in a room at this moment; None of whoever was there by themselves."""
    then = (
        select(Membership.held_for)
        .where(Membership.room_id == room_id, Membership.account_id == account_id)
        .where(Membership.joined_at <= at)
        .order_by(Membership.joined_at.desc(), Membership.id.desc())
        .limit(1)
    )
    return await work.session.scalar(then)
