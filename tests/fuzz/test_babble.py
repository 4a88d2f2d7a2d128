"""Thousands of strange commands: the server answers each, blames itself for none, and does not grow."""

import os
import random
from pathlib import Path

import pytest

from tests.faults.server import Server
from tests.fuzz.messages import SCHEMAS, Babbler
from tests.fuzz.run import babbled
from tests.grounds import Ground

pytestmark = pytest.mark.anyio
FRAMES = 6_000  # a million: make fuzz
SEED = int(os.environ.get("YORIAI_SEED", "20261126"))


@pytest.mark.req("N51")
def test_every_argument_of_every_command_is_babbled() -> None:
    arguments = {each for schema in SCHEMAS.values() for each in schema["properties"]}
    assert arguments == Babbler(random.Random(SEED)).right.keys()


@pytest.mark.req("N45", "N51", "N132")
@pytest.mark.asvs("V2.2.2", "V15.3.5")
async def test_strange_commands_are_answered_and_cost_nothing(ground: Ground, tmp_path: Path) -> None:
    with ground.copied(tmp_path) as url:
        server = Server(tmp_path, url, asks_per_second=1_000_000)
        await server.start()
        try:
            outcome = await babbled(server, SEED, FRAMES)
        finally:
            server.stop()
    print(outcome)
    assert outcome.tally.statuses[200] > FRAMES / 20  # what was right was done
    assert outcome.faults == []
