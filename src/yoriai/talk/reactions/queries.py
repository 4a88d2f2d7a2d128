"""Reading reactions: the counts of many messages in one query, and by name who has set one sign."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import case, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.kit import paging
from yoriai.people.accounts.cards import Person, cards
from yoriai.people.accounts.models import Account
from yoriai.platform.work.work import Work
from yoriai.talk.messages import queries as messages
from yoriai.talk.messages.models import Message
from yoriai.talk.reactions.models import Kind, Reaction
from yoriai.talk.reactions.wire import ReactionOut
from yoriai.talk.rooms.padding import padded
from yoriai.talk.rooms.standing import Standing

PAGE: Final = 50
ORDER: Final = list(Kind)


@dataclass(frozen=True, slots=True)
class Page:
    """Some of those who have set a sign, by kana, and where the list goes on."""

    people: Sequence[Person]
    next: str | None


async def reactions_to(
    session: AsyncSession, message_ids: Collection[UUID], me: UUID
) -> dict[UUID, list[ReactionOut]]:
    """What stands under each of these messages, in one query. One that was taken back has nothing."""
    if not message_ids:
        return {}
    statement = (
        select(
            Reaction.message_id,
            Reaction.kind,
            func.count(),
            func.max(case((Reaction.account_id == me, 1), else_=0)),
        )
        .join(Message, Message.id == Reaction.message_id)
        .where(Reaction.message_id.in_(padded(sorted(message_ids))), Message.withdrawn_at.is_(None))
        .group_by(Reaction.message_id, Reaction.kind)
    )
    found: dict[UUID, list[ReactionOut]] = {}
    for message_id, kind, count, mine in await session.execute(statement):
        out = ReactionOut(kind=Kind(kind), count=count, mine=bool(mine))
        found.setdefault(message_id, []).append(out)
    for each in found.values():
        each.sort(key=lambda reaction: ORDER.index(reaction.kind))
    return found


async def who_set(work: Work, here: Standing, message_id: UUID, kind: Kind, *, cursor: str | None) -> Page:
    """The people whose sign of this kind stands at a message, by kana. One that was taken back has nobody."""
    message = await messages.find(work, here, message_id)
    found = (
        cards()
        .add_columns(Account.kana_order)
        .join(Reaction, Reaction.account_id == Account.id)
        .join(Message, Message.id == Reaction.message_id)
        .where(Reaction.message_id == message.message_id, Reaction.kind == kind)
        .where(Message.withdrawn_at.is_(None))
        .order_by(Account.kana_order, Account.id)
        .limit(PAGE + 1)
    )
    if cursor is not None:
        order, account_id = paging.decode(cursor, str, UUID)
        found = found.where(tuple_(Account.kana_order, Account.id) > tuple_(order.encode(), account_id))
    rows = [(Person(*card), order) for *card, order in await work.session.execute(found)]
    people = [person for person, _ in rows[:PAGE]]
    if len(rows) <= PAGE:
        return Page(people, next=None)
    last, order = rows[PAGE - 1]
    return Page(people, next=paging.encode(order.decode(), last.account_id))
