"""The town at two servers over one PostgreSQL and one Valkey."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.grounds import Ground
from tests.platform.nodes import until
from tests.town import Town, open_town
from tests.valkey import Valkey
from yoriai.platform.bus.doorbell import OverBus


@dataclass
class Nodes:
    """The same town at two places."""

    here: Town
    there: Town
    bus: Valkey

    async def are_well(self) -> None:
        bells = [node.assembly.doorbell for node in (self.here, self.there)]
        await until(lambda: all(isinstance(bell, OverBus) and bell.is_well for bell in bells), patience=20)


@asynccontextmanager
async def open_nodes(ground: Ground, quick_folder: Path, folder: Path, bus: Valkey) -> AsyncGenerator[Nodes]:
    """Both, well, with a copy of the town's database in the quick folder."""
    with ground.copied(quick_folder) as url:
        async with open_town(url, folder, bus=bus.url) as here, open_town(url, folder, bus=bus.url) as there:
            made = Nodes(here, there, bus)
            await made.are_well()
            yield made
