"""What a room keeps at its top: managers put it there, everybody in the room sees it."""

import asyncio
from datetime import UTC, datetime
from uuid import UUID

import pytest

from tests.cast import SATO, SUZUKI, TANAKA, WELFARE
from tests.ear import Frame, Refusal
from tests.talk.actors import actor_of, change_room, opened, withdraw
from tests.talk.statements import statements
from tests.town import Town
from yoriai.talk.messages.models import Withdrawal
from yoriai.talk.pins import service
from yoriai.talk.pins.policy import may_pin
from yoriai.talk.rooms.models import Role, RoomKind
from yoriai.talk.rooms.standing import enter
from yoriai.talk.timeline import room as timeline

pytestmark = pytest.mark.anyio


@pytest.fixture
async def rota(town: Town) -> str:
    return await town.says(SUZUKI, "窓口の当番表です\n二階も入れました", WELFARE)


def path(message: str, room: UUID = WELFARE) -> str:
    return f"/api/rooms/{room}/pins/{message}"


async def pin(town: Town, message: str, who: UUID = SATO, room: UUID = WELFARE) -> None:
    answer = await town.call(who, "PUT", path(message, room))
    assert answer.status_code == 204, answer.text


async def board(town: Town, who: UUID, room: UUID = WELFARE) -> list[Frame]:
    """What stands at the top, asked by its own route and with the room; both must say the same."""
    alone = (await town.call(who, "GET", f"/api/rooms/{room}/pins")).json()
    whole = (await town.call(who, "GET", f"/api/rooms/{room}")).json()
    pins: list[Frame] = alone["pins"]
    assert whole["pins"] == pins
    assert whole["room"]["may_pin"] == alone["may_pin"]
    assert {pin[who] for pin in pins for who in ("author_id", "pinned_by")} <= set(whole["people"])
    return pins


def code(answer) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


@pytest.mark.req("ROOM-18")
async def test_a_pinned_message_stands_at_the_top_for_everybody(town: Town, rota: str) -> None:
    second = await town.says(SATO, "議題と事前意見", WELFARE)
    await pin(town, rota)
    await pin(town, second)

    first, then = await board(town, SUZUKI)
    assert (first["message_id"], then["message_id"]) == (second, rota)
    assert (then["text"], then["author_id"], then["pinned_by"]) == (
        "窓口の当番表です 二階も入れました",
        str(SUZUKI),
        str(SATO),
    )
    assert (await town.told(WELFARE))[2:] == ["pins.pinned", "pins.pinned"]


@pytest.mark.req("ROOM-18")
async def test_pinning_and_unpinning_twice_tells_the_room_once(town: Town, rota: str) -> None:
    for method in ("PUT", "PUT", "DELETE", "DELETE"):
        assert (await town.call(SATO, method, path(rota))).status_code == 204

    assert await board(town, SATO) == []
    assert (await town.told(WELFARE))[1:] == ["pins.pinned", "pins.unpinned"]


@pytest.mark.req("ROOM-18")
async def test_the_socket_does_what_http_does(town: Town, rota: str) -> None:
    async with town.listens(SATO) as ear, town.listens(SUZUKI) as other:
        await ear.ask("pins.pin", room_id=str(WELFARE), message_id=rota)
        body = (await other.fact("pins.pinned"))["body"]
        assert [body["pin"]] == await board(town, SUZUKI)
        assert set(body["people"]) == {str(SATO), str(SUZUKI)}
        await ear.ask("pins.unpin", room_id=str(WELFARE), message_id=rota)
        assert (await other.fact("pins.unpinned"))["body"]["message_id"] == rota
        with pytest.raises(Refusal) as refused:
            await other.ask("pins.pin", room_id=str(WELFARE), message_id=rota)
        assert (refused.value.status, refused.value.code) == (403, "forbidden")


@pytest.mark.req("ROOM-18", "ROOM-3")
async def test_a_member_sees_the_board_and_does_not_arrange_it(town: Town, rota: str) -> None:
    await pin(town, rota)
    for method in ("PUT", "DELETE"):
        assert code(await town.call(SUZUKI, method, path(rota))) == (403, "forbidden")
    assert [each["message_id"] for each in await board(town, SUZUKI)] == [rota]


def test_where_a_room_has_no_managers_everybody_pins() -> None:
    class Seat:
        def __init__(self, role: Role, kind: RoomKind, is_archived: bool) -> None:
            self.role, self.kind, self.is_archived = role, kind, is_archived

    seats = [(role, kind, shut) for role in Role for kind in RoomKind for shut in (True, False)]
    allowed = {seat for seat in seats if may_pin(Seat(*seat))}
    assert allowed == {
        (role, kind, False)
        for role in Role
        for kind in RoomKind
        if role is Role.MANAGER or kind not in (RoomKind.GROUP, RoomKind.OPEN)
    }


@pytest.mark.req("ROOM-18", "N12", "N14")
async def test_a_message_of_another_room_cannot_be_reached_through_mine(town: Town, rota: str) -> None:
    secret = await town.says(TANAKA, "工事の入札予定", town.roads)
    for method in ("PUT", "DELETE"):
        assert code(await town.call(SATO, method, path(secret))) == (404, "not_found")
        assert code(await town.call(TANAKA, method, path(rota))) == (404, "not_found")
    assert await town.told(town.roads) == ["messages.posted"]


@pytest.mark.req("D17", "ROOM-18")
async def test_who_is_not_shown_the_past_does_not_see_it_pinned(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI])
    await change_room(town, room, policies={"past": "hidden"})
    old = await town.says(SATO, "前の話", room)
    await town.call(SATO, "POST", f"/api/rooms/{room}/members", {"accounts": [str(TANAKA)]})
    async with town.listens(TANAKA) as ear:
        await pin(town, old, room=room)
        new = await town.says(SATO, "今の話", room)
        await pin(town, new, room=room)
        assert (await ear.fact("pins.pinned"))["body"]["pin"]["message_id"] == new
    assert [each["message_id"] for each in await board(town, TANAKA, room)] == [new]
    assert [each["message_id"] for each in await board(town, SUZUKI, room)] == [new, old]


@pytest.mark.req("ROOM-18")
async def test_a_message_that_was_taken_back_drops_from_the_board(town: Town, rota: str) -> None:
    await pin(town, rota)
    await withdraw(town, rota)
    assert await board(town, SATO) == []
    other = await town.says(SATO, "これも", WELFARE)
    await withdraw(town, other)
    assert code(await town.call(SATO, "PUT", path(other))) == (409, "pins.withdrawn")
    await withdraw(town, other, Withdrawal.TRACELESS)
    for method in ("PUT", "DELETE"):
        assert code(await town.call(SATO, method, path(other))) == (404, "not_found"), method


@pytest.mark.req("ROOM-18")
@pytest.mark.asvs("V2.3.2")
async def test_a_full_board_refuses_politely_and_what_dropped_takes_no_place(
    town: Town, rota: str, monkeypatch
) -> None:
    monkeypatch.setattr(service, "MOST_PINS", 2)
    others = [await town.says(SATO, f"{each}件目", WELFARE) for each in range(3)]
    await pin(town, rota)
    await pin(town, others[0])

    refused = await town.call(SATO, "PUT", path(others[1]))
    assert (*code(refused), refused.json()["details"]) == (409, "pins.board_full", {"most": 2})
    await withdraw(town, rota)
    await pin(town, others[1])


@pytest.mark.req("ROOM-18")
@pytest.mark.asvs("V2.3.4")
async def test_two_hands_at_once_neither_pin_twice_nor_overfill_the_board(
    town: Town, rota: str, monkeypatch
) -> None:
    monkeypatch.setattr(service, "MOST_PINS", 1)
    other = await town.says(SATO, "これも", WELFARE)
    taps = [
        town.call(SATO, "PUT", path(each), zone=zone)
        for each in (rota, other)
        for zone in ("lgwan", "internet")
    ]
    codes = sorted(answer.status_code for answer in await asyncio.gather(*taps))
    assert codes == [204, 204, 409, 409]
    assert len(await board(town, SATO)) == 1


async def test_a_room_that_was_put_away_keeps_its_board_as_it_is(town: Town, rota: str) -> None:
    await pin(town, rota)
    await change_room(town, WELFARE, archived_at=datetime.now(UTC))
    assert code(await town.call(SATO, "DELETE", path(rota))) == (409, "rooms.archived")
    assert len(await board(town, SATO)) == 1


@pytest.mark.req("ROOM-18")
async def test_a_room_with_many_pins_takes_as_many_queries_as_one_without(town: Town) -> None:
    actor, counts = await actor_of(town, SATO), list[int]()
    for more in (0, 6):
        for each in range(more):
            await pin(town, await town.says(SATO, f"{each}件目", WELFARE))
        async with town.assembly.works.reading() as work:
            here = await enter(work, actor, WELFARE)
            async with statements(work) as sent:
                found = await timeline.room(work, here)
        counts.append(len(sent))
    assert len(found.pins) == 6
    assert counts[0] == counts[1]
