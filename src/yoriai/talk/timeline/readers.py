"""Who reads in a room: how many, whether words leave the office there, and what its label is. Counted for many rooms
in two queries."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, distinct, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.people.accounts.models import Account, AccountKind
from yoriai.people.orgs import settings
from yoriai.people.orgs.models import Tenant
from yoriai.people.sessions.models import Session
from yoriai.people.zones.zone import Zone
from yoriai.talk.rooms.labels import Label, Labels
from yoriai.talk.rooms.losing import LATELY
from yoriai.talk.rooms.models import Membership, Room
from yoriai.talk.rooms.padding import padded
from yoriai.talk.timeline.wire import Readers, ZoneName

FEW: Final = 3  # rooms


@dataclass(frozen=True, slots=True)
class Audience:
    """The members of a room, as figures."""

    member_count: int
    readers: Readers
    label: Label


NOBODY: Final = Audience(
    0, Readers(lgwan_only=False, internet_devices=False, other_bodies=0, guests=0), Labels().at(None)
)


async def audiences_of(
    session: AsyncSession, room_ids: Collection[UUID], now: datetime
) -> dict[UUID, Audience]:
    """Figures of these rooms. A member counts as reading from outside if their device has been there in 30 days."""
    statement = (
        select(
            Membership.room_id,
            # Whoever sits there for a unit reads, and is no member of their own.
            func.count(case((Membership.held_for.is_(None), 1))),
            func.max(case((_reads_outside(now, of_few=len(room_ids) <= FEW), 1), else_=0)),
            func.count(distinct(case((Account.tenant_id != Room.owner_tenant, Account.tenant_id)))),
            func.count(case((Account.kind == AccountKind.GUEST, 1))),
            Room.owner_tenant,
            Room.label,
            Room.withheld,
            Room.lgwan_only,
        )
        .join(Room, Room.id == Membership.room_id)
        .join(Account, Account.id == Membership.account_id)
        .where(Membership.room_id.in_(padded(sorted(room_ids))), Membership.is_open.is_(True))
        .group_by(Membership.room_id, Room.owner_tenant, Room.label, Room.withheld, Room.lgwan_only)
    )
    found = (await session.execute(statement)).all()
    labels = await _labels(session, {row.owner_tenant for row in found})
    return {
        room_id: Audience(
            members,
            Readers(
                lgwan_only=sealed,
                internet_devices=bool(devices) and not sealed,
                other_bodies=bodies,
                guests=guests,
            ),
            labels[owner].at(label).without(withheld),
        )
        for room_id, members, devices, bodies, guests, owner, label, withheld, sealed in found
    }


async def _labels(session: AsyncSession, tenant_ids: Collection[UUID]) -> dict[UUID, Labels]:
    """The levels of these bodies; none for none."""
    if not tenant_ids:
        return {}
    asked = select(Tenant.id, Tenant.policies).where(Tenant.id.in_(tenant_ids))
    return {body: settings.read(policies, Labels) for body, policies in await session.execute(asked)}


def _reads_outside(now: datetime, *, of_few: bool) -> ColumnElement[bool]:
    """Of a `Membership`: whether its member was lately on the Internet side. The members of a few rooms are looked up
    one by one; for those of hundreds it costs less to go through the sessions of the whole town once."""
    if of_few:
        return _lately(Zone.INTERNET, now)
    outside = Session.zone == Zone.INTERNET, Session.last_used_at > now - LATELY
    return Membership.account_id.in_(select(Session.account_id).where(*outside))


def zones_read_from(now: datetime) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Of a `Membership` and its `Room`: whether its member was lately on the LGWAN side, and on the Internet side."""
    return _lately(Zone.LGWAN, now), and_(Room.lgwan_only.is_(False), _lately(Zone.INTERNET, now))


def _lately(zone: Zone, now: datetime) -> ColumnElement[bool]:
    of_member = Session.account_id == Membership.account_id, Session.zone == zone
    return select(Session.id).where(*of_member, Session.last_used_at > now - LATELY).exists()


def zone_names(lgwan: bool, internet: bool) -> list[ZoneName]:
    """The two as a list of names."""
    both: list[tuple[ZoneName, bool]] = [("lgwan", lgwan), ("internet", internet)]
    return [name for name, is_so in both if is_so]
