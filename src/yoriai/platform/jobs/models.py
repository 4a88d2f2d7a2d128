"""Jobs: what is done later or by the clock, once, even if a machine dies in the middle of it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from yoriai.platform.db.base import Base, Json, UtcTime


class Job(Base):
    """One thing to do. It is open until `done_at`, and then kept for a while to be looked at."""

    __tablename__ = "jobs"
    __table_args__ = (Index(None, "done_at", "run_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(60))
    body: Mapped[dict[str, object]] = mapped_column(Json)
    unique_key: Mapped[str | None] = mapped_column(String(200), unique=True)
    """At most one open job has it; cleared when the job is over."""
    run_at: Mapped[datetime] = mapped_column(UtcTime)
    """Not before this moment, by the clock of the machine that does it."""
    attempts: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None] = mapped_column(UtcTime)
    """Until then, by the database's clock, it belongs to whoever leased it."""
    fence: Mapped[int] = mapped_column(BigInteger, default=0)
    """Grows with every lease: who holds an older one has lost the job and may change nothing for it."""
    done_at: Mapped[datetime | None] = mapped_column(UtcTime)
    error: Mapped[str | None] = mapped_column(String(200))
    """What went wrong the last time; on a job that is over: why it was given up."""
