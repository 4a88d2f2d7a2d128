"""Following: the room of the ITリーダー becomes what the roles of units say, whatever has changed and whoever says so.

What is done follows from the tables alone: twice is the same as once, and a fact that comes late leads nowhere else.
"""

from typing import Final
from uuid import UUID

from sqlalchemy import select, update

from yoriai.people.orgs.models import Organization
from yoriai.people.orgs.queries import queue_up
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.leader_rooms import policy
from yoriai.talk.leader_rooms.policy import Step, There
from yoriai.talk.leader_rooms.queries import House, house_of, leaders_in, room_of
from yoriai.talk.rooms import lines, ordinals
from yoriai.talk.rooms.admission import PLAINLY, Beginning, Leaving, admit, dismiss_all, joined
from yoriai.talk.rooms.facts import RoomChanged, RoomOpened
from yoriai.talk.rooms.heads import next_number
from yoriai.talk.rooms.keys import leaders_key
from yoriai.talk.rooms.labels import hold_labels
from yoriai.talk.rooms.lines import Line, LineKind
from yoriai.talk.rooms.models import Role, Room, RoomKind
from yoriai.talk.rooms.open import room_for_good

NAME: Final = "ITリーダー"
PURPOSE: Final = "ITリーダーどうしで、困ったことと工夫を分け合うルームです。"


async def follow(works: Works, organization_id: UUID) -> int:
    """Let the room of this organization follow; how many transactions that took."""
    done = 0
    while await _lacks(works, organization_id):
        async with works.writing() as work:
            await _take(work, organization_id)
        done += 1
    return done


async def _lacks(works: Works, organization_id: UUID) -> bool:
    async with works.reading() as work:
        house = await house_of(work, organization_id)
        return house is not None and await _step(work, house) is not None


async def _step(work: Work, house: House) -> Step | None:
    room = await room_of(work, house)
    if room is None and not house.is_open:
        return None
    return policy.step(await leaders_in(work, house), room, is_open=house.is_open)


async def _take(work: Work, organization_id: UUID) -> None:
    before = await house_of(work, organization_id)
    if before is None:
        return
    await hold_labels(work, before.tenant_id)
    await queue_up(work, organization_id)  # whoever rearranges the tree, or follows it elsewhere, waits
    house = await house_of(work, organization_id)
    if house is None:
        return
    work.cause = Cause(tenant_id=house.tenant_id)
    there = await room_of(work, house)
    if there is not None:
        await ordinals.hold(work, (there.room_id,))
    step = await _step(work, house)
    if step is None:
        return
    if step.room is None:
        await _open(work, house, step)
    else:
        await _change(work, step.room, step)


async def _open(work: Work, house: House, step: Step) -> None:
    home = await work.session.get_one(Organization, house.organization_id)
    room = await room_for_good(work, RoomKind.LEADERS, home, leaders_key(home.id), opened_by=None)
    room.name, room.purpose = NAME, PURPOSE
    work.session.add(room)
    await work.session.flush()
    work.state(RoomOpened(room_id=room.id), by=None)
    newcomers = dict.fromkeys(step.joining, Role.MEMBER)
    await admit(work, Beginning(room.id, since_number=1, since_ordinal=1), newcomers, by=None)


async def _change(work: Work, room: There, step: Step) -> None:
    number = await next_number(work, room.room_id)
    after = (await work.session.scalars(select(Room.last_ordinal).where(Room.id == room.room_id))).one()

    async def tell(kind: LineKind, *who: UUID) -> tuple[UUID, ...]:
        line = Line(room_id=room.room_id, after_ordinal=after, kind=kind, by=None, who=who)
        return tuple(await lines.write(work, (line,)))

    if step.is_archived is not room.is_archived:
        since = work.now if step.is_archived else None
        here = update(Room).where(Room.id == room.room_id).values(archived_at=since)
        await work.session.execute(here, execution_options=PLAINLY)
        kind = LineKind.ARCHIVED if step.is_archived else LineKind.TAKEN_OUT
        told = RoomChanged(room_id=room.room_id, changed=("archived",), line_ids=await tell(kind))
        work.state(told, by=None)
    if step.leaving:
        line_ids = await tell(LineKind.LEFT, *step.leaving)
        leaving = [
            Leaving(room.room_id, who, number, line_ids if who == step.leaving[-1] else ())
            for who in step.leaving
        ]
        await dismiss_all(work, leaving, by=None)
    if step.joining:
        line_ids = await tell(LineKind.JOINED, *step.joining)
        for fact in joined(room.room_id, step.joining, line_ids):
            work.state(fact, by=None)
        newcomers = dict.fromkeys(step.joining, Role.MEMBER)
        await admit(work, Beginning(room.room_id, number, since_ordinal=1), newcomers, by=None)
