"""Whoever was a member by themselves and sits there for a unit now, or the other way round (ORG-6)."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.ear import Refusal
from tests.keys import new_send_key
from tests.talk.actors import opened as opens_room
from tests.talk.booking import comes, scheduled, waiting, write
from tests.talk.federation.joining import joined, together
from tests.talk.unit_talks.counter import names, opened, page, row, says, takes_out
from tests.talk.unit_talks.membership import brings
from tests.town import Town

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-6")]


async def together_with(town: Town, *people: UUID) -> tuple[UUID, str]:
    """A room of 田中 and these people with the unit for which 鈴木 speaks; its account."""
    account = await opened(town)
    await names(town, account, SUZUKI)
    room = await opens_room(town, TANAKA, list(people))
    assert (await brings(town, room, account)).status_code == 204
    return room, account


async def out(town: Town, room: UUID, who: UUID, *, by: UUID = TANAKA) -> None:
    assert (await town.call(by, "DELETE", f"/api/rooms/{room}/members/{who}")).status_code == 204


async def readers(town: Town, who: UUID, room: UUID, message: str) -> tuple[dict[str, Any], str]:
    """The counts, and the words of those who have read it."""
    path = f"/api/rooms/{room}/messages/{message}/readers"
    people = await town.call(who, "GET", f"{path}/read")
    return (await town.call(who, "GET", path)).json(), people.text


@pytest.mark.req("A8", "MSG-10")
async def test_who_sits_there_for_the_unit_now_reads_as_the_unit_alone(town: Town) -> None:
    room = await together(town)
    await joined(town, room, MORI)
    account = await opened(town)
    await names(town, account, SUZUKI)
    before = (await says(town, SATO, room, "鈴木さんも読みました")).json()["message_id"]
    await says(town, SUZUKI, room, "はい")
    assert (await brings(town, room, account, who=SATO)).status_code == 204
    await out(town, room, SUZUKI, by=SATO)
    said = (await says(town, MORI, room, "届きましたか")).json()["message_id"]
    await says(town, SUZUKI, room, "課からです")
    async with town.listens(SUZUKI) as ear:
        await says(town, MORI, room, "これもです")
        await ear.ask("receipts.mark", room_id=str(room), ordinal=5)
    counts, people = await readers(town, MORI, room, said)
    assert (counts["read"], "福祉課" in people, str(SUZUKI) in people) == (1, True, False)
    # The marks of the page, from which 既読 of every message follows, count the same.
    marks = (await page(town, MORI, room))["marks"]
    assert sum(many for ordinal, many in marks if ordinal == 5) == 2
    # For themselves nothing is unread; and what they had read by themselves, they have.
    assert (await row(town, SUZUKI, room) or {})["unread"] == 0
    assert str(SUZUKI) in (await readers(town, SATO, room, before))[1]


@pytest.mark.req("MSG-10")
async def test_a_unit_for_which_nobody_sits_there_is_waited_for_by_nobody(town: Town) -> None:
    room, account = await together_with(town, SUZUKI)
    said = (await says(town, TANAKA, room, "届きましたか")).json()["message_id"]
    counts, _ = await readers(town, TANAKA, room, said)
    assert (counts["read"], counts["unread"]) == (0, 1)
    await says(town, SUZUKI, room, "はい")
    counts, _ = await readers(town, TANAKA, room, said)
    assert (counts["read"], counts["unread"]) == (1, 0)
    await names(town, account, SATO)
    counts, _ = await readers(town, TANAKA, room, said)
    assert (counts["read"], counts["unread"]) == (1, 1)
    assert (await town.call(TAKAHASHI, "DELETE", f"/api/department-accounts/{account}")).status_code == 204
    counts, _ = await readers(town, TANAKA, room, said)
    assert (counts["read"], counts["unread"]) == (1, 0)


async def test_naming_the_unit_calls_all_of_the_room_who_speak_for_it(town: Town) -> None:
    room, account = await together_with(town, SUZUKI)
    speaker = await names(town, account, SATO)
    await calls(town, room, account)
    assert await called(town, room, SUZUKI, SATO) == [1, 1]
    await takes_out(town, account, speaker)
    await calls(town, room, account)
    assert await called(town, room, SUZUKI) == [2]


async def calls(town: Town, room: UUID, account: str) -> None:
    part = {"kind": "mention", "of": "account", "id": account, "words": "福祉課"}
    wish = {"send_key": new_send_key(), "parts": [part]}
    assert (await town.call(TANAKA, "POST", f"/api/rooms/{room}/messages", wish)).is_success


async def called(town: Town, room: UUID, *people: UUID) -> list[int]:
    """How often each of them is called there by what they have not read."""
    return [(await row(town, who, room) or {})["mentions"] for who in people]


@pytest.mark.req("MSG-16", "D20")
async def test_what_waits_is_said_in_the_name_in_which_it_was_written_or_not_at_all(town: Town) -> None:
    room, account = await together_with(town, SUZUKI)
    mine = await scheduled(town, who=SUZUKI, room=room)
    await out(town, room, SUZUKI)
    ours = await scheduled(town, text="課からです", who=SUZUKI, room=room)
    await comes(town, mine)
    now = await town.call(SUZUKI, "POST", f"/api/scheduled/{mine}/sending")
    assert (now.status_code, now.json()["code"]) == (409, "messages.seat_otherwise")
    assert (await brings(town, room, str(SUZUKI))).status_code == 204
    await comes(town, ours)
    refused = [each["refused"] for each in await waiting(town, SUZUKI)]
    assert refused == ["messages.seat_otherwise"] * 2
    assert (await page(town, TANAKA, room))["messages"] == []
    # Written anew, it is said in the name that they have now.
    await out(town, room, SUZUKI)
    parts = [{"kind": "text", "text": "課から申し上げます"}]
    due_at = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    wish = {"parts": parts, "due_at": due_at}
    assert (await town.call(SUZUKI, "PUT", f"/api/scheduled/{mine}", wish)).status_code == 200
    await comes(town, mine)
    said = (await page(town, TANAKA, room))["messages"]
    assert [(each["on_behalf_of"], each["parts"][0]["text"]) for each in said] == [
        (account, "課から申し上げます")
    ]


@pytest.mark.req("MSG-16")
async def test_nothing_waits_in_the_name_of_a_unit_for_which_its_author_does_not_sit_there(
    town: Town,
) -> None:
    room, account = await together_with(town, SUZUKI)
    status, refused = await write(town, who=SUZUKI, room=room, on_behalf_of=account)
    assert (status, refused["code"]) == (409, "scheduled.only_as_seated")
    await out(town, room, SUZUKI)
    assert (await write(town, who=SUZUKI, room=room, on_behalf_of=account))[0] == 200
    assert (await write(town, who=SUZUKI, room=room, on_behalf_of=str(SATO)))[0] == 409


@pytest.mark.req("ROOM-6")
async def test_an_open_room_that_is_read_for_a_unit_is_opened_and_not_followed(town: Town) -> None:
    wish = {"request_key": new_send_key(), "name": "相談の広場", "members": [], "kind": "open"}
    room = (await town.call(TANAKA, "POST", "/api/rooms", wish)).json()["room_id"]
    account = await opened(town)
    speaker = await names(town, account, SUZUKI)
    assert (await brings(town, UUID(room), account)).status_code == 204
    assert await found(town, SUZUKI, room) == (False, True)
    assert await found(town, SATO, room) == (False, False)
    assert (await town.call(SUZUKI, "PUT", f"/api/rooms/{room}/own-membership")).status_code == 204
    assert await found(town, SUZUKI, room) == (True, False)
    await out(town, UUID(room), SUZUKI, by=SUZUKI)
    await takes_out(town, account, speaker)
    assert await found(town, SUZUKI, room) == (False, False)


async def found(town: Town, who: UUID, room: str) -> tuple[bool, bool]:
    """Whether they are in this open room by themselves, and whether for a unit."""
    rooms = (await town.call(who, "GET", "/api/open-rooms")).json()["rooms"]
    (each,) = [each for each in rooms if each["room_id"] == room]
    return each["is_member"], each["is_read"]


@pytest.mark.req("MSG-16", "D5")
async def test_what_a_device_held_back_is_said_in_the_name_in_which_it_was_written_or_not_at_all(
    town: Town,
) -> None:
    room, account = await together_with(town, SUZUKI)
    by_themselves, for_the_unit = written("自分で書きました", None), written("課からです", account)
    await out(town, room, SUZUKI)
    path = f"/api/rooms/{room}/messages"
    refused = await town.call(SUZUKI, "POST", path, by_themselves)
    assert (refused.status_code, refused.json()["code"]) == (409, "messages.seat_otherwise")
    async with town.listens(SUZUKI) as ear:
        with pytest.raises(Refusal, match="seat_otherwise"):
            await ear.ask("messages.post", room_id=str(room), **by_themselves)
        assert (await ear.ask("messages.post", room_id=str(room), **for_the_unit))["message_id"]
    # Said again by hand, it is said in the name of now, under the same key.
    again = await town.call(SUZUKI, "POST", path, by_themselves | {"written_for": account})
    assert again.status_code == 200
    said = (await page(town, TANAKA, room))["messages"]
    assert [each["on_behalf_of"] for each in said] == [account, account]


def written(text: str, written_for: str | None) -> dict[str, Any]:
    parts = [{"kind": "text", "text": text}]
    return {"send_key": new_send_key(), "parts": parts, "written_for": written_for}
