"""The rows of the log that go into a pack: all of them between two numbers, so that the chain holds within the file.

Which two is said by the days: from the first row that was written in them to the last one. A row between these that is
of another day, because a clock was put right, stays where it is.
"""

import asyncio
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from sqlalchemy import func, select

from yoriai.kit.errors import Refused
from yoriai.platform.work.work import Work
from yoriai.watch.audit.archive import ArchivedRow, Broken, rows_in
from yoriai.watch.audit.chain import BEGINNING
from yoriai.watch.audit.models import AuditArchive, AuditEntry
from yoriai.watch.audit.packs.scope import Days, Scope

MOST_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Gap:
    """Rows of these days that are not there to be taken: what has been dropped, or whose file is not as it was."""

    first: int
    last: int
    hash: str
    """In which it ends: the next row follows it."""
    is_dropped: bool


@dataclass(slots=True)
class Extract:
    """From which row to which, what the first one follows, and what is missing in between."""

    first: int
    last: int
    before: str
    gaps: list[Gap] = field(default_factory=list[Gap])

    @property
    def count(self) -> int:
        return self.last - self.first + 1 - sum(each.last - each.first + 1 for each in self.gaps)


class Missing(Refused):
    """Rows that should be there are in the table no more, and in no file: dropped while they were read, or taken away."""

    code = "audit_packs.missing"


async def archives_of_days(work: Work, days: Days) -> Sequence[AuditArchive]:
    """The files that may hold rows of these days, the oldest first."""
    mine = select(AuditArchive).where(
        AuditArchive.tenant_id == days.tenant_id,
        AuditArchive.last_at >= days.begins,
        AuditArchive.first_at < days.ends,
    )
    return (await work.session.scalars(mine.order_by(AuditArchive.last))).all()


async def most_of(work: Work, days: Days) -> int:
    """How many rows there may be; no file is opened for it."""
    numbers = await _in_table(work, days)
    in_table = numbers[1] - numbers[0] + 1 if numbers else 0
    return in_table + sum(each.last - each.first + 1 for each in await archives_of_days(work, days))


async def extract_of(scope: Scope) -> Extract | None:
    """Which rows these are; None where there are none."""
    async with scope.works.reading() as work:
        archives, numbers = await archives_of_days(work, scope.days), await _in_table(work, scope.days)
    ends = [each for archive in archives for each in await _ends(scope, archive)]
    ends += numbers or ()
    if not ends:
        return None
    first, last = min(ends), max(ends)
    gaps = [await _gap(scope, archive) for archive in await _archives_between(scope, first, last)]
    return Extract(first, last, await _before(scope, first), [each for each in gaps if each])


async def _archives_between(scope: Scope, first: int, last: int) -> Sequence[AuditArchive]:
    """The files that hold rows of these numbers, whatever their clock said, the oldest first."""
    async with scope.works.reading() as work:
        mine = select(AuditArchive).where(
            AuditArchive.tenant_id == scope.tenant_id, AuditArchive.last >= first, AuditArchive.first <= last
        )
        return (await work.session.scalars(mine.order_by(AuditArchive.last))).all()


async def _in_table(work: Work, days: Days) -> tuple[int, int] | None:
    numbers = select(
        func.count(AuditEntry.number), func.min(AuditEntry.number), func.max(AuditEntry.number)
    ).where(AuditEntry.tenant_id == days.tenant_id, AuditEntry.at >= days.begins, AuditEntry.at < days.ends)
    count, first, last = (await work.session.execute(numbers)).one()
    return (first, last) if count else None


async def _ends(scope: Scope, archive: AuditArchive) -> list[int]:
    """The first and the last row of these days in a file; of one that cannot be read all that it held."""
    rows = await _read(scope, archive)
    if rows is None:
        return [archive.first, archive.last]
    meant = [_number(row) for row in rows if scope.begins <= _moment(row) < scope.ends]
    return [meant[0], meant[-1]] if meant else []


async def _gap(scope: Scope, archive: AuditArchive) -> Gap | None:
    if await _read(scope, archive) is not None:
        return None
    return Gap(archive.first, archive.last, archive.hash, is_dropped=archive.dropped_at is not None)


async def _read(scope: Scope, archive: AuditArchive) -> Sequence[ArchivedRow] | None:
    if archive.dropped_at is not None:
        return None
    try:
        return await asyncio.to_thread(rows_in, scope.works.home, archive)
    except Broken:
        return None


async def _before(scope: Scope, first: int) -> str:
    """The hash of the row before the first one."""
    if first == 1:
        return BEGINNING
    async with scope.works.reading() as work:
        row = select(AuditEntry.hash).where(
            AuditEntry.tenant_id == scope.tenant_id, AuditEntry.number == first - 1
        )
        found = await work.session.scalar(row)
        holding = select(AuditArchive).where(
            AuditArchive.tenant_id == scope.tenant_id, AuditArchive.last >= first - 1
        )
        archive = await work.session.scalar(holding.order_by(AuditArchive.last).limit(1))
    if found or archive is None:
        return found or ""
    if archive.last == first - 1:
        return archive.hash
    rows = await _read(scope, archive) or ()
    return next((str(row.fields["hash"]) for row in rows if _number(row) == first - 1), "")


async def rows_of(scope: Scope, extract: Extract) -> AsyncGenerator[Sequence[object]]:
    """All of them in their order, some at a time, each from where it is at that moment. Raises Missing at the first one
    that is nowhere."""
    missing = {each.first: each.last for each in extract.gaps}
    after = _over(missing, extract.first - 1)
    while after < extract.last:
        rows = await _next(scope, after + 1, extract.last)
        for row in rows:
            if int(str(getattr(row, "number"))) != after + 1:  # noqa: B009 rows of two kinds
                raise Missing(number=after + 1)
            after += 1
        if not rows:
            raise Missing(number=after + 1)
        yield rows
        after = _over(missing, after)


def _over(missing: Mapping[int, int], after: int) -> int:
    """Where it goes on when what is missing there is passed over."""
    while after + 1 in missing:
        after = missing[after + 1]
    return after


async def _next(scope: Scope, first: int, last: int) -> Sequence[object]:
    """Some rows from this number on. They leave the table for a file as they stand, the oldest first, and never come
    back: what is not in the table any more is in a file by now."""
    async with scope.works.reading() as work:
        mine = select(*AuditEntry.__table__.columns).where(AuditEntry.tenant_id == scope.tenant_id)
        asked = mine.where(AuditEntry.number.between(first, last)).order_by(AuditEntry.number)
        found = (await work.session.execute(asked.limit(MOST_AT_ONCE))).all()
        holding = select(AuditArchive).where(
            AuditArchive.tenant_id == scope.tenant_id, AuditArchive.first <= first, AuditArchive.last >= first
        )
        archive = await work.session.scalar(holding.order_by(AuditArchive.last).limit(1))
    if archive is None:
        return found
    rows = await _read(scope, archive) or ()
    return [row for row in rows if first <= _number(row) <= last]


def _number(row: ArchivedRow) -> int:
    return int(str(row.fields["number"]))


def _moment(row: ArchivedRow) -> datetime:
    return datetime.fromisoformat(cast("str", row.fields["at"]))


def readable(row: object) -> object:
    """A row of either kind as the table for people takes it."""
    if isinstance(row, ArchivedRow):
        return ArchivedRow({**row.fields, "at": _moment(row)})
    return row
