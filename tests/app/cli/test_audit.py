"""`yoriai audit`: an operator looks the log through and takes it out, and a chain goes along to another database."""

import asyncio
from collections.abc import Generator
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.testing import CliRunner, Result

from tests.cast import MIHON, SATO, SUZUKI, WELFARE
from tests.grounds import Ground
from tests.postgres import NEWEST, database, postgres
from tests.town import open_town
from tests.watch.audit.log import entries
from yoriai.app.cli import main
from yoriai.platform.db.store import opened
from yoriai.platform.settings import Settings
from yoriai.platform.work.edge import Works
from yoriai.platform.work.home import Home
from yoriai.watch.audit.kept_heads import keep_heads

pytestmark = pytest.mark.req("N120", "AUDIT-1")


@pytest.fixture
def url(ground: Ground, tmp_path: Path) -> Generator[str]:
    """A town that has talked for a while, and whose server has ended."""
    with ground.copied(tmp_path, rebuilds=True) as copy:
        asyncio.run(talk(copy, tmp_path))
        yield copy


async def talk(url: str, folder: Path) -> None:
    async with open_town(url, folder) as town:
        for at in range(4):
            await town.says(SATO if at % 2 else SUZUKI, f"お知らせ {at}", WELFARE)
        await town.call(SATO, "GET", "/api/usage")
        assert len(await entries(town, MIHON)) == 5


def yoriai(url: str, folder: Path, *words: str) -> Result:
    said = {"YORIAI_DATABASE": url, "YORIAI_DATA_DIR": str(folder)}
    return CliRunner().invoke(main, ["audit", *words], env=said)


async def damaged(url: str, statement: str) -> None:
    async with opened(url) as store, store.writing() as session:
        await session.execute(text(statement))
        await session.commit()


def test_a_whole_log_is_said_to_be_whole_and_a_damaged_one_names_its_first_row(
    url: str, tmp_path: Path
) -> None:
    found = yoriai(url, tmp_path, "verify")
    assert (found.exit_code, found.output) == (
        0,
        "良好　見本市：5件。書き換えも、欠けも、ありません。\n",
    )
    asyncio.run(damaged(url, "UPDATE audit_entries SET about = '別の課' WHERE number = 3"))
    found = yoriai(url, tmp_path, "verify")
    assert found.exit_code == 1
    assert "異常　見本市：3件目が書き換えられているか、並べ替えられています。" in found.output


def test_a_log_is_taken_out_for_the_eyes_of_whoever_did_it(url: str, tmp_path: Path) -> None:
    file = tmp_path / "記録.jsonl"
    found = yoriai(url, tmp_path, "export", str(file), "--reason", "定期監査", "--tenant", "mihon")
    assert found.exit_code == 0, found.output
    assert "5件を" in found.output
    assert file.stat().st_mode & 0o077 == 0
    assert len(file.read_text().splitlines()) == 5
    again = yoriai(url, tmp_path, "export", str(file), "--reason", "定期監査", "--tenant", "mihon")
    assert again.exit_code == 2
    other = tmp_path / "記録.csv"
    unknown = yoriai(url, tmp_path, "export", str(other), "--reason", "定期監査", "--tenant", "nowhere")
    assert unknown.exit_code == 1
    assert not other.exists()


@pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
def test_a_chain_goes_along_to_a_database_of_several_machines(url: str, tmp_path: Path) -> None:
    assert yoriai(url, tmp_path, "verify").exit_code == 0
    asyncio.run(keep(url, tmp_path))
    with postgres(durable=False, version=NEWEST) as server, database(server) as target:
        said = {"YORIAI_DATABASE": url, "YORIAI_DATA_DIR": str(tmp_path)}
        moved = CliRunner().invoke(main, ["migrate-to", target], env=said)
        assert moved.exit_code == 0, moved.output
        found = yoriai(target, tmp_path, "verify")
        assert (found.exit_code, "良好　見本市" in found.output) == (0, True), found.output
        asyncio.run(damaged(target, "DELETE FROM audit_entries WHERE number > 2"))
        asyncio.run(damaged(target, "DELETE FROM audit_heads"))
        found = yoriai(target, tmp_path, "verify")
        assert "3件目から後が切り取られています" in found.output


@pytest.mark.req("N110")
def test_after_a_backup_came_back_the_chain_goes_on_and_says_what_is_lost(url: str, tmp_path: Path) -> None:
    asyncio.run(keep(url, tmp_path))
    last = "SELECT hash FROM audit_entries WHERE number = 3"
    asyncio.run(damaged(url, f"UPDATE audit_heads SET count = 3, hash = ({last})"))
    asyncio.run(damaged(url, "DELETE FROM audit_entries WHERE number > 3"))
    asyncio.run(damaged(url, "DELETE FROM journal"))
    assert "4件目から後が切り取られています" in yoriai(url, tmp_path, "verify").output
    said = yoriai(url, tmp_path, "after-restore")
    assert said.output == "見本市：2件が失われています。いまの終わりから続けます。\n"
    assert "失われた記録はありません" in yoriai(url, tmp_path, "after-restore").output
    found = yoriai(url, tmp_path, "verify")
    assert (found.exit_code, "良好　見本市：3件" in found.output) == (0, True), found.output


async def keep(url: str, folder: Path) -> None:
    settings = Settings(database=url, data_dir=folder)
    async with opened(url) as store:
        await keep_heads(Works(store, home=Home(folder, settings.server_key)), {})
