"""The shape of the database: up and down on both databases, and exactly what the features declare."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text, update

from tests.cast import CITY_HALL, MIHON, OPENED, SATO, SUZUKI, named
from tests.grounds import Ground
from tests.postgres import database
from yoriai.app.wiring import FEATURES
from yoriai.migrations import steps
from yoriai.people.accounts.models import Account, AccountGroup, Posting
from yoriai.people.orgs.models import Department, DepartmentName
from yoriai.platform.db.base import Base
from yoriai.platform.db.store import opened
from yoriai.talk.messages.models import Message, MessageVersion
from yoriai.talk.rooms.models import Handover, Membership, ReadMark, Room

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


async def test_a_town_that_has_lived_with_it_all_can_go_back_and_come_again(ground: Ground, tmp_path: Path):
    """A closed unit with its successor and somebody's former post, a unit's room with words in it, a withdrawn account."""
    with ground.copied(tmp_path, rebuilds=True) as url:
        async with opened(url) as store:
            for rows in _lived():
                async with store.writing() as session:
                    session.add_all(rows)
                    await session.commit()
            async with store.writing() as session:
                gone = (
                    update(Account)
                    .where(Account.id == SUZUKI)
                    .values(status="removed", group_id=named("学校"))
                )
                await session.execute(gone)
                await session.execute(
                    update(Department).where(Department.id == named("旧課")).values(is_open=None)
                )
                await session.commit()
        while await steps.stands_at(url) != "2026_11_21_talk":
            await steps.down(url)
        async with opened(url) as store, store.reader.connect() as connection:
            state = text("SELECT status FROM accounts WHERE login_id = '10002'")
            assert await connection.scalar(state) == "suspended"
            assert await connection.scalar(text("SELECT count(*) FROM rooms")) == 3
            assert await connection.scalar(text("SELECT count(*) FROM departments WHERE name = '旧課'")) == 0
        await steps.up(url)
        async with opened(url) as store, store.reader.connect() as connection:
            assert await connection.run_sync(differences) == []


async def test_a_handover_that_runs_keeps_what_its_room_is_called_when_the_step_is_taken(
    ground: Ground, tmp_path: Path
):
    handover = Handover(
        id=named("handover"), account_id=SATO, room_id=named("旧課のルーム"), since_ordinal=1, until_ordinal=1,
        last_day=date(2026, 6, 10), begun_at=OPENED, name="その日の名前", purpose="その日の目的",
    )  # fmt: skip
    with ground.copied(tmp_path, rebuilds=True) as url:
        async with opened(url) as store:
            for rows in (*_lived()[:2], [handover]):
                async with store.writing() as session:
                    session.add_all(rows)
                    await session.commit()
        while await steps.stands_at(url) != "2026_11_27_account_requests":
            await steps.down(url)
        await steps.up(url)
        async with opened(url) as store, store.reader.connect() as connection:
            words = await connection.execute(text("SELECT name, purpose FROM handovers"))
            assert [tuple(row) for row in words] == [("旧課", "")]


def _lived() -> Sequence[Sequence[Base]]:
    old, room, message = named("旧課"), named("旧課のルーム"), named("旧課の話")
    return (
        [
            Department(
                id=old, organization_id=CITY_HALL, parent_id=None, kind="課", name="旧課", short_name="旧課",
                path="旧課", folded="旧課", display_order=90, opened_at=OPENED, closed_at=OPENED,
                successor_id=named("福祉課"),
            ),
            AccountGroup(id=named("学校"), tenant_id=MIHON, name="学校", policies={}, created_at=OPENED),
        ],
        [
            Posting(
                id=named("former"), account_id=SATO, organization_id=CITY_HALL, department_id=old, main=None,
                was_main=True, since=OPENED, until=OPENED,
            ),
            DepartmentName(
                id=named("name"), department_id=old, name="旧旧課", path="旧旧課", since=OPENED, until=OPENED
            ),
            Room(
                id=room, organization_id=CITY_HALL, owner_tenant=MIHON, kind="department", department_id=old,
                name="旧課", purpose="", label=None, template=None, policies={}, last_ordinal=1, opened_by=None,
                opened_at=OPENED, archived_at=OPENED, request_key="x" * 26,
            ),
        ],
        [
            Membership(
                id=named("seat"), room_id=room, account_id=SATO, role="member", is_open=None, since_number=1,
                since_ordinal=1, until_number=2, joined_at=OPENED, left_at=OPENED,
            ),
            ReadMark(room_id=room, account_id=SATO, ordinal=1, marked_at=OPENED),
            Message(
                id=message, room_id=room, ordinal=1, author_id=SATO, on_behalf_of=None, send_key="y" * 26,
                parts=[], zone=None, posted_at=OPENED, edited_at=OPENED, withdrawn_at=None,
            ),
        ],
        [MessageVersion(message_id=message, version=1, kind="edited", parts=[], at=OPENED, by=SATO, held=False)],
    )  # fmt: skip


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
