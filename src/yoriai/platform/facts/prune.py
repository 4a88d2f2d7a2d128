"""Pruning: the journal keeps a month, and whatever a durable reader has not read yet."""

from collections.abc import Mapping
from datetime import timedelta
from itertools import takewhile

import structlog
from sqlalchemy import delete, select

from yoriai.platform.db.store import Store
from yoriai.platform.facts.models import DurableCursor, JournalRow, StreamHead
from yoriai.platform.facts.order import up_to
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

KEPT = timedelta(days=30)
MOST_AT_ONCE = 1_000  # rows in one short work

log = structlog.get_logger()


async def prune(works: Works, body: Mapping[str, object]) -> None:
    """Drop what is older than a month and read by everyone. Who holds fewer numbers than were dropped rereads."""
    is_more = True
    while is_more:
        async with works.writing() as work:
            is_more = await _prune_some(work, works.store)


async def _prune_some(work: Work, store: Store) -> bool:
    """Drop the oldest lines, as long as they may go. In this order each stream loses its smallest numbers first.

    The very last line stays, however old: one of the databases counts positions on from what is there, and the next
    lines would stand before the readers' cursors."""
    columns = (JournalRow.xid, JournalRow.position, JournalRow.stream, JournalRow.number, JournalRow.at)
    found = await work.session.execute(select(*columns).order_by(*columns[:2]).limit(MOST_AT_ONCE + 1))
    old = list(takewhile(lambda row: row.at < work.now - KEPT, found.all()[:-1]))
    slowest = await _slowest(work)
    read = [row for row in old if slowest is None or (row.xid, row.position) <= slowest]
    if len(read) < len(old):
        log.warning("a durable reader is a month behind", lines=len(old) - len(read))
    if not read:
        return False
    last = read[-1].xid, read[-1].position
    await work.session.execute(delete(JournalRow).where(up_to(last, store)))
    pruned = {row.stream: row.number for row in read}
    # Locked in the order in which every work locks them.
    heads = select(StreamHead).where(StreamHead.stream.in_(pruned)).order_by(StreamHead.stream)
    for head in await work.session.scalars(heads.with_for_update()):
        head.oldest = pruned[head.stream]
    return len(read) == MOST_AT_ONCE


async def _slowest(work: Work) -> tuple[int, int] | None:
    """How far everyone has read; None when there is nobody who reads."""
    slowest = select(DurableCursor).order_by(DurableCursor.xid, DurableCursor.position).limit(1)
    cursor = await work.session.scalar(slowest)
    return None if cursor is None else (cursor.xid, cursor.position)
