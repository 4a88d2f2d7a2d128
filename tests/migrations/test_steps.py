"""The shape of the database: up and down on both databases, and exactly what the features declare."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

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


def test_revisions_form_one_line_of_dated_names():
    scripts = ScriptDirectory(str(steps.SCRIPTS))
    assert len(scripts.get_heads()) == 1
    for script in scripts.walk_revisions():
        assert Path(script.path).stem == script.revision
        assert script.revision[:10].replace("_", "").isdigit()
