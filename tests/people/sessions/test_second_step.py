"""The second step of a sign-in: what it opens, what a half-finished one opens, and that each code works once."""

import asyncio

import pytest
from websockets.exceptions import InvalidStatus

from tests.carriers import CARRIERS, Turned
from tests.cast import SATO, named
from tests.doors import OPEN, WITH_TICKET, body_for, doors
from tests.people.sessions.entering import NEW_PASSWORD, WRONG, change, hands_a_slip, later
from tests.people.sessions.holding import Browser, phone_of
from tests.town import Town
from yoriai.people.sessions.authenticate import COOKIE
from yoriai.people.sessions.second_factor import ticket
from yoriai.people.sessions.second_factor.spend import FOR_STRANGERS

pytestmark = [pytest.mark.anyio, pytest.mark.req("AUTH-7")]


async def test_a_right_password_is_asked_for_a_code_and_the_code_opens(town: Town):
    phone, browser = await phone_of(town), Browser(town)
    half = await browser.signs_in()
    assert (half.status_code, half.json()["code"]) == (401, "second_factor")
    assert half.json()["details"] == {"step": "code"}
    cookie = half.headers.get_list("set-cookie")
    assert [line.partition("=")[0] for line in cookie] == [ticket.COOKIE]
    assert {part.strip().lower() for part in cookie[0].split(";")[1:]} == {
        "httponly", "path=/", "samesite=lax", "secure", "max-age=600",
    }  # fmt: skip

    whole = await browser.gives(phone.code())
    assert (whole.status_code, whole.json()["account_id"]) == (200, str(SATO))
    assert set(browser.kept) == {COOKIE, "__Host-yoriai-known"}
    assert (await browser.asks("GET", "screen")).status_code == 200


@pytest.mark.req("A6", "N17")
async def test_who_does_not_know_the_password_learns_nothing_of_it(town: Town):
    await phone_of(town)
    answers = [
        await Browser(town).signs_in(login_id=each, password=WRONG) for each in ("10001", "10002", "99999")
    ]
    said = {(answer.status_code, answer.json()["code"], str(answer.json()["details"])) for answer in answers}
    assert said == {(401, "sessions.not_recognized", "{}")}
    assert all("set-cookie" not in answer.headers for answer in answers)


@pytest.mark.req("N25", "A7", "R3", "K14")
@pytest.mark.asvs("V6.3.4", "V2.3.1")
async def test_a_half_finished_sign_in_opens_nothing_on_any_way(town: Town):
    await phone_of(town)
    browser = Browser(town)
    await browser.signs_in()
    held = browser.kept[ticket.COOKIE]
    for cookie in (f"{ticket.COOKIE}={held}", f"{COOKIE}={held}"):
        sent = {"cookie": cookie}
        for door in doors(town.assembly, town.welfare, named("nobody")):
            if (door.method, door.template) in OPEN | WITH_TICKET:
                continue
            body = body_for(door, SATO)
            refused = await town.call(None, door.method, door.path, body, headers=sent)
            assert refused.status_code == 401, str(door)
        for carrier in CARRIERS:
            with pytest.raises((InvalidStatus, Turned)) as shut:
                async with town.listens(SATO, headers={"Cookie": cookie}, carrier=carrier):
                    pass
            assert "401" in str(shut.value)
    assert (await browser.asks("GET", "entrance")).json()["signed_in"] is False


@pytest.mark.req("N31")
@pytest.mark.asvs("V6.5.1")
async def test_a_code_opens_once_and_not_again_in_its_half_minute(town: Town):
    phone = await phone_of(town)
    first, second = Browser(town), Browser(town)
    await first.signs_in()
    code = phone.code()
    assert (await first.gives(code)).status_code == 200
    await second.signs_in()
    again = await second.gives(code)
    assert (again.status_code, again.json()["code"]) == (401, "second_factor.wrong_code")
    assert (await second.gives(phone.code(steps=-1))).status_code == 401  # older than the one that was used
    assert (
        await second.gives(phone.code(steps=1))
    ).status_code == 200  # of a clock that is half a minute fast


@pytest.mark.req("N31")
@pytest.mark.asvs("V6.5.1")
async def test_one_code_given_twice_at_the_same_moment_opens_once(town: Town):
    phone = await phone_of(town)
    browsers = [Browser(town) for _ in range(4)]
    for browser in browsers:
        await browser.signs_in()
    code = phone.code()
    answers = await asyncio.gather(*(browser.gives(code) for browser in browsers))
    assert sorted(answer.status_code for answer in answers) == [200, 401, 401, 401]


@pytest.mark.req("N31")
@pytest.mark.asvs("V6.5.1", "V6.5.4")
async def test_a_recovery_code_opens_once_however_many_try_it(town: Town):
    phone = await phone_of(town)
    assert len(set(phone.paper)) == 10
    browsers = [Browser(town) for _ in range(4)]
    for browser in browsers:
        await browser.signs_in()
    typed = phone.paper[0].upper().replace("-", " ")
    answers = await asyncio.gather(*(browser.gives(typed) for browser in browsers))
    assert sorted(answer.status_code for answer in answers) == [200, 401, 401, 401]
    used = next(
        browser for browser, answer in zip(browsers, answers, strict=True) if answer.status_code == 200
    )
    said = (await used.asks("GET", "security")).json()["second"]
    assert (said["codes_left"], said["last"]["kind"]) == (9, "recovery_used")
    other = Browser(town)
    await other.signs_in()
    assert (await other.gives(phone.paper[0])).status_code == 401
    assert (await other.gives(phone.paper[1])).status_code == 200


@pytest.mark.req("N31", "N32")
@pytest.mark.asvs("V6.3.1")
async def test_guessing_codes_is_held_up_and_a_known_browser_is_not(town: Town):
    phone, known = await phone_of(town), Browser(town)
    await known.signs_in()
    assert (await known.gives(phone.code(steps=-1))).status_code == 200

    stranger = Browser(town)
    await stranger.signs_in()
    said = [(await stranger.gives(phone.wrong())).status_code for _ in range(11)]
    assert said == [401] * 10 + [429]
    other = Browser(town)
    await other.signs_in()
    held = await other.gives(phone.code())
    assert (held.status_code, held.json()["code"]) == (429, "too_many")
    assert int(held.headers["retry-after"]) > 0

    await known.signs_in()
    assert (await known.gives(phone.code())).status_code == 200
    await town.assembly.entrance.write(town.assembly.works)
    assert (await known.asks("GET", "security")).json()["failed"]["count"] == 10


async def test_what_is_no_code_is_refused_without_a_question(town: Town):
    await phone_of(town)
    browser = Browser(town)
    await browser.signs_in()
    for typed in ("", "12345", "1234567", "十二万三千", "abcd-efgh-jkmn", "０" * 64, "🙂" * 6):
        answer = await browser.gives(typed)
        assert (answer.status_code, answer.json()["code"]) == (401, "second_factor.wrong_code"), typed
        await town.assembly.entrance.attempts.give_back(f"code {SATO} ", FOR_STRANGERS)
    assert (await browser.gives("1" * 65)).status_code == 422


@pytest.mark.req("N44", "A3")
@pytest.mark.asvs("V6.5.5", "V9.2.1", "V9.1.1")
async def test_a_ticket_counts_on_its_own_side_for_ten_minutes(town: Town):
    phone, browser, other = await phone_of(town), Browser(town), Browser(town, "internet")
    await browser.signs_in()
    other.kept = dict(browser.kept)
    moved = await other.gives(phone.code())
    assert (moved.status_code, moved.json()["code"]) == (401, "second_factor.over")
    assert (await Browser(town).gives(phone.code())).json()["code"] == "second_factor.over"
    torn = Browser(town, kept={ticket.COOKIE: browser.kept[ticket.COOKIE][:-4] + "AAAA"})
    assert (await torn.gives(phone.code())).json()["code"] == "second_factor.over"
    later(town, minutes=10)
    assert (await browser.gives(phone.code())).json()["code"] == "second_factor.over"


async def test_a_ticket_works_once_and_not_after_a_change_of_the_account(town: Town):
    phone = await phone_of(town)
    browsers = [Browser(town) for _ in range(3)]
    for browser in browsers:
        await browser.signs_in()
    stale = Browser(town, kept=dict(browsers[0].kept))
    assert (await browsers[0].gives(phone.code())).status_code == 200
    for browser in (stale, browsers[1]):
        assert (await browser.gives(phone.code(steps=1))).json()["code"] == "second_factor.over"
    await browsers[2].signs_in()
    await change(town, SATO, status="suspended")
    assert (await browsers[2].gives(phone.code(steps=1))).json()["code"] == "second_factor.over"


@pytest.mark.asvs("V6.4.3")
async def test_a_slip_does_not_go_round_the_code_and_the_new_password_waits_for_it(town: Town):
    phone, browser = await phone_of(town), Browser(town)
    secret = await hands_a_slip(town, SATO)
    assert (await browser.signs_in(password=secret)).json()["code"] == "sessions.new_password_needed"
    half = await browser.signs_in(password=secret, new_password=NEW_PASSWORD)
    assert half.json()["code"] == "second_factor"
    assert (await Browser(town).signs_in(password=NEW_PASSWORD)).json()["code"] == "sessions.not_recognized"
    assert (await browser.gives(phone.code())).status_code == 200
    assert (await Browser(town).signs_in(password=NEW_PASSWORD)).json()["code"] == "second_factor"


@pytest.mark.req("N42")
@pytest.mark.asvs("V7.2.4")
async def test_a_sign_in_with_a_code_takes_the_place_of_the_session_before(town: Town):
    phone, browser = await phone_of(town), Browser(town)
    await browser.signs_in(login_id="10002")
    before = dict(browser.kept)
    assert (await browser.signs_in()).status_code == 401
    assert (await browser.asks("GET", "screen")).status_code == 200  # nothing has ended yet
    assert (await browser.gives(phone.code())).status_code == 200
    assert browser.kept[COOKIE] != before[COOKIE]
    assert (await Browser(town, kept=before).asks("GET", "screen")).status_code == 401
