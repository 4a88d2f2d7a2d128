"""What was taken is gone on every path: over HTTP, over a socket that was open, and for who comes back."""

import asyncio
import time
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import update

from tests.carriers import CARRIERS
from tests.cast import SATO, SUZUKI, TAKAHASHI, session_of
from tests.doors import words_for
from tests.ear import Refusal
from tests.keys import new_send_key
from tests.town import Town
from yoriai.kit.days import day_in_japan, end_of_day_in_japan
from yoriai.people.accounts.models import Account
from yoriai.people.accounts.service import set_last_day
from yoriai.platform.work.edge import clock

pytestmark = pytest.mark.anyio
by_every_carrier = pytest.mark.parametrize("carrier", CARRIERS)


async def _posts(town: Town, who: UUID, text: str) -> None:
    assert await town.says(who, text, town.welfare)


@pytest.mark.req("R3", "N23", "D18", "D19", "D20")
@by_every_carrier
async def test_a_suspended_persons_sockets_close_within_two_seconds(town: Town, carrier: str) -> None:
    async with (
        town.listens(SUZUKI, carrier=carrier) as here,
        town.listens(SUZUKI, zone="internet", carrier=carrier) as there,
    ):
        assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SUZUKI}/suspension")).status_code == 204
        assert [(await ear.ended(2))[0] for ear in (here, there)] == [4401, 4401]
    assert (await town.call(SUZUKI, "GET", "/api/screen")).status_code == 401


async def _last_day(town: Town, who: UUID, day: date | None) -> None:
    async with town.assembly.works.writing() as work:
        set_last_day(work, await work.session.get_one(Account, who), day, by=TAKAHASHI)


@pytest.mark.req("D18", "D20", "N23")
async def test_a_last_day_that_is_over_ends_hearing_within_two_seconds(town: Town) -> None:
    async with town.listens(SUZUKI) as here, town.listens(SUZUKI, zone="internet") as there:
        await _last_day(town, SUZUKI, date(2020, 3, 31))
        assert [(await ear.ended(2))[0] for ear in (here, there)] == [1012, 1012]
    for zone in ("lgwan", "internet"):
        assert (await town.call(SUZUKI, "GET", "/api/screen", zone=zone)).status_code == 401


@pytest.mark.req("D18", "D20")
async def test_a_last_day_that_passes_while_a_socket_is_open_ends_it_within_two_seconds(town: Town) -> None:
    works, today = town.assembly.works, day_in_japan(clock())
    await _last_day(town, SUZUKI, today)
    async with town.listens(SUZUKI) as ear:
        assert (await town.call(SUZUKI, "GET", "/api/screen")).status_code == 200
        works.now = lambda: end_of_day_in_japan(today)
        assert (await ear.ended(2))[0] == 4401
    assert (await town.call(SUZUKI, "GET", "/api/screen")).status_code == 401


@pytest.mark.req("D18")
async def test_whoever_may_stay_longer_is_not_sent_away_on_the_day_that_was_meant_first(town: Town) -> None:
    works, today = town.assembly.works, day_in_japan(clock())
    await _last_day(town, SUZUKI, today)
    async with town.listens(SUZUKI) as ear:
        await _last_day(town, SUZUKI, None)
        assert (await ear.ended(2))[0] == 1012  # it comes again at once, and hears on
    async with town.listens(SUZUKI) as ear:
        works.now = lambda: end_of_day_in_japan(today)
        await asyncio.sleep(1.5)
        assert not ear.closed


@pytest.mark.req("A7", "D19", "N25")
@pytest.mark.parametrize("command", ["messages.post", "receipts.mark"])
@pytest.mark.asvs("V8.3.1")
async def test_a_command_asks_again_whether_its_session_still_counts(town: Town, command: str) -> None:
    """Even where the news of the revocation has not come: the bell is silenced and nothing is polled here."""
    async with town.listens(SUZUKI) as ear:
        await ear.ask(command, **words_for(command, town.welfare))
        async with town.assembly.works.committing() as work:  # committed, and nobody is told
            yesterday = {"ends_on": date(2020, 3, 31)}
            await work.session.execute(update(Account).where(Account.id == SUZUKI).values(yesterday))
        with pytest.raises(Refusal) as refused:
            await ear.ask(command, **words_for(command, town.welfare))
    assert (refused.value.status, refused.value.code) == (401, "signed_out")


@pytest.mark.req("D17", "D19", "N49")
@by_every_carrier
async def test_who_was_taken_out_of_a_room_hears_nothing_more_and_cannot_come_back(
    town: Town, carrier: str
) -> None:
    stream = f"room/{town.welfare}"
    async with town.listens(SUZUKI, carrier=carrier) as ear:
        await _posts(town, SATO, "まだ聞こえます")
        await ear.fact("messages.posted")
        taken = await town.call(SATO, "DELETE", f"/api/rooms/{town.welfare}/members/{SUZUKI}")
        assert taken.status_code == 204
        await ear.fact("rooms.lost")
        await _posts(town, SATO, "もう聞こえません")
        assert await ear.ask("hear", since={stream: 0}) == {"reset": []}
        await asyncio.sleep(0.3)
        assert len(ear.named("messages.posted")) == 1
    missed = await town.call(SUZUKI, "GET", f"/api/facts?stream={stream}&after=0")
    assert missed.status_code == 404


@pytest.mark.req("D12", "N58")
async def test_one_socket_catches_up_once_at_a_time(town: Town) -> None:
    await _posts(town, SATO, "ひとつ")
    async with town.listens(SUZUKI) as ear:
        asked = [ear.ask("hear", since={f"room/{town.welfare}": 0}) for _ in range(20)]
        answers = await asyncio.gather(*asked, return_exceptions=True)
    refused = [each for each in answers if isinstance(each, Refusal)]
    assert any(answer == {"reset": []} for answer in answers)
    assert {each.status for each in refused} <= {429}


@pytest.mark.req("D11", "N58")
async def test_many_who_catch_up_over_http_starve_nobody(town: Town) -> None:
    await _posts(town, SATO, "ひとつ")
    path = f"/api/facts?stream=room/{town.welfare}&after=0"
    async with asyncio.timeout(20):
        asked = asyncio.gather(*(town.call(SUZUKI, "GET", path) for _ in range(40)))
        await _posts(town, SATO, "そのあいだにも話せます")
        answers = await asked
    assert {answer.status_code for answer in answers} <= {200, 429}
    assert (await town.call(SUZUKI, "GET", path)).status_code == 200


@pytest.mark.req("N23", "A7")
@by_every_carrier
async def test_an_ended_session_closes_its_socket_alone(town: Town, carrier: str) -> None:
    async with (
        town.listens(SATO, carrier=carrier) as desk,
        town.listens(SATO, zone="internet", carrier=carrier) as phone,
    ):
        path = f"/api/sessions/{session_of(SATO, 'internet')}"
        assert (await town.call(SATO, "DELETE", path)).status_code == 204
        assert (await phone.ended(2))[0] == 4401
        await desk.ask("messages.post", **words_for("messages.post", town.welfare))


@pytest.mark.req("N39")
async def test_an_origin_that_comes_twice_is_nobodys(town: Town) -> None:
    own, path = town.origin("lgwan"), f"/api/rooms/{town.welfare}/messages"
    body = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": "こんにちは"}]}
    answer = await town.call(SATO, "POST", path, body, headers={"origin": f"{own}, http://evil.example"})
    assert answer.status_code == 403


@pytest.mark.req("N54")
async def test_a_head_without_end_is_refused(town: Town) -> None:
    answer = await town.call(None, "GET", "/api/entrance", headers={"x-long": "x" * 70_000})
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.timed
@pytest.mark.req("N51", "N55", "BASE-2")
@pytest.mark.parametrize(
    "text", ["a" + "\u0301" * 30_000 + "\u0316" * 30_000, "\u0301" * 200_000, "あ" * 340_000]
)
async def test_a_heap_of_marks_stops_nobody(town: Town, text: str) -> None:
    body = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": text}]}
    began = time.monotonic()
    answer = await town.call(SATO, "POST", f"/api/rooms/{town.welfare}/messages", body)
    assert answer.status_code in (400, 413, 422)
    assert time.monotonic() - began < 1


@pytest.mark.req("N54", "N61", "N125")
@pytest.mark.parametrize(
    "path", ["/%00", "/" + "a" * 300, "/..%2f..%2fetc/passwd", "/assets/%00", "/assets/../../x"]
)
@pytest.mark.asvs("V1.1.1", "V5.3.1", "V5.3.2")
async def test_no_address_is_looked_up_on_the_disk(town: Town, path: str) -> None:
    answer = await town.call(None, "GET", path)
    assert answer.status_code in (200, 404)
    assert "root:" not in answer.text
