"""Old messages go on saying where their author served then: read as a page, found by their link, and told late."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import delete, insert, update

from tests.cast import CITY_HALL, MIHON, SATO, SUZUKI, TAKAHASHI, WELFARE, named
from tests.keys import new_send_key
from tests.people.accounts.managing.forms import post, save
from tests.talk.actors import actor_of
from tests.talk.statements import Counted, statements
from tests.town import Town
from yoriai.people.access.actor import staff_of
from yoriai.people.accounts.models import Posting
from yoriai.platform.db.statement import Rows
from yoriai.talk.messages.facts import MessagePosted
from yoriai.talk.messages.queries import Place
from yoriai.talk.messages.rendering import render_posted
from yoriai.talk.rooms.standing import enter
from yoriai.talk.timeline import room

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-1")]
PATH = f"/api/rooms/{WELFARE}/messages"
WELFARE_UNIT, ROADS_UNIT = named("福祉課"), named("土木課")

Page = dict[str, Any]  # what came over the wire: the test looks into it by name


async def units(town: Town) -> list[str]:
    """The units beside the messages, which are the same however they are read."""
    page: Page = (await town.call(SUZUKI, "GET", PATH)).json()
    read = [message["unit"] for message in page["messages"]]
    frames = (await town.call(SUZUKI, "GET", f"/api/facts?stream=room/{WELFARE}&after=0")).json()["frames"]
    posted = [frame["body"]["message"] for frame in frames if frame.get("fact") == "messages.posted"]
    found = [
        (await town.call(SUZUKI, "GET", f"{PATH}/{message['message_id']}")).json()["message"]
        for message in posted
    ]
    assert [message["unit"] for message in posted] == [message["unit"] for message in found] == read
    assert posted == page["messages"]
    return read


async def today(town: Town) -> tuple[str, str]:
    """What the list of members and the card of 佐藤 say."""
    members = (await town.call(SUZUKI, "GET", f"/api/rooms/{WELFARE}")).json()["people"]
    card = (await town.call(SUZUKI, "GET", f"/api/people/{SATO}")).json()["person"]
    return members[str(SATO)]["department"], card["department"]


async def test_who_has_moved_stands_in_the_former_unit_on_old_messages_alone(town: Town) -> None:
    await town.says(SATO, "福祉課のときの話", WELFARE)
    moved = await save(town, SATO, {"posts": [post(ROADS_UNIT)]})
    assert moved.status_code == 200, moved.text
    await town.says(SATO, "土木課での話", WELFARE)
    assert await units(town) == ["福祉課", "土木課"]
    assert await today(town) == ("土木課", "土木課")


async def test_a_renamed_unit_is_called_on_old_messages_as_it_was(town: Town) -> None:
    for name in ("長寿福祉課", "共生福祉課"):
        await town.says(SATO, f"{name}になる前", WELFARE)
        history = (await town.call(TAKAHASHI, "GET", f"/api/units/{WELFARE_UNIT}/history")).json()
        last = history["changes"][0]["change_id"] if history["changes"] else None
        body = {"name": name, "kind": "課", "last_change": last}
        renamed = await town.call(TAKAHASHI, "PUT", f"/api/units/{WELFARE_UNIT}", body)
        assert renamed.status_code == 200, renamed.text
    await town.says(SATO, "いま", WELFARE)
    assert await units(town) == ["福祉課", "長寿福祉課", "共生福祉課"]
    assert await today(town) == ("共生福祉課", "共生福祉課")


async def test_a_closed_unit_is_remembered_by_what_was_said_in_it(town: Town) -> None:
    await town.says(SATO, "なくなる前の話", WELFARE)
    path = f"/api/units/{WELFARE_UNIT}/closing"
    assert (await town.call(TAKAHASHI, "PUT", path, {"successor_id": str(ROADS_UNIT)})).status_code == 204
    await town.says(SATO, "なくなった後の話", WELFARE)
    assert await units(town) == ["福祉課", "土木課"]
    assert await today(town) == ("土木課", "土木課")


async def test_a_concurrent_post_taken_or_given_up_changes_nothing(town: Town) -> None:
    await town.says(SATO, "兼務の前", WELFARE)
    both = [post(WELFARE_UNIT), post(ROADS_UNIT, main=False)]
    assert (await save(town, SATO, {"posts": both})).status_code == 200
    await town.says(SATO, "兼務の間", WELFARE)
    assert (await save(town, SATO, {"posts": [post(WELFARE_UNIT)]})).status_code == 200
    await town.says(SATO, "兼務の後", WELFARE)
    assert await units(town) == ["福祉課"] * 3


async def test_who_never_had_a_main_post_had_no_unit_then(town: Town) -> None:
    async with town.assembly.works.writing() as work:
        await work.session.execute(delete(Posting).where(Posting.account_id == SATO))
        concurrent = {
            "id": named("concurrent"), "account_id": SATO, "organization_id": CITY_HALL,
            "department_id": ROADS_UNIT, "main": None, "was_main": False, "since": work.now, "until": None,
        }  # fmt: skip
        await work.session.execute(insert(Posting), [concurrent])
    await town.says(SATO, "まだ所属がありません", WELFARE)
    assert await units(town) == [""]
    placed = await save(town, SATO, {"posts": [post(ROADS_UNIT)]})
    assert placed.status_code == 200, placed.text
    await town.says(SATO, "土木課になりました", WELFARE)
    assert await units(town) == ["", "土木課"]


async def test_what_was_said_before_the_first_post_began_says_no_unit(town: Town) -> None:
    await town.says(SATO, "記録より前の話", WELFARE)
    async with town.assembly.works.writing() as work:
        began = update(Posting).where(Posting.account_id == SATO).values(since=work.now)
        await work.session.execute(began)
    assert await units(town) == [""]


async def test_what_is_posted_now_is_told_without_another_question(town: Town) -> None:
    async def asked(*said: str) -> int:
        facts = [MessagePosted(room_id=WELFARE, message_id=UUID(each), ordinal=1) for each in said]

        def count(rows: Rows) -> int:
            counted = Counted(rows)
            render_posted(counted, facts, staff_of(MIHON))
            return counted.asked

        return await town.assembly.works.store.quick.read(count)

    said = [await town.says(who, "本日の当番", WELFARE) for who in (SATO, SUZUKI)]
    assert await asked(*said) == 2
    await save(town, SATO, {"posts": [post(ROADS_UNIT)]})
    assert await asked(said[1]) == 2
    assert await asked(*said, *said) == 3
    assert await asked(await town.says(SATO, "異動しました", WELFARE)) == 2


async def test_a_page_of_people_who_have_moved_takes_no_more_queries(town: Town) -> None:
    async def taken() -> int:
        actor = await actor_of(town, SUZUKI)
        async with town.assembly.works.reading() as work:
            here = await enter(work, actor, WELFARE)
            async with statements(work) as sent:
                await room.page(work, here, Place(), 200)
        return len(sent)

    await town.says(SATO, "一件目", WELFARE)
    before = await taken()
    for unit in (ROADS_UNIT, WELFARE_UNIT, ROADS_UNIT):
        assert (await save(town, SATO, {"posts": [post(unit)]})).status_code == 200
        await town.says(SATO, new_send_key(), WELFARE)
    await town.says(SUZUKI, "わたしも", WELFARE)
    assert await taken() == before == 8
