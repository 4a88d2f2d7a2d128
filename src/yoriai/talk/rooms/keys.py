"""The key of a room that can be there only once for those who are in it: it says who they are."""

from uuid import UUID

from yoriai.talk.rooms.models import RoomKind

_ID = 32  # letters of an id


def pair_key(organization_id: UUID, one: UUID, other: UUID) -> str:
    """Two people have one direct talk in each organization in which both serve (ORG-7)."""
    low, high = sorted((one, other))
    return f"{organization_id.hex}{low.hex}{high.hex}"


def own_key(account_id: UUID) -> str:
    """Everybody has one room for notes, wherever they serve."""
    return account_id.hex


def other_in(kind: str, key: str | None, me: UUID) -> UUID | None:
    """With whom this person talks in a direct talk; None in every other room."""
    if kind != RoomKind.DIRECT or key is None:
        return None
    low, high = UUID(key[_ID : 2 * _ID]), UUID(key[2 * _ID :])
    return high if low == me else low
