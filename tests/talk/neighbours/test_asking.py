"""Somebody asks somebody of another body for a talk. Whoever may not be asked is as nobody; a no is silent (FED-3)."""

from uuid import uuid4

import pytest
from sqlalchemy import update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TONARI
from tests.matrix.people import NEIGHBOUR, VISITOR
from tests.talk.neighbours.agreeing import OFF, agree, decide, found, says
from tests.talk.neighbours.asking import GONE, asks, does, lapse, path_of, sent, talking, waiting
from tests.talk.neighbours.test_finding import keep_inside
from tests.town import Town
from yoriai.people.accounts.models import Account
from yoriai.talk.neighbours.asks_routes import TRIES
from yoriai.talk.neighbours.policy import LAPSES_AFTER

pytestmark = [pytest.mark.anyio, pytest.mark.req("FED-3")]


async def test_who_is_asked_sees_who_asks_with_body_and_department_and_what_they_say(town: Town) -> None:
    await agree(town)
    assert await asks(town, words="保健師の研修について") == (200, "")
    (one,) = await waiting(town)
    shown = {key: one["person"][key] for key in ("account_id", "family", "tenant_name", "department", "tail")}
    assert shown == {
        "account_id": str(SATO), "family": "佐藤", "tenant_name": "見本市", "department": "福祉課", "tail": "",
    }  # fmt: skip
    assert one["words"] == "保健師の研修について"
    assert await waiting(town, SATO) == await waiting(town, NEIGHBOUR) == []


async def test_the_asker_sees_that_it_waits_and_until_when(town: Town) -> None:
    await agree(town)
    await asks(town)
    (one,) = await sent(town)
    assert (one["person"]["tenant_name"], one["person"]["department"]) == ("隣見市", "健康課")
    (person,) = await found(town, "もり")
    assert person["between"] == {"state": "waiting", "until": one["lapses_at"], "room_id": None}
    assert LAPSES_AFTER.days == 14
    assert (await found(town, "佐藤", who=MORI))[0]["between"]["state"] == "asked"


async def test_asking_twice_is_asking_once(town: Town) -> None:
    await agree(town)
    async with town.listens(MORI) as ear:
        for words in ("はじめまして", "もう一度"):
            assert await asks(town, words=words) == (200, "")
        await town.call(MORI, "PUT", "/api/neighbours", {"findable": False})
        await ear.fact("neighbours.findable_changed")
        assert len(ear.named("neighbours.asks_changed")) == 1
    assert await says(town, MORI, findable=True) == 204
    assert [each["words"] for each in await waiting(town)] == ["はじめまして"]


@pytest.mark.req("A4", "N3")
async def test_whoever_may_not_be_asked_is_as_one_who_is_not_there(town: Town) -> None:
    await agree(town)
    for other in (NEIGHBOUR, VISITOR, SUZUKI, SATO, TAKAHASHI, uuid4()):
        assert await asks(town, SATO, other) == GONE, other
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == MORI).values(status="suspended"))
    assert await asks(town) == GONE
    assert await sent(town) == []


@pytest.mark.req("A12", "N3")
async def test_a_guest_neither_asks_nor_answers(town: Town) -> None:
    await agree(town)
    some = uuid4()
    for method, path in (
        ("GET", "/asks"), ("POST", "/asks"), ("PUT", f"/asks/{some}"), ("DELETE", f"/asks/{some}"),
        ("GET", "/sent-asks"), ("DELETE", f"/sent-asks/{MORI}"),
        ("GET", "/blocked"), ("PUT", f"/blocked/{MORI}"), ("DELETE", f"/blocked/{MORI}"),
    ):  # fmt: skip
        body = {"account_id": str(MORI)} if method == "POST" else None
        assert await does(town, VISITOR, method, path, body, zone="internet") == GONE


async def test_only_whoever_is_found_asks(town: Town) -> None:
    await agree(town, MORI)
    assert await asks(town) == (409, "neighbours.not_both")
    assert await says(town, SATO, findable=True) == 204
    await decide(town, NEIGHBOUR, OFF)
    assert await asks(town) == GONE
    await decide(town, TAKAHASHI, OFF)
    assert await asks(town) == (409, "neighbours.not_both")


@pytest.mark.parametrize("gone", ["asker", "asked", "asker's body", "asked one's body", "stopped"])
async def test_an_asking_is_listed_exactly_when_it_may_be_answered(town: Town, gone: str) -> None:
    await agree(town)
    await asks(town)
    path = await path_of(town)
    if gone == "stopped":
        async with town.assembly.works.writing() as work:
            await work.session.execute(update(Account).where(Account.id == SATO).values(status="suspended"))
    elif gone in ("asker", "asked"):
        assert await says(town, SATO if gone == "asker" else MORI, findable=False) == 204
    else:
        await decide(town, TAKAHASHI if gone == "asker's body" else NEIGHBOUR, OFF)
    assert await waiting(town) == []
    for method in ("PUT", "DELETE"):
        assert await does(town, MORI, method, path) == GONE
    if gone in ("asker", "asked"):
        assert await says(town, SATO if gone == "asker" else MORI, findable=True) == 204
        assert [f"/asks/{each['ask_id']}" for each in await waiting(town)] == [path]
        assert await does(town, MORI, "PUT", path) == (200, "")


@pytest.mark.req("A4")
async def test_nobody_answers_for_somebody_else(town: Town) -> None:
    await agree(town, SATO, MORI, SUZUKI, NEIGHBOUR)
    await asks(town)
    path = await path_of(town)
    for who in (SATO, SUZUKI, NEIGHBOUR, TAKAHASHI):
        for method in ("PUT", "DELETE"):
            assert await does(town, who, method, path) == GONE
    assert len(await waiting(town)) == 1


async def test_taken_back_it_is_seen_no_more_and_not_asked_again_at_once(town: Town) -> None:
    await agree(town)
    await asks(town)
    path = await path_of(town)
    for _ in range(2):
        assert await does(town, SATO, "DELETE", f"/sent-asks/{MORI}") == (204, "")
    assert await waiting(town) == []
    assert await does(town, MORI, "PUT", path) == GONE
    assert (await found(town, "もり"))[0]["between"]["state"] == "withdrawn"
    assert await asks(town) == (409, "neighbours.asked_lately")
    await lapse(town)
    assert await does(town, SATO, "DELETE", f"/sent-asks/{MORI}") == GONE
    assert await asks(town) == (200, "")


async def test_who_has_not_asked_takes_nothing_back(town: Town) -> None:
    await agree(town)
    for other in (MORI, NEIGHBOUR, uuid4()):
        assert await does(town, SATO, "DELETE", f"/sent-asks/{other}") == GONE


async def test_who_tries_on_and_on_is_told_to_wait(town: Town) -> None:
    await agree(town)
    answers = [(await asks(town, SATO, uuid4()))[0] for _ in range(TRIES.burst + 1)]
    assert answers == [404] * TRIES.burst + [429]


async def test_what_is_said_with_it_is_one_short_line(town: Town) -> None:
    await agree(town)
    assert await asks(town, words="あ" * 201) == (422, "too_long")
    assert await asks(town, words="あ" * 200) == (200, "")


async def test_who_is_asked_and_asks_says_yes_by_it(town: Town) -> None:
    await agree(town)
    await asks(town)
    answer = await town.call(MORI, "POST", "/api/neighbours/asks", {"account_id": str(SATO)})
    room = answer.json()["room_id"]
    assert (answer.json()["state"], room is not None) == ("talk", True)
    assert (await found(town, "もり"))[0]["between"] == {"state": "talk", "until": None, "room_id": room}
    assert (await sent(town), await sent(town, MORI), await waiting(town)) == ([], [], [])


@pytest.mark.req("ORG-9")
async def test_who_may_not_write_directly_neither_asks_nor_answers(town: Town) -> None:
    await agree(town)
    await asks(town)
    path = await path_of(town)
    withheld = update(Account).where(Account.id.in_((SATO, MORI))).values(rights={"write_directly": False})
    async with town.assembly.works.writing() as work:
        await work.session.execute(withheld)
    assert await asks(town) == (403, "forbidden")
    assert await does(town, MORI, "PUT", path) == (403, "forbidden")


@pytest.mark.req("ORG-15")
async def test_whom_the_body_keeps_in_a_circle_neither_asks_nor_says_yes_beyond_it(town: Town) -> None:
    await agree(town)
    await asks(town)
    path = await path_of(town)
    for administrator in (TAKAHASHI, NEIGHBOUR):
        narrow = await town.call(administrator, "PUT", "/api/settings/reach", {"to": "section", "units": []})
        assert narrow.status_code == 204
    assert await asks(town) == (403, "neighbours.beyond_reach")
    assert await does(town, MORI, "PUT", path) == (403, "neighbours.beyond_reach")


@pytest.mark.req("ZONE-5")
async def test_on_the_internet_side_the_stricter_body_is_asked_nothing(town: Town) -> None:
    await agree(town)
    assert await asks(town, zone="internet") == (200, "")
    async with town.assembly.works.writing() as work:
        await keep_inside(work, TONARI)
    assert await waiting(town, zone="internet") == []
    assert len(await waiting(town)) == 1
    assert await does(town, MORI, "PUT", await path_of(town), zone="internet") == GONE
    assert await asks(town, zone="internet") == GONE


async def test_a_talk_that_is_there_is_given_to_whoever_asks(town: Town) -> None:
    await agree(town)
    room = await talking(town)
    for who, other in ((SATO, MORI), (MORI, SATO)):
        answer = await town.call(who, "POST", "/api/neighbours/asks", {"account_id": str(other)})
        assert answer.json() == {"state": "talk", "until": None, "room_id": str(room)}
