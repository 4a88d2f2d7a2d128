"""Letting people in and out: an interval begins or ends for each of them, and each is told on their own stream."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, cast
from uuid import UUID

from sqlalchemy import Table, insert, update

from yoriai.kit.ids import uuid7
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.facts import MemberLeft, RoomEntered, RoomLost
from yoriai.talk.rooms.models import Membership, Role
from yoriai.talk.rooms.padding import padded

PLAINLY: Final = {"synchronize_session": False}  # no row is held as an object here
_INSERT: Final = insert(cast("Table", Membership.__table__))


@dataclass(frozen=True, slots=True)
class Beginning:
    """From where on newcomers hear and read a room."""

    room_id: UUID
    since_number: int
    since_ordinal: int


async def admit(work: Work, here: Beginning, roles: Mapping[UUID, Role], *, by: UUID | None) -> None:
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


async def dismiss(
    work: Work, room_id: UUID, account_ids: Collection[UUID], *, number: int, by: UUID | None
) -> None:
    """End the intervals of these people with this number. Whoever is not in the room has left it already."""
    if not account_ids:
        return
    left = (
        update(Membership)
        .where(Membership.room_id == room_id, Membership.account_id.in_(padded(sorted(account_ids))))
        .where(Membership.is_open.is_(True))
        .values(is_open=None, until_number=number, left_at=work.now)
        .returning(Membership.account_id)
    )
    for account_id in sorted(await work.session.scalars(left, execution_options=PLAINLY)):
        work.state(MemberLeft(room_id=room_id, account_id=account_id), by=by)
        work.state(RoomLost(account_id=account_id, room_id=room_id), by=by)
