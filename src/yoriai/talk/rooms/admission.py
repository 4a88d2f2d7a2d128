"""Letting people in: an interval begins for each of them, and each is told on their own stream."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast
from uuid import UUID

from sqlalchemy import Table, insert

from yoriai.kit.ids import uuid7
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.facts import RoomEntered
from yoriai.talk.rooms.models import Membership, Role

_INSERT: Final = insert(cast("Table", Membership.__table__))


@dataclass(frozen=True, slots=True)
class Beginning:
    """From where on newcomers hear and read a room."""

    room_id: UUID
    since_number: int
    since_ordinal: int


async def admit(work: Work, here: Beginning, roles: Mapping[UUID, Role], *, by: UUID) -> None:
    """Seat these people, in one statement however many they are. None of them may be in the room yet."""
    rows = [
        {
            "id": uuid7(work.now),
            "room_id": here.room_id,
            "account_id": account_id,
            "role": role,
            "is_open": True,
            "since_number": here.since_number,
            "since_ordinal": here.since_ordinal,
            "joined_at": work.now,
        }
        for account_id, role in roles.items()
    ]
    await work.session.execute(_INSERT, rows)
    for account_id in roles:
        entered = RoomEntered(
            account_id=account_id,
            room_id=here.room_id,
            since_number=here.since_number,
            sees_from=here.since_ordinal,
        )
        work.state(entered, by=by)
