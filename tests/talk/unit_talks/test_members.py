"""The account of a unit as a member of a room: whoever may speak for it sits there as long as they may, and as nobody else
(ORG-6)."""

import asyncio
from uuid import UUID

import httpx2
import pytest
from sqlalchemy import delete, select

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.ear import Refusal
from tests.keys import new_send_key
from tests.people.accounts.managing.forms import become
from tests.talk.federation.joining import joined, together
from tests.talk.guests.inviting import come
from tests.talk.unit_talks.counter import UNIT, names, opened, page, row, says, takes_out
from tests.talk.unit_talks.membership import brings, room_of, seats
from tests.town import Town
from yoriai.people.access.capabilities import Role
from yoriai.people.orgs.models import Department
from yoriai.people.sessions.models import Session

pytestmark = pytest.mark.anyio


async def counter(town: Town, *speakers: UUID) -> tuple[str, list[str]]:
    """The account of 福祉課 in the room of 土木課, which 田中 manages; and by what each of these speaks for it."""
    account = await opened(town)
    named = [await names(town, account, who) for who in speakers]
    answer = await brings(town, town.roads, account)
    assert answer.status_code == 204, answer.text
    return account, named


@pytest.mark.req("ORG-6")
async def test_a_unit_is_brought_in_like_a_person_and_those_who_speak_for_it_read_there(town: Town) -> None:
    await says(town, TANAKA, town.roads, "前の話です")
    async with town.listens(TANAKA) as ear:
        account, _ = await counter(town, SATO, SUZUKI)
        told = (await ear.fact("rooms.joined"))["body"]
    assert (told["account_id"], told["person"]["kind"], told["speakers"]) == (
        account,
        "department",
        ["佐藤 花子", "鈴木 﨑子"],
    )
    whole = await room_of(town, TANAKA, town.roads)
    assert [each["account_id"] for each in whole["members"]] == [str(TAKAHASHI), str(TANAKA), account]
    assert (whole["room"]["member_count"], whole["members"][2]["speakers"]) == (3, ["佐藤 花子", "鈴木 﨑子"])
    mine = await row(town, SATO, town.roads)
    assert mine is not None
    assert (mine["held_for"], mine["unread"], mine["member_count"], mine["may_leave"]) == (
        account,
        0,
        3,
        False,
    )
    # Once more changes nothing.
    assert (await brings(town, town.roads, account)).status_code == 204
    assert await seats(town, town.roads) == {
        (TANAKA, None), (TAKAHASHI, None), (UUID(account), None), (SATO, UUID(account)), (SUZUKI, UUID(account)),
    }  # fmt: skip
    assert "rooms.left" not in await town.told(town.roads)


@pytest.mark.req("ORG-6")
async def test_from_such_a_seat_everything_is_said_in_the_name_of_the_unit(town: Town) -> None:
    account, _ = await counter(town, SATO, SUZUKI)
    said = await says(town, SATO, town.roads, "福祉課からです")
    other = await opened_beside(town)
    for whose in (other, str(SATO)):
        refused = await says(town, SATO, town.roads, "別の名前", on_behalf_of=whose)
        assert refused.status_code in (403, 409), refused.text
    shown = (await page(town, TANAKA, town.roads))["messages"]
    assert [(each["author_id"], each["on_behalf_of"]) for each in shown] == [(str(SATO), account)]
    readers = f"/api/rooms/{town.roads}/messages/{said.json()['message_id']}/readers"
    assert (await town.call(TANAKA, "GET", readers)).json()["unread"] == 2
    # 田中 reads as herself, and the two who sit there for the unit are one reader.
    await says(town, TANAKA, town.roads, "確認します")
    await says(town, SUZUKI, town.roads, "お願いします")
    assert (await town.call(TANAKA, "GET", readers)).json() | {"shows_names": True} == {
        "read": 1, "unread": 1, "shows_names": True,
    }  # fmt: skip


async def opened_beside(town: Town) -> str:
    """Another unit's account, for which 佐藤 speaks too."""
    async with town.assembly.works.reading() as work:
        beside = await work.session.scalar(select(Department.id).where(Department.name == "土木課"))
    wish = {"unit_id": str(beside), "name": "土木課"}
    account = (await town.call(TAKAHASHI, "POST", "/api/department-accounts", wish)).json()["account_id"]
    await names(town, account, SATO)
    return str(account)


@pytest.mark.req("ORG-6", "N40", "D19")
@pytest.mark.parametrize("carrier", ["socket", "events", "poll"])
async def test_who_is_named_no_longer_loses_the_room_at_once(town: Town, carrier: str) -> None:
    account, (speaker,) = await counter(town, SATO)
    await says(town, TANAKA, town.roads, "前の話です")
    async with town.listens(SATO, carrier=carrier) as ear:
        await takes_out(town, account, speaker)
        await ear.knocks_again()
        await says(town, TANAKA, town.roads, "もう聞こえません")
        assert [frame for frame in ear.facts if "もう聞こえません" in str(frame)] == []
    assert await row(town, SATO, town.roads) is None
    path = f"/api/rooms/{town.roads}"
    for method, at, body in (
        ("GET", path, None),
        ("GET", f"{path}/messages", None),
        ("POST", f"{path}/messages", {"send_key": new_send_key(), "parts": [{"kind": "text", "text": "x"}]}),
    ):
        assert (await town.call(SATO, method, at, body)).status_code == 404
    async with town.listens(SATO) as ear:
        with pytest.raises(Refusal) as shut:
            await ear.ask("typing.write", room_id=str(town.roads))
        assert shut.value.status == 404


@pytest.mark.req("ORG-6", "N40")
async def test_the_seats_end_with_the_unit_in_the_room_and_with_the_account(town: Town) -> None:
    account, _ = await counter(town, SATO)
    gone = await town.call(TANAKA, "DELETE", f"/api/rooms/{town.roads}/members/{account}")
    assert gone.status_code == 204
    assert await seats(town, town.roads) == {(TANAKA, None), (TAKAHASHI, None)}
    assert (await says(town, SATO, town.roads, "x")).status_code == 404
    assert (await brings(town, town.roads, account)).status_code == 204
    assert (SATO, UUID(account)) in await seats(town, town.roads)
    assert (await town.call(TAKAHASHI, "DELETE", f"/api/department-accounts/{account}")).status_code == 204
    assert (await says(town, SATO, town.roads, "x")).status_code == 404
    # The unit itself stays in the list, as somebody does who has gone; nobody sits there for it.
    assert await seats(town, town.roads) == {(TANAKA, None), (TAKAHASHI, None), (UUID(account), None)}


@pytest.mark.req("ORG-6")
async def test_whoever_is_brought_in_by_themselves_speaks_as_who_they_are(town: Town) -> None:
    account, _ = await counter(town, SATO)
    async with town.listens(SATO) as ear:
        assert (await brings(town, town.roads, str(SATO))).status_code == 204
        await ear.knocks_again()
    async with town.listens(SATO) as ear:
        await says(town, SATO, town.roads, "私からです")
        assert (await ear.fact("messages.posted"))["body"]["message"]["on_behalf_of"] is None
    assert (await says(town, SATO, town.roads, "課からです", on_behalf_of=account)).is_success
    shown = (await page(town, TANAKA, town.roads))["messages"]
    assert [each["on_behalf_of"] for each in shown] == [None, account]
    # Taken out, they stay for the unit; and so they hear on.
    async with town.listens(SATO) as ear:
        gone = await town.call(TANAKA, "DELETE", f"/api/rooms/{town.roads}/members/{SATO}")
        assert gone.status_code == 204
        await ear.knocks_again()
    assert (SATO, UUID(account)) in await seats(town, town.roads)
    async with town.listens(SATO) as ear:
        await says(town, TANAKA, town.roads, "聞こえますか")
        assert await ear.fact("messages.posted")


@pytest.mark.req("ORG-6", "A9", "K3")
async def test_nobody_leaves_manages_or_is_taken_out_from_a_seat_of_a_unit(town: Town) -> None:
    account, _ = await counter(town, SATO)
    own = await town.call(SATO, "DELETE", f"/api/rooms/{town.roads}/members/{SATO}")
    assert (own.status_code, own.json()["code"]) == (409, "rooms.held_for_unit")
    before = await town.told(town.roads)
    assert (await town.call(TANAKA, "DELETE", f"/api/rooms/{town.roads}/members/{SATO}")).status_code == 204
    assert await town.told(town.roads) == before
    assert (SATO, UUID(account)) in await seats(town, town.roads)
    for who in (str(SATO), account):
        named = await town.call(TANAKA, "PUT", f"/api/rooms/{town.roads}/managers/{who}")
        assert named.status_code == 422, named.text
    assert (await brings(town, town.roads, str(SUZUKI), who=SATO)).status_code == 403


@pytest.mark.req("ORG-6", "BASE-3", "ORG-15", "N5")
async def test_only_a_unit_that_one_finds_is_brought_in(town: Town) -> None:
    account = await opened(town)
    # Nobody answers there.
    assert (await brings(town, town.roads, account)).status_code == 422
    await names(town, account, SATO)
    async with town.assembly.works.writing() as work:
        (await work.session.get_one(Department, UNIT)).is_open = False
    assert (await brings(town, town.roads, account)).status_code == 422
    # To the next town there is no such account.
    assert (await brings(town, town.next_door, account, who=MORI)).status_code == 422
    assert await seats(town, town.roads) == {(TANAKA, None), (TAKAHASHI, None)}
    async with town.assembly.works.writing() as work:
        (await work.session.get_one(Department, UNIT)).is_open = True
    wish = {"request_key": new_send_key(), "name": "打合せ", "members": [account, str(SUZUKI)]}
    made = await town.call(TANAKA, "POST", "/api/rooms", wish)
    assert made.status_code == 201, made.text
    assert (SATO, UUID(account)) in await seats(town, UUID(made.json()["room_id"]))


@pytest.mark.req("ORG-6", "A12", "A8", "K1", "K8")
async def test_guests_and_other_bodies_see_the_unit_and_nobody_behind_it(town: Town) -> None:
    room = await together(town)
    await joined(town, room, MORI)
    guest = await come(town, room)
    await become(town, SATO, Role.ADMINISTRATOR)
    account = await opened(town)
    async with town.listens(MORI) as ear:
        assert (await brings(town, room, account, who=SATO)).status_code == 422
        speaker = await names(town, account, TAKAHASHI, by=SATO)
        brought = await brings(town, room, account, who=SATO)
        assert brought.status_code == 204, brought.text
        told = [(await ear.fact(name)) for name in ("rooms.joined", "rooms.unit_seated")]
        await says(town, TAKAHASHI, room, "福祉課からです")
        told.append(await ear.fact("messages.posted"))
        await takes_out(town, account, speaker)
        told.append(await ear.fact("rooms.unit_seated", 2))
        assert [frame for frame in ear.frames if "髙橋" in str(frame) or str(TAKAHASHI) in str(frame)] == []
    assert [frame["body"].get("speakers") for frame in told] == [[], [], None, []]
    await names(town, account, TAKAHASHI, by=SATO)
    for answer in (
        await town.call(MORI, "GET", f"/api/rooms/{room}"),
        await town.call(None, "GET", f"/api/rooms/{room}", zone="internet", headers=guest.headers),
    ):
        (unit,) = [each for each in answer.json()["members"] if each["account_id"] == account]
        assert unit["speakers"] == []
        assert "髙橋" not in answer.text
        assert str(TAKAHASHI) not in answer.text
    colleague = await room_of(town, SUZUKI, room)
    assert [each["speakers"] for each in colleague["members"] if each["account_id"] == account] == [
        ["髙橋 渉"]
    ]


@pytest.mark.req("ORG-6", "ZONE-2", "ZONE-5")
async def test_those_behind_the_seats_are_counted_among_who_reads(town: Town) -> None:
    async with town.assembly.works.writing() as work:
        inside = Session.account_id.in_((TANAKA, TAKAHASHI)), Session.zone == "internet"
        await work.session.execute(delete(Session).where(*inside))
    before = await row(town, TANAKA, town.roads)
    assert before is not None
    assert before["readers"]["internet_devices"] is False
    async with town.listens(TANAKA) as ear:
        account, (speaker,) = await counter(town, SATO)
        assert (await ear.fact("rooms.joined"))["body"]["readers"]["internet_devices"] is True
        await takes_out(town, account, speaker)
        gone = (await ear.fact("rooms.unit_seated", 2))["body"]
        assert (gone["readers"]["internet_devices"], gone["zones"], gone["speakers"]) == (False, [], [])
        await names(town, account, SATO)
        come = (await ear.fact("rooms.unit_seated", 3))["body"]
        assert (come["readers"]["internet_devices"], come["zones"]) == (True, ["lgwan", "internet"])
    whole = await room_of(town, TANAKA, town.roads)
    assert whole["room"]["readers"]["internet_devices"] is True
    assert [each["zones"] for each in whole["members"]] == [["lgwan"], ["lgwan"], ["lgwan", "internet"]]


@pytest.mark.req("ORG-6")
async def test_whoever_is_named_while_the_unit_comes_in_sits_there(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    rooms = [await group(town, each) for each in range(4)]
    answers = await asyncio.gather(
        *(brings(town, room, account) for room in rooms), names_quietly(town, account, SUZUKI)
    )
    assert {each.status_code for each in answers} <= {201, 204}
    for room in rooms:
        assert {(SATO, UUID(account)), (SUZUKI, UUID(account))} <= await seats(town, room)


async def group(town: Town, number: int) -> UUID:
    wish = {"request_key": new_send_key(), "name": f"打合せ{number}", "members": [str(TANAKA)]}
    return UUID((await town.call(TANAKA, "POST", "/api/rooms", wish)).json()["room_id"])


async def names_quietly(town: Town, account: str, who: UUID) -> httpx2.Response:
    path = f"/api/department-accounts/{account}/speakers"
    return await town.call(TAKAHASHI, "POST", path, {"account_id": str(who)})
