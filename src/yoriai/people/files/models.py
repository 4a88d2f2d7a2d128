"""Files as rows: what came in, from which side, what became of it; and what is still coming in. Bytes lie elsewhere."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, Json, UtcTime, where_set


class State(StrEnum):
    """How far a file has come. Only a disarmed one is ever handed on (S11)."""

    CHECKING = "checking"
    DISARMED = "disarmed"
    HELD = "held"
    DECLINED = "declined"


class File(Base):
    """One file that somebody brought. The row stays as the record of what was decided, also where no byte is kept."""

    __tablename__ = "files"
    __table_args__ = (
        Index(None, "attached_at", "created_at"),
        Index(None, "state", "created_at"),
        Index(None, "tenant_id", "sha256"),
        Index(None, "tenant_id", "sha256_made"),
        Index(None, "tenant_id", "sha256_small"),
        Index(None, "tenant_id", "sha256_face"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"))
    account_id: Mapped[UUID]
    """Who brought it."""
    on_behalf_of: Mapped[UUID | None] = mapped_column(default=None)
    name: Mapped[str] = mapped_column(Text)
    """To be shown, never to be a path: one line, without what would turn or hide letters (`names.py`)."""
    size: Mapped[int] = mapped_column(BigInteger)
    zone: Mapped[str] = mapped_column(String(16))
    """On which side these bytes entered. It never changes (S2)."""
    client: Mapped[str] = mapped_column(String(16), default="", server_default="")
    """With which kind of client they came; empty where that is not known."""
    sort: Mapped[str] = mapped_column(String(16), default="", server_default="")
    """Image, video, audio or other, by the content of what came in; empty until somebody has looked."""
    state: Mapped[str] = mapped_column(String(16), default=State.CHECKING)
    reason: Mapped[str] = mapped_column(String(60), default="")
    """Of what is held or declined: the code of its sentence."""
    kind: Mapped[str] = mapped_column(String(16), default="")
    """What the clean file is; empty where there is none."""
    method: Mapped[str] = mapped_column(String(16), default="")
    """How it was made."""
    sha256: Mapped[str] = mapped_column(String(64), default="")
    """Of what came in; empty until all of it was put together."""
    sha256_made: Mapped[str] = mapped_column(String(64), default="")
    size_made: Mapped[int] = mapped_column(BigInteger, default=0)
    sha256_small: Mapped[str] = mapped_column(String(64), default="")
    """The small picture for lists, made of the same pixels; empty for what is no image."""
    kind_small: Mapped[str] = mapped_column(String(16), default="")
    sha256_face: Mapped[str] = mapped_column(String(64), default="", server_default="")
    """The square of it that stands for somebody, made of the small picture where one was asked for (`facing`)."""
    width: Mapped[int | None] = mapped_column(default=None)
    height: Mapped[int | None] = mapped_column(default=None)
    proof: Mapped[dict[str, object]] = mapped_column(Json, default=dict)
    """What was done (S14): `sanitizing.verdict.Proof`."""
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    judged_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    attached_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    """Since when something holds on to it. What nothing holds on to is gone after a day (`service.keep`)."""

    @property
    def takes_room(self) -> bool:
        """Whether any byte of it is kept, or still comes together: of what was declined only the record is, and of what
        was given up before it was one blob nothing."""
        return self.state == State.CHECKING or (self.state != State.DECLINED and bool(self.sha256))


class StoredBlob(Base):
    """Bytes that lie in the store. The same bytes from both sides are two rows, and so are an original and what was
    made: neither the side of origin nor an original's end passes from one to the other."""

    __tablename__ = "stored_blobs"
    __table_args__ = (where_set("loose_since"),)

    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"), primary_key=True)
    zone: Mapped[str] = mapped_column(String(16), primary_key=True)
    is_made: Mapped[bool] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    loose_since: Mapped[datetime | None] = mapped_column(UtcTime)
    """Since when perhaps no file leans on it: a day later it is gone, unless one does."""


class Upload(Base):
    """A file that is coming in, piece by piece, over however many connections and sessions."""

    __tablename__ = "uploads"
    __table_args__ = (UniqueConstraint("account_id", "request_key"), Index(None, "expires_at"))

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"))
    account_id: Mapped[UUID]
    zone: Mapped[str] = mapped_column(String(16))
    """It is there on this side alone: bytes of one file come from one side."""
    client: Mapped[str] = mapped_column(String(16), default="", server_default="")
    """With which kind of client it was begun."""
    request_key: Mapped[str] = mapped_column(String(26))
    name: Mapped[str] = mapped_column(Text)
    length: Mapped[int] = mapped_column(BigInteger)
    offset: Mapped[int] = mapped_column(BigInteger, default=0)
    created_at: Mapped[datetime] = mapped_column(UtcTime)
    expires_at: Mapped[datetime] = mapped_column(UtcTime)
    file_id: Mapped[UUID | None] = mapped_column(default=None)
    """The file that it became."""


class UploadPart(Base):
    """A piece that has come and lies in the store. Where two connections bring the same piece, one of them has a row."""

    __tablename__ = "upload_parts"

    upload_id: Mapped[UUID] = mapped_column(ForeignKey("uploads.id", ondelete="CASCADE"), primary_key=True)
    offset: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    size: Mapped[int]
    name: Mapped[str] = mapped_column(String(32))
    """Under which it lies below its upload; made by us."""


class FileUsage(Base):
    """How much room a body's files take: what is kept and what has been promised to uploads, to the byte. Its row is
    held by whoever takes room or gives it back, so that no two can take the last of it."""

    __tablename__ = "file_usages"

    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"), primary_key=True)
    used: Mapped[int] = mapped_column(BigInteger, default=0)
