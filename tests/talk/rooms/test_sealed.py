"""A room whose label keeps it on the LGWAN side: from the Internet side there is no such room, whatever is asked."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from tests.carriers import CARRIERS
from tests.cast import SATO, SUZUKI, named
from tests.doors import body_for, doors, words_for
from tests.ear import Refusal
from tests.keys import new_send_key
from tests.talk.actors import actor_of, change_room, change_seat, opened
from tests.talk.rooms.labelling import AT_HOME, SEALED, label
from tests.town import Town
from yoriai.app.wiring import FEATURES
from yoriai.kit.errors import NotFound
from yoriai.platform.feature import Hearer
from yoriai.talk.rooms.facts import stream_of
from yoriai.talk.rooms.hearing import hears
from yoriai.talk.rooms.standing import Standing, enter, enter_at_once, visible_rooms

pytestmark = [pytest.mark.anyio, pytest.mark.req("ZONE-5", "N25", "A4", "D18", "D20")]
NOBODY = named("nobody")
COMMANDS = [command.name for feature in FEATURES for command in feature.commands]
WITHIN = 2.0  # seconds in which a live socket loses the room


@pytest.fixture
async def sealed(town: Town) -> UUID:
    """佐藤's and 鈴木's room, in which something was said, sealed."""
    room = await opened(town, SATO, [SUZUKI], name="生活保護の相談")
    await town.says(SUZUKI, "世帯の名前を書きます", room)
    assert await label(town, SATO, room, SEALED) == (204, "")
    return room


async def test_every_door_of_a_sealed_room_is_shut_outside_as_if_there_were_no_room(
    town: Town, sealed: UUID
) -> None:
    for door in doors(town.assembly, sealed, NOBODY):
        if door.is_of_a_room:
            body = body_for(door, SUZUKI)
            refused = await town.call(SATO, door.method, door.path, body, zone="internet")
            assert refused.status_code == 404, str(door)
            assert refused.json()["code"] == "not_found", str(door)
    assert (await town.call(SATO, "GET", f"/api/rooms/{sealed}")).status_code == 200


@pytest.mark.parametrize("carrier", CARRIERS)
async def test_no_command_and_no_stream_reaches_it_from_outside(
    town: Town, sealed: UUID, carrier: str
) -> None:
    async with town.listens(SATO, zone="internet", carrier=carrier) as ear:
        assert stream_of(sealed) not in ear.hello["heads"]
        for command in COMMANDS:
            with pytest.raises(Refusal) as refused:
                await ear.ask(command, **words_for(command, sealed))
            assert (refused.value.status, refused.value.code) == (404, "not_found")
    missed = f"/api/facts?stream={stream_of(sealed)}&after=0"
    assert (await town.call(SATO, "GET", missed, zone="internet")).status_code == 404


async def test_the_door_its_list_and_its_ears_say_the_same_on_either_side(town: Town, sealed: UUID) -> None:
    inside = await actor_of(town, SATO)
    for zone in ("lgwan", "internet", "a side of a newer server"):
        actor = replace(inside, zone=zone)
        async with town.assembly.works.reading() as work:
            listed = sealed in set(await work.session.scalars(visible_rooms(actor)))
            (rooms,), (named,) = [
                await hears(work, [Hearer(actor, only)]) for only in (None, {stream_of(sealed)})
            ]
            try:
                is_open = bool(await enter(work, actor, sealed))
            except NotFound:
                is_open = False
        now = town.assembly.works.now()
        for counts in (False, True):
            (at_once,) = await town.assembly.store.quick.write(
                lambda rows, a=actor, c=counts, n=now: enter_at_once(rows, [(a, sealed)], n, counts=c)
            )
            assert isinstance(at_once, Standing) is is_open
        heard = stream_of(sealed) in rooms
        assert (stream_of(sealed) in named) is heard
        assert listed is heard is is_open is (zone == "lgwan")


async def test_lists_counts_and_what_is_kept_say_nothing_of_it_outside(town: Town, sealed: UUID) -> None:
    message = await town.says(SUZUKI, "あとで見てください", sealed)
    kept = f"/api/rooms/{sealed}/messages/{message}"
    assert (await town.call(SATO, "PUT", f"{kept}/favourite")).status_code == 204
    await town.call(SATO, "PUT", f"{kept}/later", {"remind_at": None})
    draft = {"version": new_send_key(), "seen": None, "text": "書きかけの名前"}
    assert (await town.call(SATO, "PUT", f"/api/rooms/{sealed}/draft", draft)).status_code == 200
    scheduled = body_for(next(d for d in doors(town.assembly, sealed, NOBODY) if d.template.endswith("/scheduled") and d.method == "POST"), NOBODY)  # fmt: skip
    assert (await town.call(SATO, "POST", f"/api/rooms/{sealed}/scheduled", scheduled)).status_code in (
        200,
        201,
    )
    lists = ["/api/screen", "/api/later", "/api/shelf/messages", "/api/drafts", "/api/scheduled", "/api/open-rooms", "/api/followed"]  # fmt: skip
    told: list[str] = []
    for path in lists:
        inside, outside = [await town.call(SATO, "GET", path, zone=zone) for zone in ("lgwan", "internet")]
        assert outside.status_code == inside.status_code
        if str(sealed) in inside.text:
            told.append(path)
        assert str(sealed) not in outside.text, path
        assert "名前" not in outside.text, path
    assert {"/api/screen", "/api/drafts", "/api/scheduled"} <= set(told)


async def test_what_is_told_of_ones_own_shelf_and_marks_names_no_sealed_room_outside(
    town: Town, sealed: UUID
) -> None:
    async with town.listens(SATO, zone="internet") as outside, town.listens(SATO) as inside:
        assert (await town.call(SATO, "PUT", f"/api/rooms/{sealed}/favourite")).status_code == 204
        await town.call(SATO, "PUT", f"/api/rooms/{sealed}/read-mark", {"ordinal": 1})
        await town.call(SATO, "PUT", f"/api/rooms/{sealed}/notify", {"notify": "none"})
        draft = {"version": new_send_key(), "seen": None, "text": "書きかけの名前"}
        await town.call(SATO, "PUT", f"/api/rooms/{sealed}/draft", draft)
        told = await inside.fact("drafts.changed")
        await outside.until(lambda: any(frame.get("number") == told["number"] for frame in outside.frames))
        assert inside.named("shelf.changed")[0]["body"]["rooms"]
        assert outside.named("shelf.changed")[0]["body"]["rooms"] == []
        assert str(sealed) not in str(outside.frames)
        assert "書きかけ" not in str(outside.frames)


async def test_an_open_room_that_is_sealed_is_neither_found_nor_entered_nor_followed_outside(
    town: Town,
) -> None:
    body = {"request_key": new_send_key(), "name": "災害の情報", "members": [], "kind": "open"}
    room = (await town.call(SATO, "POST", "/api/rooms", body)).json()["room_id"]
    await town.call(SUZUKI, "PUT", f"/api/rooms/{room}/following")
    assert await label(town, SATO, room, SEALED) == (204, "")
    assert room in (await town.call(SUZUKI, "GET", "/api/open-rooms")).text
    assert room not in (await town.call(SUZUKI, "GET", "/api/open-rooms", zone="internet")).text
    for path in ("own-membership", "following"):
        answer = await town.call(SUZUKI, "PUT", f"/api/rooms/{room}/{path}", zone="internet")
        assert answer.status_code == 404


async def test_live_sockets_outside_lose_the_room_at_once_and_those_inside_keep_it(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI])
    async with (
        town.listens(SUZUKI, zone="internet") as outside,
        town.listens(SUZUKI) as inside,
    ):
        await town.says(SATO, "まだ見えます", room)
        await outside.fact("messages.posted")
        assert await label(town, SATO, room, SEALED) == (204, "")
        await outside.until(lambda: outside.named("rooms.sealed"), patience=WITHIN)
        await town.says(SATO, "もう見えません", room)
        await inside.fact("messages.posted", 2)
        mark = f"/api/rooms/{room}/read-mark"
        assert (await town.call(SUZUKI, "PUT", mark, {"ordinal": 2})).status_code == 200
        await inside.fact("receipts.marked")
        await outside.until(
            lambda: any("fact" not in f for f in outside.facts if f["stream"].startswith("person/"))
        )
        assert len(outside.named("messages.posted")) == 1
        assert not outside.named("receipts.marked")
    async with town.listens(SUZUKI, zone="internet") as back:
        assert stream_of(room) not in back.hello["heads"]


async def test_who_is_brought_into_a_sealed_room_hears_of_it_inside_alone(town: Town) -> None:
    room = await opened(town, SATO, [])
    assert await label(town, SATO, room, SEALED) == (204, "")
    async with town.listens(SUZUKI, zone="internet") as outside, town.listens(SUZUKI) as inside:
        invited = await town.call(SATO, "POST", f"/api/rooms/{room}/members", {"accounts": [str(SUZUKI)]})
        assert invited.status_code == 204
        entered = await inside.fact("rooms.entered")
        own = entered["stream"]
        await outside.until(
            lambda: any(f["stream"] == own and f["number"] == entered["number"] for f in outside.facts)
        )
        await town.says(SATO, "ようこそ", room)
        await inside.fact("messages.posted")
        assert not outside.named("rooms.entered")
        assert not any(frame.get("stream") == stream_of(room) for frame in outside.frames)
    missed = await town.call(SUZUKI, "GET", f"/api/facts?stream={own}&after=0", zone="internet")
    assert str(room) not in missed.text


async def test_a_room_that_is_lowered_again_comes_back_outside_where_it_was(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI])
    await label(town, SATO, room, SEALED)
    await change_seat(town, room, SUZUKI, since_ordinal=1)
    async with town.listens(SUZUKI, zone="internet") as outside, town.listens(SUZUKI) as inside:
        assert await label(town, SATO, room, AT_HOME) == (204, "")
        back = (await outside.fact("rooms.unsealed"))["body"]
        assert back["room"]["room_id"] == str(room)
        await town.says(SATO, "また見えます", room)
        await outside.fact("messages.posted")
        await inside.fact("messages.posted")
        assert not inside.named("rooms.unsealed")


async def test_an_order_of_the_body_takes_its_rooms_from_live_sockets_outside(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI])
    administrator = named("髙橋")
    there = (await town.call(administrator, "GET", "/api/room-labels/order")).json()
    shut = [level | {"internet": False, "guests": False} for level in there["levels"]]
    async with town.listens(SUZUKI, zone="internet") as outside:
        wish = {"levels": shut, "templates": {}}
        assert (await town.call(administrator, "PUT", "/api/room-labels/order", wish)).status_code == 204
        await outside.until(lambda: outside.closed, patience=WITHIN)
    async with town.listens(SUZUKI, zone="internet") as back:
        assert stream_of(room) not in back.hello["heads"]
    assert (await town.call(SUZUKI, "GET", "/api/screen", zone="internet")).json()["rooms"] == []
    assert (await town.call(SUZUKI, "GET", f"/api/rooms/{uuid4()}", zone="internet")).status_code == 404


async def test_a_room_of_an_older_server_without_a_label_has_the_usual_one(town: Town) -> None:
    await change_room(town, town.welfare, label=None)
    room = (await town.call(SATO, "GET", f"/api/rooms/{town.welfare}", zone="internet")).json()
    assert room["room"]["label_name"] == "庁内"
