"""Drafts: what somebody has written in a room and not sent yet."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, Json, UtcTime


class Draft(Base):
    """One person's draft in one place: in the room itself, or under a message of it."""

    __tablename__ = "drafts"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    place_id: Mapped[UUID] = mapped_column(primary_key=True)
    """The room, or the message under which it is written."""
    room_id: Mapped[UUID] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"))
    thread_id: Mapped[UUID | None] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"))
    version: Mapped[str] = mapped_column(String(26))
    """The client's own key for this text: a device that knows it has seen what is written here."""
    text: Mapped[str] = mapped_column(Text)
    aside: Mapped[list[dict[str, str]]] = mapped_column(Json)
    """What another device had written before it could know of this: `version` and `text`, the newest first."""
    saved_at: Mapped[datetime] = mapped_column(UtcTime)
