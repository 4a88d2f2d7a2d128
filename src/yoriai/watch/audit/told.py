"""Is there a row for everything that was done? What the journal still knows, a month of it, is looked up in the log (C10)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, select, tuple_

from yoriai.platform.db.among import among
from yoriai.platform.facts.models import DurableCursor, JournalRow
from yoriai.platform.facts.order import BEGINNING, Place, after
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.watch.audit.acts import QUIET
from yoriai.watch.audit.models import AuditEntry
from yoriai.watch.audit.naming import ACCOUNT, chain_of, names_of, of_stream

READER: Final = "audit"
MOST_AT_ONCE: Final = 5_000  # lines in one look


async def untold(works: Works, tenant_id: UUID, since: datetime | None) -> str | None:
    """The request id of an operation in this body that the reader has passed, and of which there is no row in its chain:
    also of one whose row was moved into another. What was done before `since` is not in the table any more."""
    place: Place | None = BEGINNING
    while place is not None:
        async with works.reading() as work:
            asked, place = await _asked(work, tenant_id, after(place, works.store), since)
            there = select(AuditEntry.request_id).where(
                AuditEntry.tenant_id == tenant_id, among(AuditEntry.request_id, asked)
            )
            missing = asked.difference(await work.session.scalars(there)) if asked else None
        if missing:
            return min(missing)
    return None


async def _asked(
    work: Work, tenant_id: UUID, beyond: ColumnElement[bool], since: datetime | None
) -> tuple[set[str], Place | None]:
    """The requests of the next lines that the reader has passed, and where these end; None: there are no more."""
    cursors = select(DurableCursor.xid, DurableCursor.position).where(DurableCursor.reader == READER)
    cursor = (await work.session.execute(cursors)).first()
    if cursor is None:
        return set(), None
    read = tuple_(JournalRow.xid, JournalRow.position) <= (cursor.xid, cursor.position)
    lines = (
        select(
            JournalRow.xid,
            JournalRow.position,
            JournalRow.request_id,
            JournalRow.name,
            JournalRow.stream,
            JournalRow.by,
            JournalRow.at,
        )
        .where(beyond, read)
        .order_by(JournalRow.xid, JournalRow.position)
        .limit(MOST_AT_ONCE)
    )
    found = (await work.session.execute(lines)).all()
    names = await names_of(work, _whose([(line.stream, line.by) for line in found]))
    asked = {
        line.request_id
        for line in found
        if line.request_id
        and chain_of(line.stream, line.by, names) == tenant_id
        and line.name not in QUIET
        and (since is None or line.at > since)
    }
    return asked, (found[-1].xid, found[-1].position) if len(found) == MOST_AT_ONCE else None


def _whose(lines: Sequence[tuple[str, UUID | None]]) -> dict[str, set[UUID]]:
    wanted: dict[str, set[UUID]] = {ACCOUNT: {by for _, by in lines if by is not None}}
    for stream, _ in lines:
        if thing := of_stream(stream):
            wanted.setdefault(thing[0], set()).add(thing[1])
    return wanted
