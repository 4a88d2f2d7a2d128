"""Looking a chain through: is every row as it was written, are all of them there, in their order, and up to the end (N120)?"""

import asyncio
from collections.abc import AsyncGenerator, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import Row, select, union

from yoriai.platform.work.edge import Works
from yoriai.watch.audit.archive import Broken, archives_of, rows_in
from yoriai.watch.audit.chain import BEGINNING, hash_of
from yoriai.watch.audit.kept_heads import KeptHead, read_heads
from yoriai.watch.audit.models import AuditArchive, AuditEntry, AuditHead
from yoriai.watch.audit.told import untold

MOST_AT_ONCE: Final = 2_000  # rows in one look


class Trouble(StrEnum):
    """What is wrong. In the order in which it would be found."""

    ARCHIVE = "archive"
    """A file of older rows is not there, or not as it was written."""
    MISSING = "missing"
    """The next row is not there, though later ones are."""
    CHANGED = "changed"
    """A row is not as it was written, or does not follow the one before it."""
    CUT = "cut"
    """The chain once went on beyond its end."""
    BEYOND = "beyond"
    """Rows stand beyond the end of the chain."""
    OTHERWISE = "otherwise"
    """The chain holds together, but is not the one that was kept beside it."""
    FORGED = "forged"
    """What was kept beside it is not ours."""
    UNTOLD = "untold"
    """Something was done, and has no row."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a look through one chain has found."""

    tenant_id: UUID
    entries: int
    trouble: Trouble | None = None
    number: int | None = None
    """The first row that is wrong; of FORGED the line of the file."""

    @property
    def is_whole(self) -> bool:
        return self.trouble is None


@dataclass(slots=True)
class _Walk:
    """Where a look through a chain is: which row it has come to, and that row's hash."""

    tenant_id: UUID
    kept: Mapping[int, str]
    number: int = 0
    hash: str = BEGINNING
    seen: int = 0
    dropped: dict[int, str] = field(default_factory=dict[int, str])
    """The ends of what has left the log, as the log itself says."""

    def over(self, rows: Iterable[object]) -> Finding | None:
        """Go over the next rows; stop at the first that is wrong."""
        for row in rows:
            number, stored = int(getattr(row, "number")), str(getattr(row, "hash"))  # noqa: B009 rows of two kinds
            if number != self.number + 1:
                return self.finding(Trouble.MISSING, self.number + 1)
            if hash_of(self.hash, row) != stored:
                return self.finding(Trouble.CHANGED, number)
            if self.kept.get(number, stored) != stored:
                return self.finding(Trouble.OTHERWISE, number)
            self.number, self.hash, self.seen = number, stored, self.seen + 1
            self._remember(row)
        return None

    def _remember(self, row: object) -> None:
        if getattr(row, "kind", "") != "audit.dropped":
            return
        body: dict[str, list[dict[str, dict[str, object]]]] = getattr(row, "body", {})
        for fact in body.get("facts", []):
            fields = fact["fields"]
            self.dropped[int(str(fields["last"]))] = str(fields["hash"])

    def finding(self, trouble: Trouble | None = None, number: int | None = None) -> Finding:
        return Finding(self.tenant_id, self.seen, trouble, number)


async def chains(works: Works) -> Sequence[UUID]:
    """Every chain of which there is any sign, in the database or beside it."""
    tables = (AuditHead.tenant_id, AuditEntry.tenant_id, AuditArchive.tenant_id)
    async with works.reading() as work:
        found = set(await work.session.scalars(union(*(select(column) for column in tables))))
    kept = set(read_heads(works.home).heads) if works.home else set[UUID]()
    return sorted(found | kept)


async def check(works: Works, tenant_id: UUID) -> Finding:
    """Look one chain through, beside whoever goes on writing to it."""
    heads = read_heads(works.home) if works.home else None
    if heads and heads.forged_line is not None:
        return Finding(tenant_id, 0, Trouble.FORGED, heads.forged_line)
    kept = heads.heads.get(tenant_id, ()) if heads else ()
    walk = _Walk(tenant_id, {head.count: head.hash for head in kept})
    end = await _end(works, tenant_id)
    furthest = max(end.count, *walk.kept, 0)
    return (
        await _over_archives(works, walk)
        or await _over_rows(works, walk, furthest)
        or await _at_the_end(works, walk, end, kept)
        or walk.finding()
    )


@dataclass(frozen=True, slots=True)
class _End:
    count: int
    hash: str


async def _end(works: Works, tenant_id: UUID) -> _End:
    async with works.reading() as work:
        mine = select(AuditHead.count, AuditHead.hash).where(AuditHead.tenant_id == tenant_id)
        found = (await work.session.execute(mine)).first()
    return _End(*found) if found else _End(0, BEGINNING)


async def _over_archives(works: Works, walk: _Walk) -> Finding | None:
    for archive in await archives_of(works, walk.tenant_id):
        if archive.first != walk.number + 1:
            return walk.finding(Trouble.MISSING, walk.number + 1)
        if archive.dropped_at is not None:
            # What the log itself says of it is looked at when the walk is through.
            walk.number, walk.hash = archive.last, archive.hash
            continue
        try:
            found = walk.over(await asyncio.to_thread(rows_in, works.home, archive))
        except Broken:
            return walk.finding(Trouble.ARCHIVE, archive.first)
        if found or (walk.number, walk.hash) != (archive.last, archive.hash):
            return found or walk.finding(Trouble.ARCHIVE, archive.first)
    return None


async def _over_rows(works: Works, walk: _Walk, end: int) -> Finding | None:
    async for rows in _rows(works, walk.tenant_id, walk.number, end):
        if found := walk.over(rows):
            return found
    return None


async def _rows(
    works: Works, tenant_id: UUID, after: int, end: int
) -> AsyncGenerator[Sequence[Row[*tuple[object, ...]]]]:
    """The rows of a chain up to its end, a few at a time, each time in a look of its own."""
    while after < end:
        async with works.reading() as work:
            mine = select(*AuditEntry.__table__.columns).where(AuditEntry.tenant_id == tenant_id)
            some = mine.where(AuditEntry.number > after, AuditEntry.number <= end)
            rows = (await work.session.execute(some.order_by(AuditEntry.number).limit(MOST_AT_ONCE))).all()
        if not rows:
            return
        yield rows
        after = rows[-1].number


async def _at_the_end(works: Works, walk: _Walk, end: _End, kept: Sequence[KeptHead]) -> Finding | None:
    if walk.number < end.count or any(head.count > min(end.count, walk.number) for head in kept):
        return walk.finding(Trouble.CUT, walk.number + 1)
    if walk.hash != end.hash:
        return walk.finding(Trouble.CHANGED, walk.number)
    archives = await archives_of(works, walk.tenant_id)
    for archive in archives:
        if archive.dropped_at is not None and walk.dropped.get(archive.last) != archive.hash:
            return walk.finding(Trouble.MISSING, archive.first)
    now = await _end(works, walk.tenant_id)
    async with works.reading() as work:
        beyond = select(AuditEntry.number).where(AuditEntry.tenant_id == walk.tenant_id)
        first = await work.session.scalar(
            beyond.where(AuditEntry.number > now.count).order_by(AuditEntry.number).limit(1)
        )
    if first is not None and first > (await _end(works, walk.tenant_id)).count:
        return walk.finding(Trouble.BEYOND, first)
    since = max((archive.last_at for archive in archives), default=None)
    return walk.finding(Trouble.UNTOLD) if await untold(works, walk.tenant_id, since) else None
