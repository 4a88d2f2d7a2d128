"""Calls that are handed to the committer, by either way to the database."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import insert, select

from tests.platform.hall import Call, Called, TooQuiet
from yoriai.kit.errors import Refused
from yoriai.platform.db.statement import Value, statement
from yoriai.platform.facts.numbering import Told
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Batch, Telling, Work


@dataclass(frozen=True)
class Item:
    hall_id: UUID
    words: str
    key: str | None = None


async def call_all(work: Work, items: Sequence[Item]) -> Sequence[Told | Refused]:
    """Refuse the silent ones, write the others in one statement, choke on the bad."""
    outcomes, rows = judged(work, items)
    if rows:
        await work.session.execute(insert(Call), rows)
    return outcomes


def call_all_quickly(batch: Batch, items: Sequence[Item]) -> Sequence[Told | Refused]:
    """The same on plain rows."""
    outcomes, rows = judged(batch, items)
    batch.rows.each(CALL, rows)
    return outcomes


CALL = statement("INSERT INTO hall_calls (id, hall_id, words, key) VALUES (:id, :hall_id, :words, :key)")


def judged(work: Telling, items: Sequence[Item]) -> tuple[list[Told | Refused], list[dict[str, Value]]]:
    if any(item.words == "bad" for item in items):
        raise RuntimeError("bad")
    outcomes: list[Told | Refused] = []
    rows: list[dict[str, Value]] = []
    for item in items:
        if not item.words:
            outcomes.append(TooQuiet(least=1))
            continue
        call_id = uuid4()
        rows.append({"id": call_id, "hall_id": item.hall_id, "words": item.words, "key": item.key})
        outcomes.append(work.state(Called(hall_id=item.hall_id, call_id=call_id), by=None))
    return outcomes, rows


Put = Callable[[Works, Item], Coroutine[None, None, Told]]


async def together(works: Works, put: Put, items: Sequence[Item]) -> list[Told | BaseException]:
    return await asyncio.gather(*(put(works, item) for item in items), return_exceptions=True)


async def words(works: Works) -> list[str]:
    async with works.reading() as work:
        return list(await work.session.scalars(select(Call.words).order_by(Call.words)))
