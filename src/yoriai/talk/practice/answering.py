"""The helper hears what somebody does in the room to practise in, and answers: a durable reader, so it never forgets."""

from collections.abc import Collection, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.people.orgs.models import Tenant
from yoriai.platform.db.statement import Rows, statement
from yoriai.platform.facts.durable import Entry
from yoriai.platform.work.work import Work
from yoriai.talk.practice.greeter import say
from yoriai.talk.practice.models import Practice
from yoriai.talk.practice.script import SCRIPT
from yoriai.talk.rooms.facts import RoomFact, room_of
from yoriai.talk.rooms.models import ReadMark, Room
from yoriai.talk.rooms.policy import MODULE_OF

PRACTISED: Final = statement(
    "SELECT p.room_id FROM {asked} JOIN practices p ON p.room_id = asked.room LIMIT 1", asked={"room": "uuid"}
)


def is_for_helper(rows: Rows, streams: Collection[str]) -> bool:
    """Whether anything of this was done in a room to practise in. Asked of all that the town says, so it is one look."""
    rooms = [(room_id,) for room_id in map(room_of, streams) if room_id is not None]
    return bool(rows.all(PRACTISED, asked=rooms))


async def answer(work: Work, entries: Sequence[Entry]) -> None:
    """Answer what was done in these lines. Two messages in one breath are answered once; and so is a line that is
    read twice, for the helper has spoken after it already."""
    done = [(fact, entry.line.by) for entry in entries if (fact := _of_a_room(entry))]
    practices = await _practices(work, {fact.room_id for fact, _ in done})
    for fact, by in done:
        practice = practices.get(fact.room_id)
        if practice is None or by != practice.account_id or _awaited(practice) != fact.name:
            continue
        if await _has_spoken_after(work, practice, fact):
            continue
        room = await work.session.get_one(Room, fact.room_id)
        tenant = await work.session.get_one(Tenant, room.owner_tenant)
        if MODULE_OF[room.kind] not in tenant.switched_off:
            await say(work, practice, room, frozenset(tenant.switched_off))


def _of_a_room(entry: Entry) -> RoomFact | None:
    return entry.line.fact if isinstance(entry.line.fact, RoomFact) else None


def _awaited(practice: Practice) -> str | None:
    """What the helper waits for here; None where it has stepped back."""
    return SCRIPT.steps[practice.step].awaits if practice.step < len(SCRIPT.steps) else None


async def _has_spoken_after(work: Work, practice: Practice, fact: RoomFact) -> bool:
    """The helper reads no further than it speaks, so its read mark is where it last spoke."""
    ordinal = fact.about_ordinal()
    mark = await work.session.get(ReadMark, (practice.room_id, practice.helper_id), populate_existing=True)
    return ordinal is not None and mark is not None and ordinal <= mark.ordinal


async def _practices(work: Work, rooms: set[UUID]) -> dict[UUID, Practice]:
    found = await work.session.scalars(select(Practice).where(Practice.room_id.in_(rooms)).with_for_update())
    return {practice.room_id: practice for practice in found}
