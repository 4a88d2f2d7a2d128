"""A body asks to be let into a room of another one that takes such askings (参加の申し込み, FED-4)."""

from collections.abc import Sequence
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from yoriai.kit.errors import NotFound, Wrong
from yoriai.kit.ids import uuid7
from yoriai.kit.text import clean, clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.orgs import settings
from yoriai.people.orgs.bodies.directory import check_takes_part
from yoriai.people.orgs.bodies.settings import TAKES_PART, FederationRules
from yoriai.people.orgs.models import Tenant
from yoriai.platform.work.work import Work
from yoriai.talk.federation.invite import check_room_lets_in
from yoriai.talk.federation.parts import body_that_takes_part, held_room, part_in, room_to_arrange, tell
from yoriai.talk.federation.policy import MOST_CONTACT, MOST_WORDS, KindBarred, TooManyAsk
from yoriai.talk.rooms import lines
from yoriai.talk.rooms.facts import RoomChanged
from yoriai.talk.rooms.labels import Labels
from yoriai.talk.rooms.lines import Line, LineKind
from yoriai.talk.rooms.models import BodyState, Room, RoomBody, RoomKind
from yoriai.talk.rooms.policy import RoomArchived
from yoriai.talk.rooms.side import on_this_side
from yoriai.talk.rooms.standing import Standing

MOST_ROOMS: Final = 200
MOST_ASKING: Final = 200
POLICY: Final = "bodies"
ASKED: Final = "asked"
ON, OFF = "on", "off"


class AskedFor(NamedTuple):
    """A room that takes askings, as other bodies see it."""

    room_id: UUID
    name: str
    purpose: str


async def take_askings(work: Work, here: Standing, *, takes: bool) -> None:
    """Let other bodies find the room by its name and purpose and ask to come in, or no longer; everybody in the room
    is told. The same again tells nobody."""
    room = await room_to_arrange(work, here)
    if room.archived_at is not None:
        raise RoomArchived
    if takes:
        await check_takes_part(work, here.actor)
        await check_room_lets_in(work, room)
    if takes is (room.policies.get(POLICY) == ASKED):
        return
    kept = {name: value for name, value in room.policies.items() if name != POLICY}
    room.policies = kept | {POLICY: ASKED} if takes else kept
    me, words = here.actor.account_id, ON if takes else OFF
    line = Line(room_id=room.id, after_ordinal=room.last_ordinal, kind=LineKind.ASKINGS, by=me, words=words)
    line_ids = tuple(await lines.write(work, (line,)))
    work.state(RoomChanged(room_id=room.id, changed=("askings",), line_ids=line_ids), by=me)


async def rooms_of(work: Work, actor: Actor, tenant_id: UUID) -> Sequence[AskedFor]:
    """The rooms of another body that take askings, the newest first."""
    await check_takes_part(work, actor)
    host = await body_that_takes_part(work, actor, tenant_id)
    found = await work.session.execute(
        select(Room.id, Room.name, Room.purpose)
        .where(*_takes_askings(actor, host))
        .order_by(Room.id.desc())
        .limit(MOST_ROOMS)
    )
    return [AskedFor(*row) for row in found]


async def ask(work: Work, actor: Actor, room_id: UUID, *, words: str, contact: str) -> None:
    """Ask for the actor's body. Asking again, or where it is invited or in already, changes nothing."""
    await check_takes_part(work, actor)
    host = await _host_of(work, actor, room_id)
    room = await held_room(work, room_id)
    body = await work.session.get_one(Tenant, actor.tenant_id)
    if body.kind in settings.read(host.policies, FederationRules).barred:
        raise KindBarred
    await check_room_lets_in(work, room)
    try:
        await part_in(work, room, actor.tenant_id)
    except NotFound:
        await _check_few_ask(work, room)
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


async def _host_of(work: Work, actor: Actor, room_id: UUID) -> Tenant:
    """The body whose room this is, if the actor finds the room; one that is not found is as none."""
    hosts = select(Tenant).join(Room, Room.owner_tenant == Tenant.id)
    host = await work.session.scalar(
        hosts.where(Room.id == room_id, Tenant.id != actor.tenant_id, TAKES_PART)
    )
    if host is not None:
        found = select(Room.id).where(Room.id == room_id, *_takes_askings(actor, host))
        if await work.session.scalar(found) is not None:
            return host
    raise Wrong(field="room_id", reason="unknown")


async def _check_few_ask(work: Work, room: Room) -> None:
    waiting = select(func.count()).where(
        RoomBody.room_id == room.id, RoomBody.is_open.is_(True), RoomBody.state == BodyState.ASKED
    )
    if (await work.session.scalar(waiting) or 0) >= MOST_ASKING:
        raise TooManyAsk(most=MOST_ASKING)


def _takes_askings(actor: Actor, host: Tenant) -> tuple[ColumnElement[bool], ...]:
    """What must hold of a room of this body so that others find it. One that got a stricter label meanwhile is not
    found any more, nor on the Internet side one that is not there (ZONE-5)."""
    labels = settings.read(host.policies, Labels)
    shared = [number for number, level in enumerate(labels.levels, 1) if level.bodies]
    return (
        Room.owner_tenant == host.id,
        func.coalesce(Room.label, labels.usual).in_(shared),
        on_this_side(actor),
        Room.kind == RoomKind.GROUP,
        Room.archived_at.is_(None),
        Room.policies[POLICY].as_string() == ASKED,
    )
