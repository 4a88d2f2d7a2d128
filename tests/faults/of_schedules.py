"""Faults of what is done at its time: whoever does it is stopped or killed, and clocks are apart (F22)."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import func, select

from tests import warm
from tests.cast import SATO, WELFARE
from tests.faults.bout import Bout
from tests.faults.calls import Caller
from tests.faults.dawdling import LONGEST, slow_down
from tests.faults.log import Ack, Booked, Invoke, Rang, Remind
from tests.faults.of_clocks import clock_of, set_to
from tests.keys import new_send_key
from yoriai.platform.db.store import opened
from yoriai.platform.jobs.models import Job
from yoriai.talk.later.keep import RING
from yoriai.talk.scheduled.service import SEND

SELDOM = 0.3  # seconds at most between two messages: this is about what is done besides
OF_EACH = 6  # messages that wait for their time, and reminders, in one round
DUE_IN = 10.0  # seconds; a busy machine needs some of them until all has been asked for
APART = 2  # seconds that the clock of one node is ahead, and that of the other behind
STOPS = 3.0, 7.0  # seconds: longer than a lease
STARTS = 10.0  # seconds, for a server that reads all its code first
KEPT_WAITING = 15.0  # who asked a node that stands still gives the line up after ten
DONE_WITHIN = 90.0  # on a machine that has much else to do, and what comes later would be taken for a fault
MOST_ROUNDS = 4  # until some job is taken over: chance may have it that nothing was in hand
AFTERWARDS = 20  # messages

Strike = Callable[[Bout, int, Path], Awaitable[None]]
"""Hurts this node; it knows where its clock is."""


async def schedulers(bout: Bout, *faults: Strike) -> None:
    """F22: two nodes do what falls due; one of them is stopped, or killed, with jobs in hand. All is done once."""
    for talker in bout.crew.talkers:
        talker.habits.pause = SELDOM
    skews = [await _begin_slowly(bout, number) for number in range(len(bout.servers))]
    while bout.goes_on() or (not await _taken_over(bout) and bout.counted["rounds"] < MOST_ROUNDS):
        bout.counted["rounds"] += 1
        ahead = bout.dice.randrange(len(skews))  # takes the jobs first, and is the one that is hurt
        for number, skew in enumerate(skews):
            set_to(skew, APART if number == ahead else -APART)
        due = datetime.now(UTC) + timedelta(seconds=DUE_IN)
        await _left_for(bout, due)
        taken = (due - datetime.now(UTC)).total_seconds() - APART
        await asyncio.sleep(taken + bout.dice.uniform(0.2, LONGEST))
        await bout.dice.choice(faults or (stands_still, dies))(bout, ahead, skews[ahead])
        with suppress(TimeoutError):  # what was not done is found in the end (C1)
            await _all_done(bout)
        await bout.flow(AFTERWARDS)
    bout.counted["jobs taken over"] = taken_over = await _taken_over(bout)
    assert taken_over, "no job was taken over from whoever had begun it"


async def _begin_slowly(bout: Bout, number: int) -> Path:
    """Begin a node anew that has slow hands, and a clock of its own."""
    skew = bout.place.folder.with_name(f"{bout.place.folder.name}-skew{number}")
    set_to(skew, 0)
    what = f"node {number + 1} began anew"
    bout.breaks(what, STARTS)
    await bout.servers[number].kill()
    await bout.servers[number].start(run=partial(dawdling, clock_of(skew)))
    bout.heals(what)
    await bout.flow()
    return skew


def dawdling(surroundings: Mapping[str, str], *words: str) -> None:
    """Begun in a moment, unless it needs a clock that is not loaded yet."""
    loaded = os.environ.get(warm.LOADED, "")
    os.environ.update(surroundings)
    if surroundings.get(warm.LOADED, "") not in loaded.split(":"):
        os.execv(sys.executable, [sys.executable, "-m", "tests.faults.dawdling", *words])
    slow_down()
    warm.yoriai(*words)


async def _left_for(bout: Bout, due: datetime) -> None:
    """Messages that are to be sent at about this time, and reminders of messages that are there."""
    caller = Caller(SATO, "lgwan")
    try:
        for each in range(OF_EACH):
            moment = (due + timedelta(seconds=each / OF_EACH)).isoformat()
            await _book(bout, caller, moment)
            await _ask_to_be_reminded(bout, caller, moment)
    finally:
        await caller.close()


async def _book(bout: Bout, caller: Caller, due_at: str) -> None:
    key, room, who = new_send_key(), str(WELFARE), bout.crew.talkers[0].name
    text = f"{key[-8:]}を予約しました"
    bout.crew.history.note(Invoke(time.monotonic(), who, room, key, text))
    words = {"send_key": key, "parts": [{"kind": "text", "text": text}], "due_at": due_at}
    node = bout.dice.choice(bout.crew.nodes)
    (await caller.call(node, "POST", f"/api/rooms/{room}/scheduled", words)).raise_for_status()
    bout.crew.history.note(Booked(time.monotonic(), who, room, key))


async def _ask_to_be_reminded(bout: Bout, caller: Caller, remind_at: str) -> None:
    key, room, who = new_send_key(), str(WELFARE), bout.crew.talkers[0].name
    text = f"{key[-8:]}をあとで見る"
    node = bout.dice.choice(bout.crew.nodes)
    bout.crew.history.note(Invoke(time.monotonic(), who, room, key, text))
    told = await caller.post(node, room, key, text)
    bout.crew.history.note(Ack(time.monotonic(), who, 0, room, key, told["number"], told["ordinal"]))
    path = f"/api/rooms/{room}/messages/{told['message_id']}/later"
    (await caller.call(node, "PUT", path, {"remind_at": remind_at})).raise_for_status()
    bout.crew.history.note(Remind(time.monotonic(), who, told["message_id"]))


async def stands_still(bout: Bout, number: int, _skew: Path) -> None:
    process = bout.servers[number].process
    assert process
    assert process.pid
    what = f"node {number + 1} stood still"
    bout.breaks(what, KEPT_WAITING, from_the_start=False)
    os.kill(process.pid, signal.SIGSTOP)
    try:
        await asyncio.sleep(bout.dice.uniform(*STOPS))
    finally:
        os.kill(process.pid, signal.SIGCONT)
    bout.heals(what)


async def dies(bout: Bout, number: int, skew: Path) -> None:
    what = f"node {number + 1} died"
    bout.breaks(what, KEPT_WAITING)
    await bout.servers[number].kill()
    await bout.servers[number].start(run=partial(dawdling, clock_of(skew)))
    bout.heals(what)


async def _all_done(bout: Bout) -> None:
    """Wait until nothing waits for its time any more, and all reminders were heard."""
    asked = sum(isinstance(each, Remind) for each in bout.crew.history.events)
    caller = Caller(SATO, "lgwan")
    try:
        async with asyncio.timeout(DONE_WITHIN):
            while True:
                heard = {each.number for each in bout.crew.history.events if isinstance(each, Rang)}
                waiting = (await caller.get(bout.crew.nodes[0], "/api/scheduled"))["scheduled"]
                if not waiting and len(heard) >= asked:
                    return
                await asyncio.sleep(0.2)
    finally:
        await caller.close()


async def _taken_over(bout: Bout) -> int:
    again = select(func.count()).where(Job.kind.in_((SEND, RING)), Job.fence > 1)
    async with opened(bout.servers[0].database) as store, store.reading() as session:
        return await session.scalar(again) or 0
