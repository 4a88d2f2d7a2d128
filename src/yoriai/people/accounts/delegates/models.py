"""Who acts on behalf of whom."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Date, ForeignKey, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, UtcTime


class Delegate(Base):
    """That somebody (the person) acts on behalf of another one (the principal), until this row is gone."""

    __tablename__ = "delegates"
    __table_args__ = (UniqueConstraint("principal_id", "person_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    principal_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    until: Mapped[date | None] = mapped_column(Date)
    """The last day in Japan; None: until it is taken back."""
    sees_unread: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Whether the principal lets them see how much is unread: the principal's own word, never an administrator's."""
    by: Mapped[UUID | None]
    """Who named them: the principal, or an administrator."""
    since: Mapped[datetime] = mapped_column(UtcTime)
