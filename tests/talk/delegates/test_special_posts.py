"""Somebody in a special post is written to by whom they or an administrator have named, and by whoever acts for them
(ORG-8)."""

from datetime import timedelta
from uuid import UUID, uuid4

import httpx2
import pytest
from sqlalchemy import update

from tests.cast import CITY_HALL, MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.cast import named as known
from tests.ear import Refusal
from tests.keys import new_send_key
from tests.talk.delegates.acting import made, makes, named, refused, today
from tests.talk.federation.joining import brings, joined, together
from tests.town import Town
from tests.transcripts import transcript
from yoriai.kit.ids import uuid7
from yoriai.people.accounts.delegates.models import Delegate
from yoriai.people.accounts.models import Account, Posting

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-8")]
ASK, ASK_CONTACT = (403, "special_posts.ask"), (403, "special_posts.ask_contact")
UNIT = known("福祉課")


@pytest.fixture(autouse=True)
async def mayor(town: Town) -> None:
    """髙橋 administers; 佐藤 is the mayor here, 鈴木 works in her unit and 田中 elsewhere."""
    async with town.assembly.works.writing() as work:
        mine = update(Account).where(Account.id == SATO)
        await work.session.execute(mine.values(employment_type="special_post", job_title="市長"))


async def limits(
    town: Town,
    circle: str,
    *,
    units: list[UUID] | None = None,
    people: list[UUID] | None = None,
    who: UUID = SATO,
) -> httpx2.Response:
    wish = {
        "circle": circle,
        "units": [str(one) for one in units or ()],
        "people": [str(one) for one in people or ()],
    }
    path = "/api/own-special-post" if who == SATO else f"/api/special-posts/{SATO}"
    return await town.call(who, "PUT", path, wish)


async def writes(town: Town, who: UUID, to: UUID = SATO) -> httpx2.Response:
    return await town.call(who, "POST", "/api/direct-rooms", {"account_id": str(to)})


async def says(town: Town, who: UUID, room: str, text: str = "ご相談です") -> httpx2.Response:
    body = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": text}]}
    return await town.call(who, "POST", f"/api/rooms/{room}/messages", body)


async def test_whoever_is_outside_neither_writes_nor_brings_them_into_a_room(town: Town) -> None:
    await named(town, SATO, SUZUKI)
    assert (await limits(town, "named")).status_code == 204
    room = await town.call(TANAKA, "POST", "/api/rooms", _room([]))
    into = f"/api/rooms/{room.json()['room_id']}/members"
    for answer in (
        await writes(town, TANAKA),
        await town.call(TANAKA, "POST", "/api/rooms", _room([SATO])),
        await town.call(TANAKA, "POST", into, {"accounts": [str(SATO)]}),
        await writes(town, TAKAHASHI),
    ):
        assert await refused(answer) == ASK
        assert answer.json()["details"] == {"name": "佐藤 花子", "ask": "福祉課 鈴木 﨑子"}
    assert (await writes(town, SUZUKI)).status_code == 200
    assert (await writes(town, SATO, TANAKA)).status_code == 200


async def test_without_a_delegate_the_contact_of_the_body_is_named(town: Town) -> None:
    assert (await limits(town, "named")).status_code == 204
    assert await refused(await writes(town, TANAKA)) == ASK_CONTACT
    await named(town, SATO, SUZUKI)
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Delegate).values(until=today(town) - timedelta(days=1)))
    assert await refused(await writes(town, TANAKA)) == ASK_CONTACT
    assert await refused(await writes(town, SUZUKI)) == ASK_CONTACT


async def test_units_that_are_named_and_those_below_may_and_so_may_people(town: Town) -> None:
    assert (await limits(town, "units", units=[UNIT], people=[TAKAHASHI])).status_code == 204
    for who in (SUZUKI, TAKAHASHI):
        assert (await writes(town, who)).status_code == 200
    assert await refused(await writes(town, TANAKA)) == ASK_CONTACT
    assert (await limits(town, "named", people=[TANAKA])).status_code == 204
    assert (await writes(town, TANAKA)).status_code == 200
    async with town.assembly.works.writing() as work:
        await work.session.execute(
            update(Account).where(Account.id == SATO).values(employment_type="regular")
        )
    town_room = await town.call(TAKAHASHI, "POST", "/api/rooms", _room([SATO]))
    assert town_room.status_code == 201


async def test_everybody_again_is_everybody(town: Town) -> None:
    for circle, status in (("named", 403), ("everybody", 200)):
        assert (await limits(town, circle)).status_code == 204
        assert (await writes(town, TANAKA)).status_code == status


@pytest.mark.req("N25")
async def test_in_a_talk_of_before_what_was_said_is_read_and_nobody_outside_goes_on(town: Town) -> None:
    room = (await writes(town, TANAKA)).json()["room_id"]
    first = (await says(town, TANAKA, room, "はじめまして")).json()["message_id"]
    await says(town, SATO, room, "よろしく")
    assert (await limits(town, "named")).status_code == 204
    assert (await writes(town, TANAKA)).json()["room_id"] == room
    assert len((await town.call(TANAKA, "GET", f"/api/rooms/{room}/messages")).json()["messages"]) == 2
    assert await refused(await says(town, TANAKA, room)) == ASK_CONTACT
    put_right = {"parts": [{"kind": "text", "text": "至急お願いします"}], "seen": None}
    answer = await town.call(TANAKA, "PUT", f"/api/rooms/{room}/messages/{first}", put_right)
    assert await refused(answer) == ASK_CONTACT
    async with town.listens(TANAKA) as ear:
        words = {"room_id": room, "send_key": new_send_key(), "parts": [{"kind": "text", "text": "線から"}]}
        with pytest.raises(Refusal, match=r"special_posts\.ask_contact"):
            await ear.ask("messages.post", **words)
        put = {"room_id": room, "message_id": first, **put_right}
        with pytest.raises(Refusal, match=r"special_posts\.ask_contact"):
            await ear.ask("messages.edit", **put)
    assert (await says(town, SATO, room, "こちらから聞きます")).status_code == 200
    assert (await says(town, TANAKA, room, "お答えします")).status_code == 200


async def test_in_rooms_of_several_everybody_speaks_with_them_as_before(town: Town) -> None:
    room = (await town.call(SATO, "POST", "/api/rooms", _room([TANAKA]))).json()["room_id"]
    assert (await limits(town, "named")).status_code == 204
    assert (await says(town, TANAKA, room)).status_code == 200


@pytest.mark.req("ORG-7", "A11")
async def test_of_people_of_other_bodies_in_one_organization_it_holds_too(town: Town) -> None:
    async with town.assembly.works.writing() as work:
        work.session.add(
            Posting(id=uuid7(work.now), account_id=MORI, organization_id=CITY_HALL, main=None, since=work.now)
        )

    async def brings_mayor() -> tuple[int, str]:
        wish = _room([SATO]) | {"organization_id": str(CITY_HALL)}
        return await refused(await town.call(MORI, "POST", "/api/rooms", wish))

    # Whom the label of such rooms keeps out is another matter, and asked afterwards.
    assert await brings_mayor() == (409, "rooms.label_bars_bodies")
    assert (await limits(town, "named")).status_code == 204
    assert await brings_mayor() == ASK_CONTACT


@pytest.mark.req("A11", "FED-1")
async def test_nor_does_an_administrator_bring_them_into_a_room_of_another_body(town: Town) -> None:
    room = await together(town)
    async with town.assembly.works.writing() as work:
        await work.session.execute(
            update(Account).where(Account.id == MORI).values(employment_type="special_post")
        )
    own = await town.call(MORI, "PUT", "/api/own-special-post", {"circle": "named"})
    assert own.status_code == 204
    path = await joined(town, room)
    assert await brings(town, path, MORI) == ASK_CONTACT
    open_again = await town.call(MORI, "PUT", "/api/own-special-post", {"circle": "everybody"})
    assert open_again.status_code == 204
    assert await brings(town, path, MORI) == (204, "")


async def test_it_is_said_before_anybody_tries(town: Town) -> None:
    await named(town, SATO, SUZUKI)
    assert (await limits(town, "named")).status_code == 204
    for who, is_closed in ((TANAKA, True), (SUZUKI, False)):
        card = (await town.call(who, "GET", f"/api/people/{SATO}")).json()
        assert (card["may_write"], card["is_closed"]) == (not is_closed, is_closed)
        assert [each["account_id"] for each in card["ask"]] == ([str(SUZUKI)] if is_closed else [])
        listed = (await town.call(who, "GET", "/api/people?reachable=true")).json()["people"]
        assert {each["account_id"]: each["is_closed"] for each in listed}[str(SATO)] is is_closed
    rows = (await town.call(TANAKA, "POST", "/api/people/resolve", {"text": "10001"})).json()["rows"]
    assert [each["outcome"] for each in rows] == ["out_of_reach"]


async def test_a_delegate_is_no_way_round_the_limit_of_another_special_post(town: Town) -> None:
    assert (await limits(town, "named", people=[TAKAHASHI])).status_code == 204
    await named(town, TANAKA, TAKAHASHI)
    assert await refused(await makes(town, TAKAHASHI, TANAKA, [SATO])) == ASK_CONTACT
    await named(town, TAKAHASHI, SUZUKI)
    assert await refused(await makes(town, SUZUKI, TAKAHASHI, [SATO])) == ASK_CONTACT


async def test_an_administrator_limits_and_names_for_them_and_they_take_it_back(town: Town) -> None:
    path = f"/api/special-posts/{SATO}"
    assert (await limits(town, "units", units=[UNIT], who=TAKAHASHI)).status_code == 204
    named_by = await town.call(TAKAHASHI, "POST", f"{path}/delegates", {"account_id": str(TANAKA)})
    assert named_by.status_code == 201
    (post,) = (await town.call(TAKAHASHI, "GET", "/api/special-posts")).json()["posts"]
    assert (post["account_id"], post["circle"], post["units"]) == (str(SATO), "units", [str(UNIT)])
    assert [(each["person_id"], each["named_by_principal"]) for each in post["delegates"]] == [
        (str(TANAKA), False)
    ]
    assert (await town.call(SATO, "GET", "/api/own-special-post")).json()["posts"] == [post]
    room = await made(town, TANAKA, SATO)
    delegate = named_by.json()["delegate_id"]
    assert (await town.call(TAKAHASHI, "DELETE", f"{path}/delegates/{delegate}")).status_code == 204
    assert (await town.call(TAKAHASHI, "DELETE", f"{path}/delegates/{delegate}")).status_code == 404
    assert (await town.call(TANAKA, "GET", f"/api/rooms/{room}")).status_code == 404
    again = await town.call(TAKAHASHI, "POST", f"{path}/delegates", {"account_id": str(TANAKA)})
    mine = f"/api/delegates/{again.json()['delegate_id']}"
    assert (await town.call(SATO, "DELETE", mine)).status_code == 204


@pytest.mark.req("A4", "A11", "N15", "N19")
async def test_nobody_else_limits_anything(town: Town) -> None:
    for who, status in ((SUZUKI, 403), (MORI, 403)):
        assert (await limits(town, "everybody", who=who)).status_code == status
        assert (await town.call(who, "GET", "/api/special-posts")).status_code == 403
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == MORI).values(roles=["administrator"]))
    path = f"/api/special-posts/{SATO}"
    assert (await limits(town, "named", who=MORI)).status_code == 404
    assert (await town.call(MORI, "GET", "/api/special-posts")).json() == {"posts": [], "people": {}}
    assert (await town.call(MORI, "POST", f"{path}/delegates", {"account_id": str(MORI)})).status_code == 404
    assert (
        await town.call(TAKAHASHI, "PUT", f"/api/special-posts/{uuid4()}", {"circle": "named"})
    ).status_code == 404
    themselves = await town.call(TAKAHASHI, "POST", f"{path}/delegates", {"account_id": str(TAKAHASHI)})
    assert themselves.status_code == 409
    own = await town.call(TANAKA, "PUT", "/api/own-special-post", {"circle": "named"})
    assert await refused(own) == (409, "special_posts.not_one")
    assert (await town.call(TANAKA, "GET", "/api/own-special-post")).json()["posts"] == []


async def test_units_and_people_of_others_are_answered_for_as_none(town: Town) -> None:
    for units, people, field in (
        ([known("健康課")], [], "units"),
        ([], [MORI], "people"),
        ([], [uuid4()], "people"),
    ):
        answer = await limits(town, "units", units=units, people=people)
        assert (answer.status_code, answer.json()["details"]["field"]) == (422, field)


async def test_the_same_again_tells_nobody_and_open_screens_are_told(town: Town) -> None:
    async with transcript(town, "special_posts.limited", SATO, expect=["special_posts.limited"]):
        assert (await limits(town, "named", people=[TANAKA])).status_code == 204
    for circle in ("named", "everybody", "everybody"):
        assert (await limits(town, circle, people=[TANAKA])).status_code == 204
    assert (await town.told_at(f"person/{SATO}")).count("special_posts.limited") == 2


def _room(members: list[UUID]) -> dict[str, object]:
    return {"request_key": new_send_key(), "name": "相談", "members": [str(one) for one in members]}
