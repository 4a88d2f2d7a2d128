"""Somebody asks somebody of another body for a talk, and takes that back. How the other answers is told by nothing but a
yes: whatever is asked, checked, written and told is the same, whether they said no, blocked, or have not looked."""

from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from yoriai.kit.errors import NotFound
from yoriai.kit.ids import uuid7
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.reach import reaches_beyond
from yoriai.platform.work.work import Work
from yoriai.talk.neighbours.answer import accept, hold_both
from yoriai.talk.neighbours.between import Between, State, asks_to_answer
from yoriai.talk.neighbours.bodies import bodies_for
from yoriai.talk.neighbours.facts import AsksChanged, TalkAsked, TalkAskWithdrawn
from yoriai.talk.neighbours.find import body_of_one_found
from yoriai.talk.neighbours.models import BlockedNeighbour, TalkAsk
from yoriai.talk.neighbours.policy import (
    DAY,
    LAPSES_AFTER,
    MOST_A_DAY,
    MOST_WORDS,
    AskedEnough,
    AskedLately,
    BeyondReach,
    BlockedByOneself,
)
from yoriai.talk.rooms.across import talk_of

FRESH: Final = {"populate_existing": True}


async def ask(work: Work, actor: Actor, person_id: UUID, words: str) -> Between:
    """Ask this person, who is found, for a talk. Asking again changes nothing; whoever is asked by them says yes by it."""
    words = clean_line(words, field="words", most=MOST_WORDS, least=0)
    if not await reaches_beyond(work, actor):
        raise BeyondReach
    me = actor.account_id
    body_id = await body_of_one_found(work, actor, person_id)
    await hold_both(work, {actor.tenant_id, body_id}, {me, person_id})
    if await work.session.get(BlockedNeighbour, (me, person_id)) is not None:
        raise BlockedByOneself
    if room_id := await talk_of(work, me, person_id):
        return Between(State.TALK, room_id=room_id)
    if theirs := await _asked_by(work, actor, person_id):
        return Between(State.TALK, room_id=await accept(work, actor, theirs))
    return Between(State.WAITING, await _ask(work, me, person_id, words))


async def withdraw(work: Work, actor: Actor, person_id: UUID) -> None:
    """Take an asking back; the other does not see it any more. Twice is the same as once."""
    me = actor.account_id
    await hold_both(work, (), {me, person_id})
    asked = await _own(work, me, person_id)
    if asked is None or asked.lapses_at <= work.now or await talk_of(work, me, person_id):
        raise NotFound
    _take_back(work, asked)


async def stop_asking(work: Work, me: UUID, person_id: UUID) -> None:
    """Whoever wants no talk with somebody any more, who is held, asks them for none: else a yes would open it."""
    asked = await _own(work, me, person_id)
    if asked is not None and asked.lapses_at > work.now:
        _take_back(work, asked)


def _take_back(work: Work, asked: TalkAsk) -> None:
    if asked.withdrawn_at is None:
        asked.withdrawn_at = work.now
        work.state(TalkAskWithdrawn(account_id=asked.asker_id, person_id=asked.asked_id), by=asked.asker_id)
        work.state(AsksChanged(account_id=asked.asked_id), by=asked.asker_id)


async def _ask(work: Work, me: UUID, person_id: UUID, words: str) -> datetime:
    before = await _own(work, me, person_id)
    if before is not None and before.lapses_at > work.now:
        if before.withdrawn_at is not None:
            raise AskedLately
        return before.lapses_at
    await _check_asked_few(work, me)
    if before is not None:
        await work.session.delete(before)
        await work.session.flush()
    lapses_at = work.now + LAPSES_AFTER
    work.session.add(
        TalkAsk(
            id=uuid7(work.now),
            asker_id=me,
            asked_id=person_id,
            words=words,
            made_at=work.now,
            lapses_at=lapses_at,
        )
    )
    work.state(TalkAsked(account_id=me, person_id=person_id), by=me)
    work.state(AsksChanged(account_id=person_id), by=me)
    return lapses_at


async def _own(work: Work, me: UUID, person_id: UUID) -> TalkAsk | None:
    asked = select(TalkAsk).where(TalkAsk.asker_id == me, TalkAsk.asked_id == person_id)
    return await work.session.scalar(asked, execution_options=FRESH)


async def _asked_by(work: Work, actor: Actor, person_id: UUID) -> UUID | None:
    """The asking of this person that waits for the actor's answer."""
    bodies = await bodies_for(work, actor)
    waiting = select(TalkAsk.id).where(TalkAsk.asker_id == person_id, *asks_to_answer(work, actor, bodies))
    return await work.session.scalar(waiting)


async def _check_asked_few(work: Work, me: UUID) -> None:
    """Counted over all that were asked, taken back and answered or not: by the count nobody learns of an answer."""
    lately = select(func.count()).where(TalkAsk.asker_id == me, TalkAsk.made_at > work.now - DAY)
    if (await work.session.scalar(lately) or 0) >= MOST_A_DAY:
        raise AskedEnough(most=MOST_A_DAY)
