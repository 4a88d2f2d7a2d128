"""The second person: agreeing to an inspection, or refusing it. Nobody answers their own asking (AUDIT-2)."""

from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import Refused
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, AccountChange, ChangeKind
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.watch.audit.inspections import door
from yoriai.watch.audit.inspections.asking import AnsweredAlready
from yoriai.watch.audit.inspections.facts import InspectionApproved, InspectionRefused
from yoriai.watch.audit.inspections.models import Inspection, State
from yoriai.watch.audit.inspections.policy import (
    HANDS_OFF_DAYS,
    MOST_REASON,
    Called,
    could_be_held_by,
    is_same_person,
    may_answer,
)
from yoriai.watch.audit.policy import without_my_number

OF_WHO_COMES_IN: Final = (
    ChangeKind.CREATED,
    ChangeKind.CHANGED,
    ChangeKind.PASSWORD_RESET,
    ChangeKind.SECOND_FACTOR_RESET,
)
"""What was done to an account that decides who comes in by it."""


class InOneHand(Refused):
    """One of the two has lately opened the other's account: then one person may hold both."""

    code = "inspections.in_one_hand"


class SamePerson(Refused):
    """Whoever asked does not answer, by no account of theirs."""

    code = "inspections.same_person"


async def approve(work: Work, actor: Actor, inspection_id: UUID) -> None:
    """Agree: from now on the two may read. Twice is the same as once."""
    asked = await _held(work, actor, inspection_id)
    if asked.state == State.APPROVED and asked.answerer_id == actor.account_id:
        return
    await _check_second(work, actor, asked)
    await _check_hands(work, actor, asked)
    _answer(work, actor, asked, State.APPROVED)
    asked.due_at = work.now + timedelta(hours=asked.hours)
    fact = InspectionApproved(
        tenant_id=asked.tenant_id,
        inspection_id=asked.id,
        room_id=asked.room_id,
        account_id=asked.asker_id,
    )
    work.state(fact, by=actor.account_id)


async def refuse(work: Work, actor: Actor, inspection_id: UUID, reason: str) -> None:
    """Refuse, and say why. Twice is the same as once."""
    answer = without_my_number(clean_line(reason, field="reason", most=MOST_REASON))
    asked = await _held(work, actor, inspection_id)
    if asked.state == State.REFUSED and asked.answerer_id == actor.account_id:
        return
    await _check_second(work, actor, asked)
    _answer(work, actor, asked, State.REFUSED)
    asked.answer, asked.ended_at, asked.ended_by = answer, work.now, actor.account_id
    fact = InspectionRefused(
        tenant_id=asked.tenant_id,
        inspection_id=asked.id,
        room_id=asked.room_id,
        account_id=asked.asker_id,
    )
    work.state(fact, by=actor.account_id)


async def _held(work: Work, actor: Actor, inspection_id: UUID) -> Inspection:
    door.check_is_a_person(actor)
    return await door.hold(work, actor, inspection_id)


async def _check_second(work: Work, actor: Actor, asked: Inspection) -> None:
    """Somebody else than whoever asked, while it waits."""
    if asked.asker_id == actor.account_id:
        raise SamePerson
    if not may_answer(door.said_of(asked), actor.account_id) or asked.due_at <= work.now:
        raise AnsweredAlready
    called = select(Account.family, Account.given, Account.kana)
    both = among(Account.id, {asked.asker_id, actor.account_id})
    one, other = [Called(*row) for row in await work.session.execute(called.where(both))]
    if is_same_person(one, other):
        raise SamePerson


async def _check_hands(work: Work, actor: Actor, asked: Inspection) -> None:
    """Whoever draws a first password for the other, or takes their second factor away, could give both words alone."""
    both = {asked.asker_id, actor.account_id}
    done = select(AccountChange.kind, AccountChange.after).where(
        among(AccountChange.account_id, both),
        AccountChange.by.in_(both),
        AccountChange.by != AccountChange.account_id,
        AccountChange.kind.in_(OF_WHO_COMES_IN),
        AccountChange.at > work.now - timedelta(days=HANDS_OFF_DAYS),
    )
    for kind, after in await work.session.execute(done):
        if kind != ChangeKind.CHANGED or could_be_held_by(after):
            raise InOneHand(days=HANDS_OFF_DAYS)


def _answer(work: Work, actor: Actor, asked: Inspection, state: State) -> None:
    asked.state, asked.answerer_id, asked.answered_at = state, actor.account_id, work.now
