"""What is given about people of other bodies, and what is asked for."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from yoriai.people.accounts.cards import Person

StateName = Literal["nothing", "waiting", "withdrawn", "asked", "talk", "blocked"]


class OwnFindableOut(BaseModel):
    """Whether one's body lets its people be found, and whether one has said yes."""

    model_config = ConfigDict(from_attributes=True)

    offered: bool
    findable: bool


class FindableIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    findable: bool


class BetweenOut(BaseModel):
    """How it stands with somebody: whether something waits and until when, or the talk that is there."""

    model_config = ConfigDict(from_attributes=True)

    state: StateName
    until: datetime | None
    room_id: UUID | None


class NeighbourOut(BaseModel):
    """Somebody of another body, with their body and department."""

    model_config = ConfigDict(from_attributes=True)

    account_id: UUID
    family: str
    given: str
    job_title: str
    tenant_name: str
    department: str
    between: BetweenOut


class NeighboursOut(BaseModel):
    people: list[NeighbourOut]


class AskIn(BaseModel):
    """Whom to ask for a talk, and a line for them."""

    model_config = ConfigDict(extra="forbid")

    account_id: UUID
    words: str = Field(default="", max_length=1_000)


class AskingOut(BaseModel):
    """An asking that waits for an answer."""

    model_config = ConfigDict(from_attributes=True)

    ask_id: UUID
    person: Person
    words: str
    made_at: datetime
    lapses_at: datetime


class AskingsOut(BaseModel):
    asks: list[AskingOut]
    next: str | None


class SentOut(BaseModel):
    """An asking that one has made: it waits, however it was answered."""

    model_config = ConfigDict(from_attributes=True)

    person: Person
    words: str
    made_at: datetime
    lapses_at: datetime
    is_withdrawn: bool


class SentAsksOut(BaseModel):
    sent: list[SentOut]


class TalkOut(BaseModel):
    """The talk that is there now."""

    room_id: UUID


class BlockedOut(BaseModel):
    """Somebody who is blocked."""

    model_config = ConfigDict(from_attributes=True)

    person: Person
    since: datetime


class BlockedListOut(BaseModel):
    blocked: list[BlockedOut]
    next: str | None
