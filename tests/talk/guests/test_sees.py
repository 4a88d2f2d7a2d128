"""What a guest sees: its rooms, the people and the things in them, from its coming on. Everything else does not exist."""

import json
from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import update

from tests.carriers import CARRIERS
from tests.cast import FIRM, MIHON, NISHIMURA, OPENED, SATO, SUZUKI, TAKAHASHI, TANAKA, named, with_guest
from tests.doors import FOR_ALL, OPEN, body_for, doors, words_for
from tests.ear import Ear, Refusal
from tests.keys import new_send_key
from tests.talk.actors import opened
from tests.town import Town
from yoriai.app.wiring import FEATURES
from yoriai.people.access.capabilities import OF_GUESTS
from yoriai.people.accounts.models import Account, Posting
from yoriai.platform.facts.numbering import Cause
from yoriai.talk.guests.admission import let_in
from yoriai.talk.rooms.facts import RoomFact
from yoriai.talk.rooms.models import Room

pytestmark = pytest.mark.anyio
NOBODY = named("nobody")


@pytest.fixture(autouse=True)
async def guest(town: Town) -> None:
    await town.says(SATO, "西村さんが来る前の話です", town.welfare)
    await with_guest(town.assembly.works, town.welfare)


@pytest.mark.req("GUEST-1", "N1", "K1", "A12")
async def test_a_guest_finds_its_room_and_nothing_else(town: Town) -> None:
    await opened(town, SATO, [SUZUKI], name="庁内だけの相談")
    screen = (await town.call(NISHIMURA, "GET", "/api/screen", zone="internet")).json()
    assert [row["room_id"] for row in screen["rooms"]] == [str(town.welfare)]
    assert set(screen["heads"]) == {f"person/{NISHIMURA}", f"room/{town.welfare}"}
    assert screen["me"]["department"] == FIRM
    assert screen["me"]["units"] == []
    assert set(screen["me"]["capabilities"]) == OF_GUESTS
    assert set(screen["people"]) <= {str(SATO), str(SUZUKI), str(NISHIMURA)}
    for told in (screen, (await town.call(NISHIMURA, "GET", f"/api/rooms/{town.welfare}")).json()):
        assert "庁内だけの相談" not in json.dumps(told, ensure_ascii=False)


@pytest.mark.req("GUEST-1", "N10", "K7", "ROOM-10")
async def test_a_guest_reads_from_its_coming_on(town: Town) -> None:
    before = (await town.call(SATO, "GET", f"/api/rooms/{town.welfare}/messages")).json()["messages"][0]
    async with town.listens(NISHIMURA, zone="internet") as ear:
        edited = {"parts": [{"kind": "text", "text": "前の話を直しました"}], "seen": None}
        path = f"/api/rooms/{town.welfare}/messages/{before['message_id']}"
        assert (await town.call(SATO, "PUT", path, edited)).status_code == 200
        await town.says(SATO, "ようこそ", town.welfare)
        await ear.fact("messages.posted")
        assert "前の話" not in json.dumps(ear.frames, ensure_ascii=False)
    page = (await town.call(NISHIMURA, "GET", f"/api/rooms/{town.welfare}/messages")).json()
    assert [message["parts"][0]["text"] for message in page["messages"]] == ["ようこそ"]
    assert (await town.call(NISHIMURA, "GET", path)).status_code == 404


@pytest.mark.req("GUEST-1", "K7", "A12")
async def test_a_guest_is_not_told_since_when_there_is_a_room(town: Town) -> None:
    async with town.assembly.works.writing() as work:
        long_ago = update(Room).values(opened_at=OPENED - timedelta(days=500))
        await work.session.execute(long_ago)
    path = f"/api/rooms/{town.welfare}"
    member, guest = [(await town.call(who, "GET", path)).json()["room"] for who in (SATO, NISHIMURA)]
    since = [datetime.fromisoformat(each["opened_at"]) for each in (member, guest)]
    assert since[0] < OPENED <= since[1], "for a guest it began with their coming"
    (listed,) = (await town.call(NISHIMURA, "GET", "/api/screen")).json()["rooms"]
    assert listed["opened_at"] == guest["opened_at"]


@pytest.mark.req("GUEST-1", "N1", "N3", "N17", "K1", "A4")
async def test_every_other_door_answers_a_guest_as_if_there_were_none(town: Town) -> None:
    for door in doors(town.assembly, town.welfare, SATO):
        if (door.method, door.template) in OPEN | FOR_ALL or door.capabilities <= OF_GUESTS:
            continue
        answer = await town.call(NISHIMURA, door.method, door.path, body_for(door, SATO), zone="internet")
        assert answer.status_code == 404, str(door)
        assert door.method == "HEAD" or answer.json()["code"] == "not_found", str(door)


@pytest.mark.req("GUEST-1", "A4", "N17")
@pytest.mark.asvs("V8.2.2")
async def test_the_doors_of_other_rooms_are_shut_to_a_guest_as_if_there_were_no_room(town: Town) -> None:
    for door in doors(town.assembly, town.roads, NOBODY):
        if door.is_of_a_room:
            body, elsewhere = body_for(door, SATO), door.path.replace(str(town.roads), str(NOBODY))
            refused = await town.call(NISHIMURA, door.method, door.path, body)
            unknown = await town.call(NISHIMURA, door.method, elsewhere, body)
            assert refused.status_code == unknown.status_code == 404, str(door)
            assert refused.json()["code"] == unknown.json()["code"], str(door)


@pytest.mark.req("GUEST-1", "N2", "N49", "K2", "A7", "R3")
@pytest.mark.parametrize("carrier", CARRIERS)
async def test_a_guests_line_carries_its_own_room_and_no_word_of_another(town: Town, carrier: str) -> None:
    async with town.listens(NISHIMURA, zone="internet", carrier=carrier) as ear:
        assert set(ear.hello["heads"]) == {f"person/{NISHIMURA}", f"room/{town.welfare}"}
        streams = [f"room/{town.roads}", f"person/{SATO}", f"organization/{named('見本市役所')}", "room/*"]
        await ear.ask("hear", since=dict.fromkeys(streams, 0))
        await town.says(TANAKA, "土木課だけの話", town.roads)
        await town.call(TAKAHASHI, "PUT", f"/api/accounts/{TANAKA}/suspension")
        await town.call(SATO, "PUT", "/api/presence", {"state": "away", "until": None})
        await town.says(SATO, "福祉課の話", town.welfare)
        await ear.fact("messages.posted")
        told = {frame["stream"] for frame in ear.frames if "stream" in frame}
        assert told <= {f"person/{NISHIMURA}", f"room/{town.welfare}"}
        assert "土木課だけ" not in json.dumps(ear.frames, ensure_ascii=False)


@pytest.mark.req("GUEST-1", "A7", "R3")
async def test_what_no_role_of_a_guest_includes_is_no_command_to_it(town: Town) -> None:
    commands = [command for feature in FEATURES for command in feature.commands]
    for carrier in CARRIERS:
        async with town.listens(NISHIMURA, carrier=carrier) as ear:
            for command in commands:
                if command.capability not in OF_GUESTS:
                    with pytest.raises(Refusal) as refused:
                        await ear.ask(command.name, **words_for(command.name, town.welfare))
                    assert (refused.value.status, refused.value.code) == (404, "not_found"), command.name


@pytest.mark.req("GUEST-1", "GUEST-3")
async def test_a_guest_speaks_reacts_and_reads_in_its_room_with_its_firm_beside_the_name(town: Town) -> None:
    message = await town.says(NISHIMURA, "課題の一覧を直しました", town.welfare, zone="internet")
    signs = f"/api/rooms/{town.welfare}/messages/{message}/reactions/check"
    assert (await town.call(NISHIMURA, "PUT", signs, zone="internet")).status_code == 204
    page = (await town.call(SUZUKI, "GET", f"/api/rooms/{town.welfare}/messages")).json()
    assert page["people"][str(NISHIMURA)]["department"] == FIRM
    assert page["people"][str(NISHIMURA)]["kind"] == "guest"
    row = (await town.call(NISHIMURA, "GET", f"/api/rooms/{town.welfare}")).json()["room"]
    assert row["readers"]["guests"] == 1
    flags = ("may_post", "may_arrange_members", "may_set", "may_leave", "may_pin")
    assert [row[flag] for flag in flags] == [True, False, False, False, False]


@pytest.mark.req("N3", "MSG-13")
async def test_a_guest_names_the_people_of_its_room_only(town: Town) -> None:
    nameable = (await town.call(NISHIMURA, "GET", f"/api/rooms/{town.welfare}/nameable")).json()
    told = json.dumps(nameable, ensure_ascii=False)
    assert "田中" not in told and "土木課" not in told
    for who in (TANAKA, NOBODY):
        part = {"kind": "mention", "of": "account", "id": str(who), "words": "田中"}
        body = {"send_key": new_send_key(), "parts": [part]}
        refused = await town.call(NISHIMURA, "POST", f"/api/rooms/{town.welfare}/messages", body)
        assert (refused.status_code, refused.json()["code"]) == (422, "messages.not_in_room")


async def _alike(town: Town) -> None:
    """鈴木 becomes a namesake of 佐藤, so that the ends of their numbers stand beside their names."""
    async with town.assembly.works.writing() as work:
        same = {
            "family": "佐藤",
            "given": "花子",
            "kana": "さとう はなこ",
            "kana_order": "さとう はなこ".encode(),
        }
        await work.session.execute(
            update(Account).where(Account.id == SUZUKI).values(**same, email="suzuki@mihon.example")
        )
        await work.session.execute(update(Account).where(Account.id == SATO).values(extension="内線4321"))
        unit = {"department_id": named("福祉課")}
        await work.session.execute(update(Posting).where(Posting.account_id == SUZUKI).values(**unit))


async def _a_busy_hour(town: Town, room: UUID, heard: Ear) -> None:
    """Everything that a room can be told of. A pin that is gone before it was told is told as nothing."""
    path = f"/api/rooms/{room}"
    message = await town.says(SATO, "当番表です", room)
    answered = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": "はい"}], "quote": message}
    await town.call(SUZUKI, "POST", f"{path}/messages", answered)
    await town.call(SATO, "PUT", f"{path}/pins/{message}")
    await heard.fact("pins.pinned")
    await town.call(SUZUKI, "PUT", f"{path}/messages/{message}/reactions/check")
    await town.call(SATO, "DELETE", f"{path}/pins/{message}")
    words = {"parts": [{"kind": "text", "text": "当番表（二階）です"}], "seen": None}
    await town.call(SATO, "PUT", f"{path}/messages/{message}", words)
    await town.call(SATO, "PUT", f"{path}/messages/{message}/withdrawal", {})
    await town.call(SATO, "PATCH", path, {"purpose": "当番の相談"})
    await town.call(SATO, "POST", f"{path}/members", {"accounts": [str(TANAKA)]})
    await town.call(SATO, "PUT", f"{path}/managers/{SUZUKI}")
    await town.call(SATO, "DELETE", f"{path}/members/{TANAKA}")


@pytest.mark.req("N50", "A8", "K8", "A12")
@pytest.mark.asvs("V8.2.3")
async def test_no_event_tells_a_guest_a_number_an_extension_or_an_address(town: Town) -> None:
    await _alike(town)
    async with (
        town.listens(NISHIMURA, zone="internet") as theirs,
        town.listens(SUZUKI) as ours,
    ):
        await _a_busy_hour(town, town.welfare, theirs)
        await theirs.fact("rooms.left")
        await ours.fact("rooms.left")
    heard = {frame["fact"] for frame in theirs.facts if "fact" in frame}
    told = {fact.name for feature in FEATURES for fact in feature.facts if issubclass(fact, RoomFact)}
    seldom = {
        "attachments.judged",
        "faces.room_changed",
        "rooms.opened",
        "rooms.labelled",
        "rooms.bodies_changed",
        "rooms.holder_left",
        "rooms.unit_seated",
    }
    assert told - heard == seldom
    assert '"tail": "001"' in json.dumps(ours.frames)
    for frames in (
        theirs.frames,
        [(await town.call(NISHIMURA, "GET", path)).json() for path in _screens(town)],
    ):
        words = json.dumps(frames, ensure_ascii=False)
        assert '"tail": "0' not in words
        for secret in ("10001", "10002", "内線4321", "suzuki@mihon.example"):
            assert secret not in words


def _screens(town: Town) -> list[str]:
    return ["/api/screen", f"/api/rooms/{town.welfare}", f"/api/rooms/{town.welfare}/messages"]


@pytest.mark.req("GUEST-1", "A12", "C8")
async def test_a_guest_who_comes_in_is_told_that_they_arrange_nothing_there(town: Town) -> None:
    async with town.listens(NISHIMURA, zone="internet") as ear:
        async with town.assembly.works.writing(Cause(tenant_id=MIHON)) as work:
            await work.session.execute(update(Room).where(Room.id == town.roads).values(label=1))
            await let_in(work, town.roads, [NISHIMURA], by=TANAKA)
        told = (await ear.fact("rooms.entered"))["body"]["room"]
    rooms = (await town.call(NISHIMURA, "GET", "/api/screen", zone="internet")).json()["rooms"]
    (fresh,) = [row for row in rooms if row["room_id"] == str(town.roads)]
    assert (told["may_leave"], told["may_pin"]) == (False, False)
    assert {name: told[name] for name in told if name.startswith("may_")} == {
        name: fresh[name] for name in fresh if name.startswith("may_")
    }
