"""Requests about accounts: what a unit asks for, who passed it on, and what became of it."""

from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import Date, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, UtcTime


class Kind(StrEnum):
    """What is asked for."""

    NEW = "new"
    CHANGE = "change"
    CLOSING = "closing"
    """A last day for an account that is there."""


class State(StrEnum):
    """How far a request has come."""

    PROPOSED = "proposed"
    """Somebody of the unit asks their ITリーダー."""
    ASKED = "asked"
    """The ITリーダー asks the administrators."""
    ACCEPTED = "accepted"
    """It was carried out."""
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


OPEN: Final = (State.PROPOSED, State.ASKED)
"""Those that wait for an answer."""


class AccountRequest(Base):
    """One request. It holds no secret: first passwords are handed out as always, once the account is there."""

    __tablename__ = "account_requests"
    __table_args__ = (
        UniqueConstraint("asker_id", "request_key"),
        Index(None, "tenant_id", "id"),
        Index(None, "department_id", "id"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"))
    department_id: Mapped[UUID] = mapped_column(ForeignKey("departments.id", ondelete="CASCADE"))
    """The unit for which it is asked."""
    kind: Mapped[str] = mapped_column(String(16))
    """A `Kind`."""
    asker_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id"))
    asked_at: Mapped[datetime] = mapped_column(UtcTime)
    lapses_at: Mapped[datetime] = mapped_column(UtcTime)
    """When it is over without an answer; once it is passed on, the time begins anew."""
    request_key: Mapped[str] = mapped_column(String(26))
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"))
    """Whom it is about; of somebody new nobody before it is accepted."""
    login_id: Mapped[str] = mapped_column(String(64))
    family: Mapped[str] = mapped_column(Text)
    given: Mapped[str] = mapped_column(Text)
    kana: Mapped[str] = mapped_column(Text)
    employment_type: Mapped[str] = mapped_column(String(16))
    """What it is to be; empty of what is to stay as it is."""
    starts_on: Mapped[date | None] = mapped_column(Date)
    """The first day of work, as the unit says it: for whoever hands out the password."""
    ends_on: Mapped[date | None] = mapped_column(Date)
    words: Mapped[str] = mapped_column(Text)
    """What else there is to say."""
    state: Mapped[str] = mapped_column(String(16))
    """A `State`, as far as somebody has said something; that its time is over, its day says."""
    leader_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"), default=None)
    """Who passed it on."""
    passed_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    answerer_id: Mapped[UUID | None] = mapped_column(ForeignKey("accounts.id"), default=None)
    answered_at: Mapped[datetime | None] = mapped_column(UtcTime, default=None)
    answer: Mapped[str] = mapped_column(Text, default="")
    """Why it was declined."""
