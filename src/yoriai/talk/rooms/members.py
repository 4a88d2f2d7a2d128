"""Coming and going: bringing people into a room, taking them out, leaving it oneself."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Select, select, update

from yoriai.kit.errors import Refused
from yoriai.people.access.rules import require
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import invitees, ordinals
from yoriai.talk.rooms.admission import Beginning, admit
from yoriai.talk.rooms.facts import MemberJoined, MemberLeft, RoomLost, stream_of
from yoriai.talk.rooms.heads import heads_of
from yoriai.talk.rooms.models import Membership, Role, Room
from yoriai.talk.rooms.policy import RoomArchived, may_arrange_members, shows_past
from yoriai.talk.rooms.standing import Standing, enter


class LastManager(Refused):
    """A room without a manager could never be arranged again (ROOM-3)."""

    code = "rooms.last_manager"


async def invite(work: Work, here: Standing, account_ids: Collection[UUID]) -> None:
    """Bring these people in, all or none. Who is in already stays as they are, and nobody is told twice."""
    here = await _held(work, here)
    if here.is_archived:
        raise RoomArchived
    require(may_arrange_members(here))
    room = (await work.session.scalars(select(Room).where(Room.id == here.room_id))).one()
    wanted = await invitees.check(work, room.organization_id, account_ids)
    inside = set(await work.session.scalars(_open(here.room_id)))
    newcomers = [account_id for account_id in wanted if account_id not in inside]
    if not newcomers:
        return
    me = here.actor.account_id
    since_ordinal = 1 if shows_past(room.policies) else room.last_ordinal + 1
    beginning = Beginning(here.room_id, await _next_number(work, here), since_ordinal)
    for account_id in newcomers:
        work.state(MemberJoined(room_id=here.room_id, account_id=account_id, role=Role.MEMBER), by=me)
    await admit(work, beginning, dict.fromkeys(newcomers, Role.MEMBER), by=me)


async def remove(work: Work, here: Standing, account_id: UUID) -> None:
    """Take somebody out, or leave oneself. Whoever is not in the room has left it already."""
    here = await _held(work, here)
    me = here.actor.account_id
    if account_id != me:
        require(may_arrange_members(here))
    managers = set(await work.session.scalars(_open(here.room_id).where(Membership.role == Role.MANAGER)))
    if managers == {account_id}:
        raise LastManager
    left = (
        update(Membership)
        .where(Membership.room_id == here.room_id, Membership.account_id == account_id)
        .where(Membership.is_open.is_(True))
        .values(is_open=None, until_number=await _next_number(work, here), left_at=work.now)
        .returning(Membership.id)
    )
    if (await work.session.execute(left)).one_or_none() is None:
        return
    work.state(MemberLeft(room_id=here.room_id, account_id=account_id), by=me)
    work.state(RoomLost(account_id=account_id, room_id=here.room_id), by=me)


async def _held(work: Work, here: Standing) -> Standing:
    """Keep the room to this work, and look again where the actor stands: it may have changed while waiting."""
    await ordinals.hold(work, (here.room_id,))
    return await enter(work, here.actor, here.room_id)


async def _next_number(work: Work, here: Standing) -> int:
    """The number that the first fact of this work takes on the room's stream.

    Exact for everything that holds the room first: comings, goings and posts. What else is told there meanwhile
    could only make the true number higher, and an interval that begins a little early shows no older message.
    """
    stream = stream_of(here.room_id)
    return (await heads_of(work.session, (stream,)))[stream] + 1


def _open(room_id: UUID) -> Select[UUID]:
    return select(Membership.account_id).where(Membership.room_id == room_id, Membership.is_open.is_(True))
