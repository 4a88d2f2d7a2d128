"""The body of a room brings other bodies into it and takes them out. Their people come and go by their own body."""

from uuid import UUID

from sqlalchemy import func, select

from yoriai.kit.errors import NotFound
from yoriai.kit.ids import uuid7
from yoriai.kit.text import clean
from yoriai.people.orgs.bodies.directory import check_takes_part
from yoriai.people.orgs.models import Tenant
from yoriai.people.orgs.settings import held_tenant
from yoriai.platform.work.work import Work
from yoriai.talk.federation.join import check_may_join
from yoriai.talk.federation.parts import (
    body_that_takes_part,
    check_may_arrange,
    part_in,
    room_to_arrange,
    tell,
)
from yoriai.talk.federation.policy import (
    MOST_BODIES,
    MOST_WORDS,
    WAITING,
    KindBarred,
    NotAtThisLabel,
    TooMany,
)
from yoriai.talk.rooms.bodies import Held, become
from yoriai.talk.rooms.labels import labels_of
from yoriai.talk.rooms.models import BodyState, Room, RoomBody
from yoriai.talk.rooms.policy import RoomArchived
from yoriai.talk.rooms.standing import Standing


async def invite(work: Work, here: Standing, tenant_id: UUID, words: str) -> None:
    """Invite a body: 参加予定, until it answers. One that is invited or in the room stays as it is, and nobody is told
    twice; one that has asked for it comes in."""
    check_may_arrange(here)
    rules = await check_takes_part(work, here.actor)
    body = await body_that_takes_part(work, here.actor, tenant_id)
    await held_tenant(work, body.id)  # what it does not allow stays as it is read here
    room = await room_to_arrange(work, here)
    if room.archived_at is not None:
        raise RoomArchived
    if body.kind in rules.barred:
        raise KindBarred
    await check_room_lets_in(work, room)
    try:
        held = await part_in(work, room, body.id)
    except NotFound:
        held = await _invited(work, here, (room, body), clean(words, field="words", most=MOST_WORDS, least=0))
    if held.part.state == BodyState.ASKED:
        await _check_few(work, room)
        await check_may_join(work, held)
        await become(work, held, BodyState.JOINED, by=here.actor.account_id)
        await tell(work, here.actor, body.id)


async def remove(work: Work, here: Standing, tenant_id: UUID) -> None:
    """Take a body out with all of its people, or take its invitation back, or turn its asking down. One that is not
    there is out of the room already."""
    room = await room_to_arrange(work, here)
    try:
        held = await part_in(work, room, tenant_id)
    except NotFound:
        return
    over = BodyState.DECLINED if held.part.state in WAITING else BodyState.REMOVED
    await become(work, held, over, by=here.actor.account_id)
    await tell(work, here.actor, tenant_id)


async def check_room_lets_in(work: Work, room: Room) -> None:
    """Whether the label of a room lets in other bodies at all."""
    label = (await labels_of(work, room.owner_tenant)).of(room)
    if not label.level.bodies:
        raise NotAtThisLabel(label=label.level.name)


async def _check_few(work: Work, room: Room) -> None:
    """Whether one more may come. Those that only ask take no place: by asking nobody keeps others out."""
    others = select(func.count()).where(
        RoomBody.room_id == room.id, RoomBody.is_open.is_(True), RoomBody.state != BodyState.ASKED
    )
    if (await work.session.scalar(others) or 0) >= MOST_BODIES:
        raise TooMany(most=MOST_BODIES)


async def _invited(work: Work, here: Standing, both: tuple[Room, Tenant], words: str) -> Held:
    room, body = both
    await _check_few(work, room)
    part = RoomBody(
        id=uuid7(work.now),
        room_id=room.id,
        tenant_id=body.id,
        state=BodyState.INVITED,
        is_open=True,
        contact="",
        words=words,
        made_by=here.actor.account_id,
        made_at=work.now,
    )
    work.session.add(part)
    held = Held(room, part, body.name)
    await become(work, held, BodyState.INVITED, by=here.actor.account_id)
    await tell(work, here.actor, body.id)
    return held
