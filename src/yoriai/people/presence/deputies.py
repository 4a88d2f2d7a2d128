"""Who acts for whom: followed forwards to whoever is there, and backwards to those whom a change concerns."""

from collections.abc import Collection, Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.people.accounts.cards import Person, cards
from yoriai.people.accounts.models import Account, AccountStatus
from yoriai.people.presence.models import Absence
from yoriai.people.presence.policy import stand_in
from yoriai.platform.db.among import among


def at_work(today: date) -> ColumnElement[bool]:
    """What must hold of an account so that its holder can be written to."""
    return (Account.status == AccountStatus.ACTIVE) & or_(Account.ends_on.is_(None), Account.ends_on >= today)


async def stand_ins(session: AsyncSession, absent: Collection[UUID], today: date) -> Mapping[UUID, Person]:
    """Who acts today for each of these who are absent; missing where nobody does."""
    if not absent:
        return {}
    deputies = await _deputies_from(session, absent, today)
    named = {each for each in deputies.values() if each is not None}
    rows = await session.execute(cards().where(among(Account.id, named), at_work(today)))
    there = {row[0]: Person(*row) for row in rows}
    acting = {who: stand_in(who, deputies, there) for who in absent}
    return {who: there[deputy] for who, deputy in acting.items() if deputy is not None}


async def led_by(session: AsyncSession, people: Collection[UUID], today: date) -> set[UUID]:
    """Those absent today of whom one comes to one of these, over however many deputies."""
    found: set[UUID] = set()
    ahead = set(people)
    while ahead:
        behind = select(Absence.account_id).where(among(Absence.deputy_id, ahead), Absence.until >= today)
        ahead = set(await session.scalars(behind)) - found
        found |= ahead
    return found


async def _deputies_from(
    session: AsyncSession, absent: Collection[UUID], today: date
) -> Mapping[UUID, UUID | None]:
    """All who are absent on the way from these, each with their deputy."""
    found: dict[UUID, UUID | None] = {}
    ahead, seen = set(absent), set(absent)
    while ahead:
        here = select(Absence.account_id, Absence.deputy_id).where(
            among(Absence.account_id, ahead), Absence.until >= today
        )
        fresh = dict((await session.execute(here)).all())
        found |= fresh
        ahead = {each for each in fresh.values() if each is not None} - seen
        seen |= ahead
    return found
