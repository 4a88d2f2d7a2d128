"""The journal: one numbered line for every lasting change, with what an audit needs."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, Counter, Json, UtcTime


class StreamHead(Base):
    """The newest number of a stream. Its row lock is what makes the order of commits the order of numbers (D8)."""

    __tablename__ = "streams"

    stream: Mapped[str] = mapped_column(String(60), primary_key=True)
    tenant_id: Mapped[UUID | None]
    head: Mapped[int] = mapped_column(BigInteger)
    oldest: Mapped[int] = mapped_column(BigInteger, default=0)
    """Numbers up to this one have been pruned: who holds fewer rereads."""
    xid: Mapped[int] = mapped_column(BigInteger, default=0)
    """The newest of the transactions that have told something here; it never goes back."""


class JournalRow(Base):
    """One fact as it was told. Ids and columns only; the words stay where retention can find them."""

    __tablename__ = "journal"
    __table_args__ = (UniqueConstraint("stream", "number"), Index(None, "xid", "position"))

    position: Mapped[int] = mapped_column(Counter, primary_key=True, autoincrement=True)
    xid: Mapped[int] = mapped_column(BigInteger)
    """The writing transaction, or a newer one that told on this stream before it; 0 where only one can write.
    So (xid, position) is one order over all streams that keeps each stream's own (`platform.facts.durable`)."""
    tenant_id: Mapped[UUID | None]
    stream: Mapped[str] = mapped_column(String(60))
    number: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str] = mapped_column(String(80))
    body: Mapped[dict[str, object]] = mapped_column(Json)
    by: Mapped[UUID | None]
    on_behalf_of: Mapped[UUID | None]
    session_id: Mapped[UUID | None]
    zone: Mapped[str | None] = mapped_column(String(16))
    address: Mapped[str | None] = mapped_column(String(64))
    request_id: Mapped[str | None] = mapped_column(String(40))
    at: Mapped[datetime] = mapped_column(UtcTime, index=True)


class DurableCursor(Base):
    """How far a durable reader has come. It moves in the transaction that holds the reader's own work."""

    __tablename__ = "durable_cursors"

    reader: Mapped[str] = mapped_column(String(40), primary_key=True)
    xid: Mapped[int] = mapped_column(BigInteger)
    position: Mapped[int] = mapped_column(BigInteger)
