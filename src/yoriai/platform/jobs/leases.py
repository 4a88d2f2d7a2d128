"""Leases: who may do a job, and that nobody else changes anything for it."""

from collections.abc import AsyncGenerator, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.db.base import UtcTime
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.jobs.models import Job
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

PLAINLY = {"synchronize_session": False}  # no row is held as an object here


class LeaseLost(Exception):
    """Somebody else has taken this job over. What was being done for it here does not count."""


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to do one job, as long as nobody holds a newer one."""

    job_id: UUID
    kind: str
    body: Mapping[str, object]
    unique_key: str | None
    run_at: datetime
    attempts: int
    """How often it has been begun, this time included."""
    fence: int

    @property
    def holds(self) -> tuple[ColumnElement[bool], ...]:
        """True of the job's row while this lease is the newest."""
        return (Job.id == self.job_id, Job.fence == self.fence, Job.done_at.is_(None))


@dataclass
class Fenced(Works):
    """The works of one leased job: each commits only if the lease still holds at that moment.
    What goes the quick way has a key of its own and needs no fence."""

    lease: Lease = field(kw_only=True)

    @asynccontextmanager
    async def committing(self, cause: Cause | None = None) -> AsyncGenerator[Work]:
        async with super().committing(cause) as work:
            yield work
            # The row stays locked until the commit, so that nobody can take the job over in between.
            if await work.session.scalar(select(Job.id).where(*self.lease.holds).with_for_update()) is None:
                raise LeaseLost


def fenced(works: Works, lease: Lease) -> Fenced:
    """The same works, for this job alone."""
    return Fenced(works.store, works.doorbell, works.now, works.may_write, home=works.home, lease=lease)


async def earliest(works: Works, kinds: Collection[str]) -> datetime | None:
    """When the next job that nobody holds may begin."""
    async with works.reading() as work:
        is_free = _free(kinds, await _moment(work.session))
        return await work.session.scalar(select(func.min(Job.run_at, type_=UtcTime())).where(*is_free))


async def take(works: Works, kinds: Collection[str], span: timedelta) -> Lease | None:
    """Lease the job that has been due longest, if there is one. Of several workers each gets another."""
    async with works.writing() as work:
        moment = await _moment(work.session)
        due = (
            select(Job.id)
            .where(*_free(kinds, moment), Job.run_at <= work.now)
            .order_by(Job.run_at, Job.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        taken = (
            update(Job)
            .where(Job.id == due.scalar_subquery())
            .values(lease_until=moment + span, fence=Job.fence + 1, attempts=Job.attempts + 1)
            .returning(Job.id, Job.kind, Job.body, Job.unique_key, Job.run_at, Job.attempts, Job.fence)
        )
        row = (await work.session.execute(taken, execution_options=PLAINLY)).one_or_none()
        return None if row is None else Lease(*row)


async def inherit(works: Works) -> None:
    """Let go of every job that is held, for a server that starts where only one ever works: whoever held them is dead,
    and what they hold need not wait for its lease to run out. Should one still be dying, its fence keeps it harmless."""
    if works.store.is_single_writer:
        async with works.writing() as work:
            held = update(Job).where(Job.done_at.is_(None), Job.lease_until.is_not(None))
            await work.session.execute(held.values(lease_until=None), execution_options=PLAINLY)


async def extend(works: Works, lease: Lease, span: timedelta) -> bool:
    """Hold a job for longer; False when it has been lost."""
    async with works.writing() as work:
        return await change(work, lease, lease_until=await _moment(work.session) + span)


async def release(works: Works, lease: Lease) -> None:
    """Give a job back untouched, as if it had not been begun."""
    async with works.writing() as work:
        await change(work, lease, lease_until=None, attempts=Job.attempts - 1)


async def change(work: Work, lease: Lease, **values: object) -> bool:
    """Write columns of a job if the lease still holds; False when it has been lost."""
    changed = update(Job).where(*lease.holds).values(**values).returning(Job.id)
    return await work.session.scalar(changed, execution_options=PLAINLY) is not None


def _free(kinds: Collection[str], moment: datetime) -> tuple[ColumnElement[bool], ...]:
    is_unheld = or_(Job.lease_until.is_(None), Job.lease_until <= moment)
    return (Job.done_at.is_(None), Job.kind.in_(kinds), is_unheld)


async def _moment(session: AsyncSession) -> datetime:
    """Now, by the one clock that all nodes share: those of the machines may differ by hours (F12)."""
    return (await session.execute(select(func.current_timestamp(type_=UtcTime())))).scalar_one()
