"""A room's last day: chosen when it is made or later, told when it has passed, and nothing lost by it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import update

from tests.cast import SATO, SUZUKI, TAKAHASHI
from tests.keys import new_send_key
from tests.talk.actors import change_room
from tests.town import Town
from yoriai.kit.days import day_in_japan
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import ordinals
from yoriai.talk.rooms.jobs import tell_ended
from yoriai.talk.rooms.models import Room

pytestmark = [pytest.mark.anyio, pytest.mark.req("ROOM-3")]


def in_days(town: Town, days: int) -> str:
    return (day_in_japan(town.assembly.works.now()) + timedelta(days=days)).isoformat()


async def patch(town: Town, who: UUID, **wish: object) -> tuple[int, dict[str, Any]]:
    answer = await town.call(who, "PATCH", f"/api/rooms/{town.welfare}", wish)
    return answer.status_code, answer.json() if answer.content else {}


async def kinds(town: Town) -> list[tuple[str, str]]:
    page = (await town.call(SUZUKI, "GET", f"/api/rooms/{town.welfare}/messages")).json()
    return [(line["kind"], line["words"]) for line in page["lines"]]


@pytest.mark.req("ROOM-1")
async def test_a_room_is_made_after_a_template_with_its_last_day(town: Town) -> None:
    ends_on = in_days(town, 30)
    body = {
        "request_key": new_send_key(), "name": "11月26日の会議", "purpose": "資料と意見", "members": [str(SUZUKI)],
        "ends_on": ends_on, "template": "meeting",
    }  # fmt: skip
    room = UUID((await town.call(SATO, "POST", "/api/rooms", body)).json()["room_id"])
    read = (await town.call(SUZUKI, "GET", f"/api/rooms/{room}")).json()
    assert read["room"]["ends_on"] == ends_on
    async with town.assembly.works.reading() as work:
        assert (await work.session.get_one(Room, room)).template == "meeting"
    unknown = body | {"request_key": new_send_key(), "template": "party"}
    assert (await town.call(SATO, "POST", "/api/rooms", unknown)).status_code == 422


async def test_the_last_day_moves_and_goes_and_everybody_is_told(town: Town) -> None:
    ends_on = in_days(town, 0)
    async with town.listens(SUZUKI) as ear:
        assert (await patch(town, SATO, ends_on=ends_on))[0] == 204
        assert (await ear.fact("rooms.changed"))["body"]["ends_on"] == ends_on
    assert (await patch(town, SATO, ends_on=ends_on))[0] == 204
    assert (await patch(town, SATO, purpose="毎週"))[0] == 204
    assert (await town.call(SUZUKI, "GET", "/api/screen")).json()["rooms"][0]["ends_on"] == ends_on
    assert (await patch(town, SATO, ends_on=None))[0] == 204
    assert await kinds(town) == [("ends", ends_on), ("purpose", ""), ("ends", "")]
    assert (await patch(town, SUZUKI, ends_on=ends_on))[0] == 403


@pytest.mark.parametrize(("days", "reason"), [(-1, "past"), (3_661, "too_late")])
async def test_a_day_that_is_none_to_come_is_refused_under_its_field(
    town: Town, days: int, reason: str
) -> None:
    status, refused = await patch(town, SATO, ends_on=in_days(town, days))
    assert (status, refused["details"]["field"], refused["details"]["reason"]) == (422, "ends_on", reason)


async def test_a_room_past_its_day_is_told_once_and_goes_on(town: Town) -> None:
    works = town.assembly.works
    yesterday = day_in_japan(works.now()) - timedelta(days=1)
    await change_room(town, town.welfare, ends_on=yesterday)
    await change_room(town, town.roads, ends_on=yesterday + timedelta(days=1))
    async with town.listens(SUZUKI) as ear:
        await tell_ended(works, {})
        told = (await ear.fact("rooms.changed"))["body"]
    await tell_ended(works, {})
    assert [line["kind"] for line in told["lines"]] == ["ended"]
    assert await kinds(town) == [("ended", yesterday.isoformat())]
    assert await town.told(town.roads) == []
    await town.says(SUZUKI, "まだ書けます", town.welfare)
    await change_room(town, town.welfare, ends_on=yesterday - timedelta(days=1))
    await tell_ended(works, {})
    assert len(await kinds(town)) == 2


async def test_what_is_put_away_is_not_asked_about(town: Town) -> None:
    works = town.assembly.works
    await change_room(
        town, town.roads, ends_on=day_in_japan(works.now()) - timedelta(days=1), archived_at=works.now()
    )
    await tell_ended(works, {})
    assert await town.told(town.roads) == []
    assert (await town.call(TAKAHASHI, "GET", f"/api/rooms/{town.roads}")).json()["room"]["ends_on"]


@pytest.mark.req("N105")
async def test_a_room_that_goes_on_after_all_is_told_of_no_end(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = day_in_japan(town.assembly.works.now())
    await change_room(town, town.welfare, ends_on=today - timedelta(days=1))

    async def moved(work: Work, _: object) -> None:
        """Its manager holds it first, and moves its end."""
        await work.session.execute(update(Room).values(ends_on=today + timedelta(days=1)))

    monkeypatch.setattr(ordinals, "hold", moved)
    await tell_ended(town.assembly.works, {})
    assert await kinds(town) == []
