"""Faults of lines that all end at one moment: everybody comes back at once (F14)."""

import asyncio
import time

from tests.cast import SATO, SUZUKI, TAKAHASHI
from tests.faults.bout import Bout
from tests.faults.log import Over, Read, Resume
from tests.faults.talker import Habits
from tests.faults.wires import Passage

CROWD = 90  # pages more than usual
LOOKS_EVERY = 1.0  # seconds
SELDOM = 1.0  # seconds at most between two messages: everything that is said, all of them hear
IN_NO_HURRY = 5.0  # seconds, over which a page that knows how to behave spreads its return
GATHERED_WITHIN = 60.0  # seconds
BACK_WITHIN = 30.0
KEPT_WAITING = 10.0
LOOKED_WITHIN = (
    2.5  # seconds, 99 of 100 requests: one, where the pages do not share the cores with the servers
)


async def storms(bout: Bout, crowd: int = CROWD) -> None:
    """F14: whatever stood between the pages and the servers dies, with all lines. With and without hurry all are soon
    back, have missed nothing, and need not sign in again."""
    await _gathered(bout, crowd)
    while bout.goes_on() or not bout.counted["storms"]:
        began, before = time.monotonic(), len(bout.crew.history.events)
        bout.counted["storms"] += 1
        bout.breaks("all lines were cut", KEPT_WAITING)
        bout.counted["lines cut"] += len(cut := _cut(bout))
        assert len(cut) > crowd, f"only {len(cut)} lines were there to be cut"
        async with asyncio.timeout(BACK_WITHIN):
            while not _are_all_back(bout, before):  # noqa: ASYNC110 they come by themselves
                await asyncio.sleep(0.1)
        bout.heals("all lines were cut")
        took = round((time.monotonic() - began) * 1000)
        bout.counted["milliseconds until all were back"] = max(
            took, bout.counted["milliseconds until all were back"]
        )
        await bout.flow(len(bout.crew.talkers))
        _judge(bout, before)


async def _gathered(bout: Bout, crowd: int) -> None:
    """Many who only listen; half of them come back as fast as they can."""
    for talker in bout.crew.talkers:
        talker.habits.pause, talker.habits.looks = SELDOM, LOOKS_EVERY
    for each in range(crowd):
        who = (SATO, SUZUKI, TAKAHASHI)[each % 3]
        habits = Habits(None, returns_within=IN_NO_HURRY if each % 2 else 0.1)
        bout.crew.seat(who, "lgwan", habits)
    bout.crew.begin()
    async with asyncio.timeout(GATHERED_WITHIN):
        while not all(talker.streams.screens for talker in bout.crew.talkers[-crowd:]):  # noqa: ASYNC110
            await asyncio.sleep(0.1)


def _cut(bout: Bout) -> list[Passage]:
    passages = [passage for wires in bout.wires for passage in wires.passages]
    for passage in passages:
        passage.cut()
    return [passage for passage in passages if passage.is_socket]


def _are_all_back(bout: Bout, before: int) -> bool:
    events = bout.crew.history.events[before:]
    return {each.who for each in events if isinstance(each, Resume)} >= {
        talker.name for talker in bout.crew.talkers
    }


def _judge(bout: Bout, before: int) -> None:
    """Nobody was told to sign in, and whoever only asked was answered as ever."""
    events = bout.crew.history.events[before:]
    strangers = [each for each in events if isinstance(each, Over)]
    assert not strangers, f"{strangers[0].who} was told to sign in again"
    looks = sorted(each.t - each.began for each in events if isinstance(each, Read))
    late = looks[int(len(looks) * 0.99)]
    bout.counted["milliseconds, a look of 100"] = round(late * 1000)
    assert late <= LOOKED_WITHIN, f"of 100 requests one took {late:.1f} s"
