"""The second factor of an account, and the codes on paper for the day on which the app is lost."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, UtcTime


class SecondFactor(Base):
    """That an account has one. Its secret opens only under the server's key, which does not lie in the database."""

    __tablename__ = "second_factors"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    secret: Mapped[bytes] = mapped_column(LargeBinary)
    set_up_at: Mapped[datetime] = mapped_column(UtcTime)
    last_step: Mapped[int] = mapped_column(BigInteger)
    """Of the newest code that was taken: that one, and whatever is older, is worth nothing any more."""
    uses: Mapped[int]
    """How often it has opened something. A half-finished sign-in from before the last time is worth nothing."""


class RecoveryCode(Base):
    """What a recovery code hashes to under the server's key; when it was used, if it was."""

    __tablename__ = "recovery_codes"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    mac: Mapped[str] = mapped_column(String(64), primary_key=True)
    used_at: Mapped[datetime | None] = mapped_column(UtcTime)
