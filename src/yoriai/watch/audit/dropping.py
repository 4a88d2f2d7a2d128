"""Letting go of what is older than the term for which a body keeps its log. That it is gone is a row of the log itself."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.people.orgs import settings
from yoriai.people.orgs.models import BodyChange, BodyChangeKind
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.watch.audit.archive import put_away
from yoriai.watch.audit.facts import AuditDropped
from yoriai.watch.audit.kept_heads import FOLDER
from yoriai.watch.audit.models import AuditArchive
from yoriai.watch.audit.settings import AuditTerm

LEAP_DAY: Final = (2, 29)


async def let_go(works: Works, _: Mapping[str, object]) -> None:
    """Put away what is old, then drop the files of which every row is older than the term."""
    await put_away(works, {})
    async with works.reading() as work:
        kept = select(AuditArchive.tenant_id).where(AuditArchive.dropped_at.is_(None)).distinct()
        whose = sorted(await work.session.scalars(kept))
    for tenant_id in whose:
        while await _drop_oldest(works, tenant_id):
            pass


async def _drop_oldest(works: Works, tenant_id: UUID) -> bool:
    """Drop the oldest file if its term is over. First it is said and durable, then the file goes."""
    async with works.writing() as work:
        oldest = (
            select(AuditArchive)
            .where(AuditArchive.tenant_id == tenant_id, AuditArchive.dropped_at.is_(None))
            .order_by(AuditArchive.last)
            .limit(1)
            .with_for_update()
        )
        archive = await work.session.scalar(oldest)
        if archive is None:
            return False
        years = await _longest_term(work, tenant_id, archive.first_at)
        if archive.last_at >= years_before(work.now, years):
            return False
        archive.dropped_at = work.now
        fact = AuditDropped(
            tenant_id=tenant_id,
            first=archive.first,
            last=archive.last,
            hash=archive.hash,
            digest=archive.digest,
        )
        work.state(fact, by=None)
        file = archive.file
    if works.home is not None:
        with suppress(FileNotFoundError):
            (works.home.folder / FOLDER / file).unlink()
    return True


async def _longest_term(work: Work, tenant_id: UUID, since: datetime) -> int:
    """The longest of the terms that have held since a moment: nobody purges the log by choosing a shorter one (N120)."""
    now = await settings.of(work, tenant_id, AuditTerm)
    changes = select(BodyChange.before, BodyChange.after).where(
        BodyChange.tenant_id == tenant_id,
        BodyChange.kind == BodyChangeKind.SETTING,
        BodyChange.name == AuditTerm.name,
        BodyChange.at >= since,
    )
    held = [value for change in await work.session.execute(changes) for value in change]
    return max([now.years, *(settings.read({AuditTerm.name: each}, AuditTerm).years for each in held)])


def years_before(moment: datetime, years: int) -> datetime:
    """The same day so many years ago; of a 29 February the 28th."""
    if (moment.month, moment.day) == LEAP_DAY:
        moment = moment.replace(day=28)
    return moment.replace(year=moment.year - years)
