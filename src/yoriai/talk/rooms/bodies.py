"""Other bodies in a room: what they withhold from it, and how they come to their end there (FED-1).

The strictest rule holds: what the room's own label allows and a body that is in it does not let its people be part of,
is not allowed. It is kept with the room, so that no door needs to read what other bodies have ordered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, not_, select

from yoriai.kit.errors import Refused
from yoriai.people.accounts.models import Account, AccountKind
from yoriai.people.orgs import settings
from yoriai.people.orgs.models import Department, Tenant
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import lines
from yoriai.talk.rooms.admission import Leaving, dismiss_all
from yoriai.talk.rooms.facts import RoomBodiesChanged
from yoriai.talk.rooms.heads import next_number
from yoriai.talk.rooms.keys import IS_ACROSS
from yoriai.talk.rooms.labels import BINDING, Label, Labels, labels_of
from yoriai.talk.rooms.lines import Line, LineKind
from yoriai.talk.rooms.models import BodyState, Membership, Room, RoomBody

_OPEN: Final[ColumnElement[bool]] = RoomBody.is_open.is_(True)
_TOLD: Final = {
    BodyState.INVITED: LineKind.BODY_INVITED,
    BodyState.JOINED: LineKind.BODY_JOINED,
    BodyState.LEFT: LineKind.BODY_LEFT,
    BodyState.REMOVED: LineKind.BODY_REMOVED,
}


class BodyKeepsInside(Refused):
    """A body that is in the room does not let its people be part of one that is there on the Internet side."""

    code = "rooms.body_keeps_inside"


class LabelsLeaveRooms(Refused):
    """The body is in rooms of others that it could not be in under these levels."""

    code = "rooms.labels_leave_rooms"


@dataclass(frozen=True, slots=True)
class Held:
    """A room that is held, and what was there of another body."""

    room: Room
    part: RoomBody
    name: str
    """The body as the room is told of it: with its department, where it is here as that."""


async def become(work: Work, held: Held, state: BodyState, *, by: UUID) -> None:
    """Let a body be this in a room that is held, and tell the room. One that is over takes its people along at once."""
    part = held.part
    was_expected = part.state == BodyState.INVITED
    part.state = state
    over = state in (BodyState.LEFT, BodyState.REMOVED, BodyState.DECLINED)
    if over:
        part.is_open, part.ended_by, part.ended_at = None, by, work.now
    if state is BodyState.JOINED:
        part.joined_at, part.since_ordinal = work.now, held.room.last_ordinal + 1
    await work.session.flush()
    if state in (BodyState.LEFT, BodyState.REMOVED):
        await _dismiss_people(work, held, by=by)
    await bind(work, held.room)
    kind = _TOLD.get(state)
    if kind is None and not was_expected:
        return  # it had only asked: nobody in the room knows of it but whoever answers
    told = [
        Line(room_id=held.room.id, after_ordinal=held.room.last_ordinal, kind=each, by=by, words=held.name)
        for each in (kind,)
        if each is not None
    ]
    line_ids = tuple(await lines.write(work, told))
    fact = RoomBodiesChanged(room_id=held.room.id, line_ids=line_ids, body_id=part.tenant_id, state=state)
    work.state(fact, by=by)


async def end_all(work: Work, room: Room, *, by: UUID) -> None:
    """The same of every body in a room that is held: its label lets in none any more."""
    parts = select(RoomBody).where(RoomBody.room_id == room.id, _OPEN).order_by(RoomBody.id)
    for part in (await work.session.scalars(parts)).all():
        over = BodyState.REMOVED if part.state == BodyState.JOINED else BodyState.DECLINED
        await become(work, Held(room, part, await name_of(work, part)), over, by=by)


async def bind(work: Work, room: Room) -> None:
    """Keep with a room what the bodies in it withhold from it now."""
    joined = (
        select(Tenant.policies)
        .join(RoomBody, RoomBody.tenant_id == Tenant.id)
        .where(RoomBody.room_id == room.id, RoomBody.state == BodyState.JOINED, _OPEN)
    )
    room.withheld = withheld_by(
        [settings.read(policies, Labels) for policies in await work.session.scalars(joined)]
    )


def withheld_by(bodies: Collection[Labels]) -> list[str]:
    """What these bodies together withhold from a room that they are in."""
    levels = [each.outward for each in bodies]
    return [
        permission
        for permission in BINDING
        if any(level is None or not level.allows(permission) for level in levels)
    ]


async def check_label(work: Work, room: Room, label: Label) -> None:
    """Whether a room may have this label, as far as the bodies that are in it are concerned."""
    if label.seals or not label.level.bodies:
        return
    joined = (
        select(Tenant.name, Tenant.policies)
        .join(RoomBody, RoomBody.tenant_id == Tenant.id)
        .where(RoomBody.room_id == room.id, RoomBody.state == BodyState.JOINED, _OPEN)
    )
    for name, policies in await work.session.execute(joined):
        level = settings.read(policies, Labels).outward
        if level is None or not level.internet:
            raise BodyKeepsInside(body=name)


async def bind_rooms_of(work: Work, tenant_id: UUID, labels: Labels, *, by: UUID) -> None:
    """A body has ordered its levels anew: rooms of others that it is in go along. Refused where it could not be in one,
    as it could not come into it then (`federation.join`)."""
    rooms = (await work.session.scalars(_rooms_of(tenant_id))).all()
    level = labels.outward
    shut = {room.id for room in rooms if level is None or not (level.internet or room.lgwan_only)}
    if level is not None and not level.guests:
        shut |= await with_guests(work, [room.id for room in rooms])
    if shut:
        raise LabelsLeaveRooms(rooms=len(shut))
    for room in rooms:
        before = room.withheld
        await bind(work, room)
        if room.withheld != before:
            fact = RoomBodiesChanged(room_id=room.id, body_id=tenant_id, state=BodyState.JOINED)
            work.state(fact, by=by)


async def with_guests(work: Work, room_ids: Collection[UUID]) -> set[UUID]:
    """Those of these rooms that guests are in; one query."""
    seats = (
        select(Membership.room_id)
        .join(Account, Account.id == Membership.account_id)
        .where(among(Membership.room_id, room_ids), Membership.is_open.is_(True))
        .where(Account.kind == AccountKind.GUEST)
        .distinct()
    )
    return set(await work.session.scalars(seats))


async def end_below(work: Work, tenant_id: UUID, *, by: UUID) -> None:
    """End other bodies in those rooms of a body whose label lets in none any more: its rooms are held."""
    labels = await labels_of(work, tenant_id)
    expecting = select(RoomBody.room_id).where(_OPEN)
    own = Room.owner_tenant == tenant_id, not_(IS_ACROSS)  # what becomes of those, `across` says
    rooms = select(Room).where(*own, Room.id.in_(expecting)).order_by(Room.id)
    for room in (await work.session.scalars(rooms.execution_options(populate_existing=True))).all():
        if not labels.of(room).level.bodies:
            await end_all(work, room, by=by)


async def name_of(work: Work, part: RoomBody) -> str:
    """A body as its rooms call it: 滋賀県, or 滋賀県 南部健康福祉事務所."""
    body = await work.session.scalar(select(Tenant.name).where(Tenant.id == part.tenant_id))
    unit = None
    if part.department_id is not None:
        unit = await work.session.scalar(select(Department.name).where(Department.id == part.department_id))
    return f"{body} {unit}" if unit else str(body)


async def people_through(work: Work, room_id: UUID, tenant_id: UUID) -> Sequence[UUID]:
    """Who sits in a room through this body."""
    seats = select(Membership.account_id).where(
        Membership.room_id == room_id, Membership.body_id == tenant_id, Membership.is_open.is_(True)
    )
    return (await work.session.scalars(seats.order_by(Membership.account_id))).all()


async def _dismiss_people(work: Work, held: Held, *, by: UUID) -> None:
    until = await next_number(work, held.room.id)
    gone = await people_through(work, held.room.id, held.part.tenant_id)
    await dismiss_all(work, [Leaving(held.room.id, who, until) for who in gone], by=by)


def _rooms_of(tenant_id: UUID) -> Select[Room]:
    return (
        select(Room)
        .join(RoomBody, RoomBody.room_id == Room.id)
        .where(RoomBody.tenant_id == tenant_id, RoomBody.state == BodyState.JOINED, _OPEN)
        .where(not_(IS_ACROSS))
        .order_by(Room.id)
        .with_for_update(of=Room, key_share=True)
    )
