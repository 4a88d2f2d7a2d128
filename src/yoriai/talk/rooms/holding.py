"""Who sits in a room for the account of a unit: whoever may speak in its name, as long as they may (ORG-6).

The seats follow from who is named, and are made and ended in the very work that names somebody or takes them out; so
every door of a room, and whatever lists, counts or sends, asks one rule and no second one. Twice is the same as once.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from sqlalchemy import Select, exists, select, update
from sqlalchemy.orm import aliased

from yoriai.people.accounts.department_accounts.authorized import holders_of
from yoriai.people.accounts.department_accounts.models import DepartmentAccount
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus
from yoriai.people.accounts.served import served_of
from yoriai.people.orgs.models import Department
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import lines, ordinals
from yoriai.talk.rooms.admission import PLAINLY, Beginning, Leaving, admit_all, dismiss_all
from yoriai.talk.rooms.facts import RoomChanged, SeatChanged, UnitSeated, stream_of
from yoriai.talk.rooms.heads import heads_of, next_number
from yoriai.talk.rooms.lines import Line, LineKind
from yoriai.talk.rooms.models import Membership, Role, Room, RoomKind

Held = tuple[UUID, UUID]
"""A person, and the account of a unit for which they sit somewhere."""
_OPEN: Final = Membership.is_open.is_(True)


@dataclass(frozen=True, slots=True)
class Table:
    """A room as far as units sit in it."""

    units: Mapping[UUID, int]
    """Their accounts, and the first ordinal that each of them may read."""
    members: frozenset[UUID]
    """Who of those who may speak for them is in the room in their own right."""
    held: frozenset[Held]
    dormant: frozenset[UUID] = frozenset()
    """Who of those who may speak for them sits there in their own right, but has no seat any more: it gives them
    nothing, and ends where they sit there for a unit."""


async def follow(work: Work, account_ids: Collection[UUID], *, by: UUID | None) -> None:
    """Let those who sit for these accounts be those who may speak in their names, in every room. Whoever calls holds
    the accounts, so that nobody opens a talk with them meanwhile."""
    seats = select(Membership.room_id).where(among(Membership.account_id, account_ids), _OPEN)
    await follow_in(work, set(await work.session.scalars(seats)), by=by)
    await _shut_or_open(work, account_ids)


async def hold_units(work: Work, account_ids: Collection[UUID]) -> frozenset[UUID]:
    """Those of these accounts that are units', kept to this work: nobody is named for one or taken out while it comes
    into a room. Asked before any room is held, in the order in which whoever names somebody holds them."""
    units = select(Account.id).where(among(Account.id, account_ids), Account.kind == AccountKind.DEPARTMENT)
    held = units.order_by(Account.id).with_for_update(key_share=True)
    return frozenset(await work.session.scalars(held))


async def follow_in(work: Work, room_ids: Collection[UUID], *, by: UUID | None) -> frozenset[UUID]:
    """The same in these rooms alone, in a fixed number of statements; who has sat down."""
    if not room_ids:
        return frozenset()
    await ordinals.hold(work, room_ids)
    units = await _units(work, room_ids)
    speaking = await holders_of(work, {unit for seats in units.values() for unit in seats})
    tables = await _tables(work, room_ids, units, {who for those in speaking.values() for who in those})
    heads = await heads_of(work.session, [stream_of(room_id) for room_id in tables])
    leaving, coming = list[Leaving](), list[tuple[Beginning, Mapping[UUID, Role]]]()
    changed = set[tuple[UUID, UUID]]()
    for room_id, table in sorted(tables.items()):
        number, wanted = heads[stream_of(room_id)] + 1, seated(table, speaking)
        gone, new = sorted(table.held - wanted), sorted(wanted - table.held)
        leaving += [Leaving(room_id, who, number, is_held=True) for who, _ in gone]
        leaving += [Leaving(room_id, who, number) for who, _ in new if who in table.dormant]
        coming += [
            (Beginning(room_id, number, table.units[unit], held_for=unit), {who: Role.MEMBER})
            for who, unit in new
        ]
        changed |= {(room_id, unit) for _, unit in (*gone, *new)}
    await dismiss_all(work, leaving, by=by)
    await admit_all(work, coming, by=by)
    await _tell(work, changed, by=by)
    come = frozenset(who for _, seats in coming for who in seats)
    renew(work, come & {each.account_id for each in leaving}, by=by)
    return come


async def stay(work: Work, room_ids: Collection[UUID], *, by: UUID | None) -> None:
    """Let whoever's own seat has just ended in one of these rooms stay for a unit there in whose name they may speak, and
    let those who sat there for a unit that has just left get up. Said after all else that this work does there."""
    renew(work, await follow_in(work, room_ids, by=by), by=by)


async def vacate(work: Work, room_id: UUID, people: Collection[UUID], *, by: UUID | None) -> frozenset[UUID]:
    """Let those of these people who sit in this room for a unit get up, for they come in by themselves; who did. The
    room is held. Whoever calls lets their lines knock again at the end (`renew`)."""
    seats = select(Membership.account_id, Membership.held_for).where(
        Membership.room_id == room_id,
        among(Membership.account_id, people),
        _OPEN,
        Membership.held_for.is_not(None),
    )
    found = {who: unit for who, unit in await work.session.execute(seats) if unit is not None}
    number = await next_number(work, room_id)
    await dismiss_all(work, [Leaving(room_id, who, number, is_held=True) for who in sorted(found)], by=by)
    await _tell(work, {(room_id, unit) for unit in found.values()}, by=by)
    return frozenset(found)


def renew(work: Work, people: Collection[UUID], *, by: UUID | None) -> None:
    """Let the lines of these people knock again, for they have left a room and are in it anew. Said last of all."""
    for person_id in sorted(people):
        work.state(SeatChanged(account_id=person_id), by=by)


async def _tell(work: Work, changed: Collection[tuple[UUID, UUID]], *, by: UUID | None) -> None:
    """Who reads in a room decides what one may write there. Between two nothing of it is shown."""
    if not changed:
        return
    rooms = select(Room.id).where(
        among(Room.id, {room_id for room_id, _ in changed}), Room.kind != RoomKind.DIRECT
    )
    told = set(await work.session.scalars(rooms))
    for room_id, unit in sorted(changed):
        if room_id in told:
            # Who has arranged it is no more the room's to know than who sits there.
            cause = replace(work.cause, on_behalf_of=unit)
            work.state(UnitSeated(room_id=room_id, account_id=unit), by=by, cause=cause)


def seated(table: Table, speaking: Mapping[UUID, Collection[UUID]]) -> frozenset[Held]:
    """Who shall sit there and for which unit: for one only, and as it was before if that still holds. Whoever is in the
    room in their own right needs no other seat."""
    wanted = {(who, unit) for unit in table.units for who in speaking[unit] if who not in table.members}
    kept = wanted & table.held
    settled = dict(kept)
    for who, unit in sorted(wanted):
        settled.setdefault(who, unit)
    return frozenset(settled.items())


async def _units(work: Work, room_ids: Collection[UUID]) -> dict[UUID, dict[UUID, int]]:
    """The units in each of these rooms, none for most of them."""
    found = await work.session.execute(
        select(Membership.room_id, Membership.account_id, Membership.since_ordinal)
        .join(DepartmentAccount, DepartmentAccount.account_id == Membership.account_id)
        .where(among(Membership.room_id, room_ids), _OPEN)
    )
    units = defaultdict[UUID, dict[UUID, int]](dict)
    for room_id, account_id, since in found:
        units[room_id][account_id] = since
    return units


async def _tables(
    work: Work, room_ids: Collection[UUID], units: Mapping[UUID, Mapping[UUID, int]], people: Collection[UUID]
) -> Mapping[UUID, Table]:
    seats = select(Membership.room_id, Membership.account_id, Membership.held_for).where(
        among(Membership.room_id, room_ids), _OPEN
    )
    held, members = defaultdict[UUID, set[Held]](set), defaultdict[UUID, set[UUID]](set)
    served, dormant = await served_of(work, people), defaultdict[UUID, set[UUID]](set)
    for room_id, who, unit in await work.session.execute(seats.where(Membership.held_for.is_not(None))):
        if unit is not None:
            held[room_id].add((who, unit))
    own = seats.where(Membership.held_for.is_(None), among(Membership.account_id, people))
    for room_id, who, _ in await work.session.execute(own):
        (dormant if who in served else members)[room_id].add(who)
    return {
        room_id: Table(
            units.get(room_id, {}),
            frozenset(members[room_id]),
            frozenset(held[room_id]),
            frozenset(dormant[room_id]),
        )
        for room_id in room_ids
    }


async def _shut_or_open(work: Work, account_ids: Collection[UUID]) -> None:
    """A talk between a person and a unit that is closed is put away, so that nobody writes where nobody reads; with the
    unit it comes back."""
    for is_open in (False, True):
        wrong = _talks(account_ids, is_open=is_open).where(
            Room.archived_at.is_not(None) if is_open else Room.archived_at.is_(None)
        )
        found = (await work.session.execute(wrong)).all()
        kind = LineKind.TAKEN_OUT if is_open else LineKind.ARCHIVED
        written = [
            Line(room_id=room_id, after_ordinal=newest, kind=kind, by=None) for room_id, newest in found
        ]
        line_ids = await lines.write(work, written)
        await work.session.execute(
            update(Room)
            .where(among(Room.id, [room_id for room_id, _ in found]))
            .values(archived_at=None if is_open else work.now),
            execution_options=PLAINLY,
        )
        for (room_id, _), line_id in zip(found, line_ids, strict=True):
            work.state(RoomChanged(room_id=room_id, line_ids=(line_id,)), by=None)


def _talks(account_ids: Collection[UUID], *, is_open: bool) -> Select[UUID, int]:
    """The direct talks with those of these accounts that answer, or with those that do not."""
    unit = aliased(Department)
    answers = exists().where(
        DepartmentAccount.account_id == Account.id,
        Account.status == AccountStatus.ACTIVE,
        unit.id == DepartmentAccount.department_id,
        unit.is_open.is_(True),
    )
    return (
        select(Room.id, Room.last_ordinal)
        .join(Membership, Membership.room_id == Room.id)
        .join(Account, Account.id == Membership.account_id)
        .where(Room.kind == RoomKind.DIRECT, among(Account.id, account_ids), _OPEN)
        .where(answers if is_open else ~answers)
        .order_by(Room.id)
    )
