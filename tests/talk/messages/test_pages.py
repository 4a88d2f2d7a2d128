"""Pages of messages: whichever way one walks, every message comes once, in order."""

from typing import Any
from uuid import UUID, uuid4

import pytest

from tests.cast import ROADS, SATO, SUZUKI, WELFARE
from tests.talk.actors import actor_of
from tests.talk.statements import statements
from tests.town import Town
from yoriai.kit import paging
from yoriai.talk.messages.queries import Place
from yoriai.talk.rooms.standing import enter
from yoriai.talk.timeline import room

pytestmark = pytest.mark.anyio
SAID = 23
PATH = f"/api/rooms/{WELFARE}/messages"


@pytest.fixture
async def said(town: Town) -> list[str]:
    """Messages of a room, from the first to the newest."""
    return [await town.says((SATO, SUZUKI)[each % 2], f"{each}件目", WELFARE) for each in range(1, SAID + 1)]


Page = dict[str, Any]  # what came over the wire: the test looks into it by name


async def read(town: Town, **where: object) -> Page:
    asked = "&".join(f"{name}={value}" for name, value in where.items())
    answer = await town.call(SUZUKI, "GET", f"{PATH}?{asked}")
    assert answer.status_code == 200, answer.text
    return answer.json()


def ids(page: Page) -> list[str]:
    return [message["message_id"] for message in page["messages"]]


@pytest.mark.req("MSG-1", "MSG-2")
@pytest.mark.parametrize("limit", [1, 2, 7, 22, 23, 50])
async def test_walking_from_either_end_reads_everything_once(town: Town, said: list[str], limit: int) -> None:
    page = await read(town, limit=limit)
    back = ids(page)
    while page["older"]:
        page = await read(town, limit=limit, cursor=page["older"])
        back = ids(page) + back
    assert back == said

    page = await read(town, limit=limit, after=0)
    on = ids(page)
    while page["newer"]:
        page = await read(town, limit=limit, cursor=page["newer"])
        on += ids(page)
    assert on == said


@pytest.mark.req("MSG-2")
async def test_around_any_message_the_page_holds_it_and_goes_on_both_ways(
    town: Town, said: list[str]
) -> None:
    for limit in (2, 5, 50):  # of one message alone, there is nothing around
        for middle in (said[0], said[1], said[11], said[-1]):
            page = await read(town, around=middle, limit=limit)
            assert middle in ids(page)
            assert len(ids(page)) <= limit
            walked = ids(page)
            older, newer = page["older"], page["newer"]
            while older:
                page = await read(town, limit=limit, cursor=older)
                walked, older = ids(page) + walked, page["older"]
            while newer:
                page = await read(town, limit=limit, cursor=newer)
                walked, newer = walked + ids(page), page["newer"]
            assert walked == said


async def test_an_empty_room_has_an_empty_page(town: Town) -> None:
    page = await read(town)
    assert (page["messages"], page["older"], page["newer"], page["marks"], page["number"]) == (
        [],
        None,
        None,
        [],
        0,
    )


@pytest.mark.req("N53")
async def test_limits_and_places_beyond_all_bounds_are_clamped_or_refused(
    town: Town, said: list[str]
) -> None:
    assert len(ids(await read(town, limit=10**9))) == SAID
    assert len(ids(await read(town, limit=-5))) == 1
    assert ids(await read(town, after=10**9)) == []
    assert ids(await read(town, before=0)) == []
    refused = {
        "before=-1": 422,
        f"after={10**30}": 422,
        "limit=x": 422,
        "around=x": 422,
        "before=3&after=1": 422,
        "cursor=x": 400,
        f"cursor={paging.encode('sideways', 3)}": 400,
        f"cursor={paging.encode('before', 3, 4)}": 400,
        f"around={uuid4()}": 404,
    }
    for asked, status in refused.items():
        assert (await town.call(SUZUKI, "GET", f"{PATH}?{asked}")).status_code == status, asked


async def test_a_message_of_another_room_is_not_around_here(town: Town) -> None:
    town_hall = UUID(
        (
            await town.call(
                SATO, "POST", "/api/rooms", {"request_key": "0" * 26, "name": "別", "members": []}
            )
        ).json()["room_id"]
    )
    elsewhere = await town.says(SATO, "別のルームの話", town_hall)
    for path in (f"{PATH}?around={elsewhere}", f"{PATH}/{elsewhere}"):
        assert (await town.call(SATO, "GET", path)).status_code == 404


@pytest.mark.req("MSG-2", "N14")
async def test_a_permalink_opens_for_members_and_for_nobody_else(town: Town, said: list[str]) -> None:
    found = (await town.call(SUZUKI, "GET", f"{PATH}/{said[4]}")).json()
    assert found["message"]["parts"] == [{"kind": "text", "text": "5件目"}]
    assert list(found["people"]) == [found["message"]["author_id"]] == [str(SUZUKI)]
    for path in (f"{PATH}/{uuid4()}", f"/api/rooms/{ROADS}/messages/{said[4]}"):
        assert (await town.call(SUZUKI, "GET", path)).status_code == 404


async def test_a_page_takes_a_fixed_number_of_queries(town: Town, said: list[str]) -> None:
    actor, taken = await actor_of(town, SUZUKI), set[int]()
    for place in (Place(), Place(around=UUID(said[9])), Place(after=3), Place(before=9)):
        for limit in (1, 200):
            async with town.assembly.works.reading() as work:
                here = await enter(work, actor, WELFARE)
                async with statements(work) as sent:
                    await room.page(work, here, place, limit)
            taken.add(len(sent))
    # The head, the messages, their authors, where those served then, the marks, the reactions.
    assert taken == {8}
