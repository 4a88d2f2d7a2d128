"""Inspections: that somebody asked to read a room that is not theirs, what a second person said, and until when it lasts."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, UtcTime


class State(StrEnum):
    """How far an inspection has come."""

    ASKED = "asked"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    """Nobody answered in time."""
    ENDED = "ended"
    """It was approved and is over: its time ran out, or it was closed."""


class Inspection(Base):
    """One asking, and what became of it. It holds no word of the room (AUDIT-4)."""

    __tablename__ = "inspections"
    __table_args__ = (Index(None, "tenant_id", "asked_at", "id"), Index(None, "state", "due_at"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"))
    room_id: Mapped[UUID] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"))
    asker_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    asked_at: Mapped[datetime] = mapped_column(UtcTime)
    """Nothing that was said later is read: the past is looked into, nobody is listened to."""
    reason: Mapped[str] = mapped_column(Text)
    first: Mapped[date] = mapped_column(Date)
    last: Mapped[date] = mapped_column(Date)
    """The days whose messages are read, in Japan; both count."""
    hours: Mapped[int] = mapped_column(Integer)
    """How long it lasts once it is approved."""
    state: Mapped[str] = mapped_column(String(16))
    """A `State`."""
    due_at: Mapped[datetime] = mapped_column(UtcTime)
    """When it lapses without an answer; once it is approved, when it is over."""
    answerer_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"), default=None)
    """The second person: who has approved or refused it."""
    answered_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    answer: Mapped[str] = mapped_column(Text, default="")
    """Why it was refused."""
    asker_read_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    answerer_read_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    """When each of the two has first read; None of one who has not."""
    ended_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    ended_by: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"), default=None)
    """Who has closed or withdrawn it; None where its time ran out."""
