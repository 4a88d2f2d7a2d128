"""Which account is that of which unit, and who may speak in its name."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, UtcTime


class DepartmentAccount(Base):
    """That an account is the one of a unit. It has no password and no session: nobody ever signs in as it."""

    __tablename__ = "department_accounts"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    department_id: Mapped[UUID] = mapped_column(ForeignKey("departments.id", ondelete="CASCADE"), unique=True)


class DepartmentSpeaker(Base):
    """That a person may speak in the name of such an account, until this row is gone."""

    __tablename__ = "department_speakers"
    __table_args__ = (UniqueConstraint("account_id", "person_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    by: Mapped[UUID | None]
    since: Mapped[datetime] = mapped_column(UtcTime)
