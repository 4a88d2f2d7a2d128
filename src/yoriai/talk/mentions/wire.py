"""What can be named, and what calls somebody, as clients are given it."""

from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from yoriai.talk.rooms.models import Notify


class NameableUnit(BaseModel):
    """A unit with somebody of the room in it or below it."""

    unit_id: UUID
    name: str
    path: str
    body: str
    """The public body whose unit it is, where that is another one than the asker's."""
    count: int
    """How many of the room it names."""


class NameableOut(BaseModel):
    """What can be named in a room beside its members."""

    units: list[NameableUnit]


class NotifyIn(BaseModel):
    """What of the room shall call whoever asks."""

    model_config = ConfigDict(extra="forbid")

    notify: Notify | Literal["usual"]
    """`usual`: what calls those who have chosen nothing, by the size of the room."""
