"""What is given about bodies in rooms, and what is asked for."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from yoriai.people.accounts.cards import Person
from yoriai.people.orgs.models import TenantKind
from yoriai.talk.rooms.labels import Level

State = Literal["host", "asked", "invited", "joined", "present"]
"""`host` is the room's own body; `present` has people in it who serve in its organization."""


class RoomBodyOut(BaseModel):
    """A body as everybody in the room sees it."""

    tenant_id: UUID
    name: str
    kind: TenantKind
    department: str
    """The one department as which it is here; empty: as itself."""
    state: State
    people: int
    contact: str
    manager: Person | None
    words: str
    """What was said with the invitation or the asking: to whoever arranges bodies here."""
    since: datetime | None


class RoomBodiesOut(BaseModel):
    bodies: list[RoomBodyOut]
    takes_askings: bool
    may_arrange: bool


class InviteBodyIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    tenant_id: UUID
    words: str = Field(default="", max_length=2_000)


class ContactIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    contact: str = Field(max_length=400)


class TakeAskingsIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    takes: bool


class AskedForOut(BaseModel):
    room_id: UUID
    name: str
    purpose: str


class AskedForRoomsOut(BaseModel):
    rooms: list[AskedForOut]


class AskIn(BaseModel):
    """A room of another body into which one's own asks to be let."""

    model_config = ConfigDict(extra="forbid")

    room_id: UUID
    words: str = Field(default="", max_length=2_000)
    contact: str = Field(default="", max_length=400)


class TermsIn(BaseModel):
    """How one's body is in the room."""

    model_config = ConfigDict(extra="forbid")

    department_id: UUID | None = None
    manager_id: UUID | None = None
    contact: str = Field(default="", max_length=400)


class PartOut(BaseModel):
    """A room of another body, as whoever arranges their own body's part in it sees it."""

    part_id: UUID
    room_id: UUID
    room: str
    purpose: str
    host: str
    host_kind: TenantKind
    state: Literal["asked", "invited", "joined"]
    words: str
    department: str
    manager: Person | None
    """Who was named to bring people in; of a department its head, as long as they serve there."""
    may_bring: bool
    """Whether whoever asks brings people in: for a department its head alone does."""
    contact: str
    people: int
    level: Level
    """What may be done in the room, by the strictest rule."""
    made_at: datetime


class PartsOut(BaseModel):
    parts: list[PartOut]
    next: str | None
    may_manage: bool
    """Whether one arranges all of them, and not only those for which one was named."""


class PartPeopleOut(BaseModel):
    people: list[Person]
    next: str | None


class PeopleIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    accounts: list[UUID] = Field(max_length=20_000)
