"""Faults of the bus by which nodes tell one another what is new: it is cut (F7), or repeats and mixes up (F16)."""

import asyncio
import time
from collections.abc import Iterator, Sequence

from tests.faults.bout import Bout
from tests.faults.log import Ack, Deliver, History, Resume
from tests.faults.server import Server
from tests.faults.wires import WAYS
from tests.repeating import repeating
from tests.valkey import Valkey

LOOKED_UP = 3.0  # seconds within which everybody is told, whatever the bus does (D16)
KEPT_WAITING = 5.0  # seconds without an acknowledgement: the bus is nothing to whoever writes
GIVEN_UP_WITHIN = 6.0  # seconds: three without a word, and the time that a busy machine takes
FOUND_WITHIN = 10.0
LONG_CUTS = (600.0, 60.0)  # seconds: N99 asks for these, too, where a bout is long enough
KEY = bytes(range(32))


async def cuts(bout: Bout) -> None:
    """F7: the bus dies, or falls silent with all lines open, or cuts off whoever hears; for some seconds each time."""
    bus = bout.place.bus
    assert bus
    while bout.goes_on():
        await asyncio.sleep(bout.dice.uniform(0.5, 2))
        await bout.dice.choice((_dies, _falls_silent, _cuts_off))(bout, bus)
        await bout.flow(100)
    _judge_delivery(bout)


def _judge_delivery(bout: Bout) -> None:
    slowest = max(told_after(bout.crew.history), default=0.0)
    bout.counted["slowest delivery in ms"] = round(slowest * 1000)
    assert slowest <= LOOKED_UP, f"somebody was told after {slowest:.1f} s"


def _a_while(bout: Bout) -> float:
    """Seconds: once as long as the bout has room for, then a few."""
    left = bout.ends_at - time.monotonic()
    for length in LONG_CUTS:
        if length < left and not bout.counted[f"cut for {length:g} s"]:
            bout.counted[f"cut for {length:g} s"] += 1
            return length
    return bout.dice.uniform(2, 6)


async def _dies(bout: Bout, bus: Valkey) -> None:
    bout.breaks("the bus died", KEPT_WAITING)
    await asyncio.to_thread(bus.kill)
    await asyncio.sleep(_a_while(bout))
    await asyncio.to_thread(bus.start)
    bout.heals("the bus died")


async def _falls_silent(bout: Bout, bus: Valkey) -> None:
    bout.breaks("the bus fell silent", KEPT_WAITING)
    with bus.held_up():
        await asyncio.sleep(_a_while(bout))
    bout.heals("the bus fell silent")


async def _cuts_off(bout: Bout, bus: Valkey) -> None:
    bout.breaks("the bus cut off who hears", KEPT_WAITING)
    for _ in range(bout.dice.randint(5, 20)):
        await asyncio.to_thread(bus.tell, "CLIENT", "KILL", "TYPE", "pubsub")
        await asyncio.sleep(0.1)
    bout.heals("the bus cut off who hears")


async def one_way(bout: Bout) -> None:
    """F7, in the network itself: what a node says does not come to the bus, or what the bus says not to the node, or
    neither; nobody is told. Sometimes it is so short that nothing is lost, sometimes the node gives the bus up."""
    while bout.goes_on() or not bout.counted["the bus was given up"]:
        number = bout.dice.randrange(len(bout.servers))
        ways = bout.dice.choice((("near",), ("far",), WAYS))
        await _is_cut(bout, number, ways, bout.dice.choice((bout.dice.uniform(0.3, 1.5), GIVEN_UP_WITHIN)))
        await bout.flow(100)
    _judge_delivery(bout)


async def _is_cut(bout: Bout, number: int, ways: Sequence[str], seconds: float) -> None:
    server, cable = bout.servers[number], bout.place.cables[number]
    lost, found = _times(server, "bus lost"), _times(server, "bus found")
    what = f"node {number + 1}: nothing came from {' and '.join(ways)}"
    bout.breaks(what, KEPT_WAITING)
    cable.cut(*ways)
    await asyncio.sleep(seconds)
    cable.mended(*ways)
    bout.heals(what)
    if seconds == GIVEN_UP_WITHIN:
        assert _times(server, "bus lost") > lost, "a node did not notice that it was cut off from the bus"
        bout.counted["the bus was given up"] += 1
        async with asyncio.timeout(FOUND_WITHIN):
            while _times(server, "bus found") == found:  # noqa: ASYNC110 it says so in its log
                await asyncio.sleep(0.1)


def _times(server: Server, said: str) -> int:
    return server.log_file.read_text(errors="replace").count(f'"{said}"')


async def repeats(bout: Bout) -> None:
    """F16: whatever is said on the bus is said again, several times, late and mixed up."""
    assert bout.place.bus
    async with repeating(bout.place.bus.port, KEY, bout.dice) as repeated:
        while bout.goes_on():
            await bout.flow(100)
    bout.counted["notes said again"] = len(repeated)


def told_after(history: History) -> Iterator[float]:
    """Seconds from each acknowledgement until somebody heard it whose line was open before it."""
    safe = {event.key: event.t for event in history.events if isinstance(event, Ack)}
    open_since = {event.conn: event.t for event in history.events if isinstance(event, Resume)}
    heard = set[tuple[int, str]]()
    for event in history.events:
        if not isinstance(event, Deliver) or (event.conn, event.key) in heard:
            continue
        heard.add((event.conn, event.key))
        if open_since.get(event.conn, float("inf")) < safe.get(event.key, 0.0):
            yield event.t - safe[event.key]
