"""Who lets people of other bodies find them, who has asked whom for a talk, and who wants no more of that (FED-3)."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, UtcTime


class Findable(Base):
    """That somebody has said yes. A search goes through these rows alone, so that whoever said nothing takes no time."""

    __tablename__ = "findable_people"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    since: Mapped[datetime] = mapped_column(UtcTime)


class Answer(StrEnum):
    """What whoever was asked has said. Saying nothing is no answer."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


class TalkAsk(Base):
    """Somebody has asked somebody of another body for a talk. It stands until it lapses, whatever was answered: whoever
    asked sees by nothing that they were turned down."""

    __tablename__ = "talk_asks"
    __table_args__ = (
        UniqueConstraint("asker_id", "asked_id"),
        Index(None, "asked_id", "lapses_at"),
        Index(None, "made_at"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    asker_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    asked_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    words: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(UtcTime)
    lapses_at: Mapped[datetime] = mapped_column(UtcTime)
    answer: Mapped[str | None] = mapped_column(String(16), default=None)
    """An `Answer`, known to whoever gave it."""
    answered_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    """When whoever asked has taken it back."""


class BlockedNeighbour(Base):
    """Somebody sees no asking of this person of another body any more, and their talk is read only."""

    __tablename__ = "blocked_neighbours"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[UUID] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    since: Mapped[datetime] = mapped_column(UtcTime)
