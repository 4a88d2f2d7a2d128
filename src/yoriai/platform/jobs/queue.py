"""Leaving a job for later. It is there exactly if the work that left it commits."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Uuid, bindparam, text

from yoriai.kit.ids import uuid7
from yoriai.platform.db.base import Json, UtcTime
from yoriai.platform.work.work import Work

BELL = "jobs"
"""The name under which the doorbell rings for jobs; no stream has it."""

LEAVE = text(
    "INSERT INTO jobs (id, kind, body, unique_key, run_at, attempts, fence)"
    " VALUES (:id, :kind, :body, :unique_key, :run_at, 0, 0) ON CONFLICT (unique_key) DO NOTHING"
).bindparams(
    bindparam("id", type_=Uuid()), bindparam("body", type_=Json), bindparam("run_at", type_=UtcTime())
)


async def enqueue(
    work: Work,
    kind: str,
    *,
    body: Mapping[str, object] | None = None,
    unique_key: str | None = None,
    run_at: datetime | None = None,
) -> None:
    """Have a job done, now or at a moment. While one with the same unique key is open, no second one is left."""
    await work.session.execute(LEAVE, _job(work, kind, run_at or work.now, body=body, unique_key=unique_key))
    work.signal(BELL, kind)


async def enqueue_each(work: Work, jobs: Mapping[str, tuple[str, datetime]]) -> None:
    """The same of many at once: under its unique key each one's kind and moment."""
    rows = [_job(work, kind, run_at, unique_key=key) for key, (kind, run_at) in jobs.items()]
    if rows:
        await work.session.execute(LEAVE, rows)
    for kind in {kind for kind, _ in jobs.values()}:
        work.signal(BELL, kind)


def _job(
    work: Work,
    kind: str,
    run_at: datetime,
    *,
    unique_key: str | None,
    body: Mapping[str, object] | None = None,
) -> dict[str, object]:
    return {
        "id": uuid7(work.now),
        "kind": kind,
        "body": dict(body or {}),
        "unique_key": unique_key,
        "run_at": run_at,
    }
