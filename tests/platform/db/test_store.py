"""The store: what both databases promise, and where each of them lives."""

import errno
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from socket import gaierror
from ssl import SSLError
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Column, MetaData, Table, Uuid, insert, select, text
from sqlalchemy.exc import DBAPIError

from tests.platform.hall import Call
from yoriai.kit.errors import NoSpace, NotNow
from yoriai.platform.db import sqlite
from yoriai.platform.db.base import UtcTime
from yoriai.platform.db.postgres import UNHEARD, driver_url
from yoriai.platform.db.store import Store, open_store, opened, path_of
from yoriai.platform.db.troubles import spoken_plainly
from yoriai.platform.work.edge import Works

pytestmark = pytest.mark.anyio


async def test_a_store_answers(store: Store):
    assert 0 < await store.answers() < 5


@pytest.mark.req("F8")
@pytest.mark.parametrize("foundation", ["postgresql"], indirect=True)
async def test_the_database_lets_go_of_a_machine_that_vanished(store: Store):
    """Found by `make faults`: who vanished while a statement was on its way held a room for as long as its wire."""
    async with store.writer.connect() as connection:
        for name, value in UNHEARD.items():
            found = str(await connection.scalar(text(f"SHOW {name}")))
            assert int(found.removesuffix("ms").removesuffix("s")) in (int(value), int(value) // 1000)
    idle, every, times = (int(UNHEARD[f"tcp_keepalives_{each}"]) for each in ("idle", "interval", "count"))
    assert idle + every * times <= 11


async def test_whoever_waits_too_long_for_a_connection_is_told_to_come_again(tmp_path: Path, monkeypatch):
    """Not after half a minute, and not as a fault of ours: an office that asks for more than there is still hears."""
    monkeypatch.setattr(sqlite, "LONGEST_QUEUE", 0.05)
    async with opened(f"sqlite:{tmp_path / 'yoriai.db'}") as store, AsyncExitStack() as stack:
        for _ in range(sqlite.READERS):
            session = await stack.enter_async_context(store.reading())
            await session.connection()
        with pytest.raises(NotNow) as told:
            async with Works(store).reading() as work:
                await work.session.connection()
        assert told.value.retry_after > 0


@pytest.mark.req("BASE-5")
@pytest.mark.asvs("V16.2.2")
async def test_moments_are_kept_in_utc_and_a_moment_without_a_zone_is_refused(store: Store):
    moments = Table("moments", MetaData(), Column("id", Uuid, primary_key=True), Column("at", UtcTime))
    tokyo = datetime(2026, 11, 20, 14, 5, tzinfo=timezone(timedelta(hours=9)))
    async with store.writer.begin() as connection:
        await connection.run_sync(moments.create)
        await connection.execute(insert(moments), [{"id": uuid4(), "at": tokyo}, {"id": uuid4(), "at": None}])
        found = set((await connection.execute(select(moments.c.at))).scalars())
        with pytest.raises(Exception, match="time zone"):
            await connection.execute(insert(moments), {"id": uuid4(), "at": datetime(2026, 11, 20)})  # noqa: DTZ001
    assert found == {tokyo, None}
    assert {moment.tzinfo for moment in found if moment} == {UTC}


@pytest.mark.req("D23", "D24")
async def test_a_commit_is_durable_by_the_databases_own_settings(store: Store):
    asked = "PRAGMA synchronous" if store.is_single_writer else "SELECT 1"
    async with store.writing() as session:
        assert await session.scalar(text(asked)) == (2 if store.is_single_writer else 1)
        if store.is_single_writer:
            assert await session.scalar(text("PRAGMA journal_mode")) == "wal"
            assert await session.scalar(text("PRAGMA foreign_keys")) == 1


async def test_no_transaction_stays_open_for_ever(store: Store):
    if store.is_single_writer:
        return  # there the edge of the work is the only writer
    async with store.writing() as session:
        longest = {
            "idle_in_transaction_session_timeout": "8s", "lock_timeout": "4s", "statement_timeout": "30s",
        }  # fmt: skip
        for setting, seconds in longest.items():
            assert await session.scalar(text(f"SHOW {setting}")) == seconds


async def test_both_ways_read_the_same(store: Store, hall_id: UUID):
    async with store.writing() as session:
        session.add(Call(hall_id=hall_id, words="a"))
        await session.commit()
    async with store.reading() as session:
        assert await session.scalar(select(Call.words)) == "a"


async def test_a_store_that_nobody_used_closes_too(tmp_path: Path):
    await open_store(f"sqlite:{tmp_path / 'never.db'}").close()
    assert not (tmp_path / "never.db").exists()


def test_an_embedded_database_is_a_file():
    assert path_of("sqlite:/var/lib/yoriai.db") == Path("/var/lib/yoriai.db")
    assert path_of("sqlite:///var/lib/yoriai.db") == Path("/var/lib/yoriai.db")
    assert path_of("sqlite:data/yoriai.db").is_absolute()


def test_an_address_of_a_server_keeps_everything_but_its_driver():
    made = driver_url("postgresql://me:secret@db.example:5433/chat?ssl=require")
    assert made.render_as_string(hide_password=False) == (
        "postgresql+asyncpg://me:secret@db.example:5433/chat?ssl=require"
    )


@pytest.mark.req("D23")
def test_the_library_is_the_wheels_and_new_enough():
    assert sqlite.library_version() >= sqlite.OLDEST_SAFE


@pytest.mark.req("D23", "N127")
@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/data/yoriai.db", "nfs4"),
        ("/srv/data2/yoriai.db", "ext4"),
        ("/srv/my disk/yoriai.db", "cifs"),
        ("/yoriai.db", "ext4"),
    ],
)
def test_the_file_system_of_a_path_is_the_deepest_mount_above_it(path: str, kind: str):
    mounts = "\n".join(
        (
            "/dev/vda1 / ext4 rw 0 0",
            "server:/export /srv/data nfs4 rw 0 0",
            "//server/share /srv/my\\040disk cifs rw 0 0",
        )
    )
    assert sqlite.file_system_of(Path(path), mounts) == kind
    assert sqlite.file_system_of(Path(path), "") == "unknown"


@pytest.mark.parametrize(
    ("condition", "meant"),
    [
        ("disk_full", NoSpace),
        ("deadlock_detected", NotNow),
        ("serialization_failure", NotNow),
        ("query_canceled", NotNow),
        ("lock_not_available", NotNow),
        ("too_many_connections", NotNow),
        ("cannot_connect_now", NotNow),
        ("admin_shutdown", NotNow),
        ("idle_in_transaction_session_timeout", NotNow),
        ("unique_violation", DBAPIError),
        ("undefined_table", DBAPIError),
    ],
)
async def test_troubles_that_pass_are_told_from_defects(store: Store, condition: str, meant: type[Exception]):
    if store.is_single_writer:
        return
    said = f"DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{condition}'; END $$"
    with pytest.raises(meant):
        async with store.writing() as session:
            with spoken_plainly():
                await session.execute(text(said))


@pytest.mark.parametrize("trouble", [TimeoutError, ConnectionRefusedError, BrokenPipeError])
@pytest.mark.asvs("V16.5.2")
def test_a_database_that_is_away_means_later(trouble: type[Exception]):
    with pytest.raises(NotNow), spoken_plainly():
        raise trouble


@pytest.mark.req("F8", "C12")
@pytest.mark.parametrize(
    "trouble",
    [
        OSError(errno.EHOSTUNREACH, "No route to host"),
        OSError(errno.ENETUNREACH, "Network is unreachable"),
        gaierror(-2, "Name or service not known"),
        OSError("Multiple exceptions: [Errno 111] …, [Errno 113] …"),
        SSLError("certificate has expired"),
    ],
    ids=["host", "net", "name", "several addresses", "certificate"],
)
def test_a_machine_of_the_database_that_is_gone_means_later_and_is_no_defect(trouble: OSError):
    with pytest.raises(NotNow), spoken_plainly():
        raise trouble


async def test_a_name_that_nobody_knows_means_later():
    async with opened("postgresql://yoriai@nowhere.invalid/yoriai") as store:
        with pytest.raises(NotNow):
            async with Works(store).writing():
                pass


def test_a_file_that_is_not_there_is_no_trouble_of_the_database():
    with pytest.raises(FileNotFoundError), spoken_plainly():
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")


def test_what_is_no_trouble_of_the_database_flies_as_it_is():
    with pytest.raises(ZeroDivisionError), spoken_plainly():
        raise ZeroDivisionError
    with pytest.raises(NoSpace), spoken_plainly():
        raise NoSpace
