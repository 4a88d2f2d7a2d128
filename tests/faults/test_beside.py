"""The release before this one serves beside it, in the shape that this one has made (F20)."""

import asyncio
import os
import subprocess
import sys
import tarfile
from collections.abc import Generator
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.cast import SATO, WELFARE
from tests.faults.calls import Caller
from tests.faults.server import Server
from tests.grounds import Ground
from tests.keys import new_send_key
from tools.house.side_by_side import releases_of
from tools.places import ROOT
from yoriai.platform.db.store import opened

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.parametrize("ground", ["postgresql"], indirect=True),  # what nodes can share
]
NEXT = "2099_01_01_next"


@pytest.fixture(scope="module")
def former(tmp_path_factory: pytest.TempPathFactory) -> Generator[Path]:
    """The code of the last release. Before the first one it is this very tree, which then plays its own predecessor:
    the way is tried all the same."""
    releases = releases_of(ROOT)
    if not releases:
        yield ROOT / "src"
        return
    folder = tmp_path_factory.mktemp("former")
    packed = subprocess.run(
        ["git", "-C", ROOT, "archive", releases[-1], "src"], check=True, capture_output=True
    )
    with tarfile.open(fileobj=BytesIO(packed.stdout)) as archive:
        archive.extractall(folder, filter="data")
    yield folder / "src"


def serve_as(source: str, *words: str) -> None:
    """The command as this code has it."""
    os.environ["PYTHONPATH"] = source
    os.execv(sys.executable, [sys.executable, "-m", "yoriai.app.cli", *words, "--beside-newer"])


@pytest.mark.req("F20", "N108")
async def test_the_release_before_serves_in_the_shape_of_the_next(
    ground: Ground, tmp_path: Path, former: Path
) -> None:
    with ground.copied(tmp_path, rebuilds=True) as url:
        async with opened(url) as store, store.writing() as session:
            await session.execute(text("UPDATE alembic_version SET version_num = :next"), {"next": NEXT})
            await session.commit()
        server, caller = Server(tmp_path, url), Caller(SATO, "lgwan")
        try:
            with pytest.raises(AssertionError, match="より新しい形"):
                await server.start()
            await server.start(run=partial(serve_as, str(former)))
            said = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": "前の版から"}]}
            place = f"/api/rooms/{WELFARE}/messages"
            assert (await caller.call(server.node, "POST", place, said)).status_code == 200
            read = await caller.get(server.node, place)
            assert [each["parts"][0]["text"] for each in read["messages"]] == ["前の版から"]
            await server.end()
        finally:
            await caller.close()
            await asyncio.to_thread(server.stop)
