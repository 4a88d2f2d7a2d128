"""The second step of a sign-in: the ticket of the first one, and a code; or a second factor just set up."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.days import day_in_japan
from yoriai.people.access.networks import networks_of
from yoriai.people.accounts.history import Act
from yoriai.people.accounts.models import Account, AccountGroup
from yoriai.people.accounts.policy import may_sign_in
from yoriai.people.orgs.models import Tenant
from yoriai.people.sessions import service
from yoriai.people.sessions.authenticate import Barred
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.known import mark_in
from yoriai.people.sessions.rules import SignInRules, rules_of
from yoriai.people.sessions.second_factor import keep
from yoriai.people.sessions.second_factor.models import SecondFactor
from yoriai.people.sessions.second_factor.policy import Step, next_step
from yoriai.people.sessions.second_factor.spend import Guarded, WrongCode, counted, spend
from yoriai.people.sessions.second_factor.state import holder_of
from yoriai.people.sessions.second_factor.ticket import LASTS, Second, StepOver, Ticket, stamp
from yoriai.people.sessions.service import Opened
from yoriai.people.sessions.sign_in import tell_blocked
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work


@dataclass(frozen=True, slots=True)
class Half:
    """A sign-in half finished: its ticket, and what the browser brought along."""

    ticket: Ticket
    user_agent: str
    known: str | None
    replaces: str | None


@dataclass(frozen=True, slots=True)
class House:
    """The body into which somebody comes, and what it asks of their sign-in."""

    tenant_id: UUID
    rules: SignInRules


async def with_code(works: Works, entrance: Entrance, cause: Cause, half: Half, *, code: str) -> Opened:
    """Finish with a code of the app or a recovery code; the session is durable when this returns."""
    ticket = half.ticket
    if ticket.step is not Step.CODE:
        raise StepOver
    cause = replace(cause, account_id=ticket.account_id)
    async with _guarded(works, entrance, cause, half), works.writing(cause) as work:
        house = await held(work, ticket)
        try:
            await spend(work, entrance.key, ticket.account_id, code)
        except WrongCode as refused:
            refused.whose = house.tenant_id, ticket.account_id
            raise
        return await _open(work, entrance, half, house)


async def with_new(works: Works, entrance: Entrance, cause: Cause, half: Half, *, sealed: str) -> Opened:
    """Finish by putting away the recovery codes of the second factor that was asked for. What else is open for the
    account was opened without one, and ends. Asked with a ticket of that step only."""
    ticket = half.ticket
    cause = replace(cause, account_id=ticket.account_id)
    async with _guarded(works, entrance, cause, half), works.writing(cause) as work:
        house = await held(work, ticket)
        act = Act(house.tenant_id, ticket.account_id)
        await keep.keep(work, entrance.key, act, ticket.account_id, sealed=sealed)
        await keep.end_sessions(work, ticket.account_id, by=ticket.account_id)
        return await _open(work, entrance, half, house)


async def left_for(work: Work, entrance: Entrance, account_id: UUID, *, whose: str) -> Ticket | None:
    """What is left for somebody who has just chosen a password in this work, otherwise than at the entrance."""
    holder, zone = await holder_of(work, account_id, entrance.profile), work.cause.zone or ""
    step = next_step(holder.asked(zone), holder.rules.second, day_in_japan(work.now))
    if step is None or (step is Step.SET_UP and entrance.is_relaxed):
        return None
    kept = select(Account.status, Account.password_hash, Account.first_password_mac)
    status, password_hash, mac = (await work.session.execute(kept.where(Account.id == account_id))).one()
    factor = await work.session.get(SecondFactor, account_id)
    second = Second(factor.set_up_at, factor.uses) if factor else None
    return Ticket(
        account_id=account_id,
        step=step,
        whose=whose,
        stamp=stamp(status, password_hash, mac, second),
        until=work.now + LASTS,
        fresh=None,
    )


async def still(work: Work, ticket: Ticket) -> UUID:
    """The account is what it was when its password was right; the id of its body."""
    account = await work.session.scalar(select(Account).where(Account.id == ticket.account_id))
    factor = await work.session.scalar(
        select(SecondFactor).where(SecondFactor.account_id == ticket.account_id)
    )
    today = day_in_japan(work.now)
    if (
        account is None
        or not _is_same(account, factor, ticket)
        or not may_sign_in(account.status, account.ends_on, today)
    ):
        raise StepOver
    return account.tenant_id


def _is_same(account: Account, factor: SecondFactor | None, ticket: Ticket) -> bool:
    second = Second(factor.set_up_at, factor.uses) if factor else None
    now = stamp(account.status, account.password_hash, account.first_password_mac, second)
    return ticket.stamp == now


async def held(work: Work, ticket: Ticket) -> House:
    """The same, with the account kept to this work, which is of that body from here on. Whoever has gone elsewhere
    between the two steps is where the second one is made: of their code nothing is said there."""
    await work.session.execute(select(Account.id).where(Account.id == ticket.account_id).with_for_update())
    tenant_id = await still(work, ticket)
    work.cause = replace(work.cause, tenant_id=tenant_id)
    said = await work.session.execute(
        select(Tenant.policies, AccountGroup.policies)
        .join(Account, Account.tenant_id == Tenant.id)
        .outerjoin(AccountGroup, AccountGroup.id == Account.group_id)
        .where(Account.id == ticket.account_id)
    )
    of_body, of_group = said.one()
    address = work.cause.address or ""
    if not networks_of(of_group).let_in(work.cause.zone or "", address):
        raise Barred(address, tenant_id=tenant_id, account_id=ticket.account_id)
    return House(tenant_id, rules_of(of_body, of_group))


@asynccontextmanager
async def _guarded(works: Works, entrance: Entrance, cause: Cause, half: Half) -> AsyncGenerator[None]:
    """A try is counted; and where somebody who knows the password was kept out, its owner hears of it (ZONE-8)."""
    ticket = half.ticket
    mark = mark_in(entrance.key, ticket.whose, half.known)
    guarded = Guarded(ticket.account_id, mark, entrance.attempts, entrance.failures)
    try:
        async with counted(guarded, cause, works.now()):
            yield
    except Barred as refused:
        await tell_blocked(works, cause, refused)
        raise


async def _open(work: Work, entrance: Entrance, half: Half, house: House) -> Opened:
    ticket = half.ticket
    work.read_clock()  # a suspension that ended while this work waited came before the session that begins now
    if ticket.fresh is not None:
        await service.keep_password(work, house.tenant_id, ticket.account_id, ticket.fresh)
    if half.replaces is not None:
        await service.give_way(work, half.replaces)
    return await service.open_session(
        work, ticket.account_id, entrance, user_agent=half.user_agent, rules=house.rules
    )
