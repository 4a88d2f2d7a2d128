"""Reading on in a unit's room from which somebody was moved: what was said there up to then, and only until a day.

They are not in it any more: nothing is told to them, and nothing is written, marked or heard by them. Every door of the
room is shut to them, and says until when they read and where. Their own door is `look_back`, and its list twin `rule`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, cast
from uuid import UUID

from sqlalchemy import ColumnElement, false, select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import NotFound, Refused
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import AccountKind
from yoriai.people.zones.policy import is_outside
from yoriai.platform.db.statement import Row as PlainRow
from yoriai.platform.db.statement import Rows, as_day_or_none, as_id, statement
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Handover, Membership, Room, RoomKind
from yoriai.talk.rooms.policy import hidden_kinds
from yoriai.talk.rooms.side import on_this_side


class InHandover(Refused):
    """The asker was moved to another unit. They read what was said up to then until that day, and do nothing else."""

    code = "rooms.in_handover"


@dataclass(frozen=True, slots=True)
class Predecessor:
    """An actor who was moved and reads on, now. What asks for a Standing does not take one."""

    actor: Actor
    room_id: UUID
    sees_from: int
    newest: int
    """The last ordinal that they may read: the newest when they were moved."""
    last_day: date
    moved_at: datetime
    """Of that moment are the words that they read."""
    name: str
    """What the room was called then."""
    purpose: str


def rule(actor: Actor, today: date) -> tuple[ColumnElement[bool], ...]:
    """What must hold of a `Handover` and its `Room`, so that this actor still reads there. Whoever serves in the
    organization no longer, or is back in the room, does not; nor is there anything for guests (A12)."""
    inside = select(Membership.id).where(
        Membership.room_id == Room.id,
        Membership.account_id == actor.account_id,
        Membership.is_open.is_(True),
    )
    has_rooms = RoomKind.DEPARTMENT not in hidden_kinds(actor.switched_off)
    return (
        Handover.account_id == actor.account_id,
        Handover.last_day >= today,
        Room.kind == RoomKind.DEPARTMENT,
        Room.organization_id.in_(actor.organization_ids)
        if has_rooms and actor.kind == AccountKind.MEMBER and actor.belongs
        else false(),
        on_this_side(actor),
        ~inside.exists(),
    )


async def look_back(work: Work, actor: Actor, room_id: UUID) -> Predecessor:
    """The door of those who were moved. To everybody else there is no such room (A4)."""
    asked = (
        select(
            Handover.since_ordinal,
            Handover.until_ordinal,
            Handover.last_day,
            Handover.begun_at,
            Handover.name,
            Handover.purpose,
        )
        .join(Room, Room.id == Handover.room_id)
        .where(Room.id == room_id, *rule(actor, day_in_japan(work.now)))
    )
    row = (await work.session.execute(asked)).one_or_none()
    if row is None:
        raise NotFound
    return Predecessor(actor, room_id, *row)


async def why_shut(work: Work, actor: Actor, room_id: UUID) -> Refused:
    """Why whoever is not in a room does not come in: to strangers it is not there, whether it is or not."""
    try:
        here = await look_back(work, actor, room_id)
    except NotFound as refused:
        return refused
    return _until(here.last_day)


TERMS: Final = statement(
    "SELECT h.room_id, h.account_id, h.last_day, r.organization_id, r.lgwan_only FROM {asked}"
    " JOIN handovers h ON h.room_id = asked.room AND h.account_id = asked.account"
    " JOIN rooms r ON r.id = h.room_id AND r.kind = 'department'",
    asked={"room": "uuid", "account": "uuid"},
)


def why_shut_at_once(rows: Rows, asked: Sequence[tuple[Actor, UUID]], now: datetime) -> list[Refused]:
    """The same of many who are known not to be in these rooms: one statement, and none for nobody."""
    if not asked:
        return []
    places = list({(room, actor.account_id) for actor, room in asked})
    terms: Mapping[tuple[UUID, UUID], PlainRow] = {
        (as_id(row[0]), as_id(row[1])): row for row in rows.all(TERMS, asked=places)
    }
    today = day_in_japan(now)
    return [_why(actor, terms.get((room, actor.account_id)), today) for actor, room in asked]


def _why(actor: Actor, term: PlainRow | None, today: date) -> Refused:
    if term is None:
        return NotFound()
    _, _, day, organization_id, is_sealed = term
    last_day = cast("date", as_day_or_none(day))
    if last_day < today or as_id(organization_id) not in actor.organization_ids:
        return NotFound()
    if is_sealed and is_outside(actor.zone):
        return NotFound()
    if (
        actor.kind != AccountKind.MEMBER
        or not actor.belongs
        or RoomKind.DEPARTMENT in hidden_kinds(actor.switched_off)
    ):
        return NotFound()
    return _until(last_day)


def _until(last_day: date) -> InHandover:
    return InHandover(last_day=last_day.isoformat(), month=last_day.month, day=last_day.day)
