"""The demo town: there at once, the same on the second start, and true to the talk it was made after."""

import itertools
from collections.abc import AsyncGenerator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.grounds import Ground
from tests.postgres import database
from tests.town import open_town
from yoriai.app.cli.migrate import bring_up
from yoriai.app.demo import settle
from yoriai.app.demo.moments import moment_of
from yoriai.kit.days import JST
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.orgs.models import Department
from yoriai.platform.db.store import opened
from yoriai.platform.settings import Settings
from yoriai.platform.work.edge import Works
from yoriai.talk.messages.models import Message
from yoriai.talk.messages.parts import first_words
from yoriai.talk.rooms.models import Membership, ReadMark, Room

pytestmark = pytest.mark.anyio
KEY = b"a key of thirty-two bytes, no less"
AT_NIGHT = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)
"""A Monday in Japan, half past midnight: everything of today was said yesterday."""
SIX = (
    "親族が亡くなって、市役所でいろんな手続きをしたんですが、必要な手続きが抜けていないか不安です。必要な手続きの一覧があればいいですよね！",
    "見本市では、市民課で死亡届の提出の際に一覧表を配布されていますよ",
    "手続に必要な持ち物も記載してあると、より分かりやすいです",
    "私の所属でも、亡くなられた際の手続きがあるので、一覧に加えてほしいです",
    "市民課で各課照会をして、内容を更新しようと思います。",
    "皆さん、御協力お願いしまーす！",
)


@pytest.fixture
async def empty(ground: Ground, tmp_path: Path) -> AsyncGenerator[str]:
    """An installation in which nobody lives yet."""
    with ExitStack() as stack:
        url = f"sqlite:{tmp_path / 'empty.db'}"
        if ground.server:
            url = stack.enter_context(database(ground.server))
        await bring_up(Settings(database=url))
        yield url


@pytest.fixture
async def works(empty: str) -> AsyncGenerator[Works]:
    async with opened(empty) as store:
        yield Works(store)


async def spoken(works: Works, room: str) -> Sequence[Message]:
    async with works.reading() as work:
        said = select(Message).join(Room, Room.id == Message.room_id).where(Room.name.startswith(room))
        return (await work.session.scalars(said.order_by(Message.ordinal))).all()


async def test_a_second_start_changes_nothing(works: Works) -> None:
    first, second = (
        await settle(works, AT_NIGHT, key=KEY),
        await settle(works, AT_NIGHT + timedelta(days=1), key=KEY),
    )
    assert first == second
    async with works.reading() as work:
        for table, least in ((Account, 40), (Department, 20), (Room, 8), (Message, 280), (Membership, 60)):
            assert (await work.session.scalar(select(func.count()).select_from(table)) or 0) >= least


@pytest.mark.req("ROOM-6")
async def test_the_six_messages_stand_in_their_order_said_by_five_people(works: Works) -> None:
    await settle(works, AT_NIGHT, key=KEY)
    six = (await spoken(works, "おくやみ手続き"))[:6]
    assert tuple(first_words(each.parts, 200) for each in six) == SIX
    assert len({each.author_id for each in six}) == 5


@pytest.mark.req("BASE-5")
async def test_whenever_it_settles_nothing_is_said_in_the_future_or_out_of_order(works: Works) -> None:
    await settle(works, AT_NIGHT, key=KEY)
    async with works.reading() as work:
        rooms = (await work.session.scalars(select(Room))).all()
        said = (await work.session.scalars(select(Message).order_by(Message.room_id, Message.ordinal))).all()
        marks = (await work.session.scalars(select(ReadMark))).all()
    newest = {room.id: room.last_ordinal for room in rooms}
    for room, group in itertools.groupby(said, key=lambda each: each.room_id):
        here = list(group)
        assert [each.ordinal for each in here] == list(range(1, newest[room] + 1))
        assert [each.posted_at for each in here] == sorted(each.posted_at for each in here)
        assert here[-1].posted_at <= AT_NIGHT
    assert max(newest.values()) > 200
    assert all(0 <= mark.ordinal <= newest[mark.room_id] for mark in marks)


@pytest.mark.req("TEXT-1", "ORG-19")
async def test_names_are_as_the_roster_writes_them_and_two_may_have_one(works: Works) -> None:
    await settle(works, AT_NIGHT, key=KEY)
    async with works.reading() as work:
        names = [f"{each.family} {each.given}" for each in await work.session.scalars(select(Account))]
    assert {"鈴木 﨑子", "髙橋 渉", "葛\U000e0100城 誠"} <= set(names)
    assert names.count("佐藤 恵") == 2


async def test_everybody_in_the_table_signs_in_and_somebody_has_unread_talk(
    empty: str, tmp_path: Path
) -> None:
    async with opened(empty) as store:
        demo = await settle(Works(store), datetime.now(UTC), key=KEY)
    async with open_town(empty, tmp_path) as town:
        claims = [
            {
                "tenant": demo.code,
                "login_id": person.login_id,
                "password": demo.password,
                "new_password": None,
            }
            for person in demo.people
        ]
        answers = [await town.call(None, "POST", "/api/sign-in", claim) for claim in claims]
        assert {answer.status_code for answer in answers} == {200}
        cookie = answers[0].headers["set-cookie"].partition(";")[0]
        screen = (await town.call(None, "GET", "/api/screen", headers={"cookie": cookie})).json()
    unread = {row["name"]: row["unread"] for row in screen["rooms"]}
    assert sum(unread.values()) > 5
    assert 0 in unread.values()
    assert {row["readers"]["internet_devices"] for row in screen["rooms"]} == {True, False}


@pytest.mark.req("ORG-7", "ADMIN-10")
async def test_somebody_waits_with_a_slip_and_some_serve_in_two_organizations(
    empty: str, tmp_path: Path
) -> None:
    key = Settings(data_dir=tmp_path)
    key.make_server_key()
    async with opened(empty) as store:
        demo = await settle(Works(store), datetime.now(UTC), key=key.server_key())
    code, login_id, secret = demo.waiting.hint.partition("#")[2].split("/")
    claim = {"tenant": code, "login_id": login_id, "password": secret, "new_password": None}
    async with open_town(empty, tmp_path) as town:
        answer = await town.call(None, "POST", "/api/sign-in", claim)
        assert answer.json()["code"] == "sessions.new_password_needed"
        async with town.assembly.works.reading() as work:
            halls = await work.session.execute(
                select(Posting.account_id, func.count(Posting.organization_id.distinct()))
                .where(Posting.until.is_(None))
                .group_by(Posting.account_id)
            )
            former = await work.session.scalars(select(Department).where(Department.is_open.is_(None)))
            assert [each.name for each in former] == ["介護保険課"]
        assert sorted(many for _, many in halls)[-4:] == [2, 2, 2, 2]


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("-25m", "2026-11-23 00:05"),
        ("-1d 17:15", "2026-11-20 17:15"),
        ("-5d 08:45", "2026-11-16 08:45"),
        ("-6d 08:45", "2026-11-13 08:45"),
    ],
)
def test_days_are_counted_as_an_office_counts_them(written: str, moment: str) -> None:
    assert f"{moment_of(written, AT_NIGHT).astimezone(JST):%Y-%m-%d %H:%M}" == moment
