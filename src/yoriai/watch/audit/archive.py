"""Rows that are older than thirteen months leave the table for files, in which the chain goes on (trust.md 5.4).

A file is gzip of JSON lines: each line a row with its hash, as an export has it. It lies beside the data, readable by the
owner alone; its SHA-256 and the hash in which it ends stay in the database.
"""

import gzip
import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

import orjson
from sqlalchemy import delete, select

from yoriai.platform.work.edge import Works
from yoriai.platform.work.home import Home
from yoriai.platform.work.work import Work
from yoriai.watch.audit.chain import COVERED, written
from yoriai.watch.audit.kept_heads import FOLDER
from yoriai.watch.audit.models import AuditArchive, AuditEntry

HOT: Final = timedelta(days=396)
"""Thirteen months, in which rows are searched at once."""
MOST_IN_A_FILE: Final = 20_000


class Broken(Exception):
    """A file is not there, or not as it was written."""


@dataclass(frozen=True, slots=True)
class ArchivedRow:
    """A row as a file has it: plain JSON."""

    fields: Mapping[str, object]

    def __getattr__(self, name: str) -> object:
        try:
            return self.fields[name]
        except KeyError:
            raise AttributeError(name) from None


async def archives_of(works: Works, tenant_id: UUID) -> Sequence[AuditArchive]:
    """What has left the table, the oldest first."""
    async with works.reading() as work:
        mine = select(AuditArchive).where(AuditArchive.tenant_id == tenant_id).order_by(AuditArchive.last)
        return (await work.session.scalars(mine)).all()


def rows_in(home: Home | None, archive: AuditArchive) -> list[ArchivedRow]:
    """The rows of a file, when it is the one that was written."""
    if home is None:
        raise Broken
    try:
        packed = (home.folder / FOLDER / archive.file).read_bytes()
    except OSError:
        raise Broken from None
    if hashlib.sha256(packed).hexdigest() != archive.digest:
        raise Broken
    return [ArchivedRow(orjson.loads(line)) for line in gzip.decompress(packed).splitlines()]


def line_of(row: object, hashed: str) -> bytes:
    """A row as a line of a file or of an export: what is hashed by its names, and the hash."""
    said = dict(zip(COVERED, written(row), strict=True)) | {"hash": hashed}
    return orjson.dumps(said, option=orjson.OPT_SORT_KEYS) + b"\n"


async def put_away(works: Works, _: Mapping[str, object]) -> None:
    """Move what is old into files, a file in a work. The file is safe on the disk before a row goes."""
    if works.home is None:
        return
    async with works.reading() as work:
        old = select(AuditEntry.tenant_id).where(AuditEntry.at < work.now - HOT).distinct()
        whose = sorted(await work.session.scalars(old))
    for tenant_id in whose:
        while await _put_some_away(works, works.home, tenant_id):
            pass


async def _put_some_away(works: Works, home: Home, tenant_id: UUID) -> bool:
    """Move one file's worth of the oldest rows; whether there may be more. Rows go in the order of their numbers."""
    async with works.reading() as work:
        rows = await _old(work, tenant_id)
    if not rows:
        return False
    name = f"{tenant_id}-{rows[0].number:012d}-{rows[-1].number:012d}.jsonl.gz"
    digest = _write(home.folder / FOLDER / name, (line_of(row, row.hash) for row in rows))
    async with works.writing() as work:
        mine = AuditEntry.tenant_id == tenant_id
        gone = delete(AuditEntry).where(mine, AuditEntry.number.between(rows[0].number, rows[-1].number))
        await work.session.execute(gone)
        work.session.add(
            AuditArchive(
                tenant_id=tenant_id,
                first=rows[0].number,
                last=rows[-1].number,
                first_at=rows[0].at,
                last_at=max(row.at for row in rows),
                hash=rows[-1].hash,
                file=name,
                digest=digest,
                archived_at=work.now,
                dropped_at=None,
            )
        )
    return len(rows) == MOST_IN_A_FILE


async def _old(work: Work, tenant_id: UUID) -> Sequence[AuditEntry]:
    """The oldest rows of a chain, as long as they are old: one that is younger stays, and all after it."""
    mine = select(AuditEntry).where(AuditEntry.tenant_id == tenant_id).order_by(AuditEntry.number)
    rows = (await work.session.scalars(mine.limit(MOST_IN_A_FILE))).all()
    young = next((at for at, row in enumerate(rows) if row.at >= work.now - HOT), len(rows))
    return rows[:young]


def _write(file: Path, lines: Iterator[bytes]) -> str:
    """Write a file whole or not at all, for its owner's eyes. Its SHA-256."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    packed = gzip.compress(b"".join(lines), mtime=0)
    beside = file.with_suffix(".part")
    opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(opened, "wb") as made:
        made.write(packed)
        made.flush()
        os.fsync(made.fileno())
    beside.replace(file)
    return hashlib.sha256(packed).hexdigest()
