"""Messages with a time: written now, sent when their author has said."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Boolean, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, Json, UtcTime


class Scheduled(Base):
    """One message that waits for its time. What was sent is here no longer; what could not be sent says why."""

    __tablename__ = "scheduled"
    __table_args__ = (UniqueConstraint("account_id", "room_id", "send_key"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    room_id: Mapped[UUID] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"))
    send_key: Mapped[str] = mapped_column(String(26))
    """The message takes it too: however often it is tried, it is one."""
    parts: Mapped[list[dict[str, object]]] = mapped_column(Json)
    quote_id: Mapped[UUID | None]
    thread_id: Mapped[UUID | None]
    in_room: Mapped[bool] = mapped_column(Boolean)
    zone: Mapped[str] = mapped_column(String(16))
    """From which side it was written."""
    due_at: Mapped[datetime] = mapped_column(UtcTime)
    written_at: Mapped[datetime] = mapped_column(UtcTime)
    """When its words were last put so: in the name in which its author sat in the room then, it is said."""
    refused: Mapped[str | None] = mapped_column(String(60))
    """The code of the rule by which it was not sent."""
    details: Mapped[dict[str, object]] = mapped_column(Json)
