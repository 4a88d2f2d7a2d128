"""What may not be sent when its time has come: it is kept, whole and with the reason (MSG-16)."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from tests.cast import SATO, SUZUKI, TAKAHASHI, WELFARE
from tests.talk.actors import change_room, opened, withdraw
from tests.talk.booking import comes, said, scheduled, waiting, write
from tests.town import Town
from yoriai.talk.messages.models import Withdrawal
from yoriai.talk.scheduled import jobs
from yoriai.talk.scheduled.models import Scheduled

pytestmark = [pytest.mark.anyio, pytest.mark.req("MSG-16")]


@pytest.mark.req("D18", "D20")
async def test_whoever_has_left_sends_nothing_and_is_told(town: Town) -> None:
    room = await opened(town, SATO, [SUZUKI])
    one = await scheduled(town, room=room, who=SUZUKI)
    await town.call(SUZUKI, "DELETE", f"/api/rooms/{room}/members/{SUZUKI}")
    async with town.listens(SUZUKI) as ear:
        await comes(town, one)
        told = (await ear.fact("scheduled.changed"))["body"]["scheduled"]
    assert (told["refused"], await said(town, room)) == ("scheduled.left", [])
    await jobs.send_due(town.assembly.works, {"scheduled": one})
    assert [each["refused"] for each in await waiting(town, SUZUKI)] == ["scheduled.left"]


@pytest.mark.req("D17", "D20")
async def test_an_answer_to_what_its_author_reads_no_longer_is_kept_with_that_reason(town: Town) -> None:
    asked = await town.says(SATO, "当番はだれですか", WELFARE)
    quoting, under = (
        await scheduled(town, who=SUZUKI, quote=asked),
        await scheduled(town, who=SUZUKI, thread=asked),
    )
    await change_room(town, WELFARE, policies={"past": "hidden"})
    await town.call(SUZUKI, "DELETE", f"/api/rooms/{WELFARE}/members/{SUZUKI}")
    await town.call(SATO, "POST", f"/api/rooms/{WELFARE}/members", {"accounts": [str(SUZUKI)]})
    now = await town.call(SUZUKI, "POST", f"/api/scheduled/{quoting}/sending")
    assert (now.status_code, now.json()["code"]) == (409, "scheduled.unanswerable")
    for each in (quoting, under):
        await comes(town, each)
    kept = [(each["refused"], each["parts"][0]["text"]) for each in await waiting(town, SUZUKI)]
    assert (kept, await said(town)) == (
        [("scheduled.unanswerable", "明日の当番です")] * 2,
        ["当番はだれですか"],
    )


@pytest.mark.req("MSG-6")
async def test_an_answer_under_what_was_taken_back_at_once_has_nothing_to_stand_under(town: Town) -> None:
    root = await town.says(SUZUKI, "まちがえました", WELFARE)
    one = await scheduled(town, thread=root)
    await withdraw(town, root, Withdrawal.TRACELESS)
    await comes(town, one)
    assert [each["refused"] for each in await waiting(town)] == ["scheduled.unanswerable"]


@pytest.mark.req("D20")
async def test_whoever_is_suspended_sends_nothing_and_finds_it_afterwards(town: Town) -> None:
    one = await scheduled(town, who=SUZUKI)
    path = f"/api/accounts/{SUZUKI}/suspension"
    assert (await town.call(TAKAHASHI, "PUT", path)).status_code == 204
    await comes(town, one)
    assert await said(town) == []
    async with town.assembly.works.reading() as work:
        assert await work.session.scalar(select(Scheduled.refused)) == "scheduled.suspended"


async def test_a_room_that_was_put_away_takes_none(town: Town) -> None:
    one = await scheduled(town)
    await change_room(town, WELFARE, archived_at=datetime.now(UTC))
    assert (await write(town))[1]["code"] == "rooms.archived"
    await comes(town, one)
    assert [each["refused"] for each in await waiting(town)] == ["rooms.archived"]
