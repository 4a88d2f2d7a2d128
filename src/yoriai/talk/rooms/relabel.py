"""Giving a room another label. Raising it takes the room from some who are in it: they are named first (ZONE-5)."""

from uuid import UUID

from sqlalchemy import Select, select

from yoriai.kit.errors import Refused, Wrong
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import lines
from yoriai.talk.rooms.admission import Leaving, dismiss_all
from yoriai.talk.rooms.appoint import NeedsManager, managers_of
from yoriai.talk.rooms.bodies import check_label, end_all
from yoriai.talk.rooms.change import held_to_set
from yoriai.talk.rooms.facts import RoomLabelled, RoomSealed, RoomUnsealed
from yoriai.talk.rooms.heads import next_number
from yoriai.talk.rooms.labels import Label, Labels, labels_of
from yoriai.talk.rooms.lines import LineKind, line_of
from yoriai.talk.rooms.losing import Losing, present
from yoriai.talk.rooms.models import Membership, Room
from yoriai.talk.rooms.policy import RoomArchived
from yoriai.talk.rooms.standing import Standing


class LabelShutsOut(Refused):
    """More people would lose the room than whoever sets it was told."""

    code = "rooms.label_shuts_out"


async def relabel(work: Work, here: Standing, number: int, *, expected: int) -> None:
    """Give the room this label, and tell it. The same again tells nobody. Whoever may not be in such a room is taken
    out with it; of the Internet side it is gone at once."""
    here = await held_to_set(work, here)
    if here.is_archived:
        raise RoomArchived
    room = (await work.session.scalars(select(Room).where(Room.id == here.room_id))).one()
    labels = await labels_of(work, room.owner_tenant)
    label, before = _wished(labels, number), labels.at(room.label)
    if (label.number, label.seals) == (before.number, room.lgwan_only):
        return
    await check_label(work, room, label)
    out = (await present(work, here, room.owner_tenant)).losing(label.without(room.withheld))
    if out.count > expected:
        raise LabelShutsOut(
            label=label.level.name,
            count=out.count,
            names="、".join(out.names),
            guests=len(out.guests),
            others=len(out.others),
            outside=len(out.outside),
        )
    if out.leaving and set(await work.session.scalars(managers_of(work, here))) <= set(out.leaving):
        raise NeedsManager
    was_sealed, room.label, room.lgwan_only = room.lgwan_only, label.number, label.seals
    await _tell(work, here, label, out)
    if not label.level.bodies:
        await end_all(work, room, by=here.actor.account_id)
    if room.lgwan_only != was_sealed:
        await _tell_members(work, here, out, seals=room.lgwan_only)


def _wished(labels: Labels, number: int) -> Label:
    if not 1 <= number <= len(labels.levels):
        raise Wrong(field="label", reason="unknown")
    return labels.at(number)


async def _tell(work: Work, here: Standing, label: Label, out: Losing) -> None:
    """Tell the room, and let go whoever may not be in it any more; each with a line that says so."""
    me, until = here.actor.account_id, await next_number(work, here.room_id)
    told = [line_of(here, LineKind.LABEL, words=label.level.name)]
    if out.leaving:
        told.append(line_of(here, LineKind.REMOVED, who=out.leaving))
    first, *rest = await lines.write(work, told)
    fact = RoomLabelled(room_id=here.room_id, line_ids=(first,), seals=label.seals)
    work.state(fact, by=me)
    await dismiss_all(
        work,
        [
            Leaving(here.room_id, who, until, tuple(rest) if who == out.leaving[-1] else ())
            for who in out.leaving
        ],
        by=me,
    )


async def _tell_members(work: Work, here: Standing, out: Losing, *, seals: bool) -> None:
    """Everybody's devices on the Internet side lose the room, or find it again where they were."""
    me, gone = here.actor.account_id, set(out.leaving)
    for who, since, sees_from in await work.session.execute(_seats(here.room_id)):
        if who in gone:
            continue
        if seals:
            work.state(RoomSealed(account_id=who, room_id=here.room_id), by=me)
            continue
        work.state(
            RoomUnsealed(account_id=who, room_id=here.room_id, since_number=since, sees_from=sees_from), by=me
        )


def _seats(room_id: UUID) -> Select[UUID, int, int]:
    return select(Membership.account_id, Membership.since_number, Membership.since_ordinal).where(
        Membership.room_id == room_id, Membership.is_open.is_(True)
    )
