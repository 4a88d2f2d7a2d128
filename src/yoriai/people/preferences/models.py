"""What each person has chosen for themselves."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, Json, UtcTime


class Preference(Base):
    """One person's choices by name. What they never chose is missing, so that defaults may still change for them."""

    __tablename__ = "preferences"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    chosen: Mapped[dict[str, object]] = mapped_column(Json)
    changed_at: Mapped[datetime] = mapped_column(UtcTime)
