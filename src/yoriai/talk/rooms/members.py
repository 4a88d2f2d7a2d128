"""Coming and going: bringing people into a room, taking them out, leaving it oneself."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import Refused
from yoriai.people.access.rules import require
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import behalf, holding, invitees, limits, lines, ordinals
from yoriai.talk.rooms.admission import Beginning, Leaving, admit, dismiss, joined, members_of
from yoriai.talk.rooms.appoint import give, managers_of
from yoriai.talk.rooms.change import close
from yoriai.talk.rooms.direct import JustTwo
from yoriai.talk.rooms.heads import next_number
from yoriai.talk.rooms.labels import labels_of
from yoriai.talk.rooms.lines import LineKind, line_of
from yoriai.talk.rooms.models import Role, Room, RoomKind
from yoriai.talk.rooms.newcomers import check_newcomers
from yoriai.talk.rooms.open_rooms import end_following
from yoriai.talk.rooms.own import MineAlone
from yoriai.talk.rooms.policy import RoomArchived, may_arrange_members, shows_past
from yoriai.talk.rooms.standing import Standing, enter


class KeptByRule(Refused):
    """Who is in this room follows from the tree of units: the body's own rule, and nobody's to bend (ROOM-4)."""

    code = "rooms.kept_by_rule"


class KeptForLeaders(Refused):
    """Who is in this room follows from who is an ITリーダー: administrators say that, and nobody here (ORG-10)."""

    code = "rooms.kept_for_leaders"


class HeldForUnit(Refused):
    """Whoever sits in a room for a unit sits there as long as they may speak in its name and the unit is in it."""

    code = "rooms.held_for_unit"


class PracticeAlone(Refused):
    """The room to practise in has one person and the helper."""

    code = "rooms.practice_alone"


class LastManager(Refused):
    """A room without a manager could never be arranged again (ROOM-3)."""

    code = "rooms.last_manager"


KEPT: Final[Mapping[RoomKind, type[Refused]]] = {
    RoomKind.DEPARTMENT: KeptByRule,
    RoomKind.LEADERS: KeptForLeaders,
    RoomKind.PRACTICE: PracticeAlone,
    RoomKind.DIRECT: JustTwo,
    RoomKind.SELF: MineAlone,
}
"""Rooms into which nobody is brought by hand and which nobody leaves, and what is said then."""


async def invite(work: Work, here: Standing, account_ids: Collection[UUID]) -> None:
    """Bring these people and units in, all or none. Who is in already stays as they are, and nobody is told twice;
    whoever sits there for a unit comes in by themselves."""
    units = await holding.hold_units(work, account_ids)
    here = await _held(work, here)
    behalf.attribute(work, here)
    room, newcomers = await check_invited(work, here, account_ids)
    if not newcomers:
        return
    me = here.actor.account_id
    stood_up = await holding.vacate(work, here.room_id, newcomers, by=me)
    since_ordinal = 1 if shows_past(room.policies) else room.last_ordinal + 1
    beginning = Beginning(here.room_id, await next_number(work, here.room_id), since_ordinal)
    line_ids = await lines.write(work, (line_of(here, LineKind.ADDED, who=newcomers),))
    for fact in joined(here.room_id, newcomers, line_ids):
        work.state(fact, by=me)
    if here.kind is RoomKind.OPEN:
        await end_following(work, here.room_id, newcomers)
    await admit(work, beginning, dict.fromkeys(newcomers, Role.MEMBER), by=me)
    if units:
        await holding.follow_in(work, {here.room_id}, by=me)
    holding.renew(work, stood_up, by=me)


async def check_invited(
    work: Work, here: Standing, account_ids: Collection[UUID]
) -> tuple[Room, Sequence[UUID]]:
    """Whether whoever stands here may bring these people in, all of them: the room, and those who are new to it."""
    if here.is_archived:
        raise RoomArchived
    _check_is_arranged(here)
    require(may_arrange_members(here))
    room = (await work.session.scalars(select(Room).where(Room.id == here.room_id))).one()
    wanted = await invitees.check(work, here.actor, room.organization_id, account_ids)
    principal = await behalf.principal_here(work, here, "rooms.arrange")
    if principal is not None:
        await invitees.check(work, principal, room.organization_id, account_ids)
    inside = set(await work.session.scalars(members_of(here.room_id)))
    newcomers = [account_id for account_id in wanted if account_id not in inside]
    if newcomers:
        label = (await labels_of(work, room.owner_tenant)).of(room)
        await check_newcomers(work, room.owner_tenant, label, newcomers)
        home, count = room.organization_id, len(inside) + len(newcomers)
        await limits.check(work, tenant_id=room.owner_tenant, organization_id=home, count=count)
    return room, newcomers


async def remove(work: Work, here: Standing, account_id: UUID, *, successor: UUID | None = None) -> None:
    """Take somebody out, or leave oneself. Whoever is not in the room has left it already.

    The last manager names who manages it from then on; and a room that nobody is in any more is put away.
    """
    here = await _held(work, here)
    me = here.actor.account_id
    if account_id != me:
        behalf.attribute(work, here)
    is_last, is_alone = await check_leaving(work, here, account_id, successor=successor)
    number = await next_number(work, here.room_id)
    kind = LineKind.LEFT if account_id == me else LineKind.REMOVED
    line = line_of(here, kind, who=(account_id,))
    await dismiss(work, Leaving(here.room_id, account_id, number), by=me, line=line)
    await holding.stay(work, {here.room_id}, by=me)
    if is_alone:
        await close(work, here)
    elif is_last and successor is not None:
        await give(work, here, successor, field="successor")


async def check_leaving(
    work: Work, here: Standing, account_id: UUID, *, successor: UUID | None = None
) -> tuple[bool, bool]:
    """Whether whoever stands here may take this person out: whether they are its last manager, and the last one there."""
    _check_is_arranged(here)
    if account_id != here.actor.account_id:
        require(may_arrange_members(here))
    if here.held_for and account_id == here.actor.account_id:
        raise HeldForUnit
    if account_id == here.on_behalf_of:
        raise behalf.OwnPrincipal
    is_last = set(await work.session.scalars(managers_of(work, here))) == {account_id}
    is_alone = is_last and set(await work.session.scalars(members_of(here.room_id))) == {account_id}
    if is_last and not is_alone and successor in (None, account_id):
        raise LastManager
    return is_last, is_alone


def _check_is_arranged(here: Standing) -> None:
    """Only in rooms that people have made do they come and go by their own doing."""
    refusal = KEPT.get(here.kind)
    if refusal is not None:
        raise refusal


async def _held(work: Work, here: Standing) -> Standing:
    """Keep the room to this work, and look again where the actor stands: it may have changed while waiting."""
    await ordinals.hold(work, (here.room_id,))
    return await enter(work, here.actor, here.room_id)
