"""Limiting who may write to somebody in a special post: they do themselves, or an administrator of their body does."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import delete, select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import NotFound, Refused, Wrong
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.delegates import mandates
from yoriai.people.accounts.delegates import service as delegates
from yoriai.people.accounts.delegates.mandates import Mandate
from yoriai.people.accounts.delegates.models import Delegate
from yoriai.people.accounts.listing import listed
from yoriai.people.accounts.managing.appoint import OwnRole
from yoriai.people.accounts.models import Account, EmploymentType
from yoriai.people.accounts.special_posts.facts import WritingLimited
from yoriai.people.accounts.special_posts.limits import Circle
from yoriai.people.accounts.special_posts.models import WritingLimit
from yoriai.people.accounts.take_turn import take_turn
from yoriai.people.orgs.models import Department, Organization
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work

MOST_UNITS: Final = 200
MOST_PEOPLE: Final = 200


class NotSpecialPost(Refused):
    """Only to whoever is in a special post not everybody writes."""

    code = "special_posts.not_one"


@dataclass(frozen=True, slots=True)
class Wish:
    """Who shall write to somebody."""

    circle: Circle
    units: Collection[UUID] = ()
    people: Collection[UUID] = ()


@dataclass(frozen=True, slots=True)
class SpecialPost:
    """Somebody in a special post: who writes to them, and who acts for them."""

    account_id: UUID
    circle: Circle
    units: list[UUID]
    people: list[UUID]
    delegates: Sequence[Mandate]


async def posts(work: Work, actor: Actor) -> list[SpecialPost]:
    """Everybody in a special post of the actor's body."""
    today = day_in_japan(work.now)
    asked = (
        select(Account.id)
        .where(*listed(actor, today), Account.employment_type == EmploymentType.SPECIAL_POST)
        .order_by(Account.kana_order, Account.id)
    )
    return [await _post(work, account_id) for account_id in await work.session.scalars(asked)]


async def own(work: Work, actor: Actor) -> SpecialPost | None:
    """The actor's own; None of whoever is in none."""
    account = await work.session.get_one(Account, actor.account_id)
    return await _post(work, account.id) if account.employment_type == EmploymentType.SPECIAL_POST else None


async def limit(work: Work, actor: Actor, account_id: UUID, wish: Wish) -> None:
    """Let these write to somebody in a special post, and nobody else. The same again tells nobody."""
    await check_post(work, actor, account_id)
    units, people = await _clean(work, actor, wish)
    row = await work.session.get(WritingLimit, account_id)
    if wish.circle is Circle.EVERYBODY:
        if row is None:
            return
        await work.session.delete(row)
    elif row is None:
        work.session.add(
            WritingLimit(
                account_id=account_id, circle=wish.circle, units=units, people=people, since=work.now
            )
        )
    elif (row.circle, row.units, row.people) == (wish.circle, units, people):
        return
    else:
        row.circle, row.units, row.people, row.since = wish.circle, units, people, work.now
    fact = WritingLimited(
        account_id=account_id,
        circle=wish.circle.value,
        units=tuple(map(UUID, units)),
        people=tuple(map(UUID, people)),
    )
    work.state(fact, by=actor.account_id)


async def forget_limits(work: Work, gone: Collection[UUID]) -> None:
    """Nobody is limited, or named among those who write, by a number that was somebody else's."""
    await work.session.execute(delete(WritingLimit).where(among(WritingLimit.account_id, gone)))
    names = set(map(str, gone))
    bodies = select(Account.tenant_id).where(among(Account.id, gone))
    theirs = select(WritingLimit).join(Account, Account.id == WritingLimit.account_id)
    for row in await work.session.scalars(theirs.where(Account.tenant_id.in_(bodies)).with_for_update()):
        if names.intersection(row.people):
            row.people = [who for who in row.people if who not in names]
    await work.session.flush()


async def name_delegate(
    work: Work, actor: Actor, account_id: UUID, person_id: UUID, *, until: date | None
) -> UUID:
    """An administrator names who acts for somebody in a special post, and never themselves (N19)."""
    await check_post(work, actor, account_id)
    if person_id == actor.account_id:
        raise OwnRole
    return await delegates.name(work, actor, person_id, until=until, principal_id=account_id)


async def end_delegate(work: Work, actor: Actor, account_id: UUID, delegate_id: UUID) -> tuple[UUID, UUID]:
    """And lets it be over; whose it was: principal and person."""
    await check_post(work, actor, account_id)
    this = (Delegate.id == delegate_id, Delegate.principal_id == account_id)
    for both in await delegates.end_where(work, *this, by=actor.account_id):
        return both
    raise NotFound


async def check_post(work: Work, actor: Actor, account_id: UUID) -> None:
    """Keep somebody of the actor's body to this work, who is in a special post."""
    await take_turn(work, account_id)
    asked = select(Account.employment_type).where(
        Account.id == account_id, *listed(actor, day_in_japan(work.now))
    )
    employment = await work.session.scalar(asked)
    if employment is None:
        raise NotFound
    if employment != EmploymentType.SPECIAL_POST:
        raise NotSpecialPost


async def _post(work: Work, account_id: UUID) -> SpecialPost:
    row = await work.session.get(WritingLimit, account_id)
    acting = await mandates.kept_by(work, account_id)
    if row is None:
        return SpecialPost(account_id, Circle.EVERYBODY, [], [], acting)
    units, people = ([UUID(each) for each in kept] for kept in (row.units, row.people))
    return SpecialPost(account_id, Circle(row.circle), units, people, acting)


async def _clean(work: Work, actor: Actor, wish: Wish) -> tuple[list[str], list[str]]:
    """The units and people of a wish, as they are kept; refuses those of other bodies as ones that are not there."""
    units = set(wish.units) if wish.circle is Circle.UNITS else set[UUID]()
    people = set(wish.people) if wish.circle is not Circle.EVERYBODY else set[UUID]()
    here = select(Department.id).join(Organization, Organization.id == Department.organization_id)
    found = await work.session.scalars(
        here.where(among(Department.id, units), Organization.tenant_id == actor.tenant_id)
    )
    if set(found) != units:
        raise Wrong(field="units", reason="unknown")
    colleagues = select(Account.id).where(among(Account.id, people), *listed(actor, day_in_japan(work.now)))
    if set(await work.session.scalars(colleagues)) != people:
        raise Wrong(field="people", reason="unknown")
    return sorted(map(str, units)), sorted(map(str, people))
