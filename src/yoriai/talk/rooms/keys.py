"""The key of a room that can be there only once for those who are in it: it says who they are."""

from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, func

from yoriai.talk.rooms.models import Room, RoomKind

_ID = 32  # letters of an id
_NOWHERE: Final = UUID(int=0)
IS_ACROSS: Final[ColumnElement[bool]] = func.coalesce(Room.members_key, "").startswith(_NOWHERE.hex)
"""What holds of a `Room` that is a direct talk of two people of two bodies."""


def pair_key(organization_id: UUID, one: UUID, other: UUID) -> str:
    """Two people have one direct talk in each organization in which both serve (ORG-7)."""
    low, high = sorted((one, other))
    return f"{organization_id.hex}{low.hex}{high.hex}"


def key_across(one: UUID, other: UUID) -> str:
    """Two people of two bodies have one direct talk, in whichever organization it was opened (FED-3)."""
    return pair_key(_NOWHERE, one, other)


def own_key(account_id: UUID) -> str:
    """Everybody has one room for notes, wherever they serve."""
    return account_id.hex


def leaders_key(organization_id: UUID) -> str:
    """The ITリーダー of an organization have one room among themselves."""
    return f"leaders-{organization_id.hex}"


def other_in(kind: str, key: str | None, me: UUID) -> UUID | None:
    """With whom this person talks in a direct talk; None in every other room."""
    if kind != RoomKind.DIRECT or key is None:
        return None
    low, high = UUID(key[_ID : 2 * _ID]), UUID(key[2 * _ID :])
    return high if low == me else low
