"""The shape of the database: up and down on both databases, and exactly what the features declare."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from tests.grounds import Ground
from tests.postgres import database
from yoriai.app.wiring import FEATURES
from yoriai.migrations import steps
from yoriai.platform.db.base import Base
from yoriai.platform.db.store import opened

pytestmark = pytest.mark.anyio


@contextmanager
def nothing_at(ground: Ground, folder: Path) -> Generator[str]:
    if ground.kind == "sqlite":
        yield f"sqlite:{folder / 'empty.db'}"
        return
    with database(ground.server) as url:
        yield url


@pytest.fixture
def empty(ground: Ground, tmp_path: Path) -> Generator[str]:
    """The URL of a database with nothing in it."""
    with nothing_at(ground, tmp_path) as url:
        yield url


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, Base.metadata))


async def tables(url: str) -> set[str]:
    async with opened(url) as store, store.reader.connect() as connection:
        return set(await connection.run_sync(lambda raw: inspect(raw).get_table_names())) - {
            "alembic_version"
        }


async def test_the_revisions_make_exactly_the_tables_that_features_declare(empty: str):
    await steps.up(empty)
    async with opened(empty) as store, store.reader.connect() as connection:
        assert await connection.run_sync(differences) == []
    declared = {table.__tablename__ for feature in FEATURES for table in feature.tables}
    assert await tables(empty) == declared


async def test_every_step_can_be_taken_back_and_taken_again(empty: str):
    await steps.up(empty)
    await steps.up(empty)
    assert await steps.stands_at(empty) == steps.newest()
    full = await tables(empty)

    while await steps.stands_at(empty) is not None:
        await steps.down(empty)
    assert await tables(empty) == set()

    await steps.up(empty)
    assert await tables(empty) == full


async def test_a_town_keeps_its_people_over_every_step_down_and_up(ground: Ground, tmp_path: Path):
    async def counted(url: str) -> list[int]:
        async with opened(url) as store, store.reader.connect() as connection:
            asked = [f"SELECT count(*) FROM {name}" for name in ("departments", "postings", "accounts")]
            return [await connection.scalar(text(each)) for each in asked]

    with ground.copied(tmp_path, rebuilds=True) as url:
        before = await counted(url)
        while await steps.stands_at(url) != "2026_11_21_talk":
            await steps.down(url)
        assert await counted(url) == before
        await steps.up(url)
        assert await counted(url) == before
        async with opened(url) as store, store.reader.connect() as connection:
            assert await connection.run_sync(differences) == []
            main = text("SELECT count(*) FROM postings WHERE main AND was_main")
            assert await connection.scalar(main) == before[1]


async def test_a_step_that_leaves_rows_hanging_is_not_taken(tmp_path: Path):
    url = f"sqlite:{tmp_path / 'broken.db'}"
    await steps.up(url)
    async with opened(url) as store, store.writer.connect() as connection:
        await connection.run_sync(steps.let_lie)
        async with connection.begin():
            await connection.execute(
                text(
                    "INSERT INTO read_marks (room_id, account_id, ordinal, marked_at) VALUES ('x', 'y', 1, 'z')"
                )
            )
    with pytest.raises(RuntimeError, match="read_marks"):
        await steps.down(url)


def test_revisions_form_one_line_of_dated_names():
    scripts = ScriptDirectory(str(steps.SCRIPTS))
    assert len(scripts.get_heads()) == 1
    for script in scripts.walk_revisions():
        assert Path(script.path).stem == script.revision
        assert script.revision[:10].replace("_", "").isdigit()
