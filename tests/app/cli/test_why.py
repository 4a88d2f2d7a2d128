"""`yoriai why`: the operator is told everything, also what a person may not know of themselves."""

import asyncio
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert, update
from typer.testing import CliRunner

from tests.cast import MIHON, WELFARE
from tests.grounds import Ground
from yoriai.app.cli import main
from yoriai.kit.ids import uuid7
from yoriai.people.accounts.models import Account, AccountGroup
from yoriai.platform.db.store import opened
from yoriai.platform.settings import Settings
from yoriai.talk.rooms.models import Room

pytestmark = pytest.mark.req("ADMIN-16")


@pytest.fixture
def place(ground: Ground, tmp_path: Path) -> Generator[dict[str, str]]:
    Settings(data_dir=tmp_path).make_server_key()
    with ground.copied(tmp_path) as url:
        yield {"YORIAI_DATA_DIR": str(tmp_path), "YORIAI_DATABASE": url}


def said(place: dict[str, str], *words: str) -> tuple[int, str]:
    told = CliRunner().invoke(main, ["why", *words, "--tenant", "mihon"], env=place)
    return told.exit_code, told.output


def let(place: dict[str, str], *changes: object) -> None:
    async def change() -> None:
        async with opened(place["YORIAI_DATABASE"]) as store, store.writing() as session:
            for each in changes:
                await session.execute(each)  # pyright: ignore[reportArgumentType, reportCallIssue] a statement
            await session.commit()

    asyncio.run(change())


def test_it_says_each_question_and_where_it_stops(place: dict[str, str]) -> None:
    status, words = said(place, "10001", "post", "福祉課")
    assert (status, "○　ルームの決まり" in words) == (0, True)
    status, words = said(place, "10003", "post", "福祉課")
    assert (status, "×　ルーム：このルームのメンバーではありません" in words) == (1, True)
    status, words = said(place, "10001", "manage")
    assert (status, "×　権限" in words) == (1, True)


def test_it_says_that_a_label_keeps_a_room_inside_and_that_an_account_is_stopped(
    place: dict[str, str],
) -> None:
    let(place, update(Room).where(Room.id == WELFARE).values(lgwan_only=True, label=3))
    assert said(place, "10001", "read", str(WELFARE))[0] == 0
    status, words = said(place, "10001", "read", str(WELFARE), "--side", "internet")
    assert (status, "LGWAN側だけで使えます" in words) == (1, True)
    assert "情報政策課（内線 2345）" in words
    let(place, update(Account).where(Account.login_id == "10001").values(status="suspended"))
    status, words = said(place, "10001", "read", str(WELFARE))
    assert (status, "×　アカウント" in words) == (1, True)


@pytest.mark.req("ZONE-8")
def test_it_says_from_which_network_somebody_may_not_come(place: dict[str, str]) -> None:
    kept = {"networks": {"lgwan": [], "internet": ["203.0.113.0/24"]}}
    group = AccountGroup(
        id=uuid7(datetime.now(UTC)), tenant_id=MIHON, name="窓口", policies=kept, created_at=datetime.now(UTC)
    )
    values = {column.name: getattr(group, column.key) for column in AccountGroup.__table__.columns}
    let(place, insert(AccountGroup).values(**values))
    let(place, update(Account).where(Account.login_id == "10001").values(group_id=group.id))
    for address, status in (("203.0.113.5", 0), ("::ffff:203.0.113.5", 0), ("198.51.100.7", 1)):
        asked = ("10001", "read", str(WELFARE), "--side", "internet", "--address", address)
        ended, words = said(place, *asked)
        assert ended == status
        sign = (
            "×　ネットワーク：いまいるネットワーク（198.51.100.7）からは使えません"
            if status
            else "○　ネットワーク"
        )
        assert sign in words
    assert "ネットワーク" not in said(place, "10001", "read", str(WELFARE), "--address", "198.51.100.7")[1]


def test_what_is_not_there_is_said_in_words(place: dict[str, str]) -> None:
    assert "見つかりません" in said(place, "99999", "post")[1]
    assert "0件" in said(place, "10001", "post", "ないルーム")[1]
    assert "print" in said(place, "10001", "fly")[1]
