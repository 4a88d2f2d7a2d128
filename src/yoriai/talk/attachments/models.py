"""Attachments: which file belongs to which message. Its words are in the parts, its bytes are no matter of a room."""

from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base


class Attachment(Base):
    """One file of a message. The file is the key, so that nothing is attached twice."""

    __tablename__ = "attachments"
    __table_args__ = (Index(None, "room_id", "ordinal"),)

    file_id: Mapped[UUID] = mapped_column(ForeignKey("files.id", ondelete="CASCADE"), primary_key=True)
    message_id: Mapped[UUID] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), index=True)
    room_id: Mapped[UUID] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"))
    ordinal: Mapped[int] = mapped_column(BigInteger)
