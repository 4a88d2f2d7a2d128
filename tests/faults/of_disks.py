"""Faults of a disk: the power goes (F2), writing fails (F4)."""

import asyncio
from functools import partial

from tests import warm
from tests.faults.bout import Bout
from tests.faults.disk import Disk
from tests.faults.server import Server

RESTART = 5.0  # seconds from a death to the first acknowledgement
FROM_NOTHING = 5.0  # more, for a server that reads all its code first
AFTER_A_FAILURE = 15.0
BETWEEN_CUTS = 100  # messages
LATEST_FAILURE = 200  # writes
GIVES_UP_WITHIN = 10.0  # seconds for the failing writes to be reached


async def power_cuts(bout: Bout, *, lies: bool = False) -> None:
    """F2: the power goes at a random moment: what was not synced is gone, and some of it half."""
    (server,) = bout.servers
    disk = Disk.below(bout.place.folder, lies=lies)
    await _begin_on(disk, bout, server)
    while bout.goes_on():
        await asyncio.sleep(bout.dice.uniform(0, 1))
        await server.kill()
        bout.breaks("the power went", RESTART + FROM_NOTHING)
        bout.counted["writes forgotten"] += disk.cut_the_power(bout.dice)
        await _start_on(disk, server)
        bout.heals("the power went")
        await bout.flow(BETWEEN_CUTS)


async def failing_writes(bout: Bout) -> None:
    """F4: the n-th write fails, and a few after it. Nothing of it is acknowledged; the server goes on or is begun anew."""
    (server,) = bout.servers
    disk = Disk.below(bout.place.folder)
    await _begin_on(disk, bout, server)
    while bout.goes_on():
        await asyncio.sleep(bout.dice.uniform(0, 0.3))
        bout.breaks("writing failed", AFTER_A_FAILURE, from_the_start=False)
        # Where cycles are counted, each write has its turn.
        first = (bout.nth - 1) % LATEST_FAILURE + 1 if bout.cycles else bout.dice.randint(1, LATEST_FAILURE)
        disk.fail(first, bout.dice.choice((1, 2, 20)))
        await _until_failed(disk, server)
        disk.fail(0, 0)
        if not server.is_running:
            bout.counted["the server ended"] += 1
            await _start_on(disk, server)
        bout.heals("writing failed")
        await bout.flow(BETWEEN_CUTS)


async def _begin_on(disk: Disk, bout: Bout, server: Server) -> None:
    """Only what is begun anew has the disk below it."""
    await server.kill()
    bout.breaks("began anew", RESTART + FROM_NOTHING)
    await _start_on(disk, server)
    bout.heals("began anew")
    await bout.flow()


async def _start_on(disk: Disk, server: Server) -> None:
    await server.start(run=partial(warm.surrounded, disk.surroundings))


async def _until_failed(disk: Disk, server: Server) -> None:
    for _ in range(int(GIVES_UP_WITHIN / 0.05)):
        if not disk.still_to_fail() or not server.is_running:
            return
        await asyncio.sleep(0.05)
