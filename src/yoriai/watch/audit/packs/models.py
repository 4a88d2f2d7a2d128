"""Packs for an audit: who asked for one, why, for which days; and the pieces of the file until its time is over."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, Date, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, Json, UtcTime


class State(StrEnum):
    """How far a pack has come."""

    WAITING = "waiting"
    """It is being made, or will be in a moment."""
    READY = "ready"
    FAILED = "failed"
    """It could not be made in its time."""
    GONE = "gone"
    """Its time is over, or whoever asked has thrown it away: the file is not there any more, only that it was."""


class AuditPack(Base):
    """One pack. That it was made stays; the file does not."""

    __tablename__ = "audit_packs"
    __table_args__ = (Index(None, "tenant_id", "asker_id", "id"), Index(None, "state", "ends_at"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"))
    asker_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"))
    """None where an operator did it at the machine."""
    asked_at: Mapped[datetime] = mapped_column(UtcTime)
    reason: Mapped[str] = mapped_column(Text)
    first: Mapped[date] = mapped_column(Date)
    last: Mapped[date] = mapped_column(Date)
    """The days of the log that are in it, in Japan; both count."""
    installation: Mapped[dict[str, object]] = mapped_column(Json)
    """How the server that was asked is set up, without a secret (`installation.py`)."""
    state: Mapped[str] = mapped_column(String(16))
    """A `State`."""
    ends_at: Mapped[datetime] = mapped_column(UtcTime)
    """Until when it must be made; once it is, until when it is there."""
    step: Mapped[int] = mapped_column(default=0)
    steps: Mapped[int] = mapped_column(default=0)
    """How many of how many parts are written."""
    made_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    size: Mapped[int] = mapped_column(BigInteger, default=0)
    digest: Mapped[str] = mapped_column(String(64), default="")
    """SHA-256 of the file. It stands in the log too, so that the file can be held against it."""
    entries: Mapped[int] = mapped_column(BigInteger, default=0)
    taken: Mapped[int] = mapped_column(default=0)
    """How often it was taken out."""


class AuditPackPiece(Base):
    """A piece of the file. In the database, so that every node hands it out, and nothing is left in a folder."""

    __tablename__ = "audit_pack_pieces"

    pack_id: Mapped[UUID] = mapped_column(ForeignKey("audit_packs.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
