"""Pins: the few messages that a room keeps in sight."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, UtcTime


class Pin(Base):
    """One pinned message. The message is the key, so nothing can be pinned twice."""

    __tablename__ = "pins"

    message_id: Mapped[UUID] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True)
    room_id: Mapped[UUID] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"), index=True)
    pinned_by: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    pinned_at: Mapped[datetime] = mapped_column(UtcTime)
