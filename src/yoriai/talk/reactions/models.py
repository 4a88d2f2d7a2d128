"""Reactions: a small sign that somebody sets under a message instead of writing one of their own."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, UtcTime


class Kind(StrEnum):
    """The signs that there are, in the order in which they stand under a message."""

    CHECK = "check"
    THUMBS_UP = "thumbs_up"
    HEART = "heart"
    THANKS = "thanks"
    WEEP = "weep"
    EYES = "eyes"


class Reaction(Base):
    """One sign of one person at one message. All three are the key, so nobody sets the same one twice."""

    __tablename__ = "reactions"

    message_id: Mapped[UUID] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(16), primary_key=True)
    """A `Kind`."""
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    reacted_at: Mapped[datetime] = mapped_column(UtcTime)
