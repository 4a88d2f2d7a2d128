"""Fixtures of the rehearsals: the client's own code, made for Node, and the stage on which it runs."""

import subprocess
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest

from tests.rehearsal.stage import Stage, staged
from tools.places import WEB
from tools.web_client import node


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made anew each time: that takes half a second, and what is stale proves nothing."""
    folder = tmp_path_factory.mktemp("stage")
    subprocess.run([node(), "tools/stage.mjs", folder], cwd=WEB, check=True)
    return folder / "main.js"


@pytest.fixture
async def stage(program: Path) -> AsyncGenerator[Stage]:
    async with staged(program) as stage:
        yield stage
