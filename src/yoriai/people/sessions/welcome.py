"""The first day: what a person is shown of themselves, that they have gone through it, and what they say is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update

from yoriai.kit import paging
from yoriai.kit.errors import NotFound
from yoriai.kit.ids import uuid7
from yoriai.kit.text import clean
from yoriai.people.access.actor import Actor
from yoriai.people.accounts import history
from yoriai.people.accounts.cards import Person, people_of
from yoriai.people.accounts.facts import Acted
from yoriai.people.accounts.history import Act, Noted
from yoriai.people.accounts.models import Account, ChangeKind
from yoriai.people.accounts.take_turn import take_turn
from yoriai.people.orgs.models import Tenant
from yoriai.people.sessions.models import Correction
from yoriai.platform.work.work import Work

MOST_WORDS = 500  # characters
PAGE = 50


@dataclass(frozen=True, slots=True)
class Oneself:
    """How the roster has somebody: for the question whether that is right."""

    person: Person
    login_id: str
    contact: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A correction that somebody has asked for."""

    correction_id: UUID
    person: Person
    login_id: str
    words: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Page:
    """Some of them, and where the list goes on."""

    corrections: Sequence[Asked]
    next: str | None


async def oneself(work: Work, actor: Actor) -> Oneself:
    """The actor's own line in the roster."""
    row = await work.session.execute(
        select(Account.login_id, Tenant.contact)
        .join(Tenant, Tenant.id == Account.tenant_id)
        .where(Account.id == actor.account_id)
    )
    login_id, contact = row.one()
    return Oneself(
        (await people_of(work.session, {actor.account_id}, actor.redaction_class))[actor.account_id],
        login_id,
        contact,
    )


async def welcomed(work: Work, actor: Actor) -> None:
    """The first day is gone through, on whatever device. Saying it again changes nothing."""
    await work.session.execute(
        update(Account)
        .where(Account.id == actor.account_id, Account.welcomed_at.is_(None))
        .values(welcomed_at=work.now)
    )


async def ask_correction(work: Work, actor: Actor, words: str) -> None:
    """Tell the administrators what should stand there. Asked again before it was seen to, the newer words count;
    the same words again change nothing."""
    said = clean(words, field="words", most=MOST_WORDS)
    me = actor.account_id
    # One person's requests pass one by one, so that a doubled click does not ask twice.
    await take_turn(work, me)
    open_one = select(Correction).where(Correction.account_id == me, Correction.settled_at.is_(None))
    before = await work.session.scalar(open_one)
    if before is not None and before.words == said:
        return
    asked = Noted(me, ChangeKind.CORRECTION_ASKED, after={"words": said})
    await history.note(work, Act(actor.tenant_id, me), asked)
    work.state(Acted(account_id=me, act="correction_asked"), by=me)
    if before is not None:
        before.words, before.asked_at = said, work.now
        return
    work.session.add(
        Correction(
            id=uuid7(work.now),
            tenant_id=actor.tenant_id,
            account_id=me,
            asked_at=work.now,
            words=said,
            settled_at=None,
            settled_by=None,
        )
    )


async def corrections(work: Work, actor: Actor, *, cursor: str | None) -> Page:
    """What people of the actor's own body have asked for and nobody has seen to, the oldest first. Two questions a page."""
    asked = (
        select(Correction, Account.login_id)
        .join(Account, Account.id == Correction.account_id)
        .where(Correction.tenant_id == actor.tenant_id, Correction.settled_at.is_(None))
        .order_by(Correction.id)
        .limit(PAGE + 1)
    )
    if cursor is not None:
        (after,) = paging.decode(cursor, UUID)
        asked = asked.where(Correction.id > after)
    rows = (await work.session.execute(asked)).all()
    people = await people_of(
        work.session, {each.account_id for each, _ in rows[:PAGE]}, actor.redaction_class
    )
    found = [
        Asked(each.id, people[each.account_id], login_id, each.words, each.asked_at)
        for each, login_id in rows[:PAGE]
    ]
    more = len(rows) > PAGE
    return Page(found, next=paging.encode(found[-1].correction_id) if more else None)


async def settle(work: Work, actor: Actor, correction_id: UUID) -> None:
    """Somebody has seen to it. Settling again changes nothing."""
    found = await work.session.scalar(
        select(Correction)
        .where(Correction.id == correction_id, Correction.tenant_id == actor.tenant_id)
        .with_for_update()
    )
    if found is None:
        raise NotFound
    if found.settled_at is None:
        found.settled_at, found.settled_by = work.now, actor.account_id
        settled = Acted(account_id=actor.account_id, act="correction_settled", person_id=found.account_id)
        work.state(settled, by=actor.account_id)
