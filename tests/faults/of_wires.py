"""Faults of a network: a node that does not see its database (F8), half-open lines (F9), a slow network (F10)."""

import asyncio
import time

from websockets.exceptions import ConnectionClosed

from tests.cast import SATO, WELFARE
from tests.faults.bout import Bout
from tests.faults.calls import Caller, Node
from tests.faults.line import Line
from tests.faults.log import Ack, Invoke
from tests.faults.wires import WAYS, Passage, Weather
from tests.keys import new_send_key

CUT_OFF = 36.0  # seconds
REFUSES_AFTER, CLOSES_WITHIN = (
    17.0,
    34.0,
)  # D21: 15 and 30, and until the next look at the database (2) and the log
GIVEN_UP = 11.0  # seconds until the database's system holds a silent machine for gone (`UNHEARD`)
ANSWERS_WITHIN = 5.0  # seconds, that nothing can be taken in
MOVES_WITHIN = 15.0
FOUND_WITHIN = 48.0  # D15: 45, and a second or two to look, and to hang up
SLOW = Weather(delay=0.4, jitter=0.1, lost=0.05, again=0.8)  # each way
SENT_WITHIN = 5.0  # seconds, 99 of 100 messages


async def unheard(bout: Bout) -> None:
    """F8, one-way: the database does not hear a node, or the node not the database: then what it has asked for is done,
    and it is not told. It is one with the whole cut, and whoever is not answered finds each message once."""
    way = bout.dice.choice(WAYS)
    bout.counted["not heard" if way == "near" else "not answered"] += 1
    await cut_off(bout, way)


async def cut_off(bout: Bout, *ways: str) -> None:
    """F8: one node sees its database no longer. It refuses, and lets go of everybody; what it has told stays true."""
    await bout.flow(100)
    number = bout.dice.randrange(len(bout.servers))
    wires, node = bout.database_wires[number], bout.servers[number].node
    async with Line.to(node, Caller(SATO, "lgwan")) as line:
        bout.breaks(f"node {number + 1} saw no database", MOVES_WITHIN)
        began = time.monotonic()
        wires.shut(*ways)
        given_up = asyncio.get_running_loop().call_later(GIVEN_UP, wires.given_up)
        try:
            closes = asyncio.create_task(_closed(line))
            await asyncio.sleep(REFUSES_AFTER)
            await _is_refused(node)
            async with asyncio.timeout(began + CLOSES_WITHIN - time.monotonic()):
                await closes
            bout.counted["seconds until it let go"] = round(time.monotonic() - began)
            await asyncio.sleep(began + CUT_OFF - time.monotonic())
        finally:
            given_up.cancel()
            wires.open()
        bout.heals(f"node {number + 1} saw no database")
    await bout.flow(100)


async def _closed(line: Line) -> None:
    try:
        async for frame in line.frames():
            if "beat" in frame:
                await line.say({"do": "beat"})
    except ConnectionClosed:
        return


async def _is_refused(node: Node) -> None:
    """At once, and with a time to come again: not after a wait for what is not there."""
    caller = Caller(SATO, "lgwan")
    words = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": "届かないはずの連絡"}]}
    try:
        async with asyncio.timeout(ANSWERS_WITHIN):
            answer = await caller.call(node, "POST", f"/api/rooms/{WELFARE}/messages", words)
    finally:
        await caller.close()
    assert (answer.status_code, "retry-after" in answer.headers) == (503, True), answer.text


async def half_open(bout: Bout) -> None:
    """F9: half of all lines fall silent, and neither end is told. Both find out by the heartbeat, and miss nothing."""
    bout.breaks("lines were half open", MOVES_WITHIN)
    lines = [each for wires in bout.wires for each in wires.passages if each.is_socket]
    silent = bout.dice.sample(lines, len(lines) // 2)
    began = time.monotonic()
    for passage in silent:
        passage.is_silent = True
    async with asyncio.timeout(FOUND_WITHIN):
        while not all(_is_found(each) for each in silent):  # noqa: ASYNC110 others find it
            await asyncio.sleep(0.1)
    bout.counted["lines that were half open"] += len(silent)
    bout.counted["seconds until all were found"] = round(time.monotonic() - began)
    bout.heals("lines were half open")
    await bout.flow(100)


def _is_found(passage: Passage) -> bool:
    return passage.ended == {"near", "far"}


async def slow_network(bout: Bout) -> None:
    """F10: everything takes its time, and some of it is sent again before it comes."""
    for wires in bout.wires:
        wires.weather = SLOW
    bout.breaks("the network was slow", SENT_WITHIN)
    began = time.monotonic()
    await asyncio.sleep(max(bout.ends_at - began, 3))
    waits = sorted(_waits(bout, began))
    for wires in bout.wires:
        wires.weather = Weather()
    bout.heals("the network was slow")
    assert waits, "nothing was acknowledged"
    late = waits[int(len(waits) * 0.99)]
    bout.counted["milliseconds, the 99th of 100"] = round(late * 1000)
    assert late <= SENT_WITHIN, f"of 100 messages one took {late:.1f} s"


def _waits(bout: Bout, began: float) -> list[float]:
    """How long each message took that was meant after this and is acknowledged."""
    events = bout.crew.history.events
    meant = {each.key: each.t for each in events if isinstance(each, Invoke) and each.t > began}
    return [each.t - meant[each.key] for each in events if isinstance(each, Ack) and each.key in meant]
