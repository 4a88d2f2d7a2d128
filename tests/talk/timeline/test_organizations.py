"""Several organizations under one login: each room is of one of them, and so are its people and its list."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from httpx2 import Response
from sqlalchemy import update

from tests.cast import CITY_HALL, SATO, SUZUKI, TANAKA, TONARI_HALL, WELFARE
from tests.keys import new_send_key
from tests.talk.actors import actor_of
from tests.talk.council import council_of, serves
from tests.talk.statements import statements
from tests.town import Town
from yoriai.talk.later.models import Later
from yoriai.talk.timeline.screen import screen

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-7")]

Screen = dict[str, Any]  # what came over the wire: the test looks into it by name


async def opens(town: Town, who: UUID, hall: UUID | None, *members: UUID) -> Response:
    body = {
        "request_key": new_send_key(),
        "name": "議会運営",
        "members": [str(each) for each in members],
        "organization_id": hall and str(hall),
    }
    return await town.call(who, "POST", "/api/rooms", body)


async def seen(town: Town, who: UUID) -> Screen:
    found: Screen = (await town.call(who, "GET", "/api/screen")).json()
    return found


async def found_in(town: Town, hall: UUID, who: UUID = SATO) -> list[str]:
    answer = await town.call(who, "GET", f"/api/people?organization={hall}&reachable=true")
    assert answer.status_code == 200, answer.text
    return [person["account_id"] for person in answer.json()["people"]]


async def test_the_screen_names_the_organizations_and_whose_each_room_is(town: Town) -> None:
    council = await council_of(town, SATO)
    room = (await opens(town, SATO, council)).json()["room_id"]
    read = await seen(town, SATO)
    assert read["me"]["organizations"] == [
        {"organization_id": str(CITY_HALL), "name": "見本市役所"},
        {"organization_id": str(council), "name": "見本市議会"},
    ]
    assert read["me"]["organization_id"] == str(CITY_HALL)
    assert {row["room_id"]: row["organization_id"] for row in read["rooms"]} == {
        str(WELFARE): str(CITY_HALL),
        room: str(council),
    }
    alone = (await seen(town, SUZUKI))["me"]
    assert [each["name"] for each in alone["organizations"]] == ["見本市役所"]


async def test_without_a_word_a_room_is_opened_where_its_maker_mainly_serves(town: Town) -> None:
    await council_of(town, SATO)
    opened = await opens(town, SATO, None, TANAKA)
    assert opened.status_code == 201, opened.text
    rows = {row["room_id"]: row["organization_id"] for row in (await seen(town, SATO))["rooms"]}
    assert rows[opened.json()["room_id"]] == str(CITY_HALL)


@pytest.mark.req("A4")
async def test_nobody_opens_a_room_where_they_do_not_serve(town: Town) -> None:
    council = await council_of(town, SATO)
    answers = [await opens(town, SUZUKI, hall) for hall in (council, TONARI_HALL, uuid4())]
    assert {each.status_code for each in answers} == {422}
    refused = [each.json() for each in answers]
    assert refused[0]["details"] == {"field": "organization_id", "reason": "unknown"}
    assert [each["details"] for each in refused] == [refused[0]["details"]] * 3


async def test_only_people_of_the_organization_come_into_its_rooms(town: Town) -> None:
    council = await council_of(town, SATO)
    refused = await opens(town, SATO, council, TANAKA)
    assert (refused.status_code, refused.json()["details"]) == (
        422,
        {"field": "members", "reason": "unknown"},
    )
    room = (await opens(town, SATO, council)).json()["room_id"]
    path, body = f"/api/rooms/{room}/members", {"accounts": [str(SUZUKI)]}
    assert (await town.call(SATO, "POST", path, body)).status_code == 422
    await serves(town, SUZUKI, council)
    assert (await town.call(SATO, "POST", path, body)).status_code == 204
    assert len((await seen(town, SUZUKI))["rooms"]) == 2


async def test_who_leaves_an_organization_loses_its_rooms_from_sight(town: Town) -> None:
    council = await council_of(town, SATO)
    room = (await opens(town, SATO, council)).json()["room_id"]
    await serves(town, SATO)
    read = await seen(town, SATO)
    assert [row["room_id"] for row in read["rooms"]] == [str(WELFARE)]
    assert len(read["me"]["organizations"]) == 1
    assert (await town.call(SATO, "GET", f"/api/rooms/{room}")).status_code == 404


async def test_the_directory_offers_the_people_of_one_organization(town: Town) -> None:
    council = await council_of(town, SATO, SUZUKI)
    assert set(await found_in(town, council)) == {str(SATO), str(SUZUKI)}
    assert str(TANAKA) in await found_in(town, CITY_HALL)
    tree = (await town.call(SATO, "GET", f"/api/people/units?organization={council}")).json()
    assert tree == {"units": [], "count": 2}
    whole = (await town.call(SATO, "GET", f"/api/people/units?organization={CITY_HALL}")).json()
    assert ([unit["name"] for unit in whole["units"]], whole["count"]) == (
        ["福祉課", "土木課", "情報政策課"],
        4,
    )


async def test_a_pasted_list_knows_only_people_of_the_organization(town: Town) -> None:
    council = await council_of(town, SATO, SUZUKI)
    body = {"text": "鈴木 﨑子\n田中 美保", "organization": str(council)}
    rows = (await town.call(SATO, "POST", "/api/people/resolve", body)).json()["rows"]
    assert [row["outcome"] for row in rows] == ["found", "unknown"]


@pytest.mark.req("A4")
async def test_of_organizations_of_others_nothing_is_learnt(town: Town) -> None:
    council = await council_of(town)
    for hall in (council, TONARI_HALL, uuid4()):
        answers = [
            await town.call(SATO, "GET", f"/api/people?organization={hall}"),
            await town.call(SATO, "GET", f"/api/people/units?organization={hall}"),
            await town.call(SATO, "POST", "/api/people/resolve", {"text": "1", "organization": str(hall)}),
        ]
        assert [(each.status_code, each.json()["details"]) for each in answers] == [
            (422, {"field": "organization", "reason": "unknown"})
        ] * 3


async def test_a_second_organization_takes_no_more_queries(town: Town) -> None:
    async def taken() -> int:
        actor = await actor_of(town, SATO)
        async with town.assembly.works.reading() as work, statements(work) as sent:
            await screen(work, actor)
        return len(sent)

    before = await taken()
    council = await council_of(town, SATO)
    for _ in range(3):
        assert (await opens(town, SATO, council)).status_code == 201
    assert await taken() == before == 12


@pytest.mark.req("MSG-15", "ROOM-16")
async def test_what_is_kept_in_one_organization_is_not_shown_in_the_other(town: Town) -> None:
    council = await council_of(town, SATO)
    room = UUID((await opens(town, SATO, council)).json()["room_id"])
    works, said = town.assembly.works, {}
    for hall, where in ((CITY_HALL, WELFARE), (council, room)):
        said[hall] = message = await town.says(SATO, "資料です", where)
        path = f"/api/rooms/{where}/messages/{message}"
        assert (await town.call(SATO, "PUT", f"{path}/favourite")).status_code == 204
        assert (await town.call(SATO, "PUT", f"{path}/later", {"remind_at": None})).status_code == 204
    async with works.writing() as work:
        rung = update(Later).where(Later.message_id == UUID(said[council]))
        await work.session.execute(rung.values(rung_at=work.now))
    assert (await seen(town, SATO))["due"] == {str(council): 1}

    async def kept(hall: UUID | None) -> tuple[list[str], list[str]]:
        only = f"?organization={hall}" if hall else ""
        later = (await town.call(SATO, "GET", f"/api/later{only}")).json()["kept"]
        favourites = (await town.call(SATO, "GET", f"/api/shelf/messages{only}")).json()["messages"]
        return [each["message_id"] for each in later], [each["message_id"] for each in favourites]

    for hall in (CITY_HALL, council):
        assert await kept(hall) == ([said[hall]], [said[hall]])
    assert [len(each) for each in await kept(None)] == [2, 2]
    # Of one in which one serves no longer nothing is said, but it can still be let go.
    await serves(town, SATO)
    assert await kept(CITY_HALL) == ([said[CITY_HALL]], [said[council], said[CITY_HALL]])
    assert (await seen(town, SATO))["due"] == {}
