"""When everybody knocks at one moment, they are judged in the order in which they came, and the rest come again."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field

import pytest

from tests.platform.hall import Someone
from tests.platform.nodes import realtime_over, until
from tests.platform.sockets import Door, Raw, door_of
from yoriai.kit.errors import NotNow
from yoriai.platform.db.store import Store
from yoriai.platform.feature import Who
from yoriai.platform.http.listener import Knock
from yoriai.platform.realtime import gate as gates
from yoriai.platform.realtime import handshake
from yoriai.platform.realtime.realtime import Realtime
from yoriai.platform.work.work import Work

pytestmark = [pytest.mark.anyio, pytest.mark.req("D15", "F14")]
# The gate stands before the database.
ON_ONE_DATABASE = pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)


@dataclass
class Judge:
    """Judges nobody before it is told to."""

    door: Door
    begun: int = 0
    most: int = 0
    judging: int = 0
    may_go_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def __call__(self, work: Work, knock: Knock) -> Who:
        self.begun += 1
        self.judging += 1
        self.most = max(self.most, self.judging)
        try:
            await self.may_go_on.wait()
            return self.door.people[knock.cookie("token") or ""]
        finally:
            self.judging -= 1


@pytest.fixture
def node(store: Store) -> Realtime:
    return realtime_over(store)


@pytest.fixture
async def door(node: Realtime) -> AsyncGenerator[Door]:
    async with door_of(node) as made:
        yield made


def knocking(door: Door, people: int) -> list[asyncio.Task[Raw]]:
    return [asyncio.create_task(door.knock(Someone())) for _ in range(people)]


@ON_ONE_DATABASE
async def test_a_few_are_judged_at_once_and_all_come_in(door: Door, node: Realtime) -> None:
    judge = door.authenticate = Judge(door)
    knocks = knocking(door, gates.AT_ONCE * 3)
    await until(lambda: node.gate.waiting == gates.AT_ONCE * 2)
    assert judge.begun == gates.AT_ONCE

    judge.may_go_on.set()
    assert [raw.status for raw in await asyncio.gather(*knocks)] == [101] * len(knocks)
    assert judge.most == gates.AT_ONCE
    assert node.gate.waiting == 0


@ON_ONE_DATABASE
async def test_whoever_comes_when_too_many_wait_is_told_when_to_come_again(
    door: Door, node: Realtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gates, "MOST_WAITING", 2)
    judge = door.authenticate = Judge(door)
    knocks = knocking(door, gates.AT_ONCE + 2)
    await until(lambda: node.gate.waiting == 2)

    refused = await door.knock(Someone())
    assert refused.status == 503
    assert 1 <= int(refused.answer.lower().split("retry-after: ")[1].split("\r\n")[0]) <= gates.COMES_AGAIN

    judge.may_go_on.set()
    assert [raw.status for raw in await asyncio.gather(*knocks)] == [101] * len(knocks)


@ON_ONE_DATABASE
async def test_whoever_gave_up_keeps_no_place(door: Door, node: Realtime) -> None:
    judge = door.authenticate = Judge(door)
    knocks = knocking(door, gates.AT_ONCE)
    await until(lambda: judge.begun == gates.AT_ONCE)
    gone = await door.plain()
    gone.writer.write(b"GET /socket?v=1 HTTP/1.1\r\nHost: %b\r\n" % door.host.encode())
    gone.writer.write(b"Origin: %b\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" % door.origin.encode())
    gone.writer.write(b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
    await until(lambda: node.gate.waiting == 1)

    gone.close()
    await until(lambda: node.gate.waiting == 0)
    judge.may_go_on.set()
    await asyncio.gather(*knocks)


@ON_ONE_DATABASE
async def test_nobody_waits_for_longer_than_a_handshake_lasts(
    door: Door, node: Realtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handshake, "LONGEST_HANDSHAKE", 0.2)
    door.authenticate = Judge(door)
    knocks = knocking(door, gates.AT_ONCE + 1)
    assert {raw.status for raw in await asyncio.gather(*knocks)} == {503}
    assert node.gate.waiting == 0
    assert not node.gate.judging.locked()


async def test_the_gate_is_free_again_whatever_came_of_a_judgement() -> None:
    gate = gates.Gate(judging=asyncio.Semaphore(1))
    with pytest.raises(NotNow):
        async with gate.turn():
            raise NotNow(retry_after=1)
    async with asyncio.timeout(1), gate.turn():
        pass
