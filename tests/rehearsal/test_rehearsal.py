"""Whatever the network does, every page shows in the end what the server holds: each message once, in order, none lost.

Real is the server (its listeners on loopback, its journal, delivery, committer, on either database) and real is the page,
all of it but its drawing: outbox, streams, socket, cache, drafts, marks, and the device's storage. Between them lie wires
that lose, repeat, delay and break (web/src/app/stage); nothing there knows a rule of the product.

The time of the pages is the rehearsal's own, and stands still while the server works. So a day with waits of half a
minute takes two seconds, and the same seed is the same day. What only the server's own clock decides (the signals) is
left out here and played in web/src/app/delivery.test.ts; that it dies in the middle of something is asked by
tests/faults.
"""

import os
import random
from pathlib import Path

import pytest

from tests.grounds import Ground
from tests.rehearsal.promises import broken, written
from tests.rehearsal.stage import House, Stage

pytestmark = pytest.mark.anyio

SCHEDULES = int(os.environ.get("SCHEDULES", "1"))
# One day is the same for everybody: with two tabs on one database, with a phone on the other. Whoever looks for more gets
# days that nobody has seen.
FIRST_SEED = int(os.environ.get("SEED") or (random.randrange(1_000_000) if SCHEDULES > 1 else 0))
THE_DAY = {"sqlite": 5005, "postgresql": 5006}


@pytest.mark.req("D1", "D3", "D5", "D10", "D11", "D13", "C1", "C2", "C3", "C4", "C5", "C8", "MSG-6", "MSG-15")
async def test_on_bad_wires_nothing_is_lost_doubled_or_out_of_order(
    ground: Ground, stage: Stage, tmp_path: Path, quick_folder: Path
):
    first = FIRST_SEED or THE_DAY[ground.kind]
    for seed in range(first, first + SCHEDULES):
        with ground.copied(quick_folder) as url:
            async with House(url, tmp_path) as house:
                found = await stage.play(seed, house)
                there = await written(house.assembly.works, found["rooms"])
        again = f'SEED={seed} SCHEDULES=1 make test ARGS="tests/rehearsal -k {ground.kind}"'
        assert broken(found, there) == [], again
