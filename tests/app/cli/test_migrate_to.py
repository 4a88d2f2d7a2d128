"""`yoriai migrate-to`: a town moves from one file into a database for several machines, whole or not at all."""

import asyncio
import shutil
from collections import Counter
from collections.abc import Generator
from pathlib import Path
from time import sleep

import pytest
from pysqlite3 import dbapi2 as sqlite
from typer.testing import CliRunner, Result

from tests import warm
from tests.app.conftest import Settled
from tests.faults.server import Server
from tests.grounds import prepare, tell
from tests.postgres import NEWEST, database, postgres
from yoriai.app.cli import main
from yoriai.app.cli.digest import EVERYTHING, digests_at
from yoriai.migrations import steps
from yoriai.platform.db import move
from yoriai.platform.db.at_rest import at_rest
from yoriai.platform.db.digest import together

ON_FILES = pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
NOWHERE = "postgresql://yoriai:hush@127.0.0.1:1/nowhere"


@pytest.fixture(scope="module")
def server() -> Generator[str]:
    with postgres(durable=False, version=NEWEST) as url:
        yield url


@pytest.fixture
def target(server: str) -> Generator[str]:
    """An empty database for several machines."""
    with database(server) as url:
        yield url


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cast in a file that nobody uses."""
    folder = tmp_path_factory.mktemp("cast")
    asyncio.run(prepare(f"sqlite:{folder / 'yoriai.db'}"))
    return folder


@pytest.fixture
def here(town: Path, tmp_path: Path) -> Path:
    """A copy of it in an installation of its own."""
    (tmp_path / "data").mkdir()
    return Path(shutil.copy(town / "yoriai.db", tmp_path / "data"))


def yoriai(file: Path, *words: str, database: str = "") -> Result:
    """The command where this file is the database, for its length: a process begun later must not inherit that."""
    settings = {"YORIAI_DATA_DIR": str(file.parent), "YORIAI_DATABASE": database}
    return CliRunner().invoke(main, list(words), env=settings)


def refused(said: Result, why: str) -> None:
    assert said.exit_code == 1, said.output
    assert why in next(line for line in said.output.splitlines() if line.startswith("移しませんでした："))
    assert "hush" not in said.output


def everything_at(url: str) -> str:
    return together(asyncio.run(digests_at(url)))


@ON_FILES
def test_the_whole_demo_town_arrives_as_it_was(settled: Settled, tmp_path: Path, target: str):
    here = tmp_path / "yoriai.db"
    with sqlite.connect(settled.url.removeprefix("sqlite:")) as there, sqlite.connect(here) as copy:
        there.backup(copy)
    there.close()
    copy.close()
    before = here.read_bytes()

    said = yoriai(here, "migrate-to", target)

    assert said.exit_code == 0, said.output
    assert f'database = "{target}"' in said.output
    same = everything_at(target)
    assert same == everything_at(f"sqlite:{here}")
    assert f"全体の要約：{same}" in said.output
    assert here.read_bytes() == before
    refused(yoriai(here, "migrate-to", target), "空ではありません")


def test_a_moved_counter_goes_on_after_the_last_line(here: Path, target: str):
    with sqlite.connect(here) as file:
        file.execute(
            "INSERT INTO journal (position, xid, stream, number, name, body, at)"
            " VALUES (77, 0, 's', 1, 'n', '{}', '2026-11-26 00:00:00.000000')"
        )
    assert yoriai(here, "migrate-to", target).exit_code == 0
    tell(target, "DO $$ BEGIN ASSERT nextval('journal_position_seq') = 78; END $$")


def test_a_place_that_is_not_there_is_one_sentence_without_its_password(here: Path):
    refused(yoriai(here, "migrate-to", NOWHERE), "つながらない")
    refused(yoriai(here, "migrate-to", "mysql://yoriai:hush@127.0.0.1/x"), "postgresql://")


def test_an_old_server_is_refused(here: Path, target: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(move, "OLDEST", 990_000)
    refused(yoriai(here, "migrate-to", target), "古い版")


def test_a_place_in_which_there_is_something_is_refused(here: Path, target: str):
    tell(target, "CREATE TABLE prefectures (name text)")
    refused(yoriai(here, "migrate-to", target), "空ではありません（prefectures）")


def test_a_file_of_an_old_shape_is_refused(here: Path, target: str):
    asyncio.run(steps.down(f"sqlite:{here}"))
    refused(yoriai(here, "migrate-to", target), "yoriai migrate up")


def test_nothing_to_move_is_said(here: Path):
    here.unlink()
    refused(yoriai(here, "migrate-to", NOWHERE), "がありません")
    refused(yoriai(here, "migrate-to", NOWHERE, database=NOWHERE), "すでに PostgreSQL")


@pytest.mark.anyio
async def test_a_running_server_is_seen(here: Path, tmp_path: Path):
    running = Server(tmp_path, f"sqlite:{here}")
    try:
        await running.start()
        refused(
            await asyncio.to_thread(yoriai, here, "migrate-to", NOWHERE), "ほかのプログラムが開いています"
        )
    finally:
        running.stop()


def test_a_write_in_the_middle_undoes_the_move(here: Path, target: str):
    asyncio.run(steps.up(target))

    async def moved() -> None:
        with at_rest(here) as source:
            with sqlite.connect(here) as other:
                other.execute("UPDATE tenants SET name = '見本町'")
            await move.move(source, target, EVERYTHING, lambda _table, _rows: None)

    with pytest.raises(move.NotMoved, match="written_meanwhile"):
        asyncio.run(moved())
    assert yoriai(here, "migrate-to", target).exit_code == 0


def spoil(target: str, does: str) -> None:
    """Let something happen to every account that arrives."""
    asyncio.run(steps.up(target))
    tell(
        target,
        "CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN {does}; RETURN NEW; END $$;"
        "CREATE TRIGGER spoil BEFORE INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION spoil()",
    )


def test_a_byte_that_is_not_the_same_is_found_and_nothing_stays(here: Path, target: str):
    spoil(target, "NEW.kana_order = set_byte(NEW.kana_order, 0, get_byte(NEW.kana_order, 0) # 1)")
    refused(yoriai(here, "migrate-to", target), "元と違いました（accounts）")
    tell(target, "DROP TRIGGER spoil ON accounts")
    assert yoriai(here, "migrate-to", target).exit_code == 0


def test_a_row_that_cannot_be_there_is_named_by_its_table_alone(here: Path, target: str):
    with sqlite.connect(here) as file:
        file.execute("UPDATE accounts SET login_id = ? WHERE login_id = '10001'", ("hush" * 20,))
    refused(yoriai(here, "migrate-to", target), "受け付けない行がありました（accounts")


LINE = (
    "INSERT INTO journal (position, xid, stream, number, name, body, at)"
    " VALUES (77, 0, 's', {number}, 'n', {body}, {at})"
)
USUAL = {"number": "1", "body": "'{}'", "at": "'2026-11-26 00:00:00.000000'"}


@pytest.mark.parametrize(
    "odd",
    [
        {"body": r"""'{"a": "\u0000"}'"""},
        {"body": r"""'{"a": "\ud800"}'"""},
        {"body": "'{'"},
        {"number": "1.5"},
        {"number": "9223372036854775808"},
        {"at": "'2026-11-26 00:00:00.000000+09:00'"},
    ],
    ids=["NUL", "half a pair", "no JSON", "a part of a number", "too large", "another zone"],
)
def test_a_cell_that_would_mean_something_else_there_is_refused(here: Path, target: str, odd: dict[str, str]):
    with sqlite.connect(here) as file:
        file.execute(LINE.format(**(USUAL | odd)))
    refused(yoriai(here, "migrate-to", target), "受け付けない行がありました（journal）")


@pytest.mark.parametrize(
    "hush",
    [
        "CAST('hush' || x'ff' AS TEXT)",
        "CAST('hush' || x'eda080' AS TEXT)",
        "CAST('hush' AS BLOB)",
        "'hush' || char(0)",
    ],
    ids=["no UTF-8", "half a pair", "bytes", "NUL"],
)
def test_words_that_are_none_are_named_by_their_table_and_never_shown(here: Path, target: str, hush: str):
    with sqlite.connect(here) as file:
        file.execute(f"UPDATE tenants SET name = {hush}")
    refused(yoriai(here, "migrate-to", target), "受け付けない行がありました（tenants）")


def test_a_digest_of_a_damaged_file_is_one_sentence(here: Path):
    with sqlite.connect(here) as file:
        file.execute("UPDATE tenants SET name = CAST('hush' || x'ff' AS TEXT)")
    said = yoriai(here, "digest")
    assert (said.exit_code, said.output) == (
        1,
        "要約できません：表 tenants に読めない行があります。ファイルが壊れています。\n",
    )


def test_what_fails_after_the_move_does_not_unsay_it(
    here: Path, target: str, monkeypatch: pytest.MonkeyPatch
):
    """It was told as not moved, and the next try met a place that was not empty."""
    connected, times = move.connected, Counter[str]()

    def once_less(url: str):
        times["all"] += 1
        return connected(NOWHERE if times["all"] == 3 else url)  # after one look, and one for the move

    monkeypatch.setattr(move, "connected", once_less)
    said = yoriai(here, "migrate-to", target)
    assert times["all"] == 3
    assert said.exit_code == 0, said.output
    assert "移し終えて" in said.output
    assert "hush" not in said.output
    assert everything_at(target) == everything_at(f"sqlite:{here}")


def test_a_move_that_is_killed_leaves_nothing_and_begins_anew(here: Path, target: str, tmp_path: Path):
    spoil(target, "PERFORM pg_sleep(0.4)")
    before, log = here.read_bytes(), tmp_path / "said"
    log.touch()
    process = warm.begin(log, "", warm.at_home, str(tmp_path), "migrate-to", target)
    while "写しました　organizations" not in log.read_text():
        assert process.is_alive(), log.read_text()
        sleep(0.02)
    process.kill()
    process.join()
    tell(target, "DROP TRIGGER spoil ON accounts; DROP FUNCTION spoil()")

    assert here.read_bytes() == before
    assert yoriai(here, "migrate-to", target).exit_code == 0
    assert everything_at(target) == everything_at(f"sqlite:{here}")


def test_a_digest_tells_two_databases_apart(here: Path):
    first = yoriai(here, "digest")
    assert first.exit_code == 0
    assert yoriai(here, "digest").output == first.output
    with sqlite.connect(here) as file:
        file.execute("UPDATE accounts SET kana = kana || '゛' WHERE login_id = '10001'")
    second = yoriai(here, "digest")
    differing = [
        line.split()[-1]
        for line, other in zip(first.output.splitlines(), second.output.splitlines(), strict=True)
        if line != other
    ]
    assert differing[0] == "accounts"
    assert len(differing) == 2
