"""Following: the rooms of an organization become what its tree says, in pieces that hold no lock for long.

Whatever has changed, and whoever says so, what is done follows from the tables alone. So twice is the same as once,
and a fact that comes late or is told twice leads nowhere else.
"""

from collections.abc import Collection, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import update

from yoriai.kit.ids import uuid7
from yoriai.people.orgs.queries import queue_up
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.departments.policy import Step, There, piece
from yoriai.talk.departments.queries import House, house_of, lacking
from yoriai.talk.rooms import ordinals
from yoriai.talk.rooms.admission import Beginning, admit, dismiss
from yoriai.talk.rooms.facts import MemberJoined, RoomChanged, RoomOpened, stream_of
from yoriai.talk.rooms.heads import heads_of
from yoriai.talk.rooms.models import Role, Room, RoomKind

MOST_AT_ONCE: Final = (
    100  # comings and goings in one transaction: a few tenths of a second, also where all is busy
)


async def follow(works: Works, organization_id: UUID) -> int:
    """Let every room of this organization follow the tree; how many transactions that took."""
    pieces = 0
    while await _is_behind(works, organization_id):
        async with works.writing() as work:
            await queue_up(
                work, organization_id
            )  # whoever rearranges the tree, or follows it elsewhere, waits
            house = await house_of(work, organization_id)
            if house is not None:
                work.cause = Cause(tenant_id=house.tenant_id)
                await _take(work, house, piece(await lacking(work, house), MOST_AT_ONCE))
        pieces += 1
    return pieces


async def _is_behind(works: Works, organization_id: UUID) -> bool:
    async with works.reading() as work:
        house = await house_of(work, organization_id)
        return house is not None and bool(await lacking(work, house))


async def _take(work: Work, house: House, taken: Sequence[Step]) -> None:
    there = [step.room.room_id for step in taken if step.room]
    await ordinals.hold(work, there)
    heads = await heads_of(work.session, [stream_of(room_id) for room_id in there])
    for step in taken:
        if step.room is None:
            await _open(work, house, step)
        else:
            await _change(work, step, step.room, heads[stream_of(step.room.room_id)] + 1)


async def _open(work: Work, house: House, step: Step) -> None:
    room_id = uuid7(work.now)
    work.session.add(
        Room(
            id=room_id,
            organization_id=house.organization_id,
            owner_tenant=house.tenant_id,
            kind=RoomKind.DEPARTMENT,
            department_id=step.unit_id,
            name=step.name,
            purpose=step.purpose,
            label=None,
            template=None,
            policies={},
            last_ordinal=0,
            opened_by=None,
            opened_at=work.now,
            archived_at=None,
            request_key=room_id.hex[:26],
        )
    )
    await work.session.flush()
    work.state(RoomOpened(room_id=room_id), by=None)
    await _let_in(work, Beginning(room_id, since_number=1, since_ordinal=1), step.joining)


async def _change(work: Work, step: Step, room: There, number: int) -> None:
    if step.changes_words:
        archived_at = work.now if step.is_archived else None
        changed = update(Room).where(Room.id == room.room_id)
        await work.session.execute(
            changed.values(name=step.name, purpose=step.purpose, archived_at=archived_at)
        )
        work.state(RoomChanged(room_id=room.room_id), by=None)
    await dismiss(work, room.room_id, step.leaving, number=number, by=None)
    for account_id in step.joining:
        work.state(MemberJoined(room_id=room.room_id, account_id=account_id, role=Role.MEMBER), by=None)
    await _let_in(work, Beginning(room.room_id, number, since_ordinal=1), step.joining)


async def _let_in(work: Work, here: Beginning, people: Collection[UUID]) -> None:
    if people:
        await admit(work, here, dict.fromkeys(people, Role.MEMBER), by=None)
