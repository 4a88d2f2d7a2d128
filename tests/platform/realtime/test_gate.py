"""When everybody asks at one moment, those who wait are answered by one look, in the order in which they came."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field

import pytest

from tests.platform.hall import Someone
from tests.platform.nodes import realtime_over, until
from tests.platform.sockets import COOKIE, Door, Raw, door_of
from yoriai.kit.errors import NotNow, Refused
from yoriai.platform.db.store import Store
from yoriai.platform.feature import Who
from yoriai.platform.http.listener import Knock
from yoriai.platform.realtime import gate as gates
from yoriai.platform.realtime import handshake
from yoriai.platform.realtime.gate import Gate
from yoriai.platform.realtime.realtime import Realtime
from yoriai.platform.work.work import Work

pytestmark = [pytest.mark.anyio, pytest.mark.req("D15", "F14")]
# The gate stands before the database.
ON_ONE_DATABASE = pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)


@dataclass
class Judge:
    """Judges nobody before it is told to."""

    door: Door
    looks: list[int] = field(default_factory=list[int])
    may_go_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, work: Work, knocks: Sequence[Knock]) -> Sequence[Who | Refused]:
        self.looks.append(len(knocks))
        await self.may_go_on.wait()
        return [self.door.people[knock.cookie(COOKIE) or ""] for knock in knocks]


@pytest.fixture
def node(store: Store) -> Realtime:
    return realtime_over(store)


@pytest.fixture
async def door(node: Realtime) -> AsyncGenerator[Door]:
    async with door_of(node) as made:
        yield made


def knocking(door: Door, people: int) -> list[asyncio.Task[Raw]]:
    return [asyncio.create_task(door.knock(Someone())) for _ in range(people)]


async def all_looks_taken(door: Door, judge: Judge) -> list[asyncio.Task[Raw]]:
    """One knock for each look that may be under way."""
    knocks = list[asyncio.Task[Raw]]()
    for turn in range(gates.AT_ONCE):
        knocks += knocking(door, 1)
        await until(lambda turn=turn: len(judge.looks) == turn + 1)
    return knocks


@ON_ONE_DATABASE
async def test_who_knocks_while_others_are_judged_shares_the_next_look(door: Door) -> None:
    judge = door.authenticate = Judge(door)
    knocks = await all_looks_taken(door, judge)
    knocks += knocking(door, 12)
    await until(lambda: len(door.gate.waiting) == 12)

    judge.may_go_on.set()
    assert [raw.status for raw in await asyncio.gather(*knocks)] == [101] * len(knocks)
    assert judge.looks == [1] * gates.AT_ONCE + [12]


@ON_ONE_DATABASE
async def test_whoever_comes_when_too_many_wait_is_told_when_to_come_again(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gates, "MOST_WAITING", 2)
    judge = door.authenticate = Judge(door)
    knocks = await all_looks_taken(door, judge)
    knocks += knocking(door, 2)
    await until(lambda: len(door.gate.waiting) == 2)

    refused = await door.knock(Someone())
    assert refused.status == 503
    assert 1 <= int(refused.answer.lower().split("retry-after: ")[1].split("\r\n")[0]) <= gates.COMES_AGAIN

    judge.may_go_on.set()
    assert [raw.status for raw in await asyncio.gather(*knocks)] == [101] * len(knocks)


@ON_ONE_DATABASE
async def test_whoever_gave_up_keeps_no_place(door: Door) -> None:
    judge = door.authenticate = Judge(door)
    knocks = await all_looks_taken(door, judge)
    gone = await door.plain()
    gone.writer.write(b"GET /socket?v=1 HTTP/1.1\r\nHost: %b\r\n" % door.host.encode())
    gone.writer.write(b"Origin: %b\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" % door.origin.encode())
    gone.writer.write(b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
    await until(lambda: len(door.gate.waiting) == 1)

    gone.close()
    await until(lambda: not door.gate.waiting)
    judge.may_go_on.set()
    await asyncio.gather(*knocks)
    assert judge.looks == [1] * gates.AT_ONCE


@ON_ONE_DATABASE
async def test_nobody_waits_for_longer_than_a_handshake_lasts(
    door: Door, node: Realtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handshake, "LONGEST_HANDSHAKE", 0.2)
    monkeypatch.setattr(gates, "LONGEST_LOOK", 0.2)
    door.authenticate = Judge(door)
    knocks = knocking(door, 5)
    assert {raw.status for raw in await asyncio.gather(*knocks)} == {503}
    assert not door.gate.waiting
    await until(lambda: not node.looks.locked())


async def test_who_asks_too_late_for_a_look_is_answered_by_the_next() -> None:
    """What was true before one asked is no answer (D19)."""
    now = 0
    looking, go_on = asyncio.Event(), asyncio.Event()

    async def look(asked: Sequence[str]) -> list[int]:
        seen = [now] * len(asked)
        looking.set()
        await go_on.wait()
        return seen

    gate = Gate(look, asyncio.Semaphore(1))
    first = asyncio.create_task(gate.ask("before"))
    await looking.wait()
    now = 1
    second = asyncio.create_task(gate.ask("after"))
    await asyncio.sleep(0)
    go_on.set()
    assert (await first, await second) == (0, 1)


async def test_one_who_cannot_be_answered_silences_nobody_else() -> None:
    looks = list[int]()

    async def look(asked: Sequence[int]) -> list[float | Refused]:
        looks.append(len(asked))
        return [NotNow(retry_after=each) if each > 5 else 1 / each for each in asked]

    gate = Gate(look)
    one, nothing, other, refused = await asyncio.gather(
        *(gate.ask(each) for each in (1, 0, 4, 9)), return_exceptions=True
    )
    assert (one, other) == (1.0, 0.25)
    assert isinstance(nothing, ZeroDivisionError)
    assert isinstance(refused, NotNow)
    assert looks == [4, 1, 1, 1, 1]


async def test_where_the_database_is_away_it_is_asked_once_for_all_of_them() -> None:
    looks = list[int]()

    async def look(asked: Sequence[int]) -> list[int]:
        looks.append(len(asked))
        raise ConnectionError

    gate = Gate(look)
    answers = await asyncio.gather(*(gate.ask(each) for each in range(3)), return_exceptions=True)
    assert {type(each) for each in answers} == {ConnectionError}
    assert looks == [3]


async def test_who_comes_while_others_come_shares_their_look() -> None:
    """A look that never gives the loop away is over before the next one at the door has been heard."""
    looks, asking = list[int](), list[asyncio.Task[int]]()

    async def look(asked: Sequence[int]) -> list[int]:
        looks.append(len(asked))
        return list(asked)

    async def come(each: int) -> int:
        if each < 20:  # the next one is heard a turn of the loop later
            asking.append(asyncio.create_task(come(each + 1)))
        return await gate.ask(each)

    gate = Gate(look)
    asking.append(asyncio.create_task(come(1)))
    await until(lambda: len(asking) == 20)
    assert await asyncio.gather(*asking) == [*range(1, 21)]
    assert looks == [20]
