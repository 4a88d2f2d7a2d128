"""Beside each message the unit in which its author served when it was posted (「（当時）高齢福祉課」)."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.people.accounts.cards import Person
from yoriai.people.accounts.former_units import spells_of, unit_then
from yoriai.talk.messages.wire import MessageOut


async def with_units(
    session: AsyncSession, found: Sequence[MessageOut], people: Mapping[UUID, Person]
) -> list[MessageOut]:
    """These messages, with the units of their time beside them: one query, however many there are."""
    spells = await spells_of(session, {message.author_id for message in found})

    def unit(message: MessageOut) -> str:
        person = people.get(message.author_id)
        return unit_then(spells.get(message.author_id, ()), message.posted_at, person) if person else ""

    for message in found:
        message.unit = unit(message)
    return list(found)
