"""Whoever is asked for a talk says yes or no. A yes opens the talk for both; of a no nobody hears."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account
from yoriai.people.accounts.reach import reaches_beyond
from yoriai.people.orgs.models import Tenant
from yoriai.platform.work.work import Work
from yoriai.talk.neighbours.between import asks_to_answer
from yoriai.talk.neighbours.bodies import bodies_for
from yoriai.talk.neighbours.facts import AsksChanged, TalkAccepted, TalkDeclined
from yoriai.talk.neighbours.models import Answer, TalkAsk
from yoriai.talk.neighbours.policy import BeyondReach
from yoriai.talk.rooms.across import open_across, talk_of, terms_of
from yoriai.talk.rooms.labels import labels_of
from yoriai.talk.rooms.standing import enter


async def accept(work: Work, actor: Actor, ask_id: UUID) -> UUID:
    """Say yes to an asking: the talk of the two, which is there from now on. Saying it again gives the same talk."""
    if not await reaches_beyond(work, actor):
        raise BeyondReach
    me = actor.account_id
    asker_id, body_id = await _held(work, actor, ask_id)
    if there := await talk_of(work, me, asker_id):
        return (await enter(work, actor, there)).room_id  # on a side where it is not, there is none
    await _waiting(work, actor, ask_id)  # again, behind the locks
    terms = terms_of(await labels_of(work, actor.tenant_id), await labels_of(work, body_id))
    if terms is None:
        raise NotFound
    pair = {me, asker_id}
    both = select(TalkAsk).where(TalkAsk.asker_id.in_(pair), TalkAsk.asked_id.in_(pair))
    for asked in await work.session.scalars(both):
        asked.answer, asked.answered_at = Answer.ACCEPTED, work.now
    room_id = await open_across(work, actor, asker_id, body_id, terms=terms)
    work.state(TalkAccepted(account_id=me, person_id=asker_id), by=me)
    work.state(AsksChanged(account_id=asker_id), by=me)
    return room_id


async def decline(work: Work, actor: Actor, ask_id: UUID) -> None:
    """Say no. It is told to one's own devices alone; saying it again changes nothing."""
    me = actor.account_id
    asker_id, _ = await _held(work, actor, ask_id)
    asked = await work.session.get_one(TalkAsk, ask_id, populate_existing=True)
    if asked.answer == Answer.DECLINED:
        return
    await _waiting(work, actor, ask_id)
    asked.answer, asked.answered_at = Answer.DECLINED, work.now
    work.state(TalkDeclined(account_id=me, person_id=asker_id), by=me)


async def hold_both(work: Work, bodies: Collection[UUID], people: Collection[UUID]) -> None:
    """Let both bodies' rules stay as they are, and what is between two people, until this work is through."""
    for tenant_id in sorted(bodies):
        mine = select(Tenant.id).where(Tenant.id == tenant_id)
        await work.session.execute(mine.with_for_update(read=True))
    both = select(Account.id).where(Account.id.in_(sorted(people))).order_by(Account.id)
    await work.session.execute(both.with_for_update(key_share=True))


async def _held(work: Work, actor: Actor, ask_id: UUID) -> tuple[UUID, UUID]:
    """Who has asked the actor by this asking, and of which body; both are held. One that the actor was never shown is
    as none (A4)."""
    me = actor.account_id
    found = await work.session.execute(
        select(TalkAsk.asker_id, Account.tenant_id, TalkAsk.answer)
        .join(Account, Account.id == TalkAsk.asker_id)
        .where(TalkAsk.id == ask_id, TalkAsk.asked_id == me, TalkAsk.lapses_at > work.now)
    )
    row = found.one_or_none()
    if row is None:
        raise NotFound
    asker_id, body_id, answer = row
    # Another device of theirs may say yes between two looks: then it waits no longer, and is theirs all the same.
    if answer is None and not await _is_waiting(work, actor, ask_id) and not await _is_answered(work, ask_id):
        raise NotFound
    await hold_both(work, {actor.tenant_id, body_id}, {me, asker_id})
    return asker_id, body_id


async def _waiting(work: Work, actor: Actor, ask_id: UUID) -> None:
    if not await _is_waiting(work, actor, ask_id):
        raise NotFound


async def _is_waiting(work: Work, actor: Actor, ask_id: UUID) -> bool:
    bodies = await bodies_for(work, actor)
    waiting = select(TalkAsk.id).where(TalkAsk.id == ask_id, *asks_to_answer(work, actor, bodies))
    return await work.session.scalar(waiting) is not None


async def _is_answered(work: Work, ask_id: UUID) -> bool:
    return await work.session.scalar(select(TalkAsk.answer).where(TalkAsk.id == ask_id)) is not None
