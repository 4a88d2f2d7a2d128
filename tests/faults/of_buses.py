"""Faults of the bus by which nodes tell one another what is new: it is cut (F7), or repeats and mixes up (F16)."""

import asyncio
from collections.abc import Iterator

from tests.faults.bout import Bout
from tests.faults.log import Ack, Deliver, History, Resume
from tests.repeating import repeating
from tests.valkey import Valkey

LOOKED_UP = 3.0  # seconds within which everybody is told, whatever the bus does (D16)
KEPT_WAITING = 5.0  # seconds without an acknowledgement: the bus is nothing to whoever writes
KEY = bytes(range(32))


async def cuts(bout: Bout) -> None:
    """F7: the bus dies, or falls silent with all lines open, or cuts off whoever hears; for some seconds each time."""
    bus = bout.place.bus
    assert bus
    while bout.goes_on():
        await asyncio.sleep(bout.dice.uniform(0.5, 2))
        await bout.dice.choice((_dies, _falls_silent, _cuts_off))(bout, bus)
        await bout.flow(100)
    slowest = max(told_after(bout.crew.history), default=0.0)
    bout.counted["slowest delivery in ms"] = round(slowest * 1000)
    assert slowest <= LOOKED_UP, f"somebody was told after {slowest:.1f} s"


async def _dies(bout: Bout, bus: Valkey) -> None:
    bout.breaks("the bus died", KEPT_WAITING)
    await asyncio.to_thread(bus.kill)
    await asyncio.sleep(bout.dice.uniform(2, 6))
    await asyncio.to_thread(bus.start)
    bout.heals("the bus died")


async def _falls_silent(bout: Bout, bus: Valkey) -> None:
    bout.breaks("the bus fell silent", KEPT_WAITING)
    with bus.held_up():
        await asyncio.sleep(bout.dice.uniform(2, 6))
    bout.heals("the bus fell silent")


async def _cuts_off(bout: Bout, bus: Valkey) -> None:
    bout.breaks("the bus cut off who hears", KEPT_WAITING)
    for _ in range(bout.dice.randint(5, 20)):
        await asyncio.to_thread(bus.tell, "CLIENT", "KILL", "TYPE", "pubsub")
        await asyncio.sleep(0.1)
    bout.heals("the bus cut off who hears")


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
