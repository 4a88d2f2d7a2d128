"""What `doctor` says of an installation of several processes."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.grounds import Ground
from tests.valkey import valkey
from yoriai.app.cli import main
from yoriai.platform.settings import Settings

pytestmark = pytest.mark.parametrize("ground", ["postgresql"], indirect=True)


def said(folder: Path, **settings: str) -> str:
    Settings(data_dir=folder).make_server_key()
    given = {f"YORIAI_{name.upper()}": value for name, value in settings.items()}
    return CliRunner().invoke(main, ["doctor"], env={"YORIAI_DATA_DIR": str(folder), **given}).output


def test_it_finds_the_bus_and_says_when_it_does_not(ground: Ground, tmp_path: Path) -> None:
    with ground.copied(tmp_path) as url, valkey() as bus:
        assert "良好　バスの応答" in said(tmp_path, database=url, bus=bus.url)
        bus.kill()
        assert "要確認　バスにつながりません" in said(tmp_path, database=url, bus=bus.url)


def test_it_counts_the_connections_that_the_database_must_take(ground: Ground, tmp_path: Path) -> None:
    with ground.copied(tmp_path) as url:
        assert "良好　PostgreSQL の max_connections" in said(tmp_path, database=url)
        assert "要確認　PostgreSQL の max_connections" in said(tmp_path, database=url, workers="64")
