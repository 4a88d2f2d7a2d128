"""Who has read a message, and who has not: counts first, then names, as the room's own rule allows."""

from collections.abc import Sequence
from uuid import UUID

import pytest
from sqlalchemy import insert, update

from tests.cast import MIHON, OPENED, SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE, named
from tests.talk.actors import actor_of, change_room, opened
from tests.talk.statements import statements
from tests.town import Town
from yoriai.people.accounts.models import Account
from yoriai.people.orgs.models import Department
from yoriai.talk.receipts import readers
from yoriai.talk.receipts.wire import Side
from yoriai.talk.rooms.models import Membership, ReadMark
from yoriai.talk.rooms.policy import ReadersPolicy, readers_policy
from yoriai.talk.rooms.standing import enter

pytestmark = pytest.mark.anyio


@pytest.fixture
async def room(town: Town) -> UUID:
    """佐藤's, with 鈴木 of the same section, 田中 of another and 髙橋 of a third."""
    return await opened(town, SATO, [SUZUKI, TANAKA, TAKAHASHI])


@pytest.fixture
async def said(town: Town, room: UUID) -> str:
    return await town.says(SATO, "ご確認ください", room)


async def reads(town: Town, who: UUID, room: UUID, ordinal: int = 1) -> None:
    answer = await town.call(who, "PUT", f"/api/rooms/{room}/read-mark", {"ordinal": ordinal})
    assert answer.status_code == 200, answer.text


async def ask(town: Town, who: UUID, room: UUID, message: str, side: str = ""):
    return await town.call(who, "GET", f"/api/rooms/{room}/messages/{message}/readers{side}")


async def counted(town: Town, room: UUID, message: str, who: UUID = SATO) -> tuple[int, int, bool]:
    answer = (await ask(town, who, room, message)).json()
    return answer["read"], answer["unread"], answer["shows_names"]


async def families(town: Town, room: UUID, message: str, side: str, who: UUID = SATO) -> list[str]:
    answer = await ask(town, who, room, message, f"/{side}")
    assert answer.status_code == 200, answer.text
    return [person["family"] for person in answer.json()["people"]]


def code(answer) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


@pytest.mark.req("MSG-10")
async def test_readers_and_the_others_are_counted_and_named_without_the_author(
    town: Town, room: UUID, said: str
) -> None:
    await reads(town, TANAKA, room)
    assert await counted(town, room, said) == (1, 2, True)
    assert await families(town, room, said, "read") == ["田中"]
    assert await families(town, room, said, "unread") == ["鈴木", "髙橋"]


@pytest.mark.req("MSG-10", "ORG-16")
async def test_names_stand_unit_after_unit_and_go_on_page_by_page(
    town: Town, room: UUID, said: str, monkeypatch
) -> None:
    # 情報政策課 first, then 土木課, then 福祉課: as the tree has them, whatever their kana is.
    async with town.assembly.works.writing() as work:
        for order, unit in enumerate(("情報政策課", "土木課", "福祉課"), start=1):
            await work.session.execute(
                update(Department).where(Department.id == named(unit)).values(display_order=order)
            )
    monkeypatch.setattr(readers, "PAGE", 2)
    first = (await ask(town, SATO, room, said, "/unread")).json()
    second = (await ask(town, SATO, room, said, f"/unread?cursor={first['next']}")).json()
    pages = [[person["department"] for person in page["people"]] for page in (first, second)]
    assert (pages, second["next"]) == ([["情報政策課", "土木課"], ["福祉課"]], None)


@pytest.mark.req("MSG-9", "MSG-10")
async def test_who_has_read_and_left_stays_a_reader_and_who_left_without_is_asked_no_more(
    town: Town, room: UUID, said: str
) -> None:
    await reads(town, TANAKA, room)
    for who in (TANAKA, SUZUKI):
        await town.call(who, "DELETE", f"/api/rooms/{room}/members/{who}")
    assert await counted(town, room, said) == (1, 1, True)
    assert await families(town, room, said, "read") == ["田中"]


@pytest.mark.req("D17", "MSG-10")
async def test_of_what_was_said_before_somebodys_time_they_are_on_neither_side(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI])
    await change_room(town, room, policies={"past": "hidden"})
    old = await town.says(SATO, "前の話", room)
    await town.call(SATO, "POST", f"/api/rooms/{room}/members", {"accounts": [str(TANAKA)]})
    new = await town.says(SATO, "今の話", room)
    await reads(town, TANAKA, room, 2)

    assert await counted(town, room, old) == (0, 1, True)
    assert await counted(town, room, new) == (1, 1, True)
    assert code(await ask(town, TANAKA, room, old)) == (404, "not_found")


@pytest.mark.req("MSG-10")
@pytest.mark.parametrize(
    ("policy", "author", "reader"),
    [
        ("everyone", True, True),
        ("author", True, False),
        ("count", False, False),
        ("none", None, None),
        ("something newer", None, None),
    ],
)
async def test_the_rooms_rule_is_kept_by_the_server(
    town: Town, room: UUID, said: str, policy: str, author: bool | None, reader: bool | None
) -> None:
    await reads(town, TANAKA, room)
    await change_room(town, room, policies={"readers": policy})
    for who, knows in ((SATO, author), (TANAKA, reader)):
        count = await ask(town, who, room, said)
        names = [await ask(town, who, room, said, side) for side in ("/read", "/unread")]
        if knows is None:
            assert {code(each) for each in (count, *names)} == {(403, "receipts.count_hidden")}
        else:
            assert count.json() == {"read": 1, "unread": 2, "shows_names": knows}
            refused = {(403, "receipts.names_hidden")}
            assert knows or {code(each) for each in names} == refused
            assert not knows or {each.status_code for each in names} == {200}


@pytest.mark.req("MSG-10")
async def test_a_room_that_says_nothing_of_its_readers_tells_no_counts_either(
    town: Town, room: UUID, said: str
) -> None:
    await change_room(town, room, policies={"readers": "none"})
    async with town.listens(SATO) as ear:
        await ear.ask("look", stream=f"room/{room}")
        await reads(town, TANAKA, room)
        await ear.until(lambda: any("signal" in frame for frame in ear.frames))
        assert [frame["marks"] for frame in ear.frames if "signal" in frame] == [[]]
    page = (await town.call(SATO, "GET", f"/api/rooms/{room}/messages")).json()
    assert page["marks"] == []


@pytest.mark.req("BASE-7", "MSG-10")
async def test_a_body_may_live_without_the_lists(town: Town, room: UUID, said: str) -> None:
    await town.call(TAKAHASHI, "DELETE", "/api/modules/reader_lists/switch")
    for side in ("", "/read", "/unread"):
        assert code(await ask(town, SATO, room, said, side)) == (404, "not_found")


@pytest.mark.req("N14")
async def test_strangers_learn_nothing_of_who_has_read(town: Town, said: str) -> None:
    other = await town.says(SUZUKI, "福祉課の話", WELFARE)
    for side in ("", "/read", "/unread"):
        assert code(await ask(town, TANAKA, WELFARE, other, side)) == (404, "not_found")
        assert code(await ask(town, SATO, WELFARE, said, side)) == (404, "not_found")


@pytest.mark.req("MSG-10", "ROOM-8")
async def test_three_thousand_members_take_as_many_queries_as_three(
    town: Town, room: UUID, said: str
) -> None:
    actor, works = await actor_of(town, SATO), town.assembly.works

    async def taken() -> tuple[int, int]:
        async with works.reading() as work:
            here = await enter(work, actor, room)
            async with statements(work) as sent:
                count = await readers.counts(work, here, UUID(said))
                page = await readers.names(work, here, UUID(said), Side.UNREAD, cursor=None)
        assert len(page.people) == min(count.unread, readers.PAGE)
        return len(sent), count.read + count.unread

    few, _ = await taken()
    await _fill(town, room, 3_000)
    many, members = await taken()
    assert (many, members) == (few, 3_003)


async def _fill(town: Town, room: UUID, count: int) -> None:
    people = [named(f"職員 {each}") for each in range(count)]
    async with town.assembly.works.writing() as work:
        await work.session.execute(
            insert(Account), [_account(who, place) for place, who in enumerate(people)]
        )
        seat = {"room_id": room, "role": "member", "is_open": True, "since_number": 1, "since_ordinal": 1}
        await work.session.execute(
            insert(Membership),
            [seat | {"id": named(f"席 {who}"), "account_id": who, "joined_at": OPENED} for who in people],
        )
        read: Sequence[UUID] = people[::2]
        mark = {"room_id": room, "ordinal": 1, "marked_at": OPENED}
        await work.session.execute(insert(ReadMark), [mark | {"account_id": who} for who in read])


def _account(who: UUID, place: int) -> dict[str, object]:
    return {
        "id": who, "tenant_id": MIHON, "kind": "member", "login_id": f"3{place:05d}", "family": "職員",
        "given": str(place), "kana": "しょくいん", "kana_order": b"\xe3\x81\x97", "folded": "", "email": None,
        "employment_type": "regular", "job_title": "主事", "extension": "", "status": "active", "roles": ["member"],
        "password_changed_at": OPENED, "created_at": OPENED,
    }  # fmt: skip


@pytest.mark.req("MSG-10")
def test_readers_are_shown_to_everybody_unless_the_room_says_otherwise() -> None:
    assert readers_policy({}) is ReadersPolicy.EVERYONE
    assert readers_policy({"readers": "author"}) is ReadersPolicy.AUTHOR
    assert readers_policy({"readers": "whatever"}) is ReadersPolicy.NONE
