"""The heartbeat: heads that changed, an end to sessions that are over and to sockets that say nothing."""

import asyncio
from collections.abc import AsyncGenerator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import monotonic
from uuid import UUID

import pytest

from tests.platform.hall import Someone, call, hall_stream, sit
from tests.platform.nodes import Ear, hearing, realtime_over, until, welcome
from yoriai.platform.db.store import Store
from yoriai.platform.realtime import realtime as realtimes
from yoriai.platform.realtime.hub import COME_BACK, SIGNED_OUT
from yoriai.platform.realtime.realtime import Realtime

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)]


@pytest.fixture
async def node(store: Store, monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Realtime]:
    realtime = realtime_over(store)
    async with realtime.running():
        yield realtime


def beats(ear: Ear) -> list[dict[str, int]]:
    return [frame["beat"] for frame in ear.frames if "beat" in frame]


@pytest.mark.req("D15")
async def test_a_beat_names_the_heads_that_changed_since_the_last(
    node: Realtime, hall_id: UUID, monkeypatch: pytest.MonkeyPatch
):
    assert (realtimes.BEAT_EVERY, realtimes.SILENCE) == (20.0, 45.0)
    monkeypatch.setattr(realtimes, "BEAT_EVERY", 1.0)
    me = Someone()
    async with node.works.writing() as work:
        await sit(work, hall_id, me.account_id)
    async with hearing(node, me) as ear:
        async with node.works.writing() as work:
            call(work, hall_id)
        await until(lambda: len(beats(ear)) == 2)

    assert beats(ear) == [{hall_stream(hall_id): 1}, {}]


@pytest.mark.req("D15")
async def test_beats_are_spread_over_the_seconds(node: Realtime, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(realtimes, "BEAT_EVERY", 2.0)
    ears = [Ear(Someone()) for _ in range(4)]
    for ear in ears:
        await welcome(node, ear.listener())
    await until(lambda: any(beats(ear) for ear in ears))
    assert sum(bool(beats(ear)) for ear in ears) == 2
    await until(lambda: all(beats(ear) for ear in ears))


@pytest.mark.req("D15")
async def test_a_socket_that_says_nothing_is_ended(node: Realtime):
    """When its time is over, whenever its next heartbeat would be: `make faults` had it wait up to 65 seconds."""
    silent, lively = Ear(Someone()), Ear(Someone())
    for ear, said in ((silent, 46), (lively, 40)):
        listener = ear.listener()
        listener.heard_at = monotonic() - said
        await welcome(node, listener)
    await until(lambda: silent.closed, 3)

    assert silent.closed == (COME_BACK, "silence")
    assert (lively.closed, len(node.hub.listeners)) == (None, 1)


async def test_a_socket_that_cannot_be_written_to_takes_nobody_elses_heartbeat(
    node: Realtime, monkeypatch: pytest.MonkeyPatch
):
    def fail(_: bytes) -> None:
        raise RuntimeError("the handler is closed")

    monkeypatch.setattr(realtimes, "BEAT_EVERY", 1.0)
    broken, whole = Ear(Someone()), Ear(Someone())
    listener = broken.listener()
    listener.write = fail
    await welcome(node, listener)
    await welcome(node, whole.listener())
    await until(lambda: len(beats(whole)) == 2)
    assert listener not in node.hub.listeners


@pytest.mark.req("D18")
async def test_a_session_that_is_over_ends_its_socket(node: Realtime):
    """At its moment, whenever its next heartbeat would be."""
    soon = datetime.now(UTC) + timedelta(seconds=0.3)
    async with hearing(node, replace(Someone(), expires_at=soon)) as ear:
        await until(lambda: ear.closed, 2)
    assert ear.closed == (SIGNED_OUT, "signed_out")


@pytest.mark.req("D21", "N24", "N100")
@pytest.mark.asvs("V16.5.3")
async def test_a_node_that_does_not_see_its_database_refuses_then_closes_then_recovers(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    assert (realtimes.BLIND_REFUSES, realtimes.BLIND_CLOSES) == (15.0, 30.0)
    monkeypatch.setattr(realtimes, "POLL_EVERY", 0.05)
    monkeypatch.setattr(realtimes, "BLIND_REFUSES", 0.3)
    monkeypatch.setattr(realtimes, "BLIND_CLOSES", 0.6)
    realtime = realtime_over(store)
    look = realtime._look

    async def blind() -> None:
        raise ConnectionError

    async with realtime.running(), hearing(realtime, Someone()) as ear:
        await asyncio.sleep(0.4)
        await until(realtime.may_write)
        monkeypatch.setattr(realtime, "_look", blind)
        await until(lambda: not realtime.may_write())
        assert ear.closed is None
        await until(lambda: ear.closed)
        assert ear.closed == (COME_BACK, "no_database")
        monkeypatch.setattr(realtime, "_look", look)
        await until(realtime.may_write)


@pytest.mark.req("D21")
async def test_a_database_that_does_not_answer_is_not_seen(store: Store, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(realtimes, "POLL_EVERY", 0.05)
    monkeypatch.setattr(realtimes, "BLIND_REFUSES", 0.3)
    realtime = realtime_over(store)

    async def endless() -> None:
        await asyncio.sleep(60)

    async with realtime.running():
        monkeypatch.setattr(realtime, "_look", endless)
        await until(lambda: not realtime.may_write())
