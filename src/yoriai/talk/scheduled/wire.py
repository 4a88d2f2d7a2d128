"""Messages with a time as their author's own devices are given them."""

from datetime import datetime
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, JsonValue

from yoriai.talk.messages.command import PostIn
from yoriai.talk.messages.parts import Part
from yoriai.talk.scheduled.models import Scheduled


class ScheduleIn(PostIn):
    """A message as it is posted, and when it is to be sent."""

    due_at: AwareDatetime


class RescheduleIn(BaseModel):
    """What it shall say, and when it is to be sent; what is not named stays."""

    model_config = ConfigDict(extra="forbid")

    parts: list[dict[str, JsonValue]] | None = None
    due_at: AwareDatetime | None = None


class ScheduledOut(BaseModel):
    """A message that waits for its time."""

    scheduled_id: UUID
    room_id: UUID
    thread_id: UUID | None
    parts: list[Part]
    due_at: datetime
    refused: str | None
    """The code of the rule by which it was not sent; with what belongs into its sentence."""
    details: dict[str, JsonValue]

    @classmethod
    def of(cls, found: Scheduled) -> "ScheduledOut":
        return cls.model_construct(
            scheduled_id=found.id,
            room_id=found.room_id,
            thread_id=found.thread_id,
            parts=found.parts,
            due_at=found.due_at,
            refused=found.refused,
            details=found.details,
        )


class ScheduledList(BaseModel):
    """All that wait, the next one first, and how far their author's own stream had come when they were read."""

    scheduled: list[ScheduledOut]
    number: int


class ScheduledTold(BaseModel):
    """The body of `scheduled.changed`: the message as it waits now; none where it waits no longer."""

    scheduled_id: UUID
    scheduled: ScheduledOut | None
