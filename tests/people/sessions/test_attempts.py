"""How often somebody may try to sign in."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from tests.platform.counting import Wire
from yoriai.people.sessions import attempts, everywhere
from yoriai.people.sessions.attempts import InProcess, Limit, place
from yoriai.people.sessions.everywhere import Everywhere
from yoriai.platform.work.edge import clock

pytestmark = [pytest.mark.anyio, pytest.mark.req("N32")]

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
THREE = Limit(burst=3, pause=timedelta(seconds=60))


async def test_after_so_many_tries_it_says_when_the_next_one_may_be():
    counted = InProcess()
    assert [await counted.take("a", THREE, NOW) for _ in range(5)] == [0, 0, 0, 61, 61]
    assert await counted.take("a", THREE, NOW + timedelta(seconds=20)) == 41
    assert await counted.take("a", THREE, NOW + timedelta(seconds=60)) == 0


async def test_whoever_is_held_up_holds_up_nobody_else():
    counted = InProcess()
    for _ in range(4):
        await counted.take("a", THREE, NOW)
    assert await counted.take("b", THREE, NOW) == 0


async def test_what_was_counted_while_the_clock_stood_wrong_locks_nobody_out_afterwards():
    counted = InProcess()
    for _ in range(3):
        await counted.take("a", THREE, NOW + timedelta(days=365))
    assert [await counted.take("a", THREE, NOW) for _ in range(4)] == [0, 0, 0, 61]


async def test_a_try_that_was_right_is_not_counted():
    counted = InProcess()
    for _ in range(20):
        assert await counted.take("a", THREE, NOW) == 0
        await counted.give_back("a", THREE)
    await counted.give_back("never seen", THREE)
    assert await counted.take("never seen", THREE, NOW) == 0


async def test_what_was_told_of_from_elsewhere_can_be_taken_back():
    counted = InProcess()
    for _ in range(4):
        counted.add("a", THREE.pause, NOW)
    assert await counted.look("a", THREE, NOW) > 0
    counted.add("a", -2 * THREE.pause, NOW)
    counted.add("never seen", -THREE.pause, NOW)
    assert [await counted.look(key, THREE, NOW) for key in ("a", "never seen")] == [0, 0]


async def test_after_a_while_everything_is_as_before():
    counted = InProcess()
    for _ in range(4):
        await counted.take("a", THREE, NOW)
    later = NOW + timedelta(seconds=180)
    assert [await counted.take("a", THREE, later) for _ in range(4)][:3] == [0, 0, 0]


async def test_millions_of_addresses_do_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr(attempts, "MOST_BUCKETS", 100)
    counted = InProcess()
    for number in range(1000):
        await counted.take(f"address {number}", THREE, NOW)
        assert len(counted.empty_at) <= 100
    for number in range(1000):
        await counted.take(f"address {number}", THREE, NOW + timedelta(minutes=2 * number))
    assert len(counted.empty_at) <= 100


@pytest.fixture
def wire(monkeypatch) -> Wire:
    monkeypatch.setattr(everywhere, "TOLD_EVERY", 0.02)
    return Wire()


async def test_a_machine_that_guesses_here_is_held_up_there(wire: Wire):
    here, there = Everywhere(wire, b"key"), Everywhere(wire, b"key")
    now = clock()
    for _ in range(5):
        await here.take("account 100105 10.1.2.3", THREE, now)
    await asyncio.sleep(0.05)
    assert 55 < await there.look("account 100105 10.1.2.3", THREE, now) <= 61
    assert await there.look("account 100105 10.1.2.4", THREE, now) == 0


async def test_what_crosses_names_nobody(wire: Wire):
    here = Everywhere(wire, b"key")
    await here.take("account 100105 10.1.2.3", THREE, clock())
    await asyncio.sleep(0.05)
    ((name, _),) = wire.told[0].items()
    assert "100105" not in name
    assert "10.1.2.3" not in name


async def test_a_try_that_was_right_is_mostly_not_even_told(wire: Wire):
    here, there = Everywhere(wire, b"key"), Everywhere(wire, b"key")
    await here.take("a", THREE, clock())
    await here.give_back("a", THREE)
    await asyncio.sleep(0.05)
    assert wire.told == []
    for _ in range(4):
        await here.take("a", THREE, clock())
    await asyncio.sleep(0.05)
    await here.give_back("a", THREE)
    await asyncio.sleep(0.05)
    assert await there.look("a", THREE, clock()) == 0


def test_a_whole_network_of_ipv6_is_one_place():
    assert place("2001:db8::1") == place("2001:db8::ffff") != place("2001:db8:0:1::1")
    assert place("10.0.0.1") == "10.0.0.1"
    assert place("not an address") == "not an address"
