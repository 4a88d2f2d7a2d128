"""席のない人: they answer for their unit, each with their own sign-in, and are nowhere in their own right (ORG-6)."""

from uuid import UUID

import pytest
from sqlalchemy import select

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.doors import body_for, doors
from tests.ear import Refusal
from tests.keys import new_send_key
from tests.talk.actors import actor_of, heard_by
from tests.talk.actors import opened as opens_room
from tests.talk.unit_talks.counter import asks_for, names, opened, page, row, said, says, talk
from tests.town import Town
from yoriai.app.why.explain import Asked, explain
from yoriai.app.why.operations import OPERATIONS
from yoriai.app.wiring import FEATURES
from yoriai.people.access.capabilities import OF_SERVED
from yoriai.people.accounts.models import Account
from yoriai.talk.rooms.facts import stream_of
from yoriai.talk.rooms.models import Membership, Room
from yoriai.talk.rooms.seats import rule_of_members
from yoriai.talk.rooms.standing import visible_rooms
from yoriai.talk.unit_talks.jobs import follow_all

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-6", "ADMIN-4")]


async def is_made(town: Town, who: UUID, role: str = "served") -> None:
    answer = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{who}/role", {"role": role})
    assert answer.status_code == 204, answer.text


async def counter(town: Town) -> tuple[str, UUID]:
    """The account of 福祉課, for which 佐藤 answers without a seat, and a talk of 田中 with it."""
    account = await opened(town)
    await names(town, account, SATO)
    await is_made(town, SATO)
    return account, await talk(town, TANAKA, account)


async def test_they_read_and_answer_for_the_unit_under_their_own_name(town: Town) -> None:
    account, room = await counter(town)
    await says(town, TANAKA, room, "何時までですか")
    assert (await row(town, SATO, room) or {})["unread"] == 1
    assert (await says(town, SATO, room, "十七時までです")).status_code == 200
    _, answered = (await page(town, TANAKA, room))["messages"]
    assert (answered["author_id"], answered["on_behalf_of"]) == (str(SATO), account)
    mark = {"ordinal": 2}
    assert (await town.call(SATO, "PUT", f"/api/rooms/{room}/read-mark", mark)).status_code == 200
    assert (await town.call(SATO, "GET", f"/api/people/{TANAKA}")).status_code == 200


@pytest.mark.req("N40", "A4")
async def test_their_own_rooms_are_shut_at_every_door_and_open_again_with_the_seat(town: Town) -> None:
    message = await town.says(SATO, "席があったとき", town.welfare)
    _, room = await counter(town)
    assert [UUID(each["room_id"]) for each in await rooms(town)] == [room]
    there = f"/api/rooms/{town.welfare}"
    for method, path, body in (
        ("GET", there, None),
        ("GET", f"{there}/messages", None),
        ("GET", f"{there}/messages/{message}", None),
        ("POST", f"{there}/messages", said("まだいます")),
        ("PUT", f"{there}/messages/{message}", {"parts": said("別の話")["parts"], "seen": None}),
        ("PUT", f"{there}/messages/{message}/withdrawal", {"reason": None}),
        ("PUT", f"{there}/read-mark", {"ordinal": 1}),
    ):
        refused = await town.call(SATO, method, path, body)
        assert (refused.status_code, refused.json()["code"]) == (404, "not_found"), (method, path)
    await is_made(town, SATO, "member")
    assert {UUID(each["room_id"]) for each in await rooms(town)} == {room, town.welfare}
    assert (await says(town, SATO, town.welfare, "戻りました")).status_code == 200


async def rooms(town: Town) -> list[dict[str, str]]:
    return (await town.call(SATO, "GET", "/api/screen")).json()["rooms"]


@pytest.mark.req("A1")
async def test_the_rule_is_the_same_in_each_of_its_forms(town: Town) -> None:
    _, room = await counter(town)
    actor = await actor_of(town, SATO)
    seats = (
        select(Membership.room_id)
        .join(Room, Room.id == Membership.room_id)
        .join(Account, Account.id == Membership.account_id)
        .where(Account.id == SATO, *rule_of_members())
    )
    named = [stream_of(room), stream_of(town.welfare)]
    async with town.assembly.works.reading() as work:
        assert set(await work.session.scalars(visible_rooms(actor))) == {room}
        assert set(await work.session.scalars(seats)) == {room}
        assert set(await heard_by(work, actor)) == {stream_of(room)}
        assert set(await heard_by(work, actor, named)) == {stream_of(room)}


@pytest.mark.req("ADMIN-16")
async def test_whatever_takes_a_seat_says_that_it_does(town: Town) -> None:
    await counter(town)
    tried = 0
    for door in doors(town.assembly, town.welfare, TANAKA):
        if door.capabilities and not door.capabilities <= OF_SERVED:
            refused = await town.call(SATO, door.method, door.path, body_for(door, TANAKA))
            assert (refused.status_code, refused.json()["code"]) == (403, "accounts.seat_needed"), str(door)
            assert refused.json()["details"]["capability"] in door.capabilities
            tried += 1
    assert tried > 100
    why = (await town.call(SATO, "GET", "/api/why/open")).json()
    last = why["verdicts"][-1]
    assert (why["is_allowed"], last["kind"], last["code"]) == (False, "right", "accounts.seat_needed")
    # Of a room in which they are no longer they are told nothing; whoever runs the server is (`yoriai why`).
    assert (await town.call(SATO, "GET", f"/api/why/post?room={town.welfare}")).status_code == 404
    asked = Asked(await actor_of(town, SATO), OPERATIONS["post"], room_id=town.welfare)
    async with town.assembly.works.reading() as work:
        shut = (await explain(work, FEATURES, asked))[-1]
    assert (shut.kind, shut.code) == ("room", "accounts.seat_needed")


@pytest.mark.req("ORG-9", "N19")
async def test_no_word_about_rights_brings_them_more(town: Town) -> None:
    await counter(town)
    every = {
        "find_people": True,
        "write_directly": True,
        "open_rooms": True,
        "join_open_rooms": True,
        "print": True,
    }
    given = await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/rights", {"words": every})
    assert given.status_code == 204
    opening = {"request_key": new_send_key(), "name": "わたしの部屋", "members": []}
    for method, path, body in (
        ("POST", "/api/rooms", opening),
        ("GET", "/api/people", None),
        ("POST", "/api/direct-rooms", {"account_id": str(TANAKA)}),
    ):
        assert (await town.call(SATO, method, path, body)).json()["code"] == "accounts.seat_needed"


@pytest.mark.req("N40")
@pytest.mark.parametrize("carrier", ["socket", "events", "poll"])
async def test_an_open_line_loses_their_own_rooms_at_once_and_keeps_the_units(
    town: Town, carrier: str
) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    room = await talk(town, TANAKA, account)
    async with town.listens(SATO, carrier=carrier) as ear:
        assert f"room/{town.welfare}" in ear.hello["heads"]
        await is_made(town, SATO)
        await ear.knocks_again()
        await says(town, SUZUKI, town.welfare, "内緒の話")
        assert ear.named("messages.posted") == []
    async with town.listens(SATO, carrier=carrier) as again:
        assert f"room/{town.welfare}" not in again.hello["heads"]
        await says(town, SUZUKI, town.welfare, "これも")
        await says(town, TANAKA, room, "何時までですか")
        await again.until(lambda: again.named("messages.posted"))
        assert [each["body"]["room_id"] for each in again.named("messages.posted")] == [str(room)]


async def test_over_a_socket_they_speak_for_the_unit_and_nowhere_else(town: Town) -> None:
    _, room = await counter(town)
    parts = [{"kind": "text", "text": "十七時までです"}]
    async with town.listens(SATO) as ear:
        wish = {"parts": parts, "send_key": new_send_key()}
        await ear.ask("messages.post", room_id=str(room), **wish)
        for command, arguments in (
            ("messages.post", wish | {"send_key": new_send_key()}),
            ("receipts.mark", {"ordinal": 1}),
        ):
            with pytest.raises(Refusal) as shut:
                await ear.ask(command, room_id=str(town.welfare), **arguments)
            assert (shut.value.status, shut.value.code) == (404, "not_found")
    assert (await page(town, TANAKA, room))["messages"][0]["author_id"] == str(SATO)


@pytest.mark.req("ROOM-2", "ORG-15")
async def test_nobody_brings_them_into_a_room_or_writes_to_them(town: Town) -> None:
    before = UUID((await asks_for(town, TANAKA, str(SATO))).json()["room_id"])
    await says(town, TANAKA, before, "席のあるときの話")
    room = await opens_room(town, TANAKA, [])
    await counter(town)
    opening = {"request_key": new_send_key(), "name": "会議", "members": [str(SATO), str(SUZUKI)]}
    for method, path, body in (
        ("POST", "/api/rooms", opening),
        ("POST", f"/api/rooms/{room}/members", {"accounts": [str(SATO)]}),
        ("POST", f"/api/rooms/{before}/messages", said("読みますか")),
    ):
        refused = (await town.call(TANAKA, method, path, body)).json()
        assert (refused["code"], refused["details"]) == (
            "accounts.no_seat", {"names": "佐藤 花子", "count": 1},
        ), path  # fmt: skip
    async with town.listens(TANAKA) as ear:
        with pytest.raises(Refusal) as shut:
            await ear.ask("messages.post", room_id=str(before), **said("読みますか"))
        assert shut.value.code == "accounts.no_seat"
    assert [each["text"] for each in texts(await page(town, TANAKA, before))] == ["席のあるときの話"]
    assert (await town.call(TANAKA, "GET", f"/api/people/{SATO}")).json()["may_write"] is False
    offered = (await town.call(TANAKA, "GET", "/api/people?reachable=true")).json()["people"]
    assert str(SATO) not in {each["account_id"] for each in offered}


def texts(found: dict[str, list[dict[str, list[dict[str, str]]]]]) -> list[dict[str, str]]:
    return [part for each in found["messages"] for part in each["parts"]]


async def test_to_people_of_other_bodies_they_are_strangers_as_everybody_is(town: Town) -> None:
    await counter(town)
    asked = await asks_for(town, TANAKA, str(SATO))
    assert (asked.status_code, asked.json()["code"]) == (403, "accounts.no_seat")
    assert (await asks_for(town, MORI, str(SATO))).json()["code"] == "wrong"


async def test_a_seat_of_their_own_becomes_the_units_where_the_unit_sits(town: Town) -> None:
    account = await opened(town)
    await names(town, account, SUZUKI)
    own = await talk(town, SATO, account)
    await names(town, account, SATO)
    await is_made(town, SATO)
    assert await row(town, SATO, own) is None
    await follow_all(town.assembly.works, {})
    await follow_all(town.assembly.works, {})
    assert (await says(town, SATO, own, "窓口です")).status_code == 200
    (answered,) = (await page(town, SUZUKI, own))["messages"]
    assert answered["on_behalf_of"] == account
    assert (await town.told(own)).count("rooms.left") == 1
