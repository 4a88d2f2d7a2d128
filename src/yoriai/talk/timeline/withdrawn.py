"""What is left of messages that were taken back: a line in their place, or nothing; and the newest words of the room."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.people.accounts.cards import people_of
from yoriai.platform.facts.fact import Fact
from yoriai.talk.messages import said_by
from yoriai.talk.messages.facts import MessageWithdrawn
from yoriai.talk.messages.former_units import with_units
from yoriai.talk.messages.models import Message
from yoriai.talk.messages.parts import first_words
from yoriai.talk.messages.queries import newest_shown, shown_of
from yoriai.talk.messages.said_by import SaidBy
from yoriai.talk.messages.threads import threads_under
from yoriai.talk.messages.wire import people_in
from yoriai.talk.rooms.models import Membership, Room
from yoriai.talk.rooms.padding import padded
from yoriai.talk.timeline.rows import MOST_OF_LAST, named_at
from yoriai.talk.timeline.told import WithdrawnFactOut
from yoriai.talk.timeline.wire import LastMessage


async def render_withdrawn(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """The body of each fact. Whoever shows the room's list can say what its newest words are now."""
    gone = [fact for fact in facts if isinstance(fact, MessageWithdrawn)]
    ids = padded([fact.message_id for fact in gone])
    left = await shown_of(session, ids, klass)
    roots = await _roots(session, ids)
    threads = await threads_under(session, set(roots.values()))
    newest = await _newest(session, {fact.room_id for fact in gone}, klass)
    named = people_in(left) | {who for last in newest.values() for who in named_at(last)}
    people = await people_of(session, named, klass)
    lines = {each.message_id: each for each in await with_units(session, left, people)}

    def body(fact: MessageWithdrawn) -> dict[str, object]:
        line, last = lines.get(fact.message_id), newest.get(fact.room_id)
        root = roots.get(fact.message_id)
        mine = (people_in([line]) if line else set[UUID]()) | (named_at(last) if last else set[UUID]())
        out = WithdrawnFactOut(
            room_id=fact.room_id,
            message_id=fact.message_id,
            ordinal=fact.ordinal,
            message=line,
            thread_id=root,
            thread=threads.get(root) if root else None,
            last=last,
            people={who: people[who] for who in mine if who in people},
        )
        return out.model_dump(mode="json")

    return [body(fact) for fact in gone]


async def _roots(session: AsyncSession, ids: Sequence[UUID]) -> dict[UUID, UUID]:
    """Under which message each of these stands that stands under one."""
    under = select(Message.id, Message.thread_id).where(Message.id.in_(ids), Message.thread_id.is_not(None))
    return {message_id: root for message_id, root in await session.execute(under) if root}


async def _newest(session: AsyncSession, room_ids: Collection[UUID], klass: str) -> dict[UUID, LastMessage]:
    """The newest message of each of these rooms, where nobody in it came too late to read it (D17)."""
    latecomers = select(Membership.id).where(
        Membership.room_id == Message.room_id,
        Membership.is_open.is_(True),
        Membership.since_ordinal > Message.ordinal,
    )
    statement = (
        select(
            Message.room_id,
            Message.id,
            Message.parts,
            Message.posted_at,
            Message.withdrawn_at,
            *said_by.COLUMNS,
        )
        .join(Room, Room.id == Message.room_id)
        .outerjoin(said_by.UNIT, said_by.IS_UNIT)
        .where(Room.id.in_(padded(sorted(room_ids))), Message.ordinal == newest_shown(Room.id))
        .where(~latecomers.exists())
    )
    found: dict[UUID, LastMessage] = {}
    for room_id, message_id, parts, posted_at, gone_at, *names in await session.execute(statement):
        said = SaidBy.of(*names).to(klass)
        found[room_id] = LastMessage(
            message_id=message_id,
            author_id=said.author_id,
            on_behalf_of=said.on_behalf_of,
            text=first_words([] if gone_at else parts, MOST_OF_LAST),
            posted_at=posted_at,
            is_withdrawn=gone_at is not None,
            withdrawn_by=said.withdrawn_by,
        )
    return found
