"""What several machines do to one another: the same message comes many times (F15), commits take their time (F17),
somebody has been away for very long (F18)."""

import asyncio
import random
import threading
import time
from functools import partial
from typing import Any

from tests import warm
from tests.cast import SATO, WELFARE
from tests.faults.bout import Bout
from tests.faults.calls import Caller
from tests.faults.log import Ack, Invoke
from tests.keys import new_send_key
from yoriai.platform.facts import journal
from yoriai.platform.failpoints import Failpoint
from yoriai.platform.work import edge

COPIES = 50
HESITATES = 2.0  # seconds
SELDOM = 0.02
REMEMBERED = 300  # facts of one stream, instead of 5,000
STARTS = 5.0  # seconds
KEPT_WAITING = 10.0


async def doubles(bout: Bout) -> None:
    """F15: one message comes fifty times at once, at all nodes: it is there once, and all are told the same."""
    callers = [Caller(SATO, "lgwan") for _ in range(COPIES)]
    elsewhere = await _another_room(bout)
    try:
        while bout.goes_on():
            key, room = new_send_key(), str(WELFARE)
            text = f"{key[-8:]}を五十回"
            who = bout.crew.talkers[0].name
            bout.crew.history.note(Invoke(time.monotonic(), who, room, key, text))
            asked = [caller.post(bout.dice.choice(bout.crew.nodes), room, key, text) for caller in callers]
            first, *others = await asyncio.gather(*asked)
            assert all(each == first for each in others), "the same message was told differently"
            bout.crew.history.note(
                Ack(time.monotonic(), who, 0, room, key, first["number"], first["ordinal"])
            )
            node = bout.dice.choice(bout.crew.nodes)
            late = await callers[0].post(node, room, key, "別の本文")
            assert _place(late) == _place(first), "another body made another message"
            other = await callers[0].post(node, elsewhere, key, text)
            assert _place(other) != _place(first), "in another room it is another message"
            bout.counted["messages sent fifty times"] += 1
            await bout.flow()
    finally:
        for caller in callers:
            await caller.close()


def _place(told: dict[str, Any]) -> tuple[str, int]:
    return told["message_id"], told["ordinal"]


async def _another_room(bout: Bout) -> str:
    wish = {"request_key": new_send_key(), "name": "別のルーム", "members": []}
    answer = await bout.crew.manager.call(bout.crew.nodes[0], "POST", "/api/rooms", wish)
    room = str(answer.raise_for_status().json()["room_id"])
    bout.crew.history.rooms[room] = [str(SATO)]
    return room


async def hesitations(bout: Bout) -> None:
    """F17: some commits take two seconds after their numbers are given out; what is committed meanwhile overtakes them."""
    for number, server in enumerate(bout.servers):
        await _anew(bout, number, partial(hesitant, bout.dice.random()))
        assert server.is_running
    bout.breaks("commits hesitated", KEPT_WAITING)
    await asyncio.sleep(max(bout.ends_at - time.monotonic(), 5))
    bout.heals("commits hesitated")


async def long_absence(bout: Bout) -> None:
    """F18: somebody is away while more is said than is told again: they read anew, and then miss nothing."""
    for number in range(len(bout.servers)):
        await _anew(bout, number, forgetful)
    while bout.goes_on():
        bout.breaks("somebody was away", KEPT_WAITING)
        place = bout.dice.randrange(len(bout.crew.talkers) - 1)
        await bout.crew.away(place, until=lambda: bout.flow(2 * REMEMBERED))
        bout.heals("somebody was away")
        await bout.flow()


async def _anew(bout: Bout, number: int, run: Any) -> None:
    await bout.servers[number].kill()
    bout.breaks(f"node {number + 1} began anew", STARTS)
    await bout.servers[number].start(run=run)
    bout.heals(f"node {number + 1} began anew")
    await bout.flow()


def hesitant(seed: float, *words: str) -> None:
    """A server that sometimes hesitates before a commit; never where everybody would wait with it."""
    dice, reach = random.Random(seed), edge.reach

    def wait(place: Failpoint) -> None:
        is_apart = threading.current_thread() is not threading.main_thread()
        if place is Failpoint.BEFORE_COMMIT and is_apart and dice.random() < SELDOM:
            time.sleep(HESITATES)
        reach(place)

    edge.reach = wait
    warm.yoriai(*words)


def forgetful(*words: str) -> None:
    """A server that tells less again than it would."""
    journal.MOST_MISSED = REMEMBERED
    warm.yoriai(*words)
