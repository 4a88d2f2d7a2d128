"""あとで見る: what one person keeps of what was said, and is reminded of at its time."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from tests.cast import CITY_HALL, SATO, SUZUKI, TAKAHASHI, TANAKA, TONARI_HALL, WELFARE
from tests.talk.actors import actor_of, change_room, change_seat
from tests.talk.statements import statements
from tests.town import Town
from tests.transcripts import transcript
from yoriai.kit import paging
from yoriai.platform.jobs.models import Job
from yoriai.talk.later import keep, queries
from yoriai.talk.later.jobs import ring
from yoriai.talk.later.models import Later

pytestmark = pytest.mark.anyio
Said = dict[str, Any]  # what came over the wire: the test looks into it by name
SOON = timedelta(hours=1)


def path(message: str, more: str = "") -> str:
    return f"/api/rooms/{WELFARE}/messages/{message}/later{more}"


async def kept(town: Town, who: UUID, *, done: bool = False) -> list[Said]:
    answer = await town.call(who, "GET", f"/api/later?done={str(done).lower()}")
    found: list[Said] = answer.json()["kept"]
    return found


async def due(town: Town, who: UUID) -> int:
    found: dict[str, int] = (await town.call(who, "GET", "/api/screen")).json()["due"]
    return sum(found.values())


async def keeps(town: Town, who: UUID, message: str, at: datetime | None = None) -> tuple[int, Said]:
    answer = await town.call(who, "PUT", path(message), {"remind_at": at and at.isoformat()})
    return answer.status_code, answer.json() if answer.content else {}


@pytest.mark.req("MSG-15")
async def test_a_message_is_kept_done_taken_up_again_and_let_go(town: Town) -> None:
    first, second = [await town.says(SUZUKI, text, WELFARE) for text in ("資料です", "図面です")]
    assert [(await keeps(town, SATO, each))[0] for each in (first, second, second)] == [204, 204, 204]
    assert [each["text"] for each in await kept(town, SATO)] == ["図面です", "資料です"]
    assert (await kept(town, SATO))[0]["author_id"] == str(SUZUKI)
    assert await kept(town, SUZUKI) == []

    for method, open_ones, done_ones in (("PUT", 1, 1), ("PUT", 1, 1), ("DELETE", 2, 0)):
        assert (await town.call(SATO, method, path(first, "/done"))).status_code == 204
        assert len(await kept(town, SATO)) == open_ones
        assert len(await kept(town, SATO, done=True)) == done_ones
    for _ in range(2):
        assert (await town.call(SATO, "DELETE", path(first))).status_code == 204
    assert [each["text"] for each in await kept(town, SATO)] == ["図面です"]
    told = await town.told_at(f"person/{SATO}")
    assert told == ["later.changed"] * 5


@pytest.mark.req("MSG-15")
async def test_the_reminder_comes_at_its_time_on_all_devices(town: Town) -> None:
    message = await town.says(SUZUKI, "締切は明日です", WELFARE)
    async with town.listens(SATO) as office, town.listens(SATO, zone="internet") as phone:
        soon = town.assembly.works.now() + timedelta(seconds=0.3)
        assert (await keeps(town, SATO, message, soon))[0] == 204
        for ear in (office, phone):
            told = await ear.fact("later.rang")
            assert (told["body"]["message_id"], told["body"]["due"]) == (message, {str(CITY_HALL): 1})
    assert (await kept(town, SATO))[0]["rung_at"] is not None
    assert await due(town, SATO) == 1
    await town.call(SATO, "PUT", path(message, "/done"))
    assert await due(town, SATO) == 0


async def test_a_reminder_outlives_the_server_and_rings_once_and_only_at_the_time_chosen_last(
    town: Town,
) -> None:
    message, works = await town.says(SUZUKI, "締切は明日です", WELFARE), town.assembly.works
    first, last = (works.now() + SOON * times for times in (1, 2))
    for at in (first, last):
        assert (await keeps(town, SATO, message, at))[0] == 204
    async with works.reading() as work:
        left = select(Job.body, Job.run_at).where(Job.kind == keep.RING).order_by(Job.run_at)
        jobs = (await work.session.execute(left)).all()
    assert [run_at for _, run_at in jobs] == [first, last]
    for body, _ in (*jobs, jobs[1]):
        await ring(works, body)
    assert (await town.told_at(f"person/{SATO}")).count("later.rang") == 1
    await town.call(SATO, "DELETE", path(message))
    await ring(works, jobs[1][0])
    assert (await town.told_at(f"person/{SATO}")).count("later.rang") == 1


@pytest.mark.req("BASE-5", "N6", "D17")
async def test_only_what_can_be_read_is_kept_and_only_for_later(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    message, now = await town.says(SUZUKI, "前の話", WELFARE), town.assembly.works.now()
    status, said = await keeps(town, SATO, message, now - SOON)
    assert (status, said["details"]) == (422, {"field": "remind_at", "reason": "past"})
    assert (await keeps(town, TANAKA, message))[0] == 404
    assert (await keeps(town, SATO, str(uuid4())))[0] == 404
    assert (await town.call(SATO, "PUT", path(message, "/done"))).status_code == 404
    for never in (now + timedelta(days=3_661), "9999-12-31T23:59:59-12:00", "9999-12-31T23:59:59Z"):
        body = {"remind_at": never if isinstance(never, str) else never.isoformat()}
        refused = await town.call(SATO, "PUT", path(message), body)
        assert (refused.status_code, refused.json()["code"]) == (422, "later.too_far")
    assert (
        await town.call(SATO, "GET", f"/api/later?cursor={paging.encode('明日', UUID(message))}")
    ).status_code == 400
    monkeypatch.setattr(keep, "MOST_OPEN", 1)
    assert (await keeps(town, SATO, message))[0] == 204
    other = await town.says(SUZUKI, "もう一つ", WELFARE)
    assert (await keeps(town, SATO, other))[1]["code"] == "later.too_many"
    await town.call(SATO, "PUT", path(message, "/done"))
    assert (await keeps(town, SATO, other))[0] == 204
    for again in (("PUT", path(message), {"remind_at": None}), ("DELETE", path(message, "/done"), None)):
        assert (await town.call(SATO, *again)).json()["code"] == "later.too_many"
    await town.call(SATO, "DELETE", path(other))
    assert (await keeps(town, SATO, message))[0] == 204
    await change_seat(town, WELFARE, SATO, since_ordinal=2)
    assert await kept(town, SATO) == []
    await change_seat(town, WELFARE, SATO, since_ordinal=1, is_open=None)
    assert await kept(town, SATO) == []


async def test_what_was_taken_back_loses_its_words_here_too(town: Town) -> None:
    message = await town.says(SUZUKI, "まちがえました", WELFARE)
    await keeps(town, SATO, message)
    await town.call(SATO, "PUT", f"/api/rooms/{WELFARE}/read-mark", {"ordinal": 1})
    gone = f"/api/rooms/{WELFARE}/messages/{message}/withdrawal"
    assert (await town.call(SUZUKI, "PUT", gone, {})).status_code == 200
    (left,) = await kept(town, SATO)
    assert (left["text"], left["is_withdrawn"]) == ("", True)


@pytest.mark.req("BASE-7", "A1")
async def test_nothing_waits_in_a_room_that_does_not_open(town: Town) -> None:
    message, works = await town.says(SUZUKI, "締切は明日です", WELFARE), town.assembly.works
    at = works.now() + SOON
    await keeps(town, SATO, message, at)
    await ring(works, {"account": str(SATO), "message": message, "at": at.isoformat()})
    await change_room(town, WELFARE, kind="department")
    switch = "/api/modules/department_rooms/switch"
    assert (await due(town, SATO), len(await kept(town, SATO))) == (1, 1)
    await town.call(TAKAHASHI, "DELETE", switch)
    assert (await due(town, SATO), len(await kept(town, SATO))) == (0, 0)
    await town.call(TAKAHASHI, "PUT", switch)
    assert await due(town, SATO) == 1
    await change_room(town, WELFARE, organization_id=TONARI_HALL)
    assert (await due(town, SATO), len(await kept(town, SATO))) == (0, 0)


async def test_a_long_list_is_read_in_pages_of_a_fixed_cost(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "PAGE", 2)
    for number in range(3):
        await keeps(town, SATO, await town.says(SUZUKI, f"{number}", WELFARE))
    sato = await actor_of(town, SATO)
    async with town.assembly.works.reading() as work, statements(work) as sent:
        page = await queries.kept_by(work, sato, are_done=False, cursor=None)
    assert ([each.text for each in page.kept], len(sent)) == (["2", "1"], 2)
    rest = (await town.call(SATO, "GET", f"/api/later?cursor={page.next}")).json()
    assert ([each["text"] for each in rest["kept"]], rest["next"]) == (["0"], None)


@pytest.mark.req("C8")
async def test_an_open_screen_knows_how_many_wait(town: Town) -> None:
    message, works = await town.says(SUZUKI, "締切は明日です", WELFARE), town.assembly.works
    at = works.now() + SOON
    await keeps(town, SATO, message, at)
    body = {"account": str(SATO), "message": message, "at": at.isoformat()}
    async with transcript(town, "later.rang", SATO, expect=["later.rang"]):
        await ring(works, body)
    async with transcript(town, "later.changed", SATO, expect=["later.changed"]):
        await town.call(SATO, "PUT", path(message, "/done"))
    async with works.writing() as work:  # nobody else's
        assert (await work.session.scalars(select(Later.account_id))).all() == [SATO]
        await work.session.execute(update(Later).values(done_at=None))
    assert (await due(town, SATO), await due(town, SUZUKI)) == (1, 0)
