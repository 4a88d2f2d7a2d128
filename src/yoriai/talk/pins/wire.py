"""Pins as clients are given them."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from yoriai.people.accounts.cards import Person


class PinOut(BaseModel):
    """A pinned message in one line, and who has put it there."""

    message_id: UUID
    ordinal: int
    author_id: UUID
    """Who said it, or the unit in whose name."""
    text: str
    """The beginning of what it says, as it stands now."""
    posted_at: datetime
    pinned_by: UUID
    pinned_at: datetime


class BoardOut(BaseModel):
    """All pins of a room, the newest first, with the people they name."""

    pins: list[PinOut]
    people: dict[UUID, Person]
    may_pin: bool


class PinnedFactOut(BaseModel):
    """The body of `pins.pinned`."""

    room_id: UUID
    pin: PinOut
    people: dict[UUID, Person]
