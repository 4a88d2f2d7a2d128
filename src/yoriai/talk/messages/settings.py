"""What a body may choose about the messages in its rooms."""

from datetime import timedelta
from typing import ClassVar

from pydantic import Field

from yoriai.people.orgs.settings import Setting

A_YEAR = 366 * 24 * 60  # minutes


class MessageRules(Setting):
    """How long a message may be taken back or put right by whoever wrote it, and waits before it goes. 0: not at all."""

    name: ClassVar[str] = "messages"

    withdraw_minutes: int = Field(default=24 * 60, ge=0, le=A_YEAR)
    traceless_seconds: int = Field(default=10, ge=0, le=60)
    """So soon after sending, and while nobody has read it, taking it back leaves nothing for members (MSG-6)."""

    edit_minutes: int = Field(default=24 * 60, ge=0, le=A_YEAR)
    outside_delay_seconds: int = Field(default=0, ge=0, le=30)
    """For how long at least a message waits on its author's device before it goes into a room in which guests or
    people of other bodies read (MSG-6)."""

    @property
    def edit_within(self) -> timedelta:
        return timedelta(minutes=self.edit_minutes)

    @property
    def withdraw_within(self) -> timedelta:
        return timedelta(minutes=self.withdraw_minutes)

    @property
    def traceless_within(self) -> timedelta:
        return timedelta(seconds=self.traceless_seconds)
