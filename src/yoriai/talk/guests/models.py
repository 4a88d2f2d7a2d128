"""Guests as their body knows them: who answers for each, until when, and how they were invited."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, UtcTime


class Guest(Base):
    """What a guest's account has beside that of a member. Its last day and its firm stand with the account itself."""

    __tablename__ = "guests"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"), index=True)
    sponsor_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"), index=True)
    """招待責任者: the member of the body who answers for them."""
    since: Mapped[datetime] = mapped_column(UtcTime)
    consented_to: Mapped[str | None] = mapped_column(String(64), default=None)
    """The digest of the text about secrecy that they accepted last."""
    consented_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    frozen_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    """Nobody answers for them any more: their account rests until somebody does."""
    ended_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    warned: Mapped[int | None] = mapped_column(default=None)
    """The warning that the sponsor has had last, in days before the end."""


class GuestInvitation(Base):
    """One person invited into one room. Its code opens once, and is kept only as what it hashes to."""

    __tablename__ = "guest_invitations"
    __table_args__ = (UniqueConstraint("code_mac"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"), index=True)
    room_id: Mapped[UUID] = mapped_column(ForeignKey("rooms.id", ondelete="CASCADE"), index=True)
    family: Mapped[str] = mapped_column(Text)
    given: Mapped[str] = mapped_column(Text)
    kana: Mapped[str] = mapped_column(Text)
    firm: Mapped[str] = mapped_column(Text)
    email: Mapped[str] = mapped_column(String(254))
    sponsor_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"), index=True)
    ends_on: Mapped[date]
    code_mac: Mapped[str] = mapped_column(String(64))
    expires_at: Mapped[datetime] = mapped_column(UtcTime)
    made_by: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    made_at: Mapped[datetime] = mapped_column(UtcTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    accepted_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)


class GuestConsent(Base):
    """A text about secrecy as guests of a body have accepted it: kept, so that it can be shown what it said."""

    __tablename__ = "guest_consents"

    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"), primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    words: Mapped[str] = mapped_column(Text)
    since: Mapped[datetime] = mapped_column(UtcTime)
