"""Reading reactions: the counts of many messages in one query, and by name who has set one sign."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final, cast
from uuid import UUID

from sqlalchemy import tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.kit import paging
from yoriai.people.accounts.cards import Person, cards, seen_by
from yoriai.people.accounts.models import Account
from yoriai.platform.db.plainly import plainly
from yoriai.platform.db.statement import as_id, statement
from yoriai.platform.work.work import Work
from yoriai.talk.messages import queries as messages
from yoriai.talk.messages.models import Message
from yoriai.talk.reactions.models import Kind, Reaction
from yoriai.talk.reactions.wire import ReactionOut
from yoriai.talk.rooms.standing import Standing

PAGE: Final = 50
ORDER: Final = list(Kind)
COUNTS: Final = statement(
    "SELECT r.message_id, r.kind, count(*), max(CASE WHEN r.account_id = :me THEN 1 ELSE 0 END) FROM {asked}"
    " JOIN messages m ON m.id = asked.id AND m.withdrawn_at IS NULL JOIN reactions r ON r.message_id = m.id"
    " GROUP BY r.message_id, r.kind",
    asked={"id": "uuid"},
)


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
    asked = [(message_id,) for message_id in message_ids]
    signs = await plainly(session, lambda rows: rows.all(COUNTS, asked=asked, me=me))
    found: dict[UUID, list[ReactionOut]] = {}
    for message_id, kind, count, mine in signs:
        out = ReactionOut(kind=Kind(str(kind)), count=cast("int", count), mine=bool(mine))
        found.setdefault(as_id(message_id), []).append(out)
    for each in found.values():
        each.sort(key=lambda reaction: ORDER.index(reaction.kind))
    return found


async def who_set(work: Work, here: Standing, message_id: UUID, kind: Kind, *, cursor: str | None) -> Page:
    """The people whose sign of this kind stands at a message, by kana. One that was taken back has nobody."""
    message = await messages.find(work, here, message_id)
    found = (
        cards()
        .add_columns(Account.tenant_id, Account.kana_order)
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
    rows = [
        (seen_by(here.actor.redaction_class, Person(*card), tenant_id), order)
        for *card, tenant_id, order in await work.session.execute(found)
    ]
    people = [person for person, _ in rows[:PAGE]]
    if len(rows) <= PAGE:
        return Page(people, next=None)
    last, order = rows[PAGE - 1]
    return Page(people, next=paging.encode(order.decode(), last.account_id))
