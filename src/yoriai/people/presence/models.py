"""What people say of themselves, in which band their last use lies, and who acts for whoever is absent."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, UtcTime


class Presence(Base):
    """One person's presence as it was last told. No row holds when somebody was last seen."""

    __tablename__ = "presences"
    __table_args__ = (Index(None, "changed_at"),)

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    state: Mapped[str] = mapped_column(String(16))
    """What the person says; empty where they leave it to the band."""
    until: Mapped[datetime | None] = mapped_column(UtcTime)
    band: Mapped[str] = mapped_column(String(8))
    changed_at: Mapped[datetime] = mapped_column(UtcTime)
    place: Mapped[str | None] = mapped_column(String(8))
    place_on: Mapped[date | None] = mapped_column(Date)
    """The day in Japan for which the place was said: on any other it says nothing."""


class Absence(Base):
    """Somebody who is not at work for days, and who acts for them. After its last day it says nothing."""

    __tablename__ = "absences"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    until: Mapped[date] = mapped_column(Date)
    """The last day of it in Japan."""
    deputy_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id", ondelete="SET NULL"), index=True)
