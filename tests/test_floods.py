"""One person with many clients asks for too much: they are held up, over both transports together, and nobody else is."""

import asyncio
import json
import time
from contextlib import AsyncExitStack

import pytest
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import InvalidStatus

from tests.cast import SATO, SUZUKI
from tests.doors import words_for
from tests.ear import Ear
from tests.town import Town
from yoriai.platform.allowance import AT_ONCE
from yoriai.platform.realtime.handshake import MOST_SOCKETS

pytestmark = [pytest.mark.anyio, pytest.mark.req("N58")]

A_SECOND = 40.0  # asks of one account; the product allows more, and a test machine sends fewer
CLIENTS, EACH = 100, 12
THOUSAND = 1_000  # a second, of one client


async def admitted(stack: AsyncExitStack, town: Town) -> Ear | None:
    """One more client of 鈴木, or none where she has too many."""
    try:
        return await stack.enter_async_context(town.listens(SUZUKI))
    except InvalidStatus as refused:
        assert refused.response.status_code == 429
        return None


async def flood(ear: Ear, town: Town, *, seed: int) -> None:
    for turn in range(EACH):
        kind = ("messages.post", "receipts.mark", "hear")[turn % 3]
        words = {"since": {f"room/{town.welfare}": 0}} if kind == "hear" else words_for(kind, town.welfare)
        await ear.connection.send(json.dumps({"do": kind, "id": f"{seed}.{turn}", **words}))


@pytest.mark.timed
@pytest.mark.asvs("V2.4.1")
async def test_a_person_with_many_clients_is_limited_and_the_room_goes_on(town: Town) -> None:
    town.assembly.entrance.allowances.per_second = A_SECOND
    async with AsyncExitStack() as stack:
        colleague = await stack.enter_async_context(town.listens(SATO))
        clients = [ear for _ in range(CLIENTS) if (ear := await admitted(stack, town)) is not None]
        began = time.monotonic()
        floods = [asyncio.create_task(flood(ear, town, seed=at)) for at, ear in enumerate(clients)]
        waits = [await patience(colleague, town) for _ in range(10)]
        elapsed = time.monotonic() - began
        taken = sum("ok" in frame for ear in clients for frame in ear.frames)
        refused = [frame["refused"] for ear in clients for frame in ear.frames if "refused" in frame]
        for each in floods:
            each.cancel()
        for ear in clients:
            hang_up(ear)

    assert len(clients) == MOST_SOCKETS
    assert refused
    assert {each["status"] for each in refused} == {429}
    assert taken <= A_SECOND * (AT_ONCE + elapsed) + CLIENTS
    assert sorted(waits)[len(waits) // 2] < 1


@pytest.mark.timed
@pytest.mark.parametrize("ground", ["sqlite"], indirect=True)  # the limit stands before any database
async def test_one_client_that_says_a_thousand_things_a_second_is_limited_and_the_room_goes_on(
    town: Town,
) -> None:
    """Read marks, looking, hearing again, and presence beside them: by the product's own limit."""
    kept = town.assembly.entrance.allowances.per_second
    async with town.listens(SATO) as colleague, town.listens(SUZUKI) as client:
        began = time.monotonic()
        flooding = asyncio.create_task(pour(client, town))
        presence = asyncio.create_task(say_presence(town))
        waits = [await patience(colleague, town, pause=0.05) for _ in range(40)]
        await client.until(lambda: any("refused" in frame for frame in client.frames), 10)
        elapsed = time.monotonic() - began
        taken = sum("ok" in frame for frame in client.frames)
        refused = [frame["refused"] for frame in client.frames if "refused" in frame]
        for each in (flooding, presence):
            each.cancel()
        hang_up(client)

    assert {each["status"] for each in refused} == {429}
    assert taken <= kept * (AT_ONCE + elapsed) + 1
    assert sorted(waits)[len(waits) // 2] < 0.25


def hang_up(ear: Ear) -> None:
    """At once: a server that does not read it would be waited for."""
    assert isinstance(ear.connection, ClientConnection)
    ear.connection.transport.abort()


async def pour(ear: Ear, town: Town) -> None:
    """A thousand a second, as long as the line takes them."""
    words = [
        {"do": "receipts.mark", **words_for("receipts.mark", town.welfare)},
        {"do": "look", "stream": f"room/{town.welfare}"},
        {"do": "hear", "since": {f"room/{town.welfare}": 0}},
    ]
    for turn in range(60 * THOUSAND):
        await ear.connection.send(json.dumps({"id": f"{turn}", **words[turn % 3]}))
        if turn % 10 == 0:
            await asyncio.sleep(10 / THOUSAND)


async def say_presence(town: Town) -> None:
    while True:
        await town.call(SUZUKI, "PUT", "/api/presence", {"state": None})
        await asyncio.sleep(0.1)


async def patience(ear: Ear, town: Town, *, pause: float = 0) -> float:
    """The seconds until a colleague's message is in the room, said after a pause."""
    await asyncio.sleep(pause)
    began = time.monotonic()
    await ear.ask("messages.post", **words_for("messages.post", town.welfare))
    return time.monotonic() - began


@pytest.mark.timed
async def test_what_was_asked_over_sockets_counts_over_http_and_the_other_way_round(town: Town) -> None:
    allowances = town.assembly.entrance.allowances
    screen = "/api/screen"
    async with town.listens(SUZUKI) as ear:
        allowances.per_second = 10.0
        for turn in range(40):
            await ear.connection.send(json.dumps({"do": "look", "id": f"{turn}", "stream": None}))
        await ear.until(lambda: any("refused" in frame for frame in ear.frames))
        for method, path, body in (
            ("GET", f"/api/facts?stream=room/{town.welfare}&after=0", None),
            ("PUT", f"/api/rooms/{town.welfare}/read-mark", {"ordinal": 1}),
        ):
            answer = await town.call(SUZUKI, method, path, body)
            assert (answer.status_code, answer.json()["code"]) == (429, "too_many")
        assert (await town.call(SATO, "GET", screen)).status_code == 200
    await asyncio.sleep(int(answer.headers["retry-after"]))
    assert (await town.call(SUZUKI, "GET", screen)).status_code == 200

    allowances.buckets.clear()
    answers = await asyncio.gather(*(town.call(SATO, "GET", screen) for _ in range(60)))
    assert {answer.status_code for answer in answers} == {200, 429}
    with pytest.raises(InvalidStatus) as refused:
        async with town.listens(SATO):
            pass
    assert refused.value.response.status_code == 429
