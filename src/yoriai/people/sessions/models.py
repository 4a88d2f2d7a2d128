"""Sessions: who is signed in, from which zone and address, until when; tries that failed; what people say is wrong."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, Json, UtcTime


class Session(Base):
    """One signed-in browser. The token itself is in its cookie only; here is what it hashes to."""

    __tablename__ = "sessions"
    __table_args__ = (Index(None, "account_id", "ended_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    zone: Mapped[str] = mapped_column(String(16))
    device_id: Mapped[UUID | None]
    client_kind: Mapped[str] = mapped_column(String(16))
    address: Mapped[str] = mapped_column(String(64))
    user_agent: Mapped[str] = mapped_column(Text)
    began_at: Mapped[datetime] = mapped_column(UtcTime)
    last_used_at: Mapped[datetime] = mapped_column(UtcTime)
    """Written once a minute, so it may lag behind by as much."""
    idle_until: Mapped[datetime] = mapped_column(UtcTime, index=True)
    expires_at: Mapped[datetime] = mapped_column(UtcTime, index=True)
    ended_at: Mapped[datetime | None] = mapped_column(UtcTime, index=True)
    locked_at: Mapped[datetime | None] = mapped_column(UtcTime)
    """Its holder has left the seat: until the password is given again it opens nothing."""
    showing: Mapped[list[str] | None] = mapped_column(Json)
    """見せる: the pictures that a locked session goes on showing, in their order."""
    proved_at: Mapped[datetime | None] = mapped_column(UtcTime)
    """When its holder last proved who they are, with all that is asked of them: by signing in, or before a dangerous act."""


class SignInFailure(Base):
    """Wrong passwords for one account on one day (in Japan). Written once a minute, so it may lag behind by as much."""

    __tablename__ = "sign_in_failures"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True, index=True)
    count: Mapped[int]
    last_at: Mapped[datetime] = mapped_column(UtcTime)
    last_address: Mapped[str] = mapped_column(String(64))
    last_zone: Mapped[str] = mapped_column(String(16))


class Correction(Base):
    """「お名前と所属はこれで正しいですか」 was answered with no: what should stand there, until somebody has seen to it."""

    __tablename__ = "corrections"
    __table_args__ = (Index(None, "tenant_id", "settled_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"))
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    asked_at: Mapped[datetime] = mapped_column(UtcTime)
    words: Mapped[str] = mapped_column(Text)
    settled_at: Mapped[datetime | None] = mapped_column(UtcTime)
    settled_by: Mapped[UUID | None]
