"""Letting people in and out: an interval begins or ends for each of them, and each is told on their own stream."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, cast
from uuid import UUID

from sqlalchemy import Select, Table, bindparam, func, insert, select, update

from yoriai.kit.ids import uuid7
from yoriai.people.orgs import settings
from yoriai.people.orgs.models import Tenant
from yoriai.platform.db.among import among
from yoriai.platform.db.plainly import plainly
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import behalf, lines, marks
from yoriai.talk.rooms.facts import HolderLeft, MemberJoined, MemberLeft, RoomEntered, RoomLost
from yoriai.talk.rooms.lines import Line
from yoriai.talk.rooms.models import Membership, Notify, Role, Room
from yoriai.talk.rooms.settings import RoomLimits

PLAINLY: Final = {"synchronize_session": False}  # no row is held as an object here
_SEATS: Final = cast("Table", Membership.__table__)
_INSERT: Final = insert(_SEATS)
_END: Final = update(_SEATS).where(
    _SEATS.c.room_id == bindparam("room"),
    _SEATS.c.account_id == bindparam("who"),
    _SEATS.c.is_open.is_(True),
)


@dataclass(frozen=True, slots=True)
class Beginning:
    """From where on newcomers hear and read a room."""

    room_id: UUID
    since_number: int
    since_ordinal: int
    body_id: UUID | None = None
    """The body that brings them in, where it is not the room's own."""
    held_for: UUID | None = None
    """The account of a unit for which they sit there."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """Somebody whose interval in a room ends with this number."""

    room_id: UUID
    account_id: UUID
    until_number: int
    line_ids: tuple[UUID, ...] = ()
    """The lines that tell of it, and of those before."""
    is_held: bool = False
    """They sat there for a unit: nobody but they themselves is told that they go."""


def members_of(room_id: UUID) -> Select[UUID]:
    """Who is in a room. Whoever sits there for a unit is no member."""
    return select(Membership.account_id).where(
        Membership.room_id == room_id, Membership.is_open.is_(True), Membership.held_for.is_(None)
    )


def joined(room_id: UUID, newcomers: Sequence[UUID], line_ids: Sequence[UUID]) -> Sequence[MemberJoined]:
    """What a room is told of these newcomers; the last of them brings the line of all."""
    return [
        MemberJoined(
            room_id=room_id,
            account_id=account_id,
            role=Role.MEMBER,
            line_ids=tuple(line_ids) if account_id == newcomers[-1] else (),
        )
        for account_id in newcomers
    ]


async def admit(work: Work, here: Beginning, roles: Mapping[UUID, Role], *, by: UUID | None) -> None:
    """Seat these people, in one statement however many they are. None of them may be in the room yet, which is held.

    Nothing waits for them: what was said before they came they may read, as the room lets them, but need not (ROOM-10).
    """
    await admit_all(work, [(here, roles)], by=by)


async def admit_all(
    work: Work, newcomers: Sequence[tuple[Beginning, Mapping[UUID, Role]]], *, by: UUID | None
) -> None:
    """The same for many rooms, in as many statements."""
    seats = [(here, account_id, role) for here, roles in newcomers for account_id, role in roles.items()]
    coming = Counter[UUID]()
    for here, roles in newcomers:
        coming[here.room_id] += len(roles)
    calls = await usual(work, coming)
    rows = [
        {
            "id": uuid7(work.now),
            "room_id": here.room_id,
            "account_id": account_id,
            "role": role,
            "is_open": True,
            "since_number": here.since_number,
            "since_ordinal": here.since_ordinal,
            "body_id": here.body_id,
            "held_for": here.held_for,
            "joined_at": work.now,
            "notify": calls[here.room_id],
        }
        for here, account_id, role in seats
    ]
    if rows:
        await work.session.execute(_INSERT, rows)
        places = [(here.room_id, account_id) for here, account_id, _ in seats]
        await plainly(work.session, lambda plain: marks.begin(plain, work.now, places))
    for here, account_id, _ in seats:
        entered = RoomEntered(
            account_id=account_id,
            room_id=here.room_id,
            since_number=here.since_number,
            sees_from=here.since_ordinal,
        )
        work.state(entered, by=by)


async def usual(work: Work, coming: Mapping[UUID, int]) -> dict[UUID, Notify]:
    """By room what calls whoever has chosen nothing, when so many come in: in one that is large, as the body sees it
    whose room it is, only what names them (ROOM-5). One query."""
    if not coming:
        return {}
    seated = (
        select(func.count())
        .where(Membership.room_id == Room.id, Membership.is_open.is_(True), Membership.held_for.is_(None))
        .scalar_subquery()
    )
    rooms = select(Room.id, seated, Tenant.policies).join(Tenant, Tenant.id == Room.owner_tenant)
    found = await work.session.execute(rooms.where(among(Room.id, coming)))
    return {
        room_id: _usual(count + coming[room_id], settings.read(policies, RoomLimits))
        for room_id, count, policies in found
    }


def _usual(members: int, limits: RoomLimits) -> Notify:
    is_large = limits.quiet_above is not None and members > limits.quiet_above
    return Notify.MENTIONS if is_large else Notify.ALL


async def dismiss(work: Work, leaving: Leaving, *, by: UUID | None, line: Line | None = None) -> None:
    """End somebody's interval and leave this line of it. Whoever is not in the room has left it already."""
    left = (
        update(Membership)
        .where(Membership.room_id == leaving.room_id, Membership.account_id == leaving.account_id)
        .where(Membership.is_open.is_(True), Membership.held_for.is_(None))
        .values(is_open=None, until_number=leaving.until_number, left_at=work.now)
        .returning(Membership.account_id)
    )
    if await work.session.scalar(left, execution_options=PLAINLY) is not None:
        line_ids = tuple(await lines.write(work, (line,))) if line else ()
        _tell_left(work, replace(leaving, line_ids=line_ids), by=by)
        await _with_them(work, (leaving,), by=by)


async def dismiss_all(work: Work, leaving: Sequence[Leaving], *, by: UUID | None) -> None:
    """The same for many rooms in one statement, where everybody is known to sit where they leave: nobody else may
    have let them go since that was read."""
    if not leaving:
        return
    rows = [{"room": each.room_id, "who": each.account_id, "until": each.until_number} for each in leaving]
    connection = await work.session.connection()
    await connection.execute(
        _END.values(is_open=None, until_number=bindparam("until"), left_at=work.now), rows
    )
    for each in leaving:
        _tell_left(work, each, by=by)
    await _with_them(work, leaving, by=by)


async def _with_them(work: Work, leaving: Sequence[Leaving], *, by: UUID | None) -> None:
    """Whoever sat there for one of those who leave, leaves with them."""
    ends = {(each.room_id, each.account_id): each.until_number for each in leaving}
    gone = {each.account_id for each in leaving}
    behind = [
        Leaving(room_id, person_id, ends[room_id, principal_id])
        for room_id, principal_id, person_id in await behalf.seats_for(work, ends)
        if person_id not in gone
    ]
    await dismiss_all(work, behind, by=by)


def _tell_left(work: Work, each: Leaving, *, by: UUID | None) -> None:
    if each.is_held:
        work.state(HolderLeft(room_id=each.room_id, account_id=each.account_id), by=by)
    else:
        left = MemberLeft(room_id=each.room_id, account_id=each.account_id, line_ids=each.line_ids)
        work.state(left, by=by)
    work.state(RoomLost(account_id=each.account_id, room_id=each.room_id), by=by)
