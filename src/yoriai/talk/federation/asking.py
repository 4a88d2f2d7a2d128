"""A body asks to be let into a room of another one that takes such askings (参加の申し込み, FED-4)."""

from collections.abc import Sequence
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select

from yoriai.kit.errors import NotFound, Wrong
from yoriai.kit.ids import uuid7
from yoriai.kit.text import clean, clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.orgs import settings
from yoriai.people.orgs.bodies.directory import check_takes_part
from yoriai.people.orgs.bodies.settings import FederationRules
from yoriai.people.orgs.models import Tenant
from yoriai.platform.work.work import Work
from yoriai.talk.federation.invite import check_room_lets_in, tell
from yoriai.talk.federation.parts import body_that_takes_part, held_room, part_in, room_to_arrange
from yoriai.talk.federation.policy import MOST_CONTACT, MOST_WORDS, KindBarred
from yoriai.talk.rooms.models import BodyState, Room, RoomBody, RoomKind
from yoriai.talk.rooms.policy import RoomArchived
from yoriai.talk.rooms.standing import Standing

MOST_ROOMS: Final = 200
POLICY: Final = "bodies"
ASKED: Final = "asked"


class AskedFor(NamedTuple):
    """A room that takes askings, as other bodies see it."""

    room_id: UUID
    name: str
    purpose: str


async def take_askings(work: Work, here: Standing, *, takes: bool) -> None:
    """Let other bodies find the room by its name and purpose and ask to come in, or no longer."""
    room = await room_to_arrange(work, here)
    if room.archived_at is not None:
        raise RoomArchived
    if takes:
        await check_takes_part(work, here.actor)
        await check_room_lets_in(work, room)
    kept = {name: value for name, value in room.policies.items() if name != POLICY}
    room.policies = kept | {POLICY: ASKED} if takes else kept


async def rooms_of(work: Work, actor: Actor, tenant_id: UUID) -> Sequence[AskedFor]:
    """The rooms of another body that take askings, the newest first."""
    await check_takes_part(work, actor)
    await body_that_takes_part(work, actor, tenant_id)
    found = await work.session.execute(
        select(Room.id, Room.name, Room.purpose)
        .where(Room.owner_tenant == tenant_id, *_takes_askings())
        .order_by(Room.id.desc())
        .limit(MOST_ROOMS)
    )
    return [AskedFor(*row) for row in found]


async def ask(work: Work, actor: Actor, room_id: UUID, *, words: str, contact: str) -> None:
    """Ask for the actor's body. Asking again, or where it is invited or in already, changes nothing."""
    await check_takes_part(work, actor)
    rooms = select(Room.id).where(Room.id == room_id, Room.owner_tenant != actor.tenant_id, *_takes_askings())
    if await work.session.scalar(rooms) is None:
        raise Wrong(field="room_id", reason="unknown")
    room = await held_room(work, room_id)
    body = await work.session.get_one(Tenant, actor.tenant_id)
    host = await work.session.get_one(Tenant, room.owner_tenant)
    if body.kind in settings.read(host.policies, FederationRules).barred:
        raise KindBarred
    await check_room_lets_in(work, room)
    try:
        await part_in(work, room, actor.tenant_id)
    except NotFound:
        work.session.add(
            RoomBody(
                id=uuid7(work.now),
                room_id=room.id,
                tenant_id=actor.tenant_id,
                state=BodyState.ASKED,
                is_open=True,
                contact=clean_line(contact, field="contact", most=MOST_CONTACT, least=0),
                words=clean(words, field="words", most=MOST_WORDS, least=0),
                made_by=actor.account_id,
                made_at=work.now,
            )
        )
        for told in (room.owner_tenant, actor.tenant_id):
            await tell(work, actor, told)


def _takes_askings() -> tuple[ColumnElement[bool], ...]:
    """What must hold of a room so that other bodies find it."""
    return (
        Room.kind == RoomKind.GROUP,
        Room.archived_at.is_(None),
        Room.policies[POLICY].as_string() == ASKED,
    )
