"""People of other bodies are found where both bodies and both people said yes, and nowhere else (FED-3)."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import update

from tests.cast import MORI, SATO, SUZUKI, TAKAHASHI, TONARI
from tests.matrix.people import NEIGHBOUR, VISITOR, WATANABE
from tests.people.questions import questions
from tests.talk.neighbours.agreeing import OFF, ON, agree, decide, found, says
from tests.town import Town
from tests.transcripts import transcript
from yoriai.people.accounts.models import Account
from yoriai.people.orgs.models import Tenant
from yoriai.platform.work.work import Work
from yoriai.talk.neighbours.policy import MOST_FOUND
from yoriai.talk.neighbours.routes import SEARCHES
from yoriai.talk.rooms.labels import Labels

pytestmark = [pytest.mark.anyio, pytest.mark.req("FED-3")]
THE_OTHER = {
    "account_id": str(MORI), "family": "森", "given": "葵", "job_title": "",
    "tenant_name": "隣見市", "department": "健康課",
    "between": {"state": "nothing", "until": None, "room_id": None},
}  # fmt: skip


async def refused(town: Town, who: UUID, q: str = "森") -> tuple[int, str]:
    answer = await town.call(who, "GET", f"/api/neighbours/people?q={q}")
    return answer.status_code, answer.json()["code"]


async def test_who_said_yes_is_found_by_name_reading_and_department_with_body_and_department(
    town: Town,
) -> None:
    await agree(town)
    for q in ("森 葵", "もり", "mori", "健康課", "健康 もり"):
        (one,) = await found(town, q)
        assert one | {"job_title": ""} == THE_OTHER, q
    assert [each["family"] for each in await found(town, "佐藤", who=MORI)] == ["佐藤"]


async def test_nobody_is_found_by_a_number_by_one_letter_or_among_ones_own(town: Town) -> None:
    await agree(town, SATO, SUZUKI, MORI)
    for q in ("20001", "0001", "森", "%25%25", "鈴木", "佐藤", ""):
        assert await found(town, q) == [], q


async def test_who_said_nothing_is_answered_for_as_nobody(town: Town) -> None:
    await agree(town)
    nobody = await town.call(SATO, "GET", "/api/neighbours/people?q=だれも")
    silent = await town.call(SATO, "GET", "/api/neighbours/people?q=小林")
    assert (nobody.status_code, nobody.json()) == (silent.status_code, silent.json()) == (200, {"people": []})
    sent = [await _asked(town, q) for q in ("小林", "だれも")]
    assert sent[0] == sent[1]
    assert len(sent[0]) == 2  # whether the asker said yes, and the search itself


async def _asked(town: Town, q: str) -> list[str]:
    """What of the database a search for this asks about people who said yes. What a job asks beside it is more."""
    seen: list[list[str]] = []
    for _ in range(3):
        with questions(town.assembly.store) as asked:
            await found(town, q)
        seen.append([each for each in asked if "findable_people" in each])
    return min(seen, key=len)


async def test_only_whoever_is_found_finds(town: Town) -> None:
    await agree(town, MORI)
    assert await refused(town, SATO) == (409, "neighbours.not_both")
    assert await says(town, SATO, findable=True) == 204
    assert await found(town, "もり") != []
    assert await says(town, SATO, findable=False) == 204
    assert await refused(town, SATO) == (409, "neighbours.not_both")
    assert await found(town, "佐藤", who=MORI) == []


async def test_either_body_takes_its_yes_back_at_once(town: Town) -> None:
    await agree(town)
    await decide(town, NEIGHBOUR, OFF)
    assert await found(town, "もり") == []
    assert await refused(town, MORI, "佐藤") == (409, "neighbours.not_both")
    await decide(town, NEIGHBOUR, {"open": False, "people": True})
    assert await found(town, "もり") == []
    await decide(town, NEIGHBOUR, ON)
    assert await found(town, "もり") != []
    await decide(town, TAKAHASHI, OFF)
    assert await refused(town, SATO) == (409, "neighbours.not_both")


@pytest.mark.req("FED-2")
@pytest.mark.parametrize("who", [TAKAHASHI, NEIGHBOUR])
async def test_a_body_that_bars_the_kind_of_the_other_neither_finds_nor_is_found(
    town: Town, who: UUID
) -> None:
    await agree(town)
    await decide(town, who, ON | {"barred": ["municipality"]})
    assert await found(town, "もり") == []
    assert await found(town, "佐藤", who=MORI) == []


async def test_who_has_gone_or_was_stopped_is_not_found(town: Town) -> None:
    await agree(town)
    for gone in ({"status": "suspended"}, {"status": "active", "ends_on": date(2020, 3, 31)}):
        async with town.assembly.works.writing() as work:
            await work.session.execute(update(Account).where(Account.id == MORI).values(**gone))
        assert await found(town, "もり") == []


@pytest.mark.req("ZONE-5")
async def test_on_the_internet_side_the_stricter_body_keeps_its_people(town: Town) -> None:
    await agree(town)
    assert await found(town, "もり", zone="internet") != []
    async with town.assembly.works.writing() as work:
        await keep_inside(work, TONARI)
    assert await found(town, "もり", zone="internet") == []
    assert await found(town, "もり") != []


async def keep_inside(work: Work, tenant_id: UUID) -> None:
    """This body lets other bodies only into rooms that are not there on the Internet side."""
    body = await work.session.get_one(Tenant, tenant_id)
    levels = [level.model_copy(update={"internet": False, "guests": False}) for level in Labels().levels]
    body.policies = body.policies | {"labels": Labels(levels=tuple(levels)).model_dump(mode="json")}


@pytest.mark.req("A12", "N3")
async def test_guests_find_nobody_and_are_never_found(town: Town) -> None:
    await agree(town)
    for method, path in (("GET", ""), ("PUT", ""), ("GET", "/people?q=もり")):
        answer = await town.call(VISITOR, method, f"/api/neighbours{path}", zone="internet")
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@pytest.mark.req("ORG-9")
async def test_who_may_not_look_people_up_does_not_look_here_either(town: Town) -> None:
    await agree(town)
    async with town.assembly.works.writing() as work:
        await work.session.execute(
            update(Account).where(Account.id == SATO).values(rights={"find_people": False})
        )
    assert await refused(town, SATO) == (403, "forbidden")


@pytest.mark.req("ORG-9")
async def test_who_may_not_look_people_up_any_more_still_takes_their_own_yes_back(town: Town) -> None:
    await agree(town)
    async with town.assembly.works.writing() as work:
        await work.session.execute(
            update(Account).where(Account.id == SATO).values(rights={"find_people": False})
        )
    assert (await town.call(SATO, "GET", "/api/neighbours")).json() == {"offered": True, "findable": True}
    assert await says(town, SATO, findable=False) == 204
    assert await found(town, "佐藤", who=MORI) == []
    assert await says(town, SATO, findable=True) == 403


async def test_who_searches_on_and_on_is_told_to_wait(town: Town) -> None:
    await agree(town, SATO, MORI, SUZUKI)
    answers = [
        (await town.call(SATO, "GET", "/api/neighbours/people?q=もり")).status_code
        for _ in range(SEARCHES.burst + 1)
    ]
    assert answers == [200] * SEARCHES.burst + [429]
    assert await found(town, "もり", who=SUZUKI) != []


async def test_a_search_gives_so_many_at_most(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_FOUND == 20
    await agree(town, SATO, MORI, NEIGHBOUR)
    monkeypatch.setattr("yoriai.talk.neighbours.find.MOST_FOUND", 1)
    assert len(await found(town, "健康課")) <= 1


async def test_a_yes_is_offered_where_the_body_said_yes_and_told_to_ones_own_devices(town: Town) -> None:
    await agree(town, MORI)
    assert (await town.call(WATANABE, "GET", "/api/neighbours")).json() == {
        "offered": True,
        "findable": False,
    }
    async with town.listens(SATO) as mine, town.listens(SUZUKI) as others:
        for findable in (True, True, False, False):
            assert await says(town, SATO, findable=findable) == 204
        await mine.fact("neighbours.findable_changed", times=2)
        assert others.facts == []
    await decide(town, TAKAHASHI, OFF)
    assert await says(town, SUZUKI, findable=True) == 409
    assert await says(town, SUZUKI, findable=False) == 204


async def test_the_other_devices_hear_of_a_yes(town: Town) -> None:
    await agree(town, MORI)
    name = "neighbours.findable_changed"
    async with transcript(town, name, SATO, expect=[name]):
        assert await says(town, SATO, findable=True) == 204
