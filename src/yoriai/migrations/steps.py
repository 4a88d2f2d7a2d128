"""Taking the database from one shape to another, in one transaction: all of it or nothing."""

from collections.abc import Callable
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from yoriai.platform.db.store import opened

SCRIPTS = Path(__file__).parent


async def up(url: str) -> None:
    """Bring the database to the newest shape. Doing it again changes nothing."""
    await _run(url, lambda alembic: command.upgrade(alembic, "head"))


async def down(url: str) -> None:
    """Undo the newest revision, with whatever only it could hold."""
    await _run(url, lambda alembic: command.downgrade(alembic, "-1"))


async def stands_at(url: str) -> str | None:
    """The revision of the database; None for an empty one."""
    async with opened(url) as store, store.writer.connect() as connection:
        return await connection.run_sync(_revision)


def newest() -> str | None:
    """The revision that this version of the product needs."""
    return ScriptDirectory(str(SCRIPTS)).get_current_head()


def is_newer(revision: str | None) -> bool:
    """Whether a database has been brought to a shape of which this version has never heard."""
    known = {script.revision for script in ScriptDirectory(str(SCRIPTS)).walk_revisions()}
    return revision is not None and revision not in known


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


async def _run(url: str, act: Callable[[Config], None]) -> None:
    alembic = Config()
    alembic.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))

    def on(connection: Connection) -> None:
        alembic.attributes["connection"] = connection
        act(alembic)

    async with opened(url) as store, store.writer.connect() as connection:
        if store.is_single_writer:
            await connection.run_sync(let_lie)
        async with connection.begin():
            await connection.run_sync(on)
            if store.is_single_writer:
                await connection.run_sync(_hang_together)


def let_lie(connection: Connection) -> None:
    """A table is altered by copying it: rows that lean on the old copy would hinder that, so they are checked at
    the end instead. The pragma counts outside of a transaction only, so it goes past the begin hook."""
    connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")


def _hang_together(connection: Connection) -> None:
    hanging = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if hanging:
        raise RuntimeError(f"rows without what they lean on: {sorted({row[0] for row in hanging})}")
