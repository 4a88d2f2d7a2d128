"""Naming who acts on behalf of somebody, and ending it. The principal does both, and whoever acts may give it up."""

from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, delete, func, or_, select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import NotFound, Refused, Wrong
from yoriai.kit.ids import uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.delegates.facts import DelegateEnded, DelegateNamed, UnreadShown
from yoriai.people.accounts.delegates.models import Delegate
from yoriai.people.accounts.facts import RightsChanged
from yoriai.people.accounts.listing import listed
from yoriai.people.accounts.models import Account
from yoriai.people.accounts.take_turn import take_turn
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Work

MOST_DELEGATES: Final = 10
LONGEST: Final = timedelta(days=3_660)


class TooManyDelegates(Refused):
    """Where many act for somebody, nobody knows who does."""

    code = "delegates.too_many"


async def name(
    work: Work, actor: Actor, person_id: UUID, *, until: date | None, principal_id: UUID | None = None
) -> UUID:
    """Let a colleague act for the principal, the actor themselves unless another is given; the id of that. Once more
    moves its last day, and the same again tells nobody."""
    principal_id = principal_id or actor.account_id
    today = day_in_japan(work.now)
    await _check_wish(work, actor, person_id, until=until, principal_id=principal_id)
    await take_turn(work, principal_id)
    row = await work.session.scalar(_of(principal_id).where(Delegate.person_id == person_id))
    is_over = row is None or (row.until is not None and row.until < today)
    if row is not None and not is_over and row.until == until:
        return row.id
    if is_over:
        await _check_room(work, principal_id, today)
    if row is None:
        row = Delegate(id=uuid7(work.now), principal_id=principal_id, person_id=person_id)
        work.session.add(row)
    if is_over:
        row.since = work.now
    if is_over or actor.account_id != principal_id:
        # What the principal has let them see, they see for no longer than the principal has said.
        row.sees_unread = False
    row.until, row.by = until, actor.account_id
    await work.session.flush()
    work.state(DelegateNamed(account_id=principal_id, person_id=person_id), by=actor.account_id)
    work.state(RightsChanged(account_id=person_id), by=actor.account_id)
    return row.id


async def show_unread(work: Work, actor: Actor, delegate_id: UUID, *, shown: bool) -> None:
    """Let whoever acts for the actor see how much is unread, or no longer: from this moment on, on every line. Nobody
    else says so, and the same again tells nobody."""
    me = actor.account_id
    await take_turn(work, me)
    row = await work.session.scalar(_of(me).where(Delegate.id == delegate_id))
    if row is None:
        raise NotFound
    if row.sees_unread is shown:
        return
    row.sees_unread = shown
    await work.session.flush()
    work.state(UnreadShown(account_id=me, person_id=row.person_id, shown=shown), by=me)
    work.state(RightsChanged(account_id=row.person_id), by=me)


async def end(work: Work, actor: Actor, delegate_id: UUID) -> tuple[UUID, UUID]:
    """Let it be over from this moment on (N40), by either of the two; whose it was: principal and person. To everybody
    else there is no such thing."""
    me = actor.account_id
    theirs = or_(Delegate.principal_id == me, Delegate.person_id == me)
    for both in await end_where(work, Delegate.id == delegate_id, theirs, by=me):
        return both
    raise NotFound


async def end_where(
    work: Work, *which: ColumnElement[bool], by: UUID | None, cause: Cause | None = None
) -> list[tuple[UUID, UUID]]:
    """Let these be over, and tell both sides of each; principals and persons."""
    gone = delete(Delegate).where(*which).returning(Delegate.principal_id, Delegate.person_id)
    ended = sorted((principal, person) for principal, person in await work.session.execute(gone))
    for principal_id, person_id in ended:
        work.state(DelegateEnded(account_id=principal_id, person_id=person_id), by=by, cause=cause)
        work.state(RightsChanged(account_id=person_id), by=by, cause=cause)
    return ended


async def _check_wish(
    work: Work, actor: Actor, person_id: UUID, *, until: date | None, principal_id: UUID
) -> None:
    today = day_in_japan(work.now)
    if until is not None and not today <= until <= today + LONGEST:
        raise Wrong(field="until", reason="not_ahead")
    if person_id == principal_id:
        raise Wrong(field="account_id", reason="oneself")
    colleague = select(Account.id).where(Account.id == person_id, *listed(actor, today))
    if await work.session.scalar(colleague) is None:
        raise Wrong(field="account_id", reason="unknown")


def _of(principal_id: UUID) -> Select[Delegate]:
    return select(Delegate).where(Delegate.principal_id == principal_id)


async def _check_room(work: Work, principal_id: UUID, today: date) -> None:
    """Whose last day has passed takes no place, though the night has not put the row away yet."""
    act = (Delegate.principal_id == principal_id, or_(Delegate.until.is_(None), Delegate.until >= today))
    count = select(func.count()).select_from(Delegate).where(*act)
    if (await work.session.scalar(count) or 0) >= MOST_DELEGATES:
        raise TooManyDelegates(most=MOST_DELEGATES)
