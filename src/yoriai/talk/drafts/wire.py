"""Drafts as a person's own devices are given them."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from yoriai.talk.drafts.models import Draft


class Aside(BaseModel):
    """A text that was there when another device saved its own: kept until somebody takes it or throws it away."""

    version: str
    text: str


class RoomDraft(BaseModel):
    """A draft."""

    room_id: UUID
    thread_id: UUID | None
    version: str
    text: str
    aside: list[Aside]
    saved_at: datetime

    @classmethod
    def of(cls, draft: Draft) -> "RoomDraft":
        return cls(
            room_id=draft.room_id,
            thread_id=draft.thread_id,
            version=draft.version,
            text=draft.text,
            aside=[Aside.model_validate(each) for each in draft.aside],
            saved_at=draft.saved_at,
        )


class DraftIn(BaseModel):
    """What somebody has written so far. Nothing but these fields is taken (N9)."""

    model_config = ConfigDict(extra="forbid")

    version: str = Field(max_length=64)
    """The client's key for this text (BASE-4)."""
    seen: str | None = Field(max_length=64)
    """The version on which it was written; None where this device knew of no draft."""
    text: str
    takes: str | None = Field(default=None, max_length=64)
    """The version of a text set aside that this one is made of."""
    thread: UUID | None = None
    """The message under which it is written."""


class RoomDrafts(BaseModel):
    """All drafts of a person, the newest first, and how far their own stream had come when they were read."""

    drafts: list[RoomDraft]
    number: int


class DraftTold(BaseModel):
    """What stands in a place now: the answer to saving, and the body of `drafts.changed`. None: no draft."""

    room_id: UUID
    thread_id: UUID | None
    draft: RoomDraft | None
