"""Messages, and what they said before they were edited or taken back."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, String, Text, UniqueConstraint, true
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, Json, UtcTime, where_set


class Withdrawal(StrEnum):
    """How a message went."""

    TAKEN_BACK = "taken_back"
    """By whoever wrote it; a line stays in its place."""
    REMOVED = "removed"
    """By somebody who manages the room; a line stays in its place."""
    TRACELESS = "traceless"
    """At once, before anybody had read it: nothing is left for members, only its ordinal."""


class Message(Base):
    """Something said in a room. The server's id is what everything else refers to; the send key is the client's."""

    __tablename__ = "messages"
    __table_args__ = (
        UniqueConstraint("room_id", "ordinal"),
        UniqueConstraint("room_id", "author_id", "send_key"),
        where_set("quote_id"),
        where_set("thread_id"),
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
    quote_id: Mapped[UUID | None] = mapped_column(ForeignKey("messages.id", ondelete="SET NULL"))
    """The message of the same room that this one answers."""
    thread_id: Mapped[UUID | None] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"))
    """The message of the same room under which this one stands: the root of its thread, never an answer itself."""
    in_room: Mapped[bool] = mapped_column(Boolean, default=True, server_default=true())
    """Its words stand in the room's own log. Of an answer they do so only where its author has chosen it."""
    posted_at: Mapped[datetime] = mapped_column(UtcTime)
    edited_at: Mapped[datetime | None] = mapped_column(UtcTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcTime)
    """A message taken back keeps its ordinal."""
    withdrawal: Mapped[str | None] = mapped_column(String(16))
    """A `Withdrawal`."""
    withdrawn_by: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"))


class Mention(Base):
    """That a message calls somebody: one row for each whom it names, alone or with their unit, so that it can be
    counted without reading it. Where it names everybody there is one row, of whoever wrote it."""

    __tablename__ = "mentions"
    __table_args__ = (
        Index(None, "room_id", "account_id", "ordinal"),
        Index(None, "target", "ordinal"),
    )

    message_id: Mapped[UUID] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True)
    target: Mapped[UUID] = mapped_column(primary_key=True)
    """What is named: the person, the unit, or with everybody the room."""
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    room_id: Mapped[UUID] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"))
    ordinal: Mapped[int] = mapped_column(BigInteger)


class Blank(Base):
    """An ordinal at which there is nothing to read for anybody any more, so that nobody is told that it waits."""

    __tablename__ = "blanks"

    room_id: Mapped[UUID] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"), primary_key=True)
    ordinal: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)


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
    reason: Mapped[str | None] = mapped_column(Text)
    """Why somebody who manages the room took another's message away."""
