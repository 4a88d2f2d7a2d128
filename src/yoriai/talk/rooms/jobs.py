"""Rooms whose last day has passed: each is told once, in the night after it. Nothing is put away by itself (ROOM-3)."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from sqlalchemy import Select, or_, select, update

from yoriai.kit.days import day_in_japan
from yoriai.platform.db.among import among
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import lines, ordinals
from yoriai.talk.rooms.facts import RoomChanged
from yoriai.talk.rooms.lines import Line, LineKind
from yoriai.talk.rooms.models import Room

TELL_ENDED: Final = "rooms.tell_ended"
MOST_AT_ONCE: Final = 100


async def tell_ended(works: Works, _: Mapping[str, object]) -> None:
    """Leave a line in every room that has come to its end, some at a time. Twice is the same as once."""
    more = True
    while more:
        async with works.reading() as work:
            more = bool((await work.session.scalars(_ended(work).limit(1))).all())
        if more:
            async with works.writing() as work:
                await _tell(work)


async def _tell(work: Work) -> None:
    found = (await work.session.scalars(_ended(work).limit(MOST_AT_ONCE))).all()
    await ordinals.hold(work, found)
    # Whoever held them before may have moved their end, or put them away.
    held = _ended(work).with_only_columns(Room.id, Room.owner_tenant, Room.last_ordinal, Room.ends_on)
    rooms = (await work.session.execute(held.where(among(Room.id, found)))).all()
    ended = [
        Line(
            room_id=room_id,
            after_ordinal=newest,
            kind=LineKind.ENDED,
            by=None,
            words=ends_on.isoformat() if ends_on else "",
        )
        for room_id, _, newest, ends_on in rooms
    ]
    told = (
        update(Room).where(among(Room.id, [room_id for room_id, *_ in rooms])).values(end_told=Room.ends_on)
    )
    await work.session.execute(told, execution_options={"synchronize_session": False})
    line_ids = await lines.write(work, ended)
    for (room_id, tenant_id, *_), line_id in zip(rooms, line_ids, strict=True):
        fact = RoomChanged(room_id=room_id, line_ids=(line_id,))
        work.state(fact, by=None, cause=Cause(tenant_id=tenant_id))


def _ended(work: Work) -> Select[UUID]:
    """Rooms beyond their last day of which they have not been told yet."""
    return (
        select(Room.id)
        .where(Room.ends_on < day_in_japan(work.now), Room.archived_at.is_(None))
        .where(or_(Room.end_told.is_(None), Room.end_told != Room.ends_on))
        .order_by(Room.id)
    )
