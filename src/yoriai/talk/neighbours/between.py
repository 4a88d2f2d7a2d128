"""What is between somebody and people of other bodies: how it stands with their talk, as they may know it themselves."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.neighbours.bodies import bodies_for
from yoriai.talk.neighbours.find import is_there
from yoriai.talk.neighbours.models import BlockedNeighbour, Findable, TalkAsk
from yoriai.talk.rooms.keys import key_across, other_in
from yoriai.talk.rooms.models import Room


class State(StrEnum):
    """How it stands, seen from one of the two."""

    NOTHING = "nothing"
    WAITING = "waiting"
    """They have asked, and hear nothing until the other says yes or it lapses."""
    WITHDRAWN = "withdrawn"
    """They have taken their asking back, and may not yet ask again."""
    ASKED = "asked"
    """They are asked themselves."""
    TALK = "talk"
    BLOCKED = "blocked"
    """They have blocked the other."""


@dataclass(frozen=True, slots=True)
class Between:
    """How it stands with one person."""

    state: State = State.NOTHING
    until: datetime | None = None
    """While something waits: until when."""
    room_id: UUID | None = None


async def between(work: Work, actor: Actor, people: Collection[UUID]) -> Mapping[UUID, Between]:
    """How it stands between the actor and each of these people; five queries, however many they are, and none for
    none."""
    if not people:
        return {}
    me, bodies = actor.account_id, await bodies_for(work, actor)
    stands = dict.fromkeys(people, Between())
    mine = select(TalkAsk.asked_id, TalkAsk.lapses_at, TalkAsk.withdrawn_at).where(
        TalkAsk.asker_id == me, among(TalkAsk.asked_id, people), TalkAsk.lapses_at > work.now
    )
    for person, until, withdrawn_at in await work.session.execute(mine):
        stands[person] = Between(State.WITHDRAWN if withdrawn_at else State.WAITING, until)
    theirs = select(TalkAsk.asker_id, TalkAsk.lapses_at).where(
        among(TalkAsk.asker_id, people), *asks_to_answer(work, actor, bodies)
    )
    for person, until in await work.session.execute(theirs):
        stands[person] = Between(State.ASKED, until)
    blocked = select(BlockedNeighbour.person_id).where(
        BlockedNeighbour.account_id == me, among(BlockedNeighbour.person_id, people)
    )
    for person in await work.session.scalars(blocked):
        stands[person] = Between(State.BLOCKED)
    talks = select(Room.id, Room.kind, Room.members_key).where(
        among(Room.members_key, [key_across(me, person) for person in people])
    )
    for room_id, kind, key in await work.session.execute(talks):
        other = other_in(kind, key, me)
        if other is not None and stands[other].state is not State.BLOCKED:
            stands[other] = Between(State.TALK, room_id=room_id)
    return stands


def asks_to_answer(work: Work, actor: Actor, bodies: Collection[UUID]) -> tuple[ColumnElement[bool], ...]:
    """What must hold of a `TalkAsk` so that the actor sees it and may answer it: the rule of the list and of the door.
    These are the bodies whose people meet the actor's here. Asked anew each time: what was asked by somebody who takes
    their yes back is not there until they say it again."""
    there = (
        select(Account.id)
        .join(Findable, Findable.account_id == Account.id)
        .where(among(Account.tenant_id, bodies), *is_there(work))
    )
    said = exists().where(Findable.account_id == actor.account_id)
    blocked = exists().where(
        BlockedNeighbour.account_id == TalkAsk.asked_id, BlockedNeighbour.person_id == TalkAsk.asker_id
    )
    return (
        TalkAsk.asked_id == actor.account_id,
        TalkAsk.answer.is_(None),
        TalkAsk.withdrawn_at.is_(None),
        TalkAsk.lapses_at > work.now,
        said,
        ~blocked,
        TalkAsk.asker_id.in_(there),
    )
