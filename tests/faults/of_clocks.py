"""Faults of a clock: the time of day jumps while everybody talks (F12)."""

import asyncio
import struct
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from bench.compiler import compiled
from tests import warm
from tests.faults.bout import Bout
from tests.faults.log import Clock, Over
from tools.places import ROOT

HOUR = 3600  # seconds
JUMPS = (HOUR, -HOUR, 24 * HOUR, -24 * HOUR, 90, -90)
STARTS = 10.0  # seconds, for a server that reads all its code first
KEPT_WAITING = 5.0  # after a jump: as if nothing had been


def program() -> Path:
    """What is to be preloaded."""
    return compiled("clock.so", [ROOT / "tests" / "faults" / "clock.c"], flags=("-shared", "-fPIC", "-ldl"))


async def jumps(bout: Bout) -> None:
    """F12: the time of day jumps by seconds, an hour, a day, and back. The order is that of the numbers all the same.

    By a clock that is a day ahead a session has ended: they sign in again, and send what they had written.
    """
    skew = bout.place.folder.with_name(f"{bout.place.folder.name}-skew")
    set_to(skew, 0)
    for server in bout.servers:
        bout.breaks("began anew", STARTS)
        await server.kill()
        await server.start(run=partial(warm.surrounded, clock_of(skew)))
        bout.heals("began anew")
        await bout.flow()
    while bout.goes_on() or not bout.counted["jumps"]:
        jump = bout.dice.choice(JUMPS)
        bout.counted["jumps"] += 1
        bout.breaks("the clock jumped", KEPT_WAITING)
        bout.crew.history.note(Clock(time.monotonic(), jump))
        set_to(skew, jump)
        bout.counted[f"by {jump} s"] += 1
        await asyncio.sleep(bout.dice.uniform(1, 3))
        bout.crew.history.note(Clock(time.monotonic(), 0))
        set_to(skew, 0)
        bout.heals("the clock jumped")
        await bout.flow(100)
    over = (each for each in bout.crew.history.events if isinstance(each, Over))
    bout.counted.update(f"{each.what} over" for each in over)


def clock_of(skew: Path) -> Mapping[str, str]:
    """What a server has around it whose clock is as many seconds ahead as stand in this file."""
    return {"LD_PRELOAD": str(program()), "CLOCK_SKEW": str(skew)}


def set_to(skew: Path, seconds: int) -> None:
    """In place: the server looks at its memory."""
    with skew.open("r+b" if skew.exists() else "wb") as file:
        file.write(struct.pack("=q", seconds))
