"""Who practises where, and how far they have come with the helper."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, UtcTime


class Practice(Base):
    """One person's room to practise in. There is one for each, closed and opened again as often as they like."""

    __tablename__ = "practices"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    room_id: Mapped[UUID] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"), unique=True)
    helper_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    round: Mapped[int]
    """How often it has been opened."""
    step: Mapped[int]
    """What of the script the helper is waiting for; past its end the helper has stepped back."""
    begun_at: Mapped[datetime] = mapped_column(UtcTime)
