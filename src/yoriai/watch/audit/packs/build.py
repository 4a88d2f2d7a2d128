"""Writing a pack, chapter by chapter, into a file that the caller has opened."""

import hashlib
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Final

from sqlalchemy import select

from yoriai.people.orgs.models import Tenant
from yoriai.platform.work.edge import Works
from yoriai.watch.audit.packs.chapters import doors, evidence, index, log, others, people, settings, versions
from yoriai.watch.audit.packs.extract import Missing
from yoriai.watch.audit.packs.packing import COPIED, packing
from yoriai.watch.audit.packs.scope import Days, Scope, people_of
from yoriai.watch.audit.policy import without_my_number

CHAPTERS: Final = (settings, people, doors, others, evidence, versions)
TRIES: Final = 3
Told = Callable[[int, int], Awaitable[None]]
"""Hears after each part how many of how many are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be in a pack."""

    days: Days
    reason: str
    installation: dict[str, object]


@dataclass(frozen=True, slots=True)
class Built:
    """What has become of it."""

    files: int
    entries: int
    size: int
    digest: str


async def nobody(_: int, __: int) -> None:
    """Where nobody waits at a screen."""


async def build(works: Works, wanted: Wanted, made: IO[bytes], told: Told = nobody) -> Built:
    """Write it. Nothing is changed by it, and nobody else waits for it. Where rows of the log are dropped meanwhile it is
    begun again; raises Missing when some are not there all the same."""
    for _ in range(TRIES - 1):
        with suppress(Missing):
            return await _write(works, wanted, made, told)
        made.seek(0)
        made.truncate()
    return await _write(works, wanted, made, told)


async def _write(works: Works, wanted: Wanted, made: IO[bytes], told: Told) -> Built:
    scope = await scope_of(works, wanted)
    tables = [table for chapter in CHAPTERS for table in chapter.tables(scope)]
    steps, counts = len(tables) + 1, dict[str, int]()
    with packing(made, scope.at) as pack:
        for step, table in enumerate(tables):
            await told(step, steps)
            counts[table.name] = await pack.table(table)
        await told(steps - 1, steps)
        extract = await log.write(pack, scope)
        reason = without_my_number(wanted.reason)
        page = index.page(scope, [(table, counts[table.name]) for table in tables], extract, reason)
        await pack.whole(index.NAME, page)
        files = len(pack.sums) + 1
    size, digest = _measured(made)
    return Built(files, extract.count if extract else 0, size, digest)


async def scope_of(works: Works, wanted: Wanted) -> Scope:
    """Whose pack it is, of which days, as of now."""
    async with works.reading() as work:
        name = await work.session.scalar(select(Tenant.name).where(Tenant.id == wanted.days.tenant_id))
    return Scope(
        works=works,
        days=wanted.days,
        body=name or "",
        at=works.now(),
        installation=wanted.installation,
        people=await people_of(works, wanted.days.tenant_id),
    )


def _measured(made: IO[bytes]) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    made.seek(0)
    while piece := made.read(COPIED):
        digest.update(piece)
        size += len(piece)
    return size, digest.hexdigest()
