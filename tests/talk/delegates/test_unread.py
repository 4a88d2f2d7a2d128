"""How much is unread, shown to whoever acts for one: by one's own word alone, as one number, and gone with it (ORG-8)."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import update

from tests.cast import ROADS, SATO, SUZUKI, TAKAHASHI, TANAKA, WELFARE
from tests.talk.delegates.acting import named, today
from tests.town import Town
from tests.transcripts import transcript
from yoriai.people.accounts.delegates.models import Delegate
from yoriai.people.accounts.models import Account
from yoriai.talk.rooms.models import Membership, Room

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-8")]


async def counted(town: Town, who: UUID, zone: str = "lgwan") -> list[tuple[str, int]]:
    answer = await town.call(who, "GET", "/api/principals/unread", zone=zone)
    assert answer.status_code == 200
    assert set(answer.json()) == {"counts"}
    assert all(set(each) == {"principal_id", "unread"} for each in answer.json()["counts"])
    return [(each["principal_id"], each["unread"]) for each in answer.json()["counts"]]


async def shows(town: Town, delegate: str, *, shown: bool = True, who: UUID = SATO) -> int:
    path = f"/api/delegates/{delegate}/unread"
    return (await town.call(who, "PUT" if shown else "DELETE", path)).status_code


async def with_consent(town: Town, person: UUID = TANAKA) -> str:
    delegate = await named(town, SATO, person)
    assert await shows(town, delegate) == 204
    return delegate


async def test_it_is_one_number_of_rooms_of_several_and_follows_what_is_read(town: Town) -> None:
    await with_consent(town)
    assert await counted(town, TANAKA) == [(str(SATO), 0)]
    for text in ("一つ目", "二つ目"):
        await town.says(SUZUKI, text, WELFARE)
    assert await counted(town, TANAKA) == [(str(SATO), 2)]
    mark = await town.call(SATO, "PUT", f"/api/rooms/{WELFARE}/read-mark", {"ordinal": 1})
    assert mark.is_success
    assert await counted(town, TANAKA) == [(str(SATO), 1)]


@pytest.mark.req("A4", "N5")
async def test_talks_of_two_and_own_notes_move_no_number(town: Town) -> None:
    await with_consent(town)
    for who, other in ((SUZUKI, SATO), (TANAKA, SATO)):
        answer = await town.call(who, "POST", "/api/direct-rooms", {"account_id": str(other)})
        await town.says(who, "内々に", UUID(answer.json()["room_id"]))
    notes = (await town.call(SATO, "POST", "/api/own-room")).json()["room_id"]
    await town.says(SATO, "控え", UUID(notes))
    assert await counted(town, TANAKA) == [(str(SATO), 0)]


async def test_rooms_that_do_not_call_the_principal_count_as_their_own_badge_does(town: Town) -> None:
    await with_consent(town)
    await town.says(SUZUKI, "お知らせです", WELFARE)
    for notify, unread in (("none", 0), ("mentions", 0), ("all", 1)):
        choice = await town.call(SATO, "PUT", f"/api/rooms/{WELFARE}/notify", {"notify": notify})
        assert choice.is_success
        assert await counted(town, TANAKA) == [(str(SATO), unread)]


@pytest.mark.req("N19", "A4")
async def test_only_the_principal_says_so(town: Town) -> None:
    delegate = await named(town, SATO, TANAKA)
    assert await counted(town, TANAKA) == []
    for who in (TANAKA, SUZUKI, TAKAHASHI):
        for shown in (True, False):
            assert await shows(town, delegate, shown=shown, who=who) == 404
    assert await counted(town, TANAKA) == []
    assert await shows(town, delegate) == await shows(town, delegate) == 204
    assert (await town.told_at(f"person/{SATO}")).count("delegates.unread_shown") == 1
    for who in (SATO, SUZUKI, TAKAHASHI):
        assert await counted(town, who) == []


@pytest.mark.req("N40", "N25")
@pytest.mark.parametrize("carrier", ["socket", "events", "poll"])
async def test_taken_back_it_is_gone_at_once_and_every_line_asks_anew(town: Town, carrier: str) -> None:
    delegate = await with_consent(town)
    await town.says(SUZUKI, "一つ目", WELFARE)
    async with town.listens(TANAKA, carrier=carrier) as ear:
        assert await shows(town, delegate, shown=False) == 204
        assert await counted(town, TANAKA) == []
        await ear.knocks_again()
    async with town.listens(TANAKA, carrier=carrier) as ear:
        await town.says(SUZUKI, "二つ目", WELFARE)
        await town.says(TAKAHASHI, "土木課へ", ROADS)
        assert (await ear.fact("messages.posted"))["stream"] == f"room/{ROADS}"
        assert str(WELFARE) not in str(ear.frames)


@pytest.mark.req("D19", "D20")
async def test_with_the_mandate_it_ends_and_named_anew_nothing_is_shown(town: Town) -> None:
    delegate = await with_consent(town)
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Delegate).values(until=today(town) - timedelta(days=1)))
    assert await counted(town, TANAKA) == []
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Delegate).values(until=None))
        await work.session.execute(update(Account).where(Account.id == SATO).values(status="suspended"))
    assert await counted(town, TANAKA) == []
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SATO).values(status="active"))
    assert await counted(town, TANAKA) == [(str(SATO), 0)]
    assert (await town.call(SATO, "DELETE", f"/api/delegates/{delegate}")).status_code == 204
    assert await counted(town, TANAKA) == []
    await named(town, SATO, TANAKA)
    assert await counted(town, TANAKA) == []


async def test_a_delegate_of_a_delegate_sees_the_number_of_the_one_in_the_middle_alone(town: Town) -> None:
    await with_consent(town, TANAKA)
    delegate = await named(town, TANAKA, SUZUKI)
    assert await shows(town, delegate, who=TANAKA) == 204
    assert [who for who, _ in await counted(town, SUZUKI)] == [str(TANAKA)]


@pytest.mark.req("ZONE-5")
async def test_on_the_internet_side_rooms_that_are_not_there_do_not_count(town: Town) -> None:
    await with_consent(town)
    await town.says(SUZUKI, "庁内だけ", WELFARE)
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Room).where(Room.id == WELFARE).values(lgwan_only=True))
    assert await counted(town, TANAKA, "internet") == [(str(SATO), 0)]
    assert await counted(town, TANAKA) == [(str(SATO), 1)]


async def test_where_the_principal_is_no_longer_nothing_counts(town: Town) -> None:
    await with_consent(town)
    await town.says(SUZUKI, "一つ目", WELFARE)
    async with town.assembly.works.writing() as work:
        seat = update(Membership).where(Membership.account_id == SATO, Membership.room_id == WELFARE)
        await work.session.execute(seat.values(is_open=None))
    assert await counted(town, TANAKA) == [(str(SATO), 0)]


async def test_open_screens_of_the_principal_are_told(town: Town) -> None:
    delegate = await named(town, SATO, TANAKA)
    async with transcript(town, "delegates.unread_shown", SATO, expect=["delegates.unread_shown"]):
        assert await shows(town, delegate) == 204
