"""What somebody keeps for later, as clients are given it."""

from datetime import datetime
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from yoriai.people.accounts.cards import Person


class LaterIn(BaseModel):
    """When to be reminded, or nothing."""

    model_config = ConfigDict(extra="forbid")

    remind_at: AwareDatetime | None = None


class LaterOut(BaseModel):
    """A message that is kept, in one line."""

    message_id: UUID
    room_id: UUID
    author_id: UUID
    """Who said it, or the unit in whose name."""
    text: str
    """Nothing of one that was taken back."""
    is_withdrawn: bool
    posted_at: datetime
    kept_at: datetime
    remind_at: datetime | None
    rung_at: datetime | None
    done_at: datetime | None


class LatersOut(BaseModel):
    """Some of what is kept, and where the list goes on."""

    kept: list[LaterOut]
    people: dict[UUID, Person]
    next: str | None


class LaterToldOut(BaseModel):
    """The body of what is told about one message that is kept: how many wait now whose time has come,
    by organization; those in which none does are left out."""

    account_id: UUID
    message_id: UUID
    due: dict[UUID, int]
