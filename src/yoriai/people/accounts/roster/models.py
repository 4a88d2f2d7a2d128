"""A roster file on its way, which columns were what, and what was imported."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, Json, UtcTime


class RosterDraft(Base):
    """A file that somebody has brought and nobody has taken over yet; forgotten after a day."""

    __tablename__ = "roster_drafts"
    __table_args__ = (UniqueConstraint("tenant_id", "request_key"), Index(None, "made_at"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"))
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id", ondelete="CASCADE"))
    made_by: Mapped[UUID]
    made_at: Mapped[datetime] = mapped_column(UtcTime)
    request_key: Mapped[str] = mapped_column(String(26))
    subject: Mapped[str] = mapped_column(String(16))
    """people or units: what the file is a table of."""
    file_name: Mapped[str] = mapped_column(Text)
    file: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    """The workbook itself, as long as another of its sheets may be wanted."""
    sheet: Mapped[bytes] = mapped_column(LargeBinary)
    """Its rows, compressed."""
    columns: Mapped[list[str | None] | None] = mapped_column(Json)
    """What each column was decided to be; NULL before anybody has."""
    difference: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    """What taking it over would change, as it was last looked at; compressed."""


class RosterMapping(Base):
    """What the columns of files with these headings were the last time; forgotten when none has come for long."""

    __tablename__ = "roster_mappings"

    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"), primary_key=True)
    subject: Mapped[str] = mapped_column(String(16), primary_key=True)
    headings: Mapped[str] = mapped_column(String(64), primary_key=True)
    columns: Mapped[list[str | None]] = mapped_column(Json)
    used_at: Mapped[datetime] = mapped_column(UtcTime)


class RosterImport(Base):
    """One file that was taken over."""

    __tablename__ = "roster_imports"
    __table_args__ = (UniqueConstraint("tenant_id", "request_key"), Index(None, "organization_id", "id"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"))
    organization_id: Mapped[UUID] = mapped_column(ForeignKey("organizations.id", ondelete="CASCADE"))
    imported_by: Mapped[UUID | None]
    """NULL when it was done by the command."""
    at: Mapped[datetime] = mapped_column(UtcTime)
    request_key: Mapped[str | None] = mapped_column(String(26))
    subject: Mapped[str] = mapped_column(String(16))
    file_name: Mapped[str] = mapped_column(Text)
    counts: Mapped[dict[str, int]] = mapped_column(Json)
    undo: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    """What taking it back needs, compressed; kept for a day."""
    undone_at: Mapped[datetime | None] = mapped_column(UtcTime)
    undone_by: Mapped[UUID | None]
