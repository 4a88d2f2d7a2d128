"""Signing in and being stopped at the same moment: whoever gets the account's lock first, no session outlives a stop."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from tests.cast import PASSWORD, SATO, TAKAHASHI, token_of
from tests.people.waiting import somebody_waits
from tests.town import Town
from yoriai.people.accounts import service as accounts
from yoriai.people.sessions import service
from yoriai.people.sessions.authenticate import COOKIE, authenticate
from yoriai.people.sessions.candidate import Claim
from yoriai.people.sessions.service import Opened
from yoriai.people.sessions.sign_in import NotRecognized, sign_in
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Work

# Where there is one writer, works do not interleave.
pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("ground", ["postgresql"], indirect=True)]

HERE = Cause(zone="lgwan", address="10.0.0.1")
CLAIM = Claim("mihon", "10001", PASSWORD, None, "")


async def enter(town: Town) -> Opened:
    return await sign_in(town.assembly.works, town.assembly.entrance, HERE, CLAIM)


async def counts(town: Town, opened: Opened) -> bool:
    cookie = {"cookie": f"{COOKIE}={opened.token}"}
    return (await town.call(None, "GET", "/api/sessions", headers=cookie)).status_code == 200


def paused(monkeypatch: pytest.MonkeyPatch, at: asyncio.Event, pause: Callable[[], Awaitable[None]]) -> None:
    """Let the next sign-in say when it holds the account's lock, and then wait."""
    opening = service.open_session

    async def slowly(*args, **named) -> Opened:
        monkeypatch.setattr(service, "open_session", opening)
        at.set()
        await pause()
        return await opening(*args, **named)

    monkeypatch.setattr(service, "open_session", slowly)


async def stop(work: Work, town: Town) -> None:
    await accounts.suspend(work, await authenticate(work, token_of(TAKAHASHI, "lgwan"), "lgwan"), SATO)


@pytest.mark.req("N23")
async def test_a_session_that_began_while_its_account_was_being_stopped_is_over(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    locked = asyncio.Event()
    paused(monkeypatch, locked, lambda: somebody_waits(town))

    async with asyncio.timeout(10), town.assembly.works.writing(HERE) as work:  # begins first …
        entering = asyncio.create_task(enter(town))
        await locked.wait()
        await stop(work, town)  # … and gets the lock last
    opened = await entering
    assert not await counts(town, opened)
    assert (await town.call(TAKAHASHI, "DELETE", f"/api/accounts/{SATO}/suspension")).status_code == 204

    assert not await counts(town, opened), "giving the account back brings no session back"
    assert await counts(town, await enter(town))


@pytest.mark.req("N23")
async def test_whoever_waited_for_a_stop_that_was_taken_back_is_let_in_for_good(town: Town):
    async with asyncio.timeout(10), town.assembly.works.writing(HERE) as work:
        await stop(work, town)
        await work.session.flush()
        entering = asyncio.create_task(enter(town))
        await somebody_waits(town)
        await accounts.restore(work, await authenticate(work, token_of(TAKAHASHI, "lgwan"), "lgwan"), SATO)
    assert await counts(town, await entering)


@pytest.mark.req("N23")
async def test_whoever_waited_for_a_stop_is_not_let_in(town: Town):
    async with asyncio.timeout(10), town.assembly.works.writing(HERE) as work:
        await stop(work, town)
        await work.session.flush()
        entering = asyncio.create_task(enter(town))
        await somebody_waits(town)
    with pytest.raises(NotRecognized):
        await entering
