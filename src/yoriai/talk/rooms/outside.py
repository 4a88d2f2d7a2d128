"""Rooms that somebody reads from an Internet device for the first time: they are told, in a line of their own (ZONE-4).

What is told follows from the tables alone, so twice is the same as once; and nobody who reads, writes or hears is asked
anything. A room in which somebody reads so from its beginning is told nothing: nothing has changed there.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select, update
from sqlalchemy.orm import aliased

from yoriai.people.sessions.facts import SessionBegan
from yoriai.people.sessions.models import Session
from yoriai.people.zones.zone import Zone
from yoriai.platform.db.among import among
from yoriai.platform.facts.durable import Entry
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.jobs.queue import enqueue
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import lines, ordinals
from yoriai.talk.rooms.facts import RoomChanged, RoomEntered, RoomUnsealed
from yoriai.talk.rooms.lines import Line, LineKind
from yoriai.talk.rooms.losing import LATELY
from yoriai.talk.rooms.models import Membership, Room, RoomKind

TELL_OUTSIDE: Final = "rooms.tell_outside"
FORGET_OUTSIDE: Final = "rooms.forget_outside"
TELLING: Final = frozenset({SessionBegan, RoomEntered, RoomUnsealed})
"""The facts after which a room may be read from the Internet side that was not."""
MOST_AT_ONCE: Final = 100
PLAINLY: Final = {"synchronize_session": False}  # no row is held as an object here


async def note(work: Work, entries: Sequence[Entry]) -> None:
    """Leave a job for each person by whom it may have come about; one question, and mostly no job."""
    people = {
        entry.line.fact.account_id
        for entry in entries
        if isinstance(entry.line.fact, RoomEntered | RoomUnsealed)
        or (isinstance(entry.line.fact, SessionBegan) and entry.cause.zone == Zone.INTERNET)
    }
    if people:
        concerned = _untold(work, among(Membership.account_id, people)).order_by(None).distinct()
        found = await work.session.scalars(concerned.with_only_columns(Membership.account_id))
        for account_id in sorted(found):
            await enqueue(work, TELL_OUTSIDE, body={"account": str(account_id)})


async def tell(works: Works, body: Mapping[str, object]) -> None:
    """Leave a line in every room of this person, or without one of everybody, that is read so and was not told."""
    account = body.get("account")
    whose = () if account is None else (Membership.account_id == UUID(str(account)),)
    more = True
    while more:
        async with works.reading() as work:
            more = (await work.session.scalar(_untold(work, *whose).limit(1))) is not None
        if more:
            async with works.writing() as work:
                await _tell(work, whose)


async def forget(works: Works, _: Mapping[str, object]) -> None:
    """Every night: rooms that nobody has read so for long, or that are shut there, are told again one day; and whatever
    no fact has told is told now."""
    async with works.writing() as work:
        gone = update(Room).where(
            Room.outside_told.is_(True), ~_reads_outside(work) | Room.lgwan_only.is_(True)
        )
        await work.session.execute(gone.values(outside_told=False), execution_options=PLAINLY)
    await tell(works, {})


async def _tell(work: Work, whose: Collection[ColumnElement[bool]]) -> None:
    found = set(await work.session.scalars(_untold(work, *whose).distinct().limit(MOST_AT_ONCE)))
    await ordinals.hold(work, found)
    # Whoever held them before may have told them, or put them away.
    columns = Room.id, Room.owner_tenant, Room.last_ordinal, _from_its_beginning(work)
    held = _untold(work, among(Room.id, found)).with_only_columns(*columns).distinct().order_by(Room.id)
    rooms = (await work.session.execute(held)).all()
    changed = [(room_id, tenant_id, newest) for room_id, tenant_id, newest, is_old in rooms if not is_old]
    told = update(Room).where(among(Room.id, [room_id for room_id, *_ in rooms])).values(outside_told=True)
    await work.session.execute(told, execution_options=PLAINLY)
    written = [
        Line(room_id=room_id, after_ordinal=newest, kind=LineKind.OUTSIDE, by=None)
        for room_id, _, newest in changed
    ]
    for (room_id, tenant_id, _), line_id in zip(changed, await lines.write(work, written), strict=True):
        fact = RoomChanged(room_id=room_id, line_ids=(line_id,))
        work.state(fact, by=None, cause=Cause(tenant_id=tenant_id))


def _untold(work: Work, *only: ColumnElement[bool]) -> Select[UUID]:
    """Rooms that one of these seats makes one that is read from the Internet side, and that were not told so."""
    return (
        select(Room.id)
        .join(Membership, Membership.room_id == Room.id)
        .where(Room.outside_told.is_(False), Room.lgwan_only.is_(False), Room.archived_at.is_(None))
        .where(Room.kind.not_in((RoomKind.SELF, RoomKind.PRACTICE)))
        .where(Membership.is_open.is_(True), _lately(work).exists(), *only)
        .order_by(Room.id)
    )


def _lately(work: Work, seat: type[Membership] = Membership) -> Select[UUID]:
    """Sessions of a member there that count as reading: the rule of who reads a room (`timeline.readers`)."""
    return (
        select(Session.id)
        .where(Session.account_id == seat.account_id, Session.zone == Zone.INTERNET)
        .where(Session.last_used_at > work.now - LATELY)
        .correlate(seat, Room)
    )


def _reads_outside(work: Work) -> ColumnElement[bool]:
    seat = aliased(Membership)
    seats = select(seat.id).where(seat.room_id == Room.id, seat.is_open.is_(True))
    return seats.where(_lately(work, seat).exists()).correlate(Room).exists()


def _from_its_beginning(work: Work) -> ColumnElement[bool]:
    """Whether somebody who was there when it was opened had been on the Internet side before."""
    seat = aliased(Membership)
    first = select(seat.id).where(seat.room_id == Room.id, seat.is_open.is_(True))
    before = _lately(work, seat).where(Session.began_at <= Room.opened_at).exists()
    return first.where(seat.joined_at <= Room.opened_at, before).correlate(Room).exists()
