"""The shelf as its owner's devices are given it."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from yoriai.people.accounts.cards import Person

MOST_ROOMS = 20_000


class FolderOut(BaseModel):
    """A folder of the list of rooms."""

    folder_id: UUID
    name: str
    position: int
    is_shut: bool


class FolderIn(BaseModel):
    """A folder to make, with rooms in it at once."""

    model_config = ConfigDict(extra="forbid")

    request_key: str = Field(max_length=64)
    name: str
    rooms: list[UUID] = Field(default=[], max_length=MOST_ROOMS)
    position: int | None = Field(default=None, ge=0, le=1_000)
    """Where it shall stand; left out: below the others."""


class FolderMadeOut(BaseModel):
    """The folder that is there now."""

    folder_id: UUID


class FolderChangeIn(BaseModel):
    """What shall be otherwise; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    name: str | None = None
    is_shut: bool | None = None


class PlaceIn(BaseModel):
    """Into which folder a room goes; none: out of the one it is in."""

    model_config = ConfigDict(extra="forbid")

    folder_id: UUID | None


class PlaceOut(BaseModel):
    """Where a room stands."""

    room_id: UUID
    is_favourite: bool
    folder_id: UUID | None


class KeptOut(BaseModel):
    """Whether a message is kept."""

    room_id: UUID
    message_id: UUID
    is_favourite: bool


class ShelfChangedOut(BaseModel):
    """The body of `shelf.changed`: all folders, and what stands elsewhere now."""

    folders: list[FolderOut]
    rooms: list[PlaceOut]
    message: KeptOut | None


class KeptMessageOut(BaseModel):
    """A kept message in a line. Of one that may no longer be read nothing is said but that it is there."""

    message_id: UUID
    kept_at: datetime
    room_id: UUID | None
    """None: it may no longer be read."""
    room_name: str
    author_id: UUID | None
    """Who said it, or the unit in whose name."""
    text: str
    posted_at: datetime | None
    is_withdrawn: bool


class KeptMessagesOut(BaseModel):
    """Some of the messages that somebody keeps, the newest first, and where the list goes on."""

    messages: list[KeptMessageOut]
    people: dict[UUID, Person]
    next: str | None
