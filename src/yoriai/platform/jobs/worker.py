"""The worker: one for each process. It takes the jobs that are due, does them, and keeps the schedules going."""

import asyncio
import traceback
from collections import Counter
from collections.abc import AsyncGenerator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from time import monotonic

import structlog
from cronsim import CronSim

from yoriai.kit.days import JST
from yoriai.platform.feature import Feature
from yoriai.platform.jobs.leases import Lease, LeaseLost, change, earliest, extend, fenced, release, take
from yoriai.platform.jobs.queue import BELL, enqueue, enqueue_each
from yoriai.platform.work.edge import Works

MOST_AT_ONCE = 4  # jobs under way in one process
MOST_ATTEMPTS = 8
LOOK_EVERY = 5.0  # seconds; a lost doorbell costs no more
LEASE = timedelta(seconds=60)
GRACE = 6.0  # seconds for the jobs under way when the server stops

log = structlog.get_logger()


class Worker:
    """Does the jobs that the features declare."""

    def __init__(self, works: Works, features: Sequence[Feature]) -> None:
        self.works = works
        self.handlers = {kind: handler for feature in features for kind, handler in feature.jobs.items()}
        self.most = {kind: most for feature in features for kind, most in feature.at_once.items()}
        # The line is part of the key: when a new version changes it, a new job begins and the old one ends.
        schedules = [schedule for feature in features for schedule in feature.schedules]
        self.schedules = {f"{each.kind} at {each.cron}": each for each in schedules}
        self.under_way: set[asyncio.Task[None]] = set()
        self.awake = asyncio.Event()
        self.is_scheduled = self.is_stopping = False
        self.ends_by = 0.0

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Work for the length of a block; then let what is under way end, or give it back."""
        self.works.doorbell.listen(self._rung)
        taking = asyncio.create_task(self._take_on(), name="jobs")
        try:
            yield
        finally:
            self.stop()
            await taking
            if self.under_way:
                await asyncio.wait(self.under_way, timeout=max(0.0, self.ends_by - monotonic()))
            for task in self.under_way:
                task.cancel()
            await asyncio.gather(*self.under_way, return_exceptions=True)

    def stop(self) -> None:
        """Take nothing new. What is under way has its time from now on, beside whatever else ends meanwhile."""
        if not self.is_stopping:
            self.is_stopping, self.ends_by = True, monotonic() + GRACE
            self.awake.set()

    def _rung(self, heads: Mapping[str, int], signals: Collection[tuple[str, str]]) -> None:
        if any(stream == BELL for stream, _ in signals):
            self.awake.set()

    async def _take_on(self) -> None:
        while not self.is_stopping:
            self.awake.clear()
            try:
                patience = await self._begin_one()
            except Exception as error:  # noqa: BLE001 the database may be away for a while; the jobs stay in it
                log.warning("jobs not taken", error=type(error).__name__)
                patience = LOOK_EVERY
            with suppress(TimeoutError):
                await asyncio.wait_for(self.awake.wait(), patience)

    async def _begin_one(self) -> float:
        """Begin a job if one is due; return for how many seconds there is nothing to do."""
        if not self.is_scheduled:
            await self._schedule()
        if len(self.under_way) >= MOST_AT_ONCE:
            return LOOK_EVERY
        kinds = self._kinds()
        due = await earliest(self.works, kinds)
        wait = LOOK_EVERY if due is None else (due - self.works.now()).total_seconds()
        if wait > 0:
            return min(wait, LOOK_EVERY)
        lease = await take(self.works, kinds, LEASE)
        if lease is not None:
            task = asyncio.create_task(self._do(lease), name=lease.kind)
            keeping = asyncio.create_task(self._keep(lease, task))
            self.under_way.add(task)
            task.add_done_callback(self._ended)
            task.add_done_callback(lambda _: keeping.cancel())
        return 0

    def _kinds(self) -> Collection[str]:
        """Those of which another one may begin."""
        begun = Counter(task.get_name() for task in self.under_way)
        return [kind for kind in self.handlers if kind not in self.most or begun[kind] < self.most[kind]]

    def _ended(self, task: asyncio.Task[None]) -> None:
        self.under_way.discard(task)
        self.awake.set()
        if not task.cancelled() and (error := task.exception()):  # its lease runs out, and it is done again
            log.error("job left open", kind=task.get_name(), exc_info=error)

    async def _do(self, lease: Lease) -> None:
        """Do one job, and say what came of it if it is still ours to say."""
        try:
            if lease.attempts > MOST_ATTEMPTS:  # it never came so far as to fail: it took the process with it
                await self._end(lease, error="the process ended")
                return
            await self.handlers[lease.kind](fenced(self.works, lease), lease.body)
            await self._end(lease)
        except asyncio.CancelledError:
            await release(self.works, lease)
            raise
        except LeaseLost:
            log.warning("job lost to another worker", kind=lease.kind)
        except Exception as error:
            log.exception("job failed", kind=lease.kind, attempts=lease.attempts)
            await self._end(lease, error=_told(error), again=lease.attempts < MOST_ATTEMPTS)

    async def _keep(self, lease: Lease, doing: asyncio.Task[None]) -> None:
        is_held = True
        while is_held:
            await asyncio.sleep(LEASE.total_seconds() / 3)
            try:
                is_held = await extend(self.works, lease, LEASE)
            except Exception as error:  # noqa: BLE001 not seen is not lost; the fence watches over what it writes
                log.warning("lease not extended", kind=lease.kind, error=type(error).__name__)
        doing.cancel()

    async def _end(self, lease: Lease, *, error: str | None = None, again: bool = False) -> None:
        """The job is over, or waits for its next try; one that goes by the clock is left anew in the same work."""
        async with self.works.writing() as work:
            if again:
                later = work.now + pause_after(lease.attempts)
                await change(work, lease, lease_until=None, run_at=later, error=error)
                return
            done: dict[str, object] = {"done_at": work.now, "lease_until": None, "unique_key": None}
            if not await change(work, lease, **done, error=error):
                raise LeaseLost
            schedule = self.schedules.get(lease.unique_key or "")
            if schedule is not None:
                # After the time it was done for: the clock of this machine may be behind that of the one that began.
                run_at = following(schedule.cron, max(work.now, lease.run_at))
                await enqueue(work, schedule.kind, unique_key=lease.unique_key, run_at=run_at)

    async def _schedule(self) -> None:
        """See that each schedule has its one open job; it is the same one on every node."""
        async with self.works.writing() as work:
            due = {key: (each.kind, following(each.cron, work.now)) for key, each in self.schedules.items()}
            await enqueue_each(work, due)
        self.is_scheduled = True


def following(cron: str, moment: datetime) -> datetime:
    """The first time after a moment that a cron line means, in Japanese time."""
    return next(CronSim(cron, moment.astimezone(JST))).astimezone(UTC)


def pause_after(attempts: int) -> timedelta:
    """How long a job waits after so many failures: 10 s, 40 s, 3 min … an hour."""
    return min(timedelta(seconds=10 * 4 ** (attempts - 1)), timedelta(hours=1))


def _told(error: Exception) -> str:
    """What went wrong and where in the code; never a value, which might be somebody's words."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {last.name}:{last.lineno}"[:200]
