"""Works that wait for each other in a ring: what still has everything is done again, the others are told to come back."""

import asyncio
from collections.abc import Sequence
from uuid import UUID

import pytest

from tests.platform.hall import call
from tests.platform.work.calling import Item, call_all, call_all_quickly, words
from tests.platform.work.crossing import HOLD, Crossing, crossed, take
from yoriai.kit.errors import NotNow, Refused
from yoriai.platform.db.troubles import Undone
from yoriai.platform.facts.numbering import Told
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Batch, Work

# Where there is one writer, nobody waits in a ring.
pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("foundation", ["postgresql"], indirect=True)]


class Counted:
    """Handles of the committer that cross another work, and how often they were tried."""

    def __init__(self, rows: Crossing) -> None:
        self.rows, self.tries = rows, 0

    async def slowly(self, work: Work, items: Sequence[Item]) -> Sequence[Told | Refused]:
        self.tries += 1
        await take(work, self.rows.first, self.rows.second)
        return await call_all(work, items)

    def quickly(self, batch: Batch, items: Sequence[Item]) -> Sequence[Told | Refused]:
        self.tries += 1
        for row in (self.rows.first, self.rows.second):
            batch.rows.all(HOLD, id=row)
        return call_all_quickly(batch, items)


@pytest.mark.req("D4", "D8")
@pytest.mark.parametrize("way", ["slowly", "quickly"])
async def test_a_batch_that_was_undone_is_done_again_whole(works: Works, hall_id: UUID, way: str):
    async with crossed(works, hall_id) as rows:
        counted = Counted(rows)
        items = [Item(hall_id, each) for each in "abc"]
        if way == "slowly":
            told = await asyncio.gather(*(works.together(counted.slowly, item) for item in items))
        else:
            told = await asyncio.gather(*(works.together_quickly(counted.quickly, item) for item in items))

    assert ([each.number for each in told], counted.tries) == ([1, 2, 3], 2)
    assert [each for each in await words(works) if each] == ["a", "b", "c"]


@pytest.mark.req("D5")
async def test_a_batch_that_is_undone_twice_is_told_to_come_again(works: Works, hall_id: UUID):
    tries = 0

    async def unlucky(work: Work, items: Sequence[Item]) -> Sequence[Told | Refused]:
        nonlocal tries
        tries += 1
        raise Undone

    waiting = [works.together(unlucky, Item(hall_id, each)) for each in "ab"]
    told = await asyncio.gather(*waiting, return_exceptions=True)
    assert ([type(each) for each in told], tries) == ([Undone] * 2, 2)


@pytest.mark.req("D5", "D8")
async def test_a_work_that_was_undone_is_told_to_come_again_and_leaves_nothing(works: Works, hall_id: UUID):
    async with crossed(works, hall_id) as rows:
        with pytest.raises(NotNow) as refused:
            async with works.writing() as work:
                call(work, hall_id, "half")
                await take(work, rows.first, rows.second)

    assert refused.value.retry_after > 0
    assert "half" not in await words(works)
