"""Fixtures that every test may lean on: a town on either database, served on real sockets."""

import gc
import os
from collections.abc import AsyncGenerator, Generator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.grounds import Ground, grounds
from tests.town import Town, open_town
from tests.two_nodes import Nodes, open_nodes
from tests.valkey import Valkey, valkey
from tools.bearers import bearers
from tools.outside import WITHOUT


def pytest_collection_finish() -> None:
    """As the server does: what has been read by now stays, and is not looked through again and again for garbage."""
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what needs a program that this machine was found to lack. No mark is where nobody would look for it."""
    for mark in ("timed", "outside"):
        found = {each.path for each in items if each.get_closest_marker(mark)}
        if found and (lost := found - bearers(mark)):
            raise pytest.UsageError(f"-m {mark} would not find {', '.join(map(str, sorted(lost)))}")
    missing = set(os.environ.get(WITHOUT, "").split(","))
    for item in items:
        mark = item.get_closest_marker("outside")
        if mark and (lacking := missing.intersection(mark.args)):
            item.add_marker(pytest.mark.skip(reason=f"there is no {', '.join(sorted(lacking))} here"))


@pytest.fixture(scope="session")
def anyio_backend() -> tuple[str, dict[str, bool]]:
    """The loop of the product itself. A test has one of its own, but where a fixture lives longer than a test."""
    return "asyncio", {"use_uvloop": True}


@pytest.fixture(scope="session")
def quick_folder(tmp_path_factory: pytest.TempPathFactory) -> Generator[Path]:
    """A folder in memory where there is one: every commit waits for its disk, and tests commit all day long."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path_factory.mktemp("quick")
        return
    with TemporaryDirectory(prefix="yoriai-", dir=memory) as folder:
        yield Path(folder)


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def ground(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Generator[Ground]:
    """A database with the town in it, to be copied for every test; once for each kind."""
    with grounds(str(request.param), tmp_path_factory.mktemp(str(request.param))) as made:
        yield made


@pytest.fixture
async def town(ground: Ground, tmp_path: Path, quick_folder: Path) -> AsyncGenerator[Town]:
    """A running server with its own copy of the town."""
    with ground.copied(quick_folder) as url:
        async with open_town(url, tmp_path) as opened:
            yield opened


@pytest.fixture
def bus() -> Generator[Valkey]:
    """A bus of its own for one test."""
    with valkey() as running:
        yield running


@pytest.fixture
async def nodes(ground: Ground, tmp_path: Path, quick_folder: Path, bus: Valkey) -> AsyncGenerator[Nodes]:
    """Two running servers over one copy of the town, and the bus between them."""
    async with open_nodes(ground, quick_folder, tmp_path, bus) as made:
        yield made
