"""Words that somebody watches for, and the messages that have called them by one."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, Json, UtcTime


class Watchword(Base):
    """A word that calls one person wherever it is said in their rooms. It is theirs alone: nobody else learns of it."""

    __tablename__ = "watchwords"
    __table_args__ = (UniqueConstraint("account_id", "folded"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    word: Mapped[str] = mapped_column(Text)
    folded: Mapped[str] = mapped_column(Text)
    """The form in which it is looked for, so that two ways of writing are one word."""
    since: Mapped[datetime] = mapped_column(UtcTime)
    """What was said before calls nobody."""


class WordCall(Base):
    """That a message has called somebody by words of theirs. It outlives the words, which may be watched for no more."""

    __tablename__ = "word_calls"
    __table_args__ = (Index(None, "room_id", "account_id", "ordinal"),)

    message_id: Mapped[UUID] = mapped_column(ForeignKey("messages.id", ondelete="CASCADE"), primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    room_id: Mapped[UUID] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"))
    ordinal: Mapped[int] = mapped_column(BigInteger)
    words: Mapped[list[str]] = mapped_column(Json)
    """As their watcher wrote them."""
