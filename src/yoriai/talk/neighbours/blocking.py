"""Whoever does not want to be asked by somebody any more blocks them, and takes that back in the settings. The other
hears nothing of it, and may go on asking: it is not shown."""

from uuid import UUID

from sqlalchemy import and_, or_, select

from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.platform.work.work import Work
from yoriai.talk.neighbours.answer import hold_both
from yoriai.talk.neighbours.ask import stop_asking
from yoriai.talk.neighbours.facts import NeighbourBlocked, NeighbourUnblocked
from yoriai.talk.neighbours.models import BlockedNeighbour, TalkAsk
from yoriai.talk.neighbours.settle import settle_of_two
from yoriai.talk.rooms.across import talk_of


async def block(work: Work, actor: Actor, person_id: UUID) -> None:
    """See no asking of this person any more, and let the talk with them be read only. Only of somebody who has asked the
    actor, or talks with them; anybody else is as one who is not there. Twice is the same as once."""
    me = actor.account_id
    await hold_both(work, (), {me, person_id})
    if await work.session.get(BlockedNeighbour, (me, person_id)) is not None:
        return
    talk = await talk_of(work, me, person_id)
    if talk is None and not await _asks(work, me, person_id):
        raise NotFound
    if talk is None:
        await stop_asking(work, me, person_id)
    work.session.add(BlockedNeighbour(account_id=me, person_id=person_id, since=work.now))
    await work.session.flush()
    work.state(NeighbourBlocked(account_id=me, person_id=person_id), by=me)
    await settle_of_two(work, me, person_id)


async def unblock(work: Work, actor: Actor, person_id: UUID) -> None:
    """Take it back: what they ask is shown again, and the talk goes on. Whoever was not blocked stays so."""
    me = actor.account_id
    await hold_both(work, (), {me, person_id})
    blocked = await work.session.get(BlockedNeighbour, (me, person_id))
    if blocked is None:
        return
    await work.session.delete(blocked)
    await work.session.flush()
    work.state(NeighbourUnblocked(account_id=me, person_id=person_id), by=me)
    await settle_of_two(work, me, person_id)


async def _asks(work: Work, me: UUID, person_id: UUID) -> bool:
    asked = select(TalkAsk.id).where(
        and_(TalkAsk.asked_id == me, TalkAsk.asker_id == person_id),
        or_(TalkAsk.withdrawn_at.is_(None), TalkAsk.answer.is_not(None)),
        TalkAsk.lapses_at > work.now,
    )
    return await work.session.scalar(asked) is not None
