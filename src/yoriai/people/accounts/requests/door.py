"""The door: which requests are there for an actor, and for which units they may ask. One rule for list and door."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select, true

from yoriai.kit.errors import Forbidden, NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.leaders.scope import units_of
from yoriai.people.accounts.models import Account, AccountKind, Posting
from yoriai.people.accounts.requests.models import AccountRequest
from yoriai.people.accounts.requests.policy import Asked, Reader, StateName, state_at
from yoriai.people.orgs.models import Department
from yoriai.people.orgs.tree import find as units
from yoriai.platform.work.work import Work

HANDLE = "account_requests.handle"
ANSWER = "account_requests.answer"


def known(actor: Actor, is_led: ColumnElement[bool]) -> tuple[ColumnElement[bool], ...]:
    """What must hold of a request so that the actor hears of it; `is_led` as `leads` says it."""
    of_body = AccountRequest.tenant_id == actor.tenant_id
    if actor.may(ANSWER):
        return of_body, true()
    return of_body, or_(AccountRequest.asker_id == actor.account_id, is_led)


def leads(actor: Actor) -> ColumnElement[bool]:
    """Whether the actor is the ITリーダー of a request's unit, asked of the tree at this moment."""
    return AccountRequest.department_id.in_(units_of(actor.account_id))


async def hold(work: Work, actor: Actor, asking_id: UUID) -> tuple[AccountRequest, Reader]:
    """A request kept to this work, and what the actor is to it; to strangers there is none (A4)."""
    asked = (
        select(AccountRequest)
        .where(AccountRequest.id == asking_id, *known(actor, leads(actor)))
        .with_for_update()
    )
    found = await work.session.scalar(asked)
    if found is None:
        raise NotFound
    is_led = await work.session.scalar(select(leads(actor)).where(AccountRequest.id == asking_id))
    work.read_clock()
    return found, Reader(actor.account_id, leads=bool(is_led), answers=actor.may(ANSWER))


def said_of(request: AccountRequest, now: datetime, *, is_beyond: bool = False) -> Asked:
    """What its rules are asked about."""
    state: StateName = request.state  # pyright: ignore[reportAssignmentType] a `State`
    return Asked(request.asker_id, state_at(now, state, request.lapses_at), is_beyond)


def own_units(actor: Actor) -> Select[UUID | None]:
    """The units in which the actor serves."""
    return select(Posting.department_id).where(
        Posting.account_id == actor.account_id, Posting.until.is_(None), Posting.department_id.is_not(None)
    )


async def enter_unit(work: Work, actor: Actor, unit_id: UUID) -> tuple[Department, bool]:
    """The open unit for which the actor asks, and whether they lead it. Colleagues' units are known to be there and are
    forbidden; those of other bodies are not there."""
    unit = await units.held_open(work, actor, unit_id)
    is_led = Department.id.in_(units_of(actor.account_id))
    found = select(is_led).where(Department.id == unit_id, or_(is_led, Department.id.in_(own_units(actor))))
    leads_it = await work.session.scalar(found)
    if leads_it is None:
        raise Forbidden
    return unit, bool(leads_it)


async def person_of(work: Work, actor: Actor, account_id: UUID, unit_id: UUID) -> Account:
    """The member of this unit, or of one below it, whom a request is about."""
    people = select(Account).where(
        Account.id == account_id, Account.tenant_id == actor.tenant_id, Account.kind == AccountKind.MEMBER
    )
    person = await work.session.scalar(people)
    if person is None:
        raise NotFound
    if not await serves_in(work, account_id, unit_id):
        raise Forbidden
    return person


async def serves_in(work: Work, account_id: UUID, unit_id: UUID) -> bool:
    """Whether somebody's main post is in this unit or below it now."""
    down = select(Department.id).where(Department.id == unit_id).cte("down", recursive=True)
    down = down.union_all(select(Department.id).join(down, Department.parent_id == down.c.id))
    serves = select(Posting.id).where(
        Posting.account_id == account_id,
        Posting.until.is_(None),
        Posting.main.is_(True),
        Posting.department_id.in_(select(down.c.id)),
    )
    return await work.session.scalar(serves.limit(1)) is not None
