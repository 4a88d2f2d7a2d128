"""What waits: askings that somebody may answer, those that they have made, and whom they have blocked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select, tuple_

from yoriai.kit import paging
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import Person, people_of
from yoriai.people.accounts.models import Account
from yoriai.platform.work.work import Work
from yoriai.talk.neighbours.between import asks_to_answer
from yoriai.talk.neighbours.bodies import bodies_for, shown_here
from yoriai.talk.neighbours.models import Answer, BlockedNeighbour, TalkAsk

PAGE: Final = 50


@dataclass(frozen=True, slots=True)
class Asking:
    """An asking that waits for an answer: whose it is, with body and department, and what they say."""

    ask_id: UUID
    person: Person
    words: str
    made_at: datetime
    lapses_at: datetime


@dataclass(frozen=True, slots=True)
class Sent:
    """An asking that somebody has made, as they see it: it waits, however it was answered."""

    person: Person
    words: str
    made_at: datetime
    lapses_at: datetime
    is_withdrawn: bool


@dataclass(frozen=True, slots=True)
class Blocked:
    """Somebody who is blocked, and since when."""

    person: Person
    since: datetime


async def to_answer(work: Work, actor: Actor, cursor: str | None) -> tuple[Sequence[Asking], str | None]:
    """Those that the actor may answer here, the newest first: exactly those that `answer` opens."""
    asked = select(TalkAsk).order_by(TalkAsk.id.desc()).limit(PAGE + 1)
    if cursor is not None:
        (last,) = paging.decode(cursor, UUID)
        asked = asked.where(TalkAsk.id < last)
    bodies = await bodies_for(work, actor)
    if not bodies:  # nobody asks people of a body that never took part: nothing is looked for
        return [], None
    asked = asked.where(*asks_to_answer(work, actor, bodies))
    rows = (await work.session.scalars(asked)).all()
    people = await people_of(work.session, {row.asker_id for row in rows}, actor.redaction_class)
    shown = [
        Asking(row.id, people[row.asker_id], row.words, row.made_at, row.lapses_at) for row in rows[:PAGE]
    ]
    return shown, paging.encode(shown[-1].ask_id) if len(rows) > PAGE else None


async def sent(work: Work, actor: Actor) -> Sequence[Sent]:
    """Those that the actor has made and that neither lapsed nor became a talk, the newest first. They end by themselves:
    one makes so many a day, and each stands for so many days."""
    asked = (
        select(TalkAsk)
        .join(Account, Account.id == TalkAsk.asked_id)
        .where(TalkAsk.asker_id == actor.account_id, TalkAsk.lapses_at > work.now)
        .where(await shown_here(work, actor), TalkAsk.answer.is_distinct_from(Answer.ACCEPTED))
        .order_by(TalkAsk.id.desc())
    )
    rows = (await work.session.scalars(asked)).all()
    people = await people_of(work.session, {row.asked_id for row in rows}, actor.redaction_class)
    return [
        Sent(people[row.asked_id], row.words, row.made_at, row.lapses_at, row.withdrawn_at is not None)
        for row in rows
    ]


async def blocked(work: Work, actor: Actor, cursor: str | None) -> tuple[Sequence[Blocked], str | None]:
    """Whom the actor has blocked, the latest first."""
    place = BlockedNeighbour.since, BlockedNeighbour.person_id
    asked = (
        select(*place)
        .join(Account, Account.id == BlockedNeighbour.person_id)
        .where(BlockedNeighbour.account_id == actor.account_id, await shown_here(work, actor))
        .order_by(*(column.desc() for column in place))
        .limit(PAGE + 1)
    )
    if cursor is not None:
        asked = asked.where(tuple_(*place) < tuple_(*paging.decode(cursor, datetime, UUID)))
    rows = (await work.session.execute(asked)).all()
    people = await people_of(work.session, {who for _, who in rows}, actor.redaction_class)
    shown = [Blocked(people[who], since) for since, who in rows[:PAGE]]
    return shown, paging.encode(*rows[PAGE - 1]) if len(rows) > PAGE else None
