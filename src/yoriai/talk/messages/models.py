"""Messages, and what they said before they were edited or taken back."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, Json, UtcTime


class Message(Base):
    """Something said in a room. The server's id is what everything else refers to; the send key is the client's."""

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("room_id", "ordinal"),
        UniqueConstraint("room_id", "author_id", "send_key"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    room_id: Mapped[UUID] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"))
    ordinal: Mapped[int] = mapped_column(BigInteger)
    author_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    on_behalf_of: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"))
    send_key: Mapped[str] = mapped_column(String(26))
    parts: Mapped[list[dict[str, object]]] = mapped_column(Json)
    zone: Mapped[str | None] = mapped_column(String(16))
    """From which side it was sent."""
    posted_at: Mapped[datetime] = mapped_column(UtcTime)
    edited_at: Mapped[datetime | None] = mapped_column(UtcTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcTime)
    """A message taken back keeps its ordinal."""


class MessageVersion(Base):
    """What a message said before it was changed. `held` keeps it from every clean-up."""

    __tablename__ = "message_versions"

    message_id: Mapped[UUID] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(String(16))
    parts: Mapped[list[dict[str, object]]] = mapped_column(Json)
    at: Mapped[datetime] = mapped_column(UtcTime)
    by: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    held: Mapped[bool] = mapped_column(Boolean)
