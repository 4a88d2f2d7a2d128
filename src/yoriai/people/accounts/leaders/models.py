"""Roles that hold in one unit and below it, beside the roles of an account in its whole body."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, UtcTime


class UnitRole(Base):
    """That somebody has a role in a unit. It is worth something only while they serve there and the unit is open."""

    __tablename__ = "unit_roles"
    __table_args__ = (UniqueConstraint("account_id", "department_id", "role"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    department_id: Mapped[UUID] = mapped_column(ForeignKey("departments.id", ondelete="CASCADE"), index=True)
    role: Mapped[str] = mapped_column(String(16))
    by: Mapped[UUID | None]
    since: Mapped[datetime] = mapped_column(UtcTime)
