"""Who used the product in a month, and the months that have been counted."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, UtcTime


class MonthUse(Base):
    """Somebody opened the product in this month, and perhaps wrote something. Never how often, nor when."""

    __tablename__ = "month_uses"

    month: Mapped[date] = mapped_column(primary_key=True)
    """Its first day."""
    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    sent: Mapped[bool]


class MonthEnd(Base):
    """A month that is over, counted once: what happens to people and units later changes nothing in it (STAT-1)."""

    __tablename__ = "month_ends"

    tenant_id: Mapped[UUID] = mapped_column(ForeignKey("tenants.id", ondelete="CASCADE"), primary_key=True)
    month: Mapped[date] = mapped_column(primary_key=True)
    department: Mapped[str] = mapped_column(Text, primary_key=True)
    """The path of the unit as it was called then; empty for people without one."""
    employment_type: Mapped[str] = mapped_column(String(16), primary_key=True)
    registered: Mapped[int]
    opened: Mapped[int]
    sent: Mapped[int]
    suspended: Mapped[int]
    closed_at: Mapped[datetime] = mapped_column(UtcTime)
    made_up: Mapped[bool]
    """It was counted late, from what the log says of that moment."""
