"""Following: the rooms of an organization become what its tree says, in pieces that hold no lock for long.

Whatever has changed, and whoever says so, what is done follows from the tables alone. So twice is the same as once,
and a fact that comes late or is told twice leads nowhere else. A whole city is compared without a lock; under the lock
each piece is compared again, but only as far as its own people go.
"""

from collections.abc import Mapping, Sequence
from typing import Final, cast
from uuid import UUID

from sqlalchemy import Table, bindparam, insert, update

from yoriai.kit.ids import uuid7
from yoriai.people.orgs.queries import queue_up
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.departments import handover
from yoriai.talk.departments.policy import Step, pieces, still
from yoriai.talk.departments.queries import House, house_of, lacking, lacking_of
from yoriai.talk.departments.telling import Lines, lines_of
from yoriai.talk.rooms import ordinals
from yoriai.talk.rooms.admission import Beginning, Leaving, admit_all, dismiss_all, joined
from yoriai.talk.rooms.facts import RoomChanged, RoomOpened, stream_of
from yoriai.talk.rooms.heads import heads_of
from yoriai.talk.rooms.models import Role, Room, RoomKind

MOST_AT_ONCE: Final = 100
"""Comings and goings in one transaction: some hundredths of a second, and some tenths where all is busy."""

_ROOMS: Final = cast("Table", Room.__table__)


async def follow(works: Works, organization_id: UUID) -> int:
    """Let every room of this organization follow the tree; how many transactions that took."""
    done = 0
    while planned := await _planned(works, organization_id):
        for piece in pieces(planned, MOST_AT_ONCE):
            async with works.writing() as work:
                await _take(work, organization_id, piece)
            done += 1
    return done


async def _planned(works: Works, organization_id: UUID) -> Sequence[Step]:
    async with works.reading() as work:
        house = await house_of(work, organization_id)
        return await lacking(work, house) if house is not None else ()


async def _take(work: Work, organization_id: UUID, piece: Sequence[Step]) -> None:
    await queue_up(work, organization_id)  # whoever rearranges the tree, or follows it elsewhere, waits
    house = await house_of(work, organization_id)
    if house is not None:
        work.cause = Cause(tenant_id=house.tenant_id)
        await _write(work, house, still(piece, await lacking_of(work, house, piece)))


async def _write(work: Work, house: House, steps: Sequence[Step]) -> None:
    """In so many statements, however many rooms and people there are."""
    there = [step.room.room_id for step in steps if step.room]
    await ordinals.hold(work, there)
    heads = await heads_of(work.session, [stream_of(room_id) for room_id in there])
    opened = await _open(work, house, [step for step in steps if step.room is None])
    told = await lines_of(work, steps)
    await _rename(work, steps, told)
    changed = [
        (step, Beginning(step.room.room_id, heads[stream_of(step.room.room_id)] + 1, since_ordinal=1))
        for step in steps
        if step.room
    ]
    await _let_go(work, house, changed, told)
    await handover.come_back(work, {(here.room_id, who) for step, here in changed for who in step.joining})
    for step, here in changed:
        for fact in joined(here.room_id, step.joining, told[here.room_id].joining):
            work.state(fact, by=None)
    newcomers = [(here, dict.fromkeys(step.joining, Role.MEMBER)) for step, here in (*opened, *changed)]
    await admit_all(work, newcomers, by=None)


async def _open(work: Work, house: House, steps: Sequence[Step]) -> Sequence[tuple[Step, Beginning]]:
    opened = [(step, Beginning(uuid7(work.now), since_number=1, since_ordinal=1)) for step in steps]
    if opened:
        await work.session.execute(insert(_ROOMS), [_row(work, house, *each) for each in opened])
    for _, here in opened:
        work.state(RoomOpened(room_id=here.room_id), by=None)
    return opened


def _row(work: Work, house: House, step: Step, here: Beginning) -> dict[str, object]:
    return {
        "id": here.room_id,
        "organization_id": house.organization_id,
        "owner_tenant": house.tenant_id,
        "kind": RoomKind.DEPARTMENT,
        "department_id": step.unit_id,
        "name": step.name,
        "purpose": step.purpose,
        "label": house.label.number,
        "lgwan_only": house.label.seals,
        "template": None,
        "policies": {},
        "last_ordinal": 0,
        "opened_by": None,
        "opened_at": work.now,
        "archived_at": None,
        "request_key": here.room_id.hex[:26],
    }


async def _rename(work: Work, steps: Sequence[Step], told: Mapping[UUID, Lines]) -> None:
    changed = [(step.room.room_id, step) for step in steps if step.room and step.changes_words]
    if not changed:
        return
    rows = [
        {
            "room": room_id,
            "called": step.name,
            "for_what": step.purpose,
            "since": work.now if step.is_archived else None,
        }
        for room_id, step in changed
    ]
    words: dict[str, object] = {
        "name": bindparam("called"),
        "purpose": bindparam("for_what"),
        "archived_at": bindparam("since"),
    }
    connection = await work.session.connection()
    await connection.execute(update(_ROOMS).where(_ROOMS.c.id == bindparam("room")).values(words), rows)
    for room_id, _ in changed:
        work.state(RoomChanged(room_id=room_id, line_ids=told[room_id].words), by=None)


async def _let_go(
    work: Work, house: House, changed: Sequence[tuple[Step, Beginning]], told: Mapping[UUID, Lines]
) -> None:
    leaving = [
        Leaving(
            here.room_id,
            account_id,
            here.since_number,
            told[here.room_id].leaving if account_id == step.leaving[-1] else (),
        )
        for step, here in changed
        for account_id in step.leaving
    ]
    places = {(each.room_id, each.account_id) for each in leaving}
    moved = await handover.find_moved(work, house.organization_id, places)
    await dismiss_all(work, leaving, by=None)
    rooms = {step.room.room_id: step.room for step, _ in changed if step.room}
    await handover.begin(work, house.organization_id, moved, days=house.handover_days, rooms=rooms)
