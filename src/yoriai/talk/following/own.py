"""What somebody follows of their own will: an open room, without being in it (ROOM-6). Begun, looked at, ended."""

from typing import Final
from uuid import UUID

from sqlalchemy import delete, func, select, update

from yoriai.kit.errors import NotFound, Refused
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.take_turn import take_turn
from yoriai.platform.work.work import Work
from yoriai.talk.following.facts import FollowingChanged
from yoriai.talk.rooms import ordinals
from yoriai.talk.rooms.admission import PLAINLY
from yoriai.talk.rooms.models import Following, Membership, Room
from yoriai.talk.rooms.onlookers import Onlooker, findable
from yoriai.talk.rooms.policy import shows_past
from yoriai.talk.rooms.side import on_this_side

MOST_FOLLOWED: Final = 100  # more would be a list that nobody looks through


class TooManyFollowed(Refused):
    """More would no longer be looked at."""

    code = "following.too_many"


async def follow(work: Work, actor: Actor, room_id: UUID) -> None:
    """Follow a room that the actor finds among the open ones; to whom it is not there, it is not there (A4). Who is in
    it, or follows it already, stays as they are."""
    me = actor.account_id
    await take_turn(work, me)
    await ordinals.hold(work, (room_id,))
    room = await work.session.scalar(select(Room).where(Room.id == room_id, *findable(actor)))
    if room is None:
        raise NotFound
    inside = select(Membership.id).where(Membership.room_id == room_id, Membership.account_id == me)
    if await work.session.scalar(inside.where(Membership.is_open.is_(True))) is not None:
        return
    if await work.session.get(Following, (me, room_id)) is not None:
        return
    mine = select(func.count()).select_from(Following).where(Following.account_id == me)
    if (await work.session.scalar(mine) or 0) >= MOST_FOLLOWED:
        raise TooManyFollowed(most=MOST_FOLLOWED)
    newest = room.last_ordinal
    work.session.add(
        Following(
            account_id=me,
            room_id=room_id,
            since_ordinal=1 if shows_past(room.policies) else newest + 1,
            seen_ordinal=newest,
            followed_at=work.now,
        )
    )
    await _tell(work, actor, room_id, is_followed=True)


async def stop(work: Work, actor: Actor, room_id: UUID) -> None:
    """Follow it no longer, also where it is not found any more. What is not followed is not there."""
    here = select(Room.id).where(Room.id == Following.room_id, on_this_side(actor))
    mine = delete(Following).where(
        Following.account_id == actor.account_id, Following.room_id == room_id, here.exists()
    )
    gone = await work.session.scalar(mine.returning(Following.room_id), execution_options=PLAINLY)
    if gone is None:
        raise NotFound
    await _tell(work, actor, room_id, is_followed=False)


async def look(work: Work, here: Onlooker, ordinal: int) -> None:
    """They have looked up to here: forward only, and never beyond what is there."""
    me, wanted = here.actor.account_id, min(ordinal, here.newest)
    moved = (
        update(Following)
        .where(Following.account_id == me, Following.room_id == here.room_id)
        .where(Following.seen_ordinal < wanted)
        .values(seen_ordinal=wanted)
        .returning(Following.room_id)
    )
    if await work.session.scalar(moved, execution_options=PLAINLY) is not None:
        await _tell(work, here.actor, here.room_id, is_followed=True)


async def _tell(work: Work, actor: Actor, room_id: UUID, *, is_followed: bool) -> None:
    home = (await work.session.scalars(select(Room.organization_id).where(Room.id == room_id))).one()
    fact = FollowingChanged(
        account_id=actor.account_id, room_id=room_id, organization_id=home, is_followed=is_followed
    )
    work.state(fact, by=actor.account_id)
