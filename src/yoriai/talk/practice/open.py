"""Opening the room to practise in: the person, the helper, and the helper's first words."""

from uuid import UUID

from sqlalchemy import select

from yoriai.kit.ids import uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.take_turn import take_turn
from yoriai.platform.work.work import Work
from yoriai.talk.practice.greeter import helper_of, say
from yoriai.talk.practice.models import Practice
from yoriai.talk.rooms import ordinals
from yoriai.talk.rooms.admission import Beginning, admit
from yoriai.talk.rooms.facts import RoomOpened, stream_of
from yoriai.talk.rooms.heads import heads_of
from yoriai.talk.rooms.labels import hold_labels, label_for
from yoriai.talk.rooms.models import Membership, Role, Room, RoomKind
from yoriai.talk.rooms.open import home_of

NAME, PURPOSE = "れんしゅう", "使い方をためす場所です。ここに書いたものは、どこにも数えられません。"


async def open_practice(work: Work, actor: Actor) -> UUID:
    """The actor's room to practise in. While it is open this changes nothing; a closed one begins anew."""
    me = actor.account_id
    if await work.session.scalar(select(Practice.round).where(Practice.account_id == me)) is None:
        await helper_of(work, actor.tenant_id)
        await hold_labels(work, actor.tenant_id)
    # One person's requests pass one by one, so that a doubled click cannot open two rooms.
    await take_turn(work, me)
    practice = await work.session.get(Practice, me)
    if practice is None:
        practice = await _first(work, actor)
    elif await _is_inside(work, practice):
        return practice.room_id
    else:
        practice.round, practice.step, practice.begun_at = practice.round + 1, 0, work.now
    await ordinals.hold(work, (practice.room_id,))
    room = await work.session.get_one(Room, practice.room_id, populate_existing=True)
    head = (await heads_of(work.session, (stream_of(room.id),)))[stream_of(room.id)]
    # What was tried in an earlier round is not shown again.
    await admit(work, Beginning(room.id, head + 1, room.last_ordinal + 1), {me: Role.MEMBER}, by=me)
    await say(work, practice, room, actor.switched_off)
    return room.id


async def _is_inside(work: Work, practice: Practice) -> bool:
    inside = select(Membership.id).where(
        Membership.room_id == practice.room_id,
        Membership.account_id == practice.account_id,
        Membership.is_open.is_(True),
    )
    return await work.session.scalar(inside) is not None


async def _first(work: Work, actor: Actor) -> Practice:
    home, helper_id = await home_of(work, actor), await helper_of(work, actor.tenant_id)
    room_id = uuid7(work.now)
    label = await label_for(work, home.tenant_id, RoomKind.PRACTICE)
    room = Room(
        id=room_id,
        organization_id=home.id,
        owner_tenant=home.tenant_id,
        kind=RoomKind.PRACTICE,
        name=NAME,
        purpose=PURPOSE,
        label=label.number,
        lgwan_only=label.seals,
        template=None,
        policies={},
        last_ordinal=0,
        opened_by=actor.account_id,
        opened_at=work.now,
        archived_at=None,
        request_key=room_id.hex[:26],
    )
    practice = Practice(
        account_id=actor.account_id,
        room_id=room_id,
        helper_id=helper_id,
        round=1,
        step=0,
        begun_at=work.now,
    )
    work.session.add(room)
    await work.session.flush()
    work.session.add(practice)
    work.state(RoomOpened(room_id=room_id), by=actor.account_id)
    await admit(work, Beginning(room_id, 1, 1), {helper_id: Role.MEMBER}, by=actor.account_id)
    return practice
