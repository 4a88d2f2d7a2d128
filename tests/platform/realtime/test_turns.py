"""Turns are given in the order in which they are asked for, and to one account only so many."""

import asyncio
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from yoriai.platform.realtime.turns import Turns

pytestmark = [pytest.mark.anyio, pytest.mark.req("D12", "D14")]

ME, YOU, THEY = uuid4(), uuid4(), uuid4()


class Line:
    """Who has got a turn so far, in which order; each ends it when told to."""

    def __init__(self, turns: Turns) -> None:
        self.turns, self.came = turns, list[UUID]()
        self.ends = list[Callable[[], None]]()

    async def stand(self, account_id: UUID) -> None:
        async with self.turns.turn(account_id):
            self.came.append(account_id)
            over = asyncio.Event()
            self.ends.append(over.set)
            await over.wait()

    async def all_of(self, *accounts: UUID) -> list[asyncio.Task[None]]:
        standing = [asyncio.create_task(self.stand(each)) for each in accounts]
        await settled()
        return standing

    async def end(self, which: int) -> None:
        self.ends[which]()
        await settled()


async def settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_whoever_has_enough_waits_and_the_others_pass_by() -> None:
    line = Line(Turns(most=4, most_of_one=2))
    standing = await line.all_of(ME, ME, ME, ME, YOU)
    assert line.came == [ME, ME, YOU]

    await line.end(0)
    assert line.came == [ME, ME, YOU, ME]
    for which in (1, 2, 3, 4):
        await line.end(which)
    await asyncio.gather(*standing)
    assert (line.turns.taken, line.turns.held) == (0, {})


async def test_where_all_turns_are_taken_the_first_who_waits_is_next() -> None:
    line = Line(Turns(most=2, most_of_one=2))
    standing = await line.all_of(ME, YOU, THEY, ME)
    await line.end(0)
    await line.end(1)
    assert line.came == [ME, YOU, THEY, ME]
    for each in standing:
        each.cancel()


async def test_whoever_gives_up_keeps_no_turn() -> None:
    line = Line(Turns(most=1, most_of_one=1))
    first, second, third = await line.all_of(ME, YOU, THEY)
    second.cancel()
    await settled()
    line.ends[0]()
    await asyncio.wait((first,))
    third.cancel()  # in the very moment in which it is given the turn
    await settled()

    assert (line.turns.taken, line.turns.held, dict(line.turns.waiting)) == (0, {}, {})
    await line.all_of(YOU)
    assert line.came[-1] == YOU
    await line.end(-1)
