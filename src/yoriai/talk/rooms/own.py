"""自分メモ: one room for each account, in which nobody else ever is (ROOM-7)."""

from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.take_turn import take_turn
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.admission import Beginning, admit
from yoriai.talk.rooms.facts import RoomOpened
from yoriai.talk.rooms.keys import own_key
from yoriai.talk.rooms.labels import hold_labels
from yoriai.talk.rooms.models import Role, Room, RoomKind
from yoriai.talk.rooms.open import home_of, room_for_good

NAME, PURPOSE = "自分メモ", "自分だけが読む場所です。控えや下書き、あとで使うことを書いておけます。"


class MineAlone(Refused):
    """Nobody is brought into somebody's own notes, and they are not left."""

    code = "rooms.mine_alone"


async def open_own(work: Work, actor: Actor) -> UUID:
    """The actor's own notes, made when they are first asked for. Who moves to another organization takes them along."""
    me = actor.account_id
    await hold_labels(work, actor.tenant_id)
    # One person's requests pass one by one, so that a doubled click cannot make two.
    await take_turn(work, me)
    there = await work.session.scalar(select(Room).where(Room.members_key == own_key(me)))
    if there is not None and there.organization_id in actor.organization_ids:
        return there.id
    home = await home_of(work, actor)
    if there is not None:
        there.organization_id = home.id
        return there.id
    room = await room_for_good(work, RoomKind.SELF, home, own_key(me), opened_by=me)
    room.name, room.purpose = NAME, PURPOSE
    work.session.add(room)
    await work.session.flush()
    work.state(RoomOpened(room_id=room.id), by=me)
    await admit(work, Beginning(room.id, 1, 1), {me: Role.MEMBER}, by=me)
    return room.id
