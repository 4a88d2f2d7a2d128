"""The doorbell of many processes, over a real Valkey: heard everywhere at once, and never waited for."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from uuid import uuid4

import pytest
from redis.asyncio import Redis
from structlog.testing import capture_logs

from tests.platform.bus.conftest import KEY, bell, connected, hearing, moment, rings_through
from tests.platform.nodes import until
from tests.repeating import repeating
from tests.valkey import Valkey, valkey
from yoriai.platform.bus import doorbell as doorbells
from yoriai.platform.bus import link as links
from yoriai.platform.bus.notes import Seal
from yoriai.platform.work.doorbell import Whisper

pytestmark = pytest.mark.anyio


@pytest.mark.req("D25", "N99")
async def test_what_one_process_rings_is_heard_in_all_and_once_at_home(bus: Valkey):
    here, there = bell(bus.url), bell(bus.url)
    home, far, near = hearing(here), hearing(there), hearing(there, near=True)
    async with connected(here, there):
        here.ring({"hall/1": 3, "person/2": 1}, {("hall/1", "counted")})
        assert home.rings == 1  # before the bus has heard of it
        await until(lambda: len(far.heads) == 2 and far.signals)
        await moment()

    assert far.heads == home.heads == {"hall/1": 3, "person/2": 1}
    assert far.signals == [("hall/1", "counted")]
    assert (home.rings, near.rings) == (1, 0)


async def test_a_whisper_crosses_with_its_ids_and_nothing_else(bus: Valkey):
    here, there = bell(bus.url), bell(bus.url)
    home, far = hearing(here), hearing(there)
    said = Whisper("hall/1", "writes", {"account_id": uuid4()})
    async with connected(here, there):
        here.whisper(said)
        await until(lambda: far.whispers)
        await moment()
    assert home.whispers == far.whispers == [said]


@pytest.mark.req("F16")
async def test_what_was_counted_elsewhere_is_heard_once_however_often_it_is_repeated(bus: Valkey):
    here, there = bell(bus.url), bell(bus.url)
    tries, asks, home = Counter[str](), Counter[str](), Counter[str]()
    there.hear_counts("tries", tries.update)
    there.hear_counts("asks", asks.update)
    here.hear_counts("tries", home.update)
    async with connected(here, there), repeating(bus.port, KEY, random.Random(7)) as repeated:
        for _ in range(20):
            here.count("tries", {"a": 2, "b": -1})
            here.count("asks", {"a": 5})
            await asyncio.sleep(0.01)
        await until(lambda: tries["a"] == 40 and asks["a"] == 100 and len(repeated) > 40)
        await moment()
    assert (tries, asks, home) == ({"a": 40, "b": -20}, {"a": 100}, {})


@pytest.mark.timed
async def test_a_ring_is_there_in_a_few_milliseconds(bus: Valkey):
    here, there = bell(bus.url), bell(bus.url)
    took: list[float] = []
    rung = asyncio.Event()
    there.listen(lambda _heads, _signals: rung.set())
    async with connected(here, there):
        for turn in range(101):
            rung.clear()
            began = time.perf_counter()
            here.ring({"hall/1": turn}, ())
            await rung.wait()
            took.append(time.perf_counter() - began)
    assert sorted(took)[50] < 0.02  # seconds; seen: 0.0002


@pytest.mark.req("D25")
async def test_what_others_put_on_the_bus_is_nothing(bus: Valkey):
    here, there, stranger = bell(bus.url), bell(bus.url), bell(bus.url, bytes(32))
    far, strange = hearing(there), hearing(stranger)
    channel = f"yoriai/{Seal(KEY).house}/0"
    async with connected(here, there, stranger), Redis(port=bus.port) as hostile:
        with capture_logs() as logged:
            for said in (b"", b"\x00" * 100, b"[" * 100_000, b'{"origin":"x","heads":{"hall/1":9}}'):
                await hostile.execute_command("SPUBLISH", channel, said)
            assert await rings_through(here, far, "hall/2")
    assert set(far.heads) == {"hall/2"}
    assert (strange.rings, logged) == (0, [])


async def test_a_listener_that_fails_costs_the_others_nothing(bus: Valkey):
    here, there = bell(bus.url), bell(bus.url)

    def fail(_heads: object, _signals: object) -> None:
        raise RuntimeError

    there.listen(fail)
    async with connected(here, there):
        with capture_logs() as logged:
            here.ring({"hall/1": 1}, ())
            await until(lambda: logged)
        assert there.is_well


@pytest.mark.req("D16", "D25", "N99")
@pytest.mark.asvs("V16.5.2")
async def test_a_bus_that_dies_is_not_waited_for_and_is_found_again(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(doorbells, "LONGEST_PAUSE", 0.1)
    with valkey() as bus, capture_logs() as logged:
        here, there = bell(bus.url), bell(bus.url)
        home, far = hearing(here), hearing(there)
        async with connected(here, there):
            await asyncio.to_thread(bus.kill)
            await until(lambda: not (here.is_well or there.is_well))
            began = time.perf_counter()
            for turn in range(1_000):
                here.ring({f"hall/{turn}": 1}, {("hall/1", "counted")})
                here.whisper(Whisper("hall/1", "writes", {}))
            assert time.perf_counter() - began < 0.5
            assert (home.rings, len(home.whispers)) == (1_000, 1_000)
            await asyncio.to_thread(bus.start)
            await until(lambda: here.is_well and there.is_well)
            assert await rings_through(here, far, "hall/new")
    said = [line["event"] for line in logged]
    assert sorted(said) == ["bus found"] * 4 + ["bus lost"] * 2


@pytest.mark.req("D16")
async def test_a_bus_that_falls_silent_is_given_up(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(links, "SILENCE", 0.4)
    monkeypatch.setattr(links, "PULSE_EVERY", 0.1)
    with valkey() as bus:
        here, there = bell(bus.url), bell(bus.url)
        far = hearing(there)
        async with connected(here, there):
            with bus.held_up():
                await until(lambda: not here.is_well)
                here.ring({"hall/1": 1}, ())  # nobody waits for it
            await until(lambda: here.is_well and there.is_well)
            assert await rings_through(here, far, "hall/2")


async def test_a_server_begins_without_its_bus_and_says_so_once(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(doorbells, "LONGEST_PAUSE", 0.02)
    with valkey() as bus, capture_logs() as logged:
        bus.kill()
        here = bell(bus.url)
        home = hearing(here)
        async with here.running():
            here.ring({"hall/1": 1}, ())
            await asyncio.sleep(0.2)
            assert (home.heads, here.is_well) == ({"hall/1": 1}, False)
            assert [line["event"] for line in logged] == ["bus lost"]
            await asyncio.to_thread(bus.start)
            await until(lambda: here.is_well)


@asynccontextmanager
async def answering(said: bytes, port: int) -> AsyncGenerator[None]:
    """Something at this port that says the same to whatever it is asked."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while await reader.read(4_096):
                writer.write(said)
                await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", port)
    try:
        yield
    finally:
        server.close()


@pytest.mark.req("D16", "D25")
@pytest.mark.parametrize("said", [b"$x\r\n", b"*x\r\n", b"x" * 200_000], ids=["length", "count", "endless"])
async def test_nonsense_at_the_address_of_the_bus_does_not_end_the_looking_for_it(
    monkeypatch: pytest.MonkeyPatch, said: bytes
):
    monkeypatch.setattr(doorbells, "LONGEST_PAUSE", 0.02)
    with valkey() as bus, capture_logs() as logged:
        bus.kill()
        here = bell(bus.url)
        async with here.running():
            async with answering(said, bus.port):
                await until(lambda: logged)
                await asyncio.sleep(0.1)
            await asyncio.to_thread(bus.start)
            await until(lambda: here.is_well)
