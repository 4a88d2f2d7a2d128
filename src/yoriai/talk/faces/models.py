"""Faces: which picture stands for a person or for a room."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, UtcTime


class Face(Base):
    """The picture of one person, or of one room: the one that is shown, and the one that is still being checked."""

    __tablename__ = "faces"
    __table_args__ = (
        UniqueConstraint("account_id"),
        UniqueConstraint("room_id"),
        Index(None, "file_id"),
        Index(None, "coming_id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), default=None
    )
    room_id: Mapped[UUID | None] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"), default=None)
    file_id: Mapped[UUID | None] = mapped_column(ForeignKey("files.id", ondelete="SET NULL"), default=None)
    """Of which the face is shown."""
    coming_id: Mapped[UUID | None] = mapped_column(ForeignKey("files.id", ondelete="SET NULL"), default=None)
    """That shall take its place as soon as it has been found good."""
    reason: Mapped[str] = mapped_column(String(60), default="")
    """Why the last one that came did not: the code of its sentence."""
    brought_by: Mapped[UUID]
    """Who brought what came last."""
    changed_at: Mapped[datetime] = mapped_column(UtcTime)
