"""Asking: from a unit, for somebody new, for a change, or for a last day; and wanting it no longer."""

from dataclasses import asdict
from uuid import UUID

from sqlalchemy import func, select

from yoriai.kit.errors import Forbidden, Refused, Wrong
from yoriai.kit.ids import SendKey, uuid7
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus
from yoriai.people.accounts.requests import door, wanting
from yoriai.people.accounts.requests.facts import (
    AccountRequestAsked,
    AccountRequestProposed,
    AccountRequestWithdrawn,
)
from yoriai.people.accounts.requests.models import OPEN, AccountRequest, Kind, State
from yoriai.people.accounts.requests.policy import LAPSES_AFTER, MOST_WAITING, MOST_WORDS, may_withdraw
from yoriai.people.accounts.requests.telling import leaders_of, tell
from yoriai.people.accounts.requests.wanting import Wanted, Wish
from yoriai.people.accounts.service import AccountGone
from yoriai.people.orgs.settings import held_tenant
from yoriai.platform.work.work import Work


class NoLeader(Refused):
    """Nobody leads the unit, so that nobody could pass it on."""

    code = "account_requests.no_leader"


class NumberTaken(Refused):
    """Somebody of the body has this employee number; whose it is, is said to administrators alone."""

    code = "account_requests.number_taken"


class TooManyWaiting(Refused):
    """So many of one asker wait for an answer."""

    code = "account_requests.too_many"


class Answered(Refused):
    """Somebody has answered it, it was withdrawn, or its time is over."""

    code = "account_requests.over"


async def ask(work: Work, actor: Actor, wish: Wish, key: SendKey) -> UUID:
    """Ask; an ITリーダー asks the administrators, everybody else their ITリーダー. The same request again is the same one
    (BASE-4)."""
    if actor.kind != AccountKind.MEMBER:
        raise Forbidden
    words = clean_line(wish.words, field="words", most=MOST_WORDS, least=0)
    await held_tenant(work, actor.tenant_id)
    known = await _known(work, actor, key)
    if known is not None:
        return known
    unit, is_led = await door.enter_unit(work, actor, wish.unit_id)
    if not is_led and not await leaders_of(work, [unit.id]):
        raise NoLeader
    person = await _person(work, actor, wish)
    wanted = await _wanted(work, actor, person, wish, has_words=bool(words))
    await _not_too_many(work, actor)
    state, fact = (State.ASKED, AccountRequestAsked) if is_led else (State.PROPOSED, AccountRequestProposed)
    request = AccountRequest(
        id=uuid7(work.now), tenant_id=actor.tenant_id, department_id=unit.id, kind=wish.kind, state=state,
        asker_id=actor.account_id, asked_at=work.now, lapses_at=work.now + LAPSES_AFTER, request_key=key,
        account_id=person.id if person else None, words=words, **asdict(wanted),
    )  # fmt: skip
    work.session.add(request)
    await work.session.flush()
    await tell(work, request, fact, by=actor.account_id)
    return request.id


async def withdraw(work: Work, actor: Actor, asking_id: UUID) -> None:
    """Want it no longer. Twice is the same as once."""
    request, who = await door.hold(work, actor, asking_id)
    if request.asker_id != actor.account_id:
        raise Forbidden
    if request.state == State.WITHDRAWN:
        return
    if not may_withdraw(door.said_of(request, work.now), who):
        raise Answered
    request.state, request.answered_at = State.WITHDRAWN, work.now
    await tell(work, request, AccountRequestWithdrawn, by=actor.account_id)


async def _known(work: Work, actor: Actor, key: SendKey) -> UUID | None:
    there = select(AccountRequest.id).where(
        AccountRequest.asker_id == actor.account_id, AccountRequest.request_key == key
    )
    return await work.session.scalar(there)


async def _person(work: Work, actor: Actor, wish: Wish) -> Account | None:
    if wish.kind is Kind.NEW:
        return None
    if wish.account_id is None:
        raise Wrong(field="account_id", reason="missing")
    person = await door.person_of(work, actor, wish.account_id, wish.unit_id)
    if person.status == AccountStatus.REMOVED:
        raise AccountGone
    return person


async def _wanted(work: Work, actor: Actor, person: Account | None, wish: Wish, *, has_words: bool) -> Wanted:
    if person is not None:
        return wanting.of(person, wish, has_words=has_words)
    wanted = wanting.new(wish)
    if await wanting.is_taken(work, actor, wanted.login_id):
        raise NumberTaken(value=wanted.login_id)
    return wanted


async def _not_too_many(work: Work, actor: Actor) -> None:
    waiting = (
        select(func.count())
        .select_from(AccountRequest)
        .where(AccountRequest.asker_id == actor.account_id)
        .where(AccountRequest.state.in_(OPEN), AccountRequest.lapses_at > work.now)
    )
    if (await work.session.scalar(waiting) or 0) >= MOST_WAITING:
        raise TooManyWaiting(most=MOST_WAITING)
