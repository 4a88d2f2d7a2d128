"""Signals: fleeting, for who looks, at most once a second; the latest state is what counts."""

import asyncio
from collections.abc import AsyncGenerator
from uuid import UUID, uuid4

import pytest
from sqlalchemy.ext.asyncio import AsyncSession
from structlog.testing import capture_logs

from tests.platform.hall import Someone, call, count, hall_stream, sit
from tests.platform.nodes import Ear, Frame, realtime_over, until, welcome
from yoriai.platform.db.store import Store
from yoriai.platform.realtime import signals as signalling
from yoriai.platform.realtime.listener import Listener
from yoriai.platform.realtime.realtime import Realtime

pytestmark = pytest.mark.anyio


@pytest.fixture
async def node(store: Store, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Realtime]:
    monkeypatch.setattr(signalling, "AT_MOST_EVERY", 0.3)
    realtime = realtime_over(store)
    async with realtime.running():
        yield realtime


async def seated(node: Realtime, hall_id: UUID) -> tuple[Ear, Listener]:
    ear = Ear(Someone())
    async with node.works.writing() as work:
        await sit(work, hall_id, ear.who.account_id)
    listener = ear.listener()
    await welcome(node, listener)
    return ear, listener


def heard(ear: Ear) -> list[Frame]:
    return [frame for frame in ear.frames if "signal" in frame]


async def stir(node: Realtime, hall_id: UUID) -> None:
    async with node.works.writing() as work:
        call(work, hall_id)
        work.signal(hall_stream(hall_id), "hall.counted")


async def test_only_who_looks_is_told(node: Realtime, hall_id: UUID):
    (looks, listener), (hears, _), (elsewhere, other) = [await seated(node, hall_id) for _ in range(3)]
    listener.looks_at = frozenset({hall_stream(hall_id)})
    other.looks_at = frozenset({elsewhere.who.own_stream})
    await stir(node, hall_id)
    await until(lambda: heard(looks))
    await until(lambda: hears.numbers)

    assert heard(looks) == [{"signal": "hall.counted", "hall_id": str(hall_id), "calls": 1}]
    assert heard(hears) == heard(elsewhere) == []


def test_a_signal_comes_at_most_once_a_second():
    assert signalling.AT_MOST_EVERY >= 1.0


async def test_many_at_once_are_one_with_the_latest_state(node: Realtime, hall_id: UUID):
    ear, listener = await seated(node, hall_id)
    listener.looks_at = frozenset({hall_stream(hall_id)})
    for _ in range(20):
        await stir(node, hall_id)
    await until(lambda: heard(ear) and heard(ear)[-1]["calls"] == 20)
    await asyncio.sleep(0.4)

    assert len(heard(ear)) <= 3
    assert listener.looks_at


async def test_signals_of_what_nobody_hears_or_knows_are_nothing(node: Realtime, hall_id: UUID):
    ear, listener = await seated(node, hall_id)
    listener.looks_at = frozenset({hall_stream(hall_id)})
    async with node.works.writing() as work:
        work.signal("jobs", "deed")
        work.signal(hall_stream(uuid4()), "hall.counted")
    await asyncio.sleep(0.05)
    await stir(node, hall_id)
    await until(lambda: heard(ear))


async def test_a_signal_that_cannot_be_made_does_not_silence_the_next(node: Realtime, hall_id: UUID):
    ear, listener = await seated(node, hall_id)
    listener.looks_at = frozenset({hall_stream(hall_id)})
    failures = [1]

    async def sometimes(session: AsyncSession, stream: str) -> dict[str, object]:
        if failures:
            failures.pop()
            raise RuntimeError
        return await count(session, stream)

    node.signals.bodies = {"hall.counted": sometimes}
    with capture_logs() as logged:
        await stir(node, hall_id)
        await until(lambda: not failures)
        await stir(node, hall_id)
        await until(lambda: heard(ear))
    assert [line["event"] for line in logged] == ["signals not sent"]


async def test_a_socket_that_is_closed_already_costs_its_neighbours_no_signal(node: Realtime, hall_id: UUID):
    def fail(_: bytes) -> None:
        raise RuntimeError("unable to perform operation on <TCPTransport closed=True>")

    seats = [await seated(node, hall_id) for _ in range(3)]
    for _, listener in seats:
        listener.looks_at = frozenset({hall_stream(hall_id)})
    gone = seats[1][1]
    gone.write = fail
    with capture_logs() as logged:
        node.signals.note({(hall_stream(hall_id), "hall.counted")})
        await until(lambda: heard(seats[0][0]) and heard(seats[2][0]))
    assert logged == []
    assert all(gone not in group for group in node.hub.channels[hall_stream(hall_id)].groups.values())
