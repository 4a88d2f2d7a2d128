"""SQLite through the async engine, on the library that the pysqlite3 wheel carries: one writer, several readers.

The standard library's copy is too old: versions below 3.51.3 can lose the write-ahead log's reset
(https://www.sqlite.org/wal.html). FULL makes an acknowledged commit outlive a power cut.
"""

from pathlib import Path

import aiosqlite
import orjson
from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Connection, event
from sqlalchemy.dialects import registry
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from yoriai.platform.db.base import json_text
from yoriai.platform.db.wheel import WheelDialect, driver_of

OLDEST_SAFE = (3, 51, 3)
READERS = 4
AT_OPENING = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA cache_size=-32768",
    "PRAGMA wal_autocheckpoint=4000",  # pages: the same hot pages are brought home less often
)
# Whose files may be on another machine: the log of SQLite needs shared memory and honest locks (D23).
NETWORK_FILE_SYSTEMS = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "9p",
        "afs",
        "ceph",
        "glusterfs",
        "lustre",
        "fuse.sshfs",
        "fuse.glusterfs",
    }
)


LONGEST_QUEUE = 8  # seconds for a free connection; who has to wait longer is told to come again

registry.register("sqlite.wheel", WheelDialect.__module__, WheelDialect.__name__)


def engine(path: Path, *, writes: bool) -> AsyncEngine:
    """One engine of one connection for writing, another of several for reading."""
    made = create_async_engine(
        f"sqlite+wheel:///{path}",
        pool_size=1 if writes else READERS,
        max_overflow=0,
        pool_timeout=LONGEST_QUEUE,
        hide_parameters=True,  # an error is logged; what was being written may be somebody's words
        json_serializer=json_text,
        json_deserializer=orjson.loads,
        connect_args={"async_creator_fn": _open, "writes": writes},
    )

    @event.listens_for(made.sync_engine, "connect")
    def opened(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        for pragma in (*AT_OPENING, *(() if writes else ("PRAGMA query_only=ON",))):
            cursor.execute(pragma)
        cursor.close()

    @event.listens_for(made.sync_engine, "begin")
    def begun(connection: Connection) -> None:
        if writes:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        else:
            driver_of(connection).execute("BEGIN")  # takes nothing yet, so that nobody waits

    return made


def library_version() -> tuple[int, ...]:
    """The version of the SQLite library in use."""
    return tuple(int(part) for part in sqlite.sqlite_version.split("."))


def file_system_of(path: Path, mounts: str) -> str:
    """The kind of file system that holds a path, read from the text of /proc/mounts."""
    best, kind = "", "unknown"
    for line in mounts.splitlines():
        _, at, found, *_ = line.split(" ")
        at = at.replace("\\040", " ")
        if path.is_relative_to(at) and len(at) >= len(best):
            best, kind = at, found
    return kind


def _open(path: str, **_: object) -> aiosqlite.Connection:
    # isolation_level=None: the driver begins nothing by itself; the "begin" hook does.
    connection = aiosqlite.Connection(
        lambda: sqlite.connect(path, isolation_level=None, check_same_thread=False, timeout=5), 64
    )
    connection._thread.daemon = True  # pyright: ignore[reportPrivateUsage] a stuck reader must not keep the process
    return connection
