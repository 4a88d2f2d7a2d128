"""席を離れる: locked on the server, for every tab and socket, until the password is given again (AUTH-5)."""

import asyncio
import time

import pytest
from sqlalchemy import update

from tests.cast import MIHON, PASSWORD, SATO, SUZUKI, session_of, token_of
from tests.keys import new_send_key
from tests.people.conftest import Office
from tests.people.sessions.entering import RIGHT, WRONG, cookies_in, later
from tests.people.sessions.test_sessions import row_of
from tests.town import Town
from yoriai.kit.errors import SignedOut
from yoriai.people.sessions import known, lock
from yoriai.people.sessions.attempts import Limit
from yoriai.people.sessions.authenticate import COOKIE, Locked, authenticate, still_signed_in
from yoriai.people.sessions.models import Session
from yoriai.platform.facts.numbering import Cause

pytestmark = [pytest.mark.anyio, pytest.mark.req("AUTH-5")]

SEAT = session_of(SATO, "lgwan")


async def leaves_seat(town: Town) -> None:
    assert (await town.call(SATO, "POST", "/api/lock")).status_code == 204


async def comes_back(town: Town, password: str = PASSWORD):
    return await town.call(SATO, "POST", "/api/unlock", {"password": password})


async def test_a_locked_session_answers_nothing_but_the_way_back_and_the_way_out(town: Town):
    await leaves_seat(town)
    for method, path in (("GET", "/api/screen"), ("GET", "/api/sessions"), ("POST", "/api/lock")):
        refused = await town.call(SATO, method, path)
        assert (refused.status_code, refused.json()["code"]) == (401, "sessions.locked")
    said = (await town.call(SATO, "GET", "/api/entrance")).json()
    assert (said["signed_in"], said["here"]) == (False, None)
    assert said["locked"] == {
        "account_id": str(SATO),
        "family": "佐藤",
        "given": "花子",
        "tenant_name": "見本市",
        "is_showing": False,
    }
    # Another device of the same person goes on.
    assert (await town.call(SATO, "GET", "/api/screen", zone="internet")).status_code == 200


@pytest.mark.req("N23", "D20")
async def test_its_sockets_close_within_two_seconds_and_it_lets_no_new_one_in(town: Town):
    async with town.listens(SATO) as ear, town.listens(SATO, zone="internet") as phone:
        began = time.monotonic()
        await leaves_seat(town)
        assert (await ear.ended(2))[0] == 4401
        assert time.monotonic() - began < 2
        assert (await phone.fact("sessions.locked"))["body"]["session_id"] == str(SEAT)
        assert not phone.closed
    with pytest.raises(Exception, match="401"):
        async with town.listens(SATO):
            pass


async def test_what_a_socket_asks_while_the_lock_is_on_its_way_is_refused(office: Office):
    actor = await office.actor(SATO)
    async with office.works.writing() as work:
        await lock.lock(work, actor)
        await lock.lock(work, actor)
    assert (
        await office.store.quick.read(lambda rows: still_signed_in(rows, [actor], office.works.now()))
        == set()
    )
    assert await office.told(f"person/{SATO}") == ["sessions.locked"]


async def test_the_password_brings_it_back_and_no_other_does(town: Town):
    await leaves_seat(town)
    wrong = await comes_back(town, WRONG)
    assert (wrong.status_code, wrong.json()["code"]) == (401, "sessions.not_recognized")
    assert (await comes_back(town, "x" * 2000)).status_code == 401
    back = await comes_back(town)
    assert (back.status_code, back.json()["account_id"], back.json()["here"]["welcomed"]) == (
        200,
        str(SATO),
        True,
    )
    assert (await town.call(SATO, "GET", "/api/screen")).status_code == 200
    assert (await comes_back(town)).status_code == 200  # nothing is locked: nothing happens
    assert {failed.count for failed in town.assembly.entrance.failures.seen.values()} == {2}


async def test_the_others_hear_when_it_is_open_again(town: Town):
    await leaves_seat(town)
    async with town.listens(SATO, zone="internet") as phone:
        await comes_back(town)
        assert (await phone.fact("sessions.unlocked"))["body"]["session_id"] == str(SEAT)
    async with town.listens(SATO):
        pass


@pytest.mark.req("N32")
@pytest.mark.asvs("V6.3.4")
async def test_guessing_at_a_locked_screen_is_held_up_and_keeps_nobody_else_out(town: Town, monkeypatch):
    monkeypatch.setattr(lock, "FOR_SESSION", Limit(burst=3, pause=lock.FOR_SESSION.pause))
    await leaves_seat(town)
    codes = [(await comes_back(town, WRONG)).status_code for _ in range(4)]
    assert codes == [401, 401, 401, 429]
    assert (await town.call(None, "POST", "/api/sign-in", RIGHT)).status_code == 200
    assert (await town.call(SATO, "GET", "/api/screen", zone="internet")).status_code == 200
    later(town, seconds=31)
    assert (await comes_back(town)).status_code == 200


async def test_nobody_unlocks_without_a_session(town: Town):
    assert (await town.call(None, "POST", "/api/unlock", {"password": PASSWORD})).status_code == 401


@pytest.mark.asvs("V7.2.4")
async def test_the_next_person_signs_in_over_the_lock_and_the_seat_is_theirs(town: Town):
    await leaves_seat(town)
    headers = {"cookie": f"{COOKIE}={token_of(SATO, 'lgwan')}"}
    next_one = RIGHT | {"login_id": "10002"}
    answer = await town.call(None, "POST", "/api/sign-in", next_one, headers=headers)
    assert answer.json()["account_id"] == str(SUZUKI)
    # Nobody holds the first one's cookie any more: that session is over, and coming back means signing in.
    assert (await comes_back(town)).status_code == 401
    row = await row_of(town.assembly.works, SEAT)
    assert row is not None
    assert row.ended_at is not None
    both = {**cookies_in(answer)}
    assert known.mark_in(town.assembly.entrance.key, "nobody", both[known.COOKIE]) is None


async def test_whoever_does_not_come_back_may_sign_out_from_the_lock_screen(town: Town):
    await leaves_seat(town)
    left = await town.call(SATO, "POST", "/api/sign-out")
    assert left.status_code == 204
    assert (await town.call(SATO, "GET", "/api/entrance")).json()["locked"] is None


async def test_a_session_that_ended_while_it_was_unlocked_stays_ended(town: Town, monkeypatch):
    await leaves_seat(town)
    proving = lock.prove

    async def and_meanwhile_it_ends(*args, **named) -> str:
        kept = await proving(*args, **named)
        async with town.assembly.works.writing() as work:
            await work.session.execute(update(Session).where(Session.id == SEAT).values(ended_at=work.now))
        return kept

    monkeypatch.setattr(lock, "prove", and_meanwhile_it_ends)
    await comes_back(town)
    assert (await town.call(SATO, "GET", "/api/screen")).status_code == 401


async def test_locked_is_a_way_of_being_signed_out_and_a_message_waits(town: Town):
    await leaves_seat(town)
    body = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": "送れません"}]}
    assert (await town.call(SATO, "POST", f"/api/rooms/{town.welfare}/messages", body)).status_code == 401
    assert issubclass(Locked, SignedOut)
    async with town.assembly.works.reading(Cause(tenant_id=MIHON)) as work:
        with pytest.raises(Locked):
            await authenticate(work, token_of(SATO, "lgwan"), "lgwan")
    await asyncio.sleep(0)
    assert await town.told(town.welfare) == []
