"""Faults of somebody who does not read what is told to them (F11)."""

import asyncio
import time
from pathlib import Path

from tests.cast import SUZUKI
from tests.faults.bout import Bout
from tests.faults.log import Ack, Deliver
from tests.faults.talker import Habits
from tests.faults.wires import Passage

PADDING = "長" * 2_000
USUALLY = 3.0  # seconds over which it is measured how soon others hear
LET_GO_WITHIN = 40.0  # seconds
KEPT_WAITING = 5.0
BUFFER = 1 << 20  # bytes that may wait for one page (D14)
NOTICED = 4 << 20  # that may be told while it is being noticed that the page was let go
SLACK = 0.25  # seconds; on a machine of its own a tenth of what is usual would do
HELD = ("/proc/sys/net/ipv4/tcp_wmem", "/proc/sys/net/ipv4/tcp_rmem")
"""Where the system says how much each end of a line may hold besides."""
ESTABLISHED = 1  # the state of a line, as Linux numbers it


async def slow_readers(bout: Bout) -> None:
    """F11: a page stops reading while much is said. It is let go, nobody else waits for it, and it misses nothing."""
    for talker in bout.crew.talkers:
        talker.habits.padding = PADDING
    name, passage = await _another_page(bout)
    while bout.goes_on() or not bout.counted["pages let go"]:
        usual = await _heard_within(bout, name)
        began = time.monotonic()
        passage.reads_on.clear()
        bout.breaks("somebody read no more", KEPT_WAITING)
        try:
            async with asyncio.timeout(LET_GO_WITHIN), asyncio.TaskGroup() as together:
                others = together.create_task(_heard_within(bout, name))
                gone_at = together.create_task(_let_go(passage))
        finally:
            passage.reads_on.set()
        bout.heals("somebody read no more")
        _judge(bout, (began, gone_at.result()), usual, others.result())
        passage = await _new_line(bout, _lines(bout))
    for talker in bout.crew.talkers:
        talker.habits.padding = ""


async def _another_page(bout: Bout) -> tuple[str, Passage]:
    before = _lines(bout)
    bout.crew.seat(SUZUKI, "lgwan", Habits(None))
    bout.crew.begin()
    return bout.crew.talkers[-1].name, await _new_line(bout, before)


async def _new_line(bout: Bout, before: set[Passage]) -> Passage:
    async with asyncio.timeout(KEPT_WAITING):
        while not (new := _lines(bout) - before):  # noqa: ASYNC110 others come back
            await asyncio.sleep(0.02)
    await bout.flow(100)
    (passage,) = new
    return passage


def _lines(bout: Bout) -> set[Passage]:
    return {passage for wires in bout.wires for passage in wires.passages if passage.is_socket}


async def _let_go(passage: Passage) -> float:
    """When the server has ended this line."""
    while _is_held(passage):  # noqa: ASYNC110 the system tells nobody
        await asyncio.sleep(0.05)
    return time.monotonic()


def _is_held(passage: Passage) -> bool:
    """Whether the server still holds its end: asked of the system, for whoever does not read is told nothing."""
    here, there = (passage.far.get_extra_info(name)[1] for name in ("sockname", "peername"))
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        _, local, remote, state, *_ = line.split()
        if (_port_of(local), _port_of(remote)) == (there, here):
            return int(state, 16) == ESTABLISHED
    return False


def _port_of(address: str) -> int:
    return int(address.rpartition(":")[2], 16)


async def _heard_within(bout: Bout, but: str) -> float:
    """Seconds after which all but this one have heard 99 of 100 messages."""
    since = time.monotonic()
    await asyncio.sleep(USUALLY)
    events = bout.crew.history.events
    safe = {each.key: each.t for each in events if isinstance(each, Ack) and each.t > since}
    waits = sorted(
        each.t - safe[each.key]
        for each in events
        if isinstance(each, Deliver) and each.who != but and each.key in safe
    )
    return waits[int(len(waits) * 0.99)]


def _judge(bout: Bout, unread: tuple[float, float], usual: float, others: float) -> None:
    began, gone_at = unread
    said = [each for each in bout.crew.history.events if isinstance(each, Ack) and began < each.t < gone_at]
    told = len(said) * len(PADDING.encode())
    bout.counted["pages let go"] += 1
    bout.counted["seconds until it was let go"] = round(gone_at - began)
    bout.counted["KiB told until then"] = told // 1024
    bout.counted["milliseconds for others"] = round(others * 1000)
    bout.counted["milliseconds as usual"] = round(usual * 1000)
    held = sum(int(Path(end).read_text().split()[-1]) for end in HELD)
    assert told <= BUFFER + held + NOTICED, f"{told} bytes waited for one page"
    assert others <= usual * 1.1 + SLACK, f"others heard after {others:.2f} s, instead of {usual:.2f} s"
