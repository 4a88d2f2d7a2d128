"""The audit log of a town as tests look at it."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select, tuple_

from tests.cast import MIHON
from tests.town import Town
from yoriai.platform.facts.models import DurableCursor, JournalRow
from yoriai.watch.audit.acts import QUIET
from yoriai.watch.audit.denials import write
from yoriai.watch.audit.models import AuditEntry
from yoriai.watch.audit.told import READER


async def read_on(town: Town) -> None:
    """Let everything that was told and refused so far come into the log, now rather than in a moment."""
    (reader,) = (each for each in town.assembly.readers.readers if each.name == READER)
    async with asyncio.timeout(15):
        while await _waits(town):  # another transaction may be open, or the town itself is reading
            if not await town.assembly.readers.read(reader):
                await asyncio.sleep(0.02)
    await town.assembly.denials.write(town.assembly.works, write, everything=True)


async def _waits(town: Town) -> bool:
    """Whether the journal holds an act that the reader has not passed."""
    async with town.assembly.works.reading() as work:
        cursor = await work.session.get(DurableCursor, READER)
        acts = select(JournalRow.position).where(JournalRow.name.not_in(QUIET))
        if cursor is not None:
            acts = acts.where(tuple_(JournalRow.xid, JournalRow.position) > (cursor.xid, cursor.position))
        return await work.session.scalar(acts.limit(1)) is not None


async def entries(town: Town, tenant_id: UUID = MIHON) -> Sequence[AuditEntry]:
    """The rows of a body, the oldest first."""
    await read_on(town)
    async with town.assembly.works.reading() as work:
        mine = select(AuditEntry).where(AuditEntry.tenant_id == tenant_id).order_by(AuditEntry.number)
        return (await work.session.scalars(mine)).all()
