"""Who lets people of other bodies find them (FED-3)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, UtcTime


class Findable(Base):
    """That somebody has said yes. A search goes through these rows alone, so that whoever said nothing takes no time."""

    __tablename__ = "findable_people"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True)
    since: Mapped[datetime] = mapped_column(UtcTime)
