"""Where an actor stands in a room. Holding a Standing is the proof that its holder may be there.

One rule in three forms: `enter` asks it of one room, `enter_many` of many pairs, `visible_rooms` of all rooms at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, select, tuple_

from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Membership, Role, Room
from yoriai.talk.rooms.padding import padded

SeatRow = tuple[UUID, UUID, UUID, str, int, int, int, datetime | None]
SEATS: Final[Select[*SeatRow]] = select(
    Membership.account_id,
    Room.id,
    Room.organization_id,
    Membership.role,
    Membership.since_ordinal,
    Membership.since_number,
    Room.last_ordinal,
    Room.archived_at,
).join(Room, Room.id == Membership.room_id)


@dataclass(frozen=True, slots=True)
class Standing:
    """An actor in a room, now."""

    actor: Actor
    room_id: UUID
    role: Role
    sees_from: int
    """The first ordinal that its holder may read."""
    since_number: int
    newest: int
    """The ordinal of the room's newest message."""
    is_archived: bool


async def enter(work: Work, actor: Actor, room_id: UUID) -> Standing:
    """Go in, or be told that there is no such room: strangers learn nothing, not even that it is (A4)."""
    found = await work.session.execute(SEATS.where(Room.id == room_id, *rule(actor)))
    row = found.one_or_none()
    if row is None:
        raise NotFound
    return _standing(actor, row)


async def enter_many(
    work: Work, asked: Sequence[tuple[Actor, UUID]], *, held: bool = False
) -> Sequence[Standing | None]:
    """The same door for many at once, in one statement; None where it stays shut.

    `held` keeps every membership as it is until the commit.
    """
    pairs = padded(list({(room_id, actor.account_id) for actor, room_id in asked}))
    statement = SEATS.where(
        tuple_(Membership.room_id, Membership.account_id).in_(pairs), Membership.is_open.is_(True)
    )
    if held:
        statement = statement.order_by(Membership.room_id, Membership.account_id).with_for_update(
            of=Membership
        )
    rows = {(row[1], row[0]): row for row in await work.session.execute(statement)}
    return [_admitted(actor, rows.get((room_id, actor.account_id))) for actor, room_id in asked]


def visible_rooms(actor: Actor) -> Select[UUID]:
    """The same rule asked of all rooms at once: for lists, search and exports."""
    return select(Membership.room_id).join(Room, Room.id == Membership.room_id).where(*rule(actor))


def rule(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    """What must hold of a membership and its room, so that this actor is in there."""
    return (
        Membership.account_id == actor.account_id,
        Membership.is_open.is_(True),
        Room.organization_id.in_(actor.organization_ids),
    )


def _admitted(actor: Actor, row: Row[*SeatRow] | None) -> Standing | None:
    # The statement asked for many actors at once; the organization is each one's own.
    if row is None or row[2] not in actor.organization_ids:
        return None
    return _standing(actor, row)


def _standing(actor: Actor, row: Row[*SeatRow]) -> Standing:
    _, room_id, _, role, sees_from, since_number, newest, archived_at = row
    return Standing(
        actor, room_id, Role(role), sees_from, since_number, newest, is_archived=archived_at is not None
    )
