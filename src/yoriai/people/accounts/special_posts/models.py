"""Who may write to somebody in a special post."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, Json, UtcTime


class WritingLimit(Base):
    """That not everybody writes to this account. It holds as long as its holder is in a special post."""

    __tablename__ = "writing_limits"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    circle: Mapped[str] = mapped_column(String(8))
    """A `Circle`."""
    units: Mapped[list[str]] = mapped_column(Json)
    """Whoever serves in one of these units or below it may."""
    people: Mapped[list[str]] = mapped_column(Json)
    """These may in any case, as whoever acts for them."""
    since: Mapped[datetime] = mapped_column(UtcTime)
    """Where the holder has written in a talk of two since then, the other one answers."""
