"""The audit log: one chained row for each act and for each act that was refused, and what stands around the chain."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, Json, UtcTime, where_set


class AuditEntry(Base):
    """One act. Nothing leans on other tables: the row says who and what it was, whatever becomes of them (AUDIT-1).

    Every column but the hash is covered by the hash (`chain.py`), and so is the hash of the row before.
    """

    __tablename__ = "audit_entries"
    __table_args__ = (
        Index(None, "tenant_id", "at", "number"),
        Index(None, "tenant_id", "account_id", "at"),
        where_set("request_id"),
    )

    tenant_id: Mapped[UUID] = mapped_column(primary_key=True)
    """Whose chain it is; all zeros for what concerns no body yet: whoever is at the door and is nobody's."""
    number: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    """1, 2, 3 … in each chain, without a gap. Clocks may jump; this never does (F12)."""
    at: Mapped[datetime] = mapped_column(UtcTime)
    kind: Mapped[str] = mapped_column(String(80))
    """The name of the fact, or the code of the refusal."""
    outcome: Mapped[str] = mapped_column(String(8))
    """An `Outcome`."""
    times: Mapped[int]
    """How often; more than once only of refusals, which are counted together (see `platform.denials`)."""
    account_id: Mapped[UUID | None]
    account_name: Mapped[str] = mapped_column(Text)
    account_kind: Mapped[str] = mapped_column(String(16))
    on_behalf_of: Mapped[UUID | None]
    session_id: Mapped[UUID | None]
    zone: Mapped[str | None] = mapped_column(String(16))
    address: Mapped[str | None] = mapped_column(String(64))
    request_id: Mapped[str | None] = mapped_column(String(40))
    object_id: Mapped[UUID | None]
    about: Mapped[str] = mapped_column(Text)
    """What it was done to, as that was called then."""
    body: Mapped[dict[str, object]] = mapped_column(Json)
    """The facts with the fields that may be kept, and everything that they name."""
    hash: Mapped[str] = mapped_column(String(64))


class AuditHead(Base):
    """How far a chain has come. Its row lock is what makes the numbers follow each other."""

    __tablename__ = "audit_heads"

    tenant_id: Mapped[UUID] = mapped_column(primary_key=True)
    count: Mapped[int] = mapped_column(BigInteger)
    hash: Mapped[str] = mapped_column(String(64))


class AuditCheck(Base):
    """One time that the chain was looked through, and what was found."""

    __tablename__ = "audit_checks"
    __table_args__ = (Index(None, "tenant_id", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID]
    at: Mapped[datetime] = mapped_column(UtcTime)
    entries: Mapped[int] = mapped_column(BigInteger)
    """How many rows were looked at."""
    trouble: Mapped[str] = mapped_column(String(24))
    """A `Trouble`; empty where all is as it was written."""
    number: Mapped[int | None] = mapped_column(BigInteger)
    """The first row that is wrong."""


class AuditExport(Base):
    """One time that rows of the log were taken out as a file: the reason that was given, and what was chosen."""

    __tablename__ = "audit_exports"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID]
    account_id: Mapped[UUID | None]
    """None where an operator did it at the machine."""
    at: Mapped[datetime] = mapped_column(UtcTime)
    reason: Mapped[str] = mapped_column(Text)
    entries: Mapped[int] = mapped_column(BigInteger)


class AuditArchive(Base):
    """Rows that have left the table, oldest first: where the chain goes on, and in which file they are, if in any."""

    __tablename__ = "audit_archives"

    tenant_id: Mapped[UUID] = mapped_column(primary_key=True)
    last: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    """The number of the last row of it."""
    first: Mapped[int] = mapped_column(BigInteger)
    first_at: Mapped[datetime] = mapped_column(UtcTime)
    last_at: Mapped[datetime] = mapped_column(UtcTime)
    hash: Mapped[str] = mapped_column(String(64))
    """Of the last row: the next one follows it."""
    file: Mapped[str] = mapped_column(String(120))
    digest: Mapped[str] = mapped_column(String(64))
    """SHA-256 of the file."""
    archived_at: Mapped[datetime] = mapped_column(UtcTime)
    dropped_at: Mapped[datetime | None] = mapped_column(UtcTime)
    """When the file went, because the term for which the body keeps the log was over."""
