"""The shelf: how one person keeps their rooms and messages. Nobody else sees any of it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, UtcTime


class Folder(Base):
    """A folder of somebody's list of rooms."""

    __tablename__ = "folders"
    __table_args__ = (UniqueConstraint("account_id", "request_key"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    name: Mapped[str] = mapped_column(Text)
    position: Mapped[int]
    """Where it stands among the others, from the top."""
    is_shut: Mapped[bool]
    request_key: Mapped[str] = mapped_column(String(26))


class ShelvedRoom(Base):
    """Where a room stands in somebody's list. It outlives their time in the room: who comes back finds it there."""

    __tablename__ = "shelved_rooms"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    room_id: Mapped[UUID] = mapped_column(
        ForeignKey("rooms.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    is_favourite: Mapped[bool]
    folder_id: Mapped[UUID | None] = mapped_column(ForeignKey("folders.id", ondelete="SET NULL"), index=True)


class ShelvedMessage(Base):
    """A message that somebody wants to find again."""

    __tablename__ = "shelved_messages"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    message_id: Mapped[UUID] = mapped_column(
        ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    kept_at: Mapped[datetime] = mapped_column(UtcTime)
