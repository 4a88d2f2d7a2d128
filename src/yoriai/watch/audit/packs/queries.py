"""The packs of whoever asks, the newest first."""

from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import defer

from yoriai.kit import paging
from yoriai.people.access.actor import Actor
from yoriai.platform.work.work import Work
from yoriai.watch.audit.packs.asking import theirs
from yoriai.watch.audit.packs.models import AuditPack
from yoriai.watch.audit.packs.wire import AuditPackOut, AuditPacksOut

PAGE: Final = 20


async def page(work: Work, actor: Actor, cursor: str | None) -> AuditPacksOut:
    """One page in one query."""
    found = select(AuditPack).where(*theirs(actor)).order_by(AuditPack.id.desc()).limit(PAGE + 1)
    if cursor is not None:
        (before,) = paging.decode(cursor, UUID)
        found = found.where(AuditPack.id < before)
    rows = (await work.session.scalars(found.options(defer(AuditPack.installation, raiseload=True)))).all()
    more = len(rows) > PAGE
    return AuditPacksOut(
        packs=[AuditPackOut.of(pack, work.now) for pack in rows[:PAGE]],
        next=paging.encode(rows[PAGE - 1].id) if more else None,
    )
