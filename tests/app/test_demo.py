"""The demo town: there at once, the same on the second start, and true to the talk it was made after."""

import itertools
from collections import Counter
from collections.abc import AsyncGenerator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import func, select

from tests.app.conftest import Settled
from tests.town import open_town
from yoriai.app.demo import settle
from yoriai.app.demo.composer import Said
from yoriai.app.demo.founding import FOUNDED
from yoriai.app.demo.live import keep_talking
from yoriai.app.demo.moments import CLOSED, SATURDAY, Calendar, is_lately, moment_of
from yoriai.app.demo.people import Cast, cast_of, tenants_of
from yoriai.app.demo.setting import setting
from yoriai.app.demo.talk import story
from yoriai.kit.days import JST
from yoriai.people.accounts.models import Account, EmploymentType, Posting
from yoriai.people.orgs.models import Department
from yoriai.platform.db.store import opened
from yoriai.platform.facts.models import JournalRow, StreamHead
from yoriai.platform.work.edge import Works
from yoriai.talk.messages.models import Message, MessageVersion
from yoriai.talk.messages.parts import first_words
from yoriai.talk.pins.models import Pin
from yoriai.talk.reactions.models import Reaction
from yoriai.talk.rooms.models import Membership, ReadMark, Room, RoomKind

pytestmark = pytest.mark.anyio
AT_NIGHT = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)
"""A Monday in Japan, half past midnight: everything of today was said yesterday."""
MOMENTS = [AT_NIGHT + timedelta(hours=hours) for hours in (8.5, 9.5, 15, 23, 80, 132)]
"""Two of the morning, the afternoon and the evening of that Monday, a Thursday's morning and a Saturday's noon."""
SIX = (
    "親族が亡くなって、市役所でいろんな手続きをしたんですが、必要な手続きが抜けていないか不安です。必要な手続きの一覧があればいいですよね！",
    "見本市では、市民課で死亡届の提出の際に一覧表を配布されていますよ",
    "手続に必要な持ち物も記載してあると、より分かりやすいです",
    "私の所属でも、亡くなられた際の手続きがあるので、一覧に加えてほしいです",
    "市民課で各課照会をして、内容を更新しようと思います。",
    "皆さん、御協力お願いしまーす！",
)


@pytest.fixture
async def works(settled: Settled) -> AsyncGenerator[Works]:
    async with opened(settled.url) as store:
        yield Works(store)


@pytest.fixture
async def cast(works: Works) -> Cast:
    async with works.reading() as work:
        return await cast_of(work, await tenants_of(work, setting()))


def talk_at(cast: Cast, now: datetime) -> dict[str, list[Said]]:
    """What the composer says of every room that people have made, and of one of a unit."""
    told, calendar = story(), Calendar(now - FOUNDED, now)
    said = {room.seed: room.spoken(cast, calendar) for room in told.rooms}
    return said | {"窓口係": told.of_unit("窓口係", cast.by_name["窓口係"], calendar)}


async def test_a_second_start_changes_nothing(works: Works, settled: Settled) -> None:
    key = settled.settings.server_key()
    assert await settle(works, settled.at + timedelta(days=1), key=key) == settled.town
    least = {Account: 340, Department: 60, Message: 8_000, Membership: 1_500}
    async with works.reading() as work:
        for table, many in least.items():
            assert (await work.session.scalar(select(func.count()).select_from(table)) or 0) >= many
        rooms = await work.session.execute(select(Room.kind, func.count()).group_by(Room.kind))
    kinds = dict(rooms.all())
    assert kinds[RoomKind.GROUP] + kinds[RoomKind.OPEN] >= 40
    assert kinds[RoomKind.DIRECT] >= 10
    assert kinds[RoomKind.SELF] >= 2
    assert kinds[RoomKind.DEPARTMENT] >= 40


@pytest.mark.req("ROOM-6")
async def test_the_six_messages_stand_in_their_order_said_by_five_people(works: Works) -> None:
    async with works.reading() as work:
        said = select(Message).join(Room, Room.id == Message.room_id).where(Room.name.startswith("おくやみ"))
        six = (await work.session.scalars(said.order_by(Message.ordinal).limit(6))).all()
    assert tuple(first_words(each.parts, 200) for each in six) == SIX
    assert len({each.author_id for each in six}) == 5
    async with works.reading() as work:
        room = await work.session.get_one(Room, six[0].room_id)
    assert room.kind == RoomKind.OPEN


@pytest.mark.req("BASE-5")
async def test_every_message_has_its_place_and_an_author_who_was_a_member_then(
    works: Works, settled: Settled
) -> None:
    async with works.reading() as work:
        rooms = (await work.session.scalars(select(Room))).all()
        said = (await work.session.scalars(select(Message).order_by(Message.room_id, Message.ordinal))).all()
        marks = (await work.session.scalars(select(ReadMark))).all()
        seats = (await work.session.scalars(select(Membership).where(Membership.is_open.is_(True)))).all()
    newest = {room.id: room.last_ordinal for room in rooms}
    joined = {(seat.room_id, seat.account_id): seat.joined_at for seat in seats}
    for room, group in itertools.groupby(said, key=lambda each: each.room_id):
        here = list(group)
        assert [each.ordinal for each in here] == list(range(1, newest[room] + 1))
        assert [each.posted_at for each in here] == sorted(each.posted_at for each in here)
        assert here[-1].posted_at <= datetime.now(UTC)
    assert all(joined[each.room_id, each.author_id] <= each.posted_at for each in said)
    own = {(each.room_id, each.author_id): each.ordinal for each in said}
    for mark in marks:
        assert own.get((mark.room_id, mark.account_id), 0) <= mark.ordinal <= newest[mark.room_id]
    assert max(newest.values()) > 200
    assert not [each for each in said if "{" in first_words(each.parts, 500)]


@pytest.mark.req("MSG-3", "MSG-4", "MSG-8", "ROOM-18")
async def test_people_have_reacted_answered_edited_and_pinned_as_they_could(works: Works) -> None:
    async with works.reading() as work:
        said = {each.id: each for each in await work.session.scalars(select(Message))}
        signs = (await work.session.scalars(select(Reaction))).all()
        marks = await work.session.scalars(select(ReadMark))
        read = {(mark.room_id, mark.account_id): mark.ordinal for mark in marks}
        pins = (await work.session.scalars(select(Pin))).all()
        versions = (await work.session.scalars(select(MessageVersion))).all()
    assert len(signs) > 1_000
    for sign in signs:
        message = said[sign.message_id]
        assert message.author_id != sign.account_id
        assert message.posted_at < sign.reacted_at <= datetime.now(UTC)
        assert read[message.room_id, sign.account_id] >= message.ordinal
    answers = [each for each in said.values() if each.quote_id]
    assert len(answers) > 100
    for answer in answers:
        quoted = said[answer.quote_id] if answer.quote_id else answer
        assert (quoted.room_id, quoted.ordinal < answer.ordinal) == (answer.room_id, True)
    changed = {each.id for each in said.values() if each.edited_at or each.withdrawn_at}
    assert {each.message_id for each in versions} == changed
    kinds = Counter(version.kind for version in versions)
    assert (kinds["edited"] > 20, kinds["withdrawn"] > 0, len(pins) > 10) == (True, True, True), kinds
    assert all(said[pin.message_id].withdrawn_at is None for pin in pins)


async def test_what_was_told_is_numbered_without_gaps(works: Works) -> None:
    async with works.reading() as work:
        rows = await work.session.execute(
            select(JournalRow.stream, func.count(), func.min(JournalRow.number), func.max(JournalRow.number))
            .group_by(JournalRow.stream)
        )  # fmt: skip
        told = {stream: (many, first, last) for stream, many, first, last in rows}
        heads = {each.stream: each for each in await work.session.scalars(select(StreamHead))}
    for stream, (many, first, last) in told.items():
        assert (first, last) == (heads[stream].oldest + 1, heads[stream].head)
        assert many == last - first + 1


async def test_at_one_moment_the_same_is_always_said(cast: Cast) -> None:
    assert talk_at(cast, AT_NIGHT) == talk_at(cast, AT_NIGHT)


async def test_people_talk_on_office_days_and_in_office_hours(cast: Cast) -> None:
    told = {room.seed: room for room in story().rooms}
    for name, said in talk_at(cast, AT_NIGHT).items():
        assert all(each.at <= AT_NIGHT for each in said)
        if (
            name in told and told[name].said
        ):  # what is said some minutes ago is said whenever the demo is begun
            continue
        for each in said:
            here = each.at.astimezone(JST)
            assert here.weekday() < SATURDAY
            assert (here.month, here.day) not in CLOSED
            assert 8 <= here.hour < 18


@pytest.mark.parametrize("now", MOMENTS, ids=lambda now: f"{now.astimezone(JST):%a-%H%M}")
async def test_whenever_the_town_is_founded_nobody_spoke_before_and_the_last_words_are_those_written(
    cast: Cast, now: datetime
) -> None:
    calendar = Calendar(now - FOUNDED, now)
    assert all(each.at > now - FOUNDED for said in talk_at(cast, now).values() for each in said)
    for room in story().rooms:
        if not room.said or not is_lately(room.said[-1][0]):
            continue
        said = room.spoken(cast, calendar)
        assert [each.words for each in said][-len(room.said) :] == [words for *_, words in room.said]
        for name, unread in room.unread.items():
            assert cast.one(name) not in [each.player for each in said][len(said) - unread :]


async def test_talk_does_not_repeat_itself_in_a_room(cast: Cast) -> None:
    for name, said in talk_at(cast, AT_NIGHT).items():
        long = Counter(each.words for each in said if len(each.words) > 40)
        assert not long or max(long.values()) <= 3, name


@pytest.mark.req("TEXT-1", "ORG-19")
async def test_names_are_as_the_roster_writes_them_and_two_may_have_one(works: Works) -> None:
    async with works.reading() as work:
        people = (await work.session.scalars(select(Account))).all()
    names = Counter(f"{each.family} {each.given}" for each in people)
    assert {"鈴木 﨑子", "髙橋 渉", "葛\U000e0100城 誠", "邉\U000e0101見 勉", "𠮷田 遥"} <= set(names)
    assert names["佐藤 恵"] == names["渡辺 愛"] == 2
    kinds = Counter(each.employment_type for each in people)
    assert kinds[EmploymentType.FIXED_TERM] > 30
    assert kinds[EmploymentType.REAPPOINTED] > 5
    assert kinds[EmploymentType.SPECIAL_POST] == 4


async def test_everybody_in_the_table_signs_in_and_somebody_has_unread_talk(
    settled: Settled, tmp_path: Path
) -> None:
    async with open_town(settled.url, tmp_path) as town:
        town.assembly.entrance.is_relaxed = True  # as `yoriai demo` runs it
        screens: dict[str, dict[str, int]] = {}
        for person in (*settled.town.people[:-1], *settled.town.neighbours):  # not who has a second factor
            claim = {"tenant": person.code, "login_id": person.login_id, "password": settled.town.password}
            answer = await town.call(None, "POST", "/api/sign-in", claim | {"new_password": None})
            cookie = answer.headers["set-cookie"].partition(";")[0]
            screen = (await town.call(None, "GET", "/api/screen", headers={"cookie": cookie})).json()
            screens[person.login_id] = {row["name"]: row["unread"] for row in screen["rooms"]}
            assert screen["followed"] or person.login_id != "100001"  # the mayor reads along
            if person.login_id == "100305":
                assert len({row["readers"]["internet_devices"] for row in screen["rooms"]}) == 2
    assert sum(screens["100305"].values()) > 5
    assert 0 in screens["100305"].values()
    assert screens["100001"]["市長・副市長・教育長　連絡"] == 2
    # Whoever is of another body is in the rooms that bodies have in common, and in those of their own units.
    assert set(screens["200301"]) == {"認知症施策　担当者連絡", "健康課"}
    assert all(len(rooms) >= 1 + who.startswith("1") for who, rooms in screens.items())


@pytest.mark.req("ORG-7", "ADMIN-10")
async def test_somebody_waits_with_a_slip_and_some_serve_in_two_organizations(
    settled: Settled, tmp_path: Path
) -> None:
    code, login_id, secret = settled.town.waiting.hint.partition("#")[2].split("/")
    claim = {"tenant": code, "login_id": login_id, "password": secret, "new_password": None}
    async with open_town(settled.url, settled.settings.data_dir) as town:
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
        assert Counter(many for _, many in halls)[2] > 10


async def test_the_town_goes_on_talking_over_the_services_of_the_product(works: Works) -> None:
    class Enough(Exception):
        """So much has been said."""

    async def newest() -> Sequence[Message]:
        async with works.reading() as work:
            found = select(Message).order_by(Message.posted_at.desc(), Message.ordinal.desc()).limit(60)
            return (await work.session.scalars(found)).all()

    pauses = 0

    async def sleep(_: float) -> None:
        nonlocal pauses
        pauses += 1
        if pauses > 40:
            raise Enough

    before = {each.id for each in await newest()}
    town = setting()
    with pytest.raises(Enough):
        await keep_talking(works, town, Random(8), sleep)
    fresh = [each for each in await newest() if each.id not in before]
    async with works.reading() as work:
        cast = await cast_of(work, await tenants_of(work, town))
        heard = await work.session.scalars(
            select(JournalRow.name).where(JournalRow.name == "messages.posted")
        )
        heard = len(heard.all())
    assert len(fresh) > 20
    assert len({each.room_id for each in fresh}) > 2
    assert not {cast.players[each.author_id].login_id for each in fresh} & town.shown
    assert heard >= len(fresh)


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
