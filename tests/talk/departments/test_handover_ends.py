"""The time in which somebody reads on in the room of their former unit: who has it, for how long, and its end."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import update

from tests.cast import CITY_HALL, MORI, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.talk.actors import actor_of
from tests.talk.departments.handing_over import READ, change, choose, handovers, listed, reads, today
from tests.talk.departments.moving import (
    ROADS_SECTION,
    WELFARE_SECTION,
    enters,
    leaves,
    moves,
    rearrange,
    with_rooms,
)
from tests.talk.statements import statements
from tests.town import Town
from tests.transcripts import transcript
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.orgs.models import Department
from yoriai.talk.departments import handover, page
from yoriai.talk.departments.follow import follow

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-3")]


async def test_the_room_says_who_still_reads_and_an_administrator_ends_it_at_once(
    town: Town, room: UUID
) -> None:
    path = f"/api/rooms/{room}/handovers"
    (there,) = (await town.call(SATO, "GET", path)).json()["predecessors"]
    assert (there["account_id"], there["room_name"]) == (str(SUZUKI), "福祉課")
    for who in (SATO, SUZUKI, MORI):
        assert (await town.call(who, "GET", "/api/handovers")).status_code == 403
    assert (await town.call(TANAKA, "GET", path)).status_code == 404
    end = f"/api/handovers/{there['handover_id']}"
    assert (await town.call(TAKAHASHI, "GET", "/api/handovers")).json()["predecessors"] == [there]
    assert (await town.call(SATO, "DELETE", end)).status_code == 403
    assert (await town.call(TAKAHASHI, "DELETE", f"/api/handovers/{uuid4()}")).status_code == 404
    async with transcript(
        town, "department_rooms.handover_ended", SUZUKI, expect=["department_rooms.handover_ended"]
    ):
        assert (await town.call(TAKAHASHI, "DELETE", end)).status_code == 204
    assert (await town.call(TAKAHASHI, "DELETE", end)).status_code == 404
    assert (await reads(town, SUZUKI, room), await listed(town, SUZUKI)) == (404, [])
    assert (await town.call(SATO, "GET", path)).json()["predecessors"] == []


@pytest.mark.req("A10", "A11", "N15")
async def test_administrators_of_another_body_neither_see_it_nor_end_it(town: Town, room: UUID) -> None:
    (there,) = (await town.call(SATO, "GET", f"/api/rooms/{room}/handovers")).json()["predecessors"]
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == MORI).values(roles=["administrator"]))
    listed_there = await town.call(MORI, "GET", "/api/handovers")
    assert listed_there.status_code == 200 and listed_there.json()["predecessors"] == []
    assert (await town.call(MORI, "DELETE", f"/api/handovers/{there['handover_id']}")).status_code == 404
    assert await reads(town, SUZUKI, room) == READ


@pytest.mark.req("D20")
async def test_with_the_day_it_is_over_everywhere_at_once_and_open_screens_are_told(
    town: Town, room: UUID
) -> None:
    await change(town, last_day=today(town) - timedelta(days=1))
    async with town.listens(SUZUKI) as ear, town.listens(SUZUKI, carrier="events") as events:
        await handover.end_all(town.assembly.works, {})
        for each in (ear, events):
            assert (await each.fact("department_rooms.handover_ended"))["body"]["room_id"] == str(room)
    await handover.end_all(town.assembly.works, {})
    told = await town.told_at(f"person/{SUZUKI}")
    assert told.count("department_rooms.handover_ended") == 1
    assert await reads(town, SUZUKI, room) == 404


async def test_whoever_comes_back_is_a_member_and_reads_everything_again(town: Town, room: UUID) -> None:
    async with town.listens(SUZUKI) as ear:
        await rearrange(town, moves(SUZUKI, WELFARE_SECTION))
        await enters(town, SUZUKI, "福祉課")
        await ear.fact("department_rooms.handover_ended")
    assert await reads(town, SUZUKI, room) == 404
    messages = (await town.call(SUZUKI, "GET", f"/api/rooms/{room}/messages")).json()["messages"]
    assert len(messages) == 3
    assert str(room) not in await listed(town, SUZUKI)
    await change(town, last_day=today(town) - timedelta(days=1))
    await rearrange(town, moves(SUZUKI, ROADS_SECTION))
    await leaves(town, SUZUKI, "福祉課")
    assert await reads(town, SUZUKI, room) == [*READ, "新しい人へ"]


@pytest.mark.req("D18", "D20")
async def test_who_retires_is_stopped_or_leaves_the_organization_has_no_such_time(town: Town) -> None:
    await with_rooms(town)
    room = UUID((await enters(town, SATO, "福祉課"))["room_id"])
    await enters(town, SUZUKI, "福祉課")
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SUZUKI}/suspension")).status_code == 204
    await follow(town.assembly.works, CITY_HALL)
    assert await handovers(town) == 0
    gone = update(Posting).where(Posting.account_id == SATO)
    await rearrange(town, gone.values(until=town.assembly.works.now(), main=None))
    await follow(town.assembly.works, CITY_HALL)
    assert await handovers(town) == 0
    assert (await town.call(SATO, "GET", f"/api/rooms/{room}")).status_code == 404


async def test_who_is_stopped_meanwhile_reads_no_more_and_is_listed_no_more(town: Town, room: UUID) -> None:
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SUZUKI}/suspension")).status_code == 204
    assert await reads(town, SUZUKI, room) == 401
    assert (await town.call(SATO, "GET", f"/api/rooms/{room}/handovers")).json()["predecessors"] == []


async def test_the_body_says_for_how_many_days_and_none_is_none(town: Town) -> None:
    await with_rooms(town)
    room = UUID((await enters(town, SATO, "福祉課"))["room_id"])
    await enters(town, SUZUKI, "福祉課")
    for days, answer in ((-1, 422), (61, 422), (60, 204), (0, 204)):
        assert await choose(town, days) == answer
    assert (await town.call(SATO, "PUT", "/api/settings/handover_period", {"days": 60})).status_code == 403
    await rearrange(town, moves(SUZUKI, ROADS_SECTION))
    await leaves(town, SUZUKI, "福祉課")
    assert await handovers(town) == 0
    assert (await town.call(SUZUKI, "GET", f"/api/rooms/{room}")).status_code == 404


async def test_ones_own_devices_learn_of_it(
    town: Town,
) -> None:
    await with_rooms(town)
    room = UUID((await enters(town, SATO, "福祉課"))["room_id"])
    await enters(town, SUZUKI, "福祉課")
    division = Department(
        id=uuid4(), organization_id=CITY_HALL, parent_id=None, kind="部", name="健康福祉部", short_name="健福",
        path="健康福祉部", folded="健康福祉部", display_order=99, opened_at=town.assembly.works.now(),
    )  # fmt: skip
    async with town.assembly.works.writing() as work:  # told by nobody, as when a term runs out at midnight
        work.session.add(division)
        await work.session.flush()
        await work.session.execute(moves(SUZUKI, division.id))
    expect = ["rooms.lost", "department_rooms.handover_begun"]
    async with transcript(town, "department_rooms.handover_begun", SUZUKI, expect=expect):
        await follow(town.assembly.works, CITY_HALL)
    assert await listed(town, SUZUKI) == [str(room)]


async def test_however_many_read_on_they_are_listed_with_as_many_questions(
    town: Town, room: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    actor = await actor_of(town, TAKAHASHI)
    counts: list[int] = []
    for _ in range(2):
        async with town.assembly.works.reading() as work, statements(work) as sent:
            await page.of_body(work, actor, None)
            counts.append(len(sent))
        await rearrange(town, moves(SATO, ROADS_SECTION))
        await leaves(town, SATO, "福祉課")
    assert counts[0] == counts[1]
    monkeypatch.setattr(page, "MOST_PEOPLE", 1)
    first = (await town.call(TAKAHASHI, "GET", "/api/handovers")).json()
    rest = (await town.call(TAKAHASHI, "GET", f"/api/handovers?cursor={first['next']}")).json()
    found = [*first["predecessors"], *rest["predecessors"]]
    assert {each["account_id"] for each in found} == {str(SUZUKI), str(SATO)}
    assert rest["next"] is None
