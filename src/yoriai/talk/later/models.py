"""Messages that somebody keeps for later."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, UtcTime


class Later(Base):
    """One message that one person wants to see again. It is theirs alone: nobody else learns of it."""

    __tablename__ = "laters"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    message_id: Mapped[UUID] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True)
    room_id: Mapped[UUID] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"))
    kept_at: Mapped[datetime] = mapped_column(UtcTime)
    remind_at: Mapped[datetime | None] = mapped_column(UtcTime)
    """When its keeper wants to be reminded; none where they look by themselves."""
    rung_at: Mapped[datetime | None] = mapped_column(UtcTime)
    """When they were."""
    done_at: Mapped[datetime | None] = mapped_column(UtcTime)
