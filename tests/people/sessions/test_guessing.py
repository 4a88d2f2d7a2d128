"""Guessing passwords: machines are held up, from one address or from thousands; the people themselves never are (N32)."""

import asyncio
import time
from datetime import date, timedelta
from statistics import median

import pytest
from sqlalchemy import select

from tests.cast import MIHON, PASSWORD, SATO, SUZUKI, TANAKA
from tests.people.sessions.entering import (
    ABROAD,
    HOME,
    NEW_PASSWORD,
    WRONG,
    change,
    cookies_in,
    decides,
    enter,
    hands_a_slip,
    later,
    tries,
)
from tests.town import Town
from yoriai.kit.errors import NotNow
from yoriai.people.sessions import attempts, failures, known, passwords, throttle
from yoriai.people.sessions.attempts import Limit
from yoriai.people.sessions.failures import Failures
from yoriai.people.sessions.models import SignInFailure
from yoriai.people.sessions.passwords import Lane, Passwords
from yoriai.platform.work.edge import clock

pytestmark = [pytest.mark.anyio, pytest.mark.req("N32")]

FIVE = Limit(burst=5, pause=timedelta(seconds=60))
MANY = Limit(burst=10_000, pause=timedelta(microseconds=1))
SEVERAL = 40


@pytest.fixture(autouse=True)
def quick_hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is judged here is who is held up, not how long hashing takes."""
    real = passwords.PasswordHasher
    monkeypatch.setattr(
        passwords, "PasswordHasher", lambda **_: real(time_cost=1, memory_cost=8, parallelism=1)
    )


def addresses(number: int) -> list[str]:
    return [f"198.51.{each // 250}.{each % 250}" for each in range(number)]


@pytest.mark.asvs("V6.3.1")
async def test_wrong_passwords_are_held_up_and_the_same_person_elsewhere_is_not(town: Town):
    answers = [await enter(town, password=WRONG) for _ in range(11)]
    assert [answer.status_code for answer in answers] == [401] * 10 + [429]
    assert int(answers[-1].headers["retry-after"]) == answers[-1].json()["details"]["retry_after"] > 0
    assert (await enter(town)).status_code == 429  # right or not is not even looked at

    assert await tries(town, "10001", PASSWORD, at="10.1.2.3") == "in"
    assert (await enter(town, login_id="10003")).json()["account_id"] == str(TANAKA)


@pytest.mark.req("AUTH-5")
async def test_how_often_and_how_long_is_the_bodys_own_decision(town: Town):
    await decides(town, tries=3, pause_seconds=600)
    assert (await enter(town)).status_code == 200  # from now on this process knows
    assert [await tries(town, "10001") for _ in range(4)] == ["not_recognized"] * 3 + ["too_many"]
    later(town, seconds=599)
    assert await tries(town, "10001") == "too_many"
    later(town, seconds=601)
    assert await tries(town, "10001", PASSWORD) == "in"


@pytest.mark.asvs("V6.3.1")
async def test_a_machine_that_guesses_for_everybody_is_held_up_by_its_address(town: Town, monkeypatch):
    monkeypatch.setattr(throttle, "FOR_ADDRESS", FIVE)
    codes = await asyncio.gather(*(tries(town, str(number)) for number in range(20)))
    assert codes.count("not_recognized") == 5
    assert codes.count("too_many") == 15
    assert (await enter(town)).status_code == 200


@pytest.mark.asvs("V6.3.1")
async def test_guesses_from_everywhere_at_one_account_are_held_up_together_and_its_owner_is_not(
    town: Town, monkeypatch
):
    monkeypatch.setattr(throttle, "FOR_ACCOUNT_FROM_STRANGERS", FIVE)
    codes = [await tries(town, "10001", at=at) for at in addresses(SEVERAL)]
    assert codes == ["not_recognized"] * 5 + ["too_many"] * (SEVERAL - 5)
    assert await tries(town, "10001", PASSWORD, at=ABROAD) == "too_many"
    # Where the account was used before it is as if nobody had guessed; and nobody else is held up anywhere.
    assert await tries(town, "10001", PASSWORD, at=HOME) == "in"
    assert await tries(town, "10002", PASSWORD, at=ABROAD) == "in"


async def test_an_account_that_does_not_exist_is_held_up_like_one_that_does(town: Town, monkeypatch):
    monkeypatch.setattr(throttle, "FOR_ACCOUNT_FROM_STRANGERS", FIVE)
    for login_id in ("10001", "99999"):
        codes = [await tries(town, login_id, at=at) for at in addresses(7)]
        assert codes == ["not_recognized"] * 5 + ["too_many"] * 2


async def test_all_strangers_together_have_only_so_much_hashed(town: Town, monkeypatch):
    monkeypatch.setattr(throttle, "FOR_STRANGERS", FIVE)
    guesses = [tries(town, str(20_000 + n), at=at) for n, at in enumerate(addresses(SEVERAL))]
    codes = await asyncio.gather(*guesses)
    assert codes.count("not_recognized") == 5
    assert codes.count("not_now") == SEVERAL - 5
    assert await tries(town, "10001", PASSWORD, at=HOME) == "in"


@pytest.mark.req("AUTH-5")
async def test_a_known_browser_is_held_up_by_nobody_at_its_own_address(town: Town, monkeypatch):
    marked = {"known": cookies_in(await enter(town))[known.COOKIE]}
    monkeypatch.setattr(throttle, "FOR_ADDRESS", FIVE)
    monkeypatch.setattr(throttle, "FOR_STRANGERS", FIVE)
    for number in range(SEVERAL):
        await tries(town, "10001" if number % 2 else str(number), at=HOME)
    assert await tries(town, "10001", PASSWORD, at=HOME) != "in"  # another browser at the same address
    assert await tries(town, "10001", PASSWORD, at=HOME, **marked) == "in"
    # A mark is its account's alone: it opens no way for guesses at others.
    assert await tries(town, "10002", WRONG, at=HOME, **marked) in ("too_many", "not_now")


@pytest.mark.req("AUTH-5")
async def test_on_a_shared_pc_one_persons_mistakes_keep_nobody_else_out(town: Town):
    for _ in range(12):
        await enter(town, password=WRONG)
    assert (await enter(town)).status_code == 429
    assert (await enter(town, login_id="10002")).status_code == 200


async def test_a_right_first_password_is_never_held_up(town: Town, monkeypatch):
    secret = await hands_a_slip(town, SUZUKI)
    for name in ("FOR_ADDRESS", "FOR_ACCOUNT_FROM_STRANGERS", "FOR_STRANGERS"):
        monkeypatch.setattr(throttle, name, FIVE)
    for at in addresses(SEVERAL):
        await tries(town, "10002", at=at)
    for _ in range(SEVERAL):
        await tries(town, "10002")
    assert await tries(town, "10002") == "too_many"
    assert await tries(town, "10002", secret) == "new_password_needed"
    assert await tries(town, "10002", secret, new_password=NEW_PASSWORD) == "in"


async def test_whom_no_row_could_let_in_is_turned_away_before_any_is_read(town: Town, monkeypatch):
    for name in ("FOR_ADDRESS", "FOR_STRANGERS"):
        monkeypatch.setattr(throttle, name, FIVE)
    for number in range(SEVERAL):
        await tries(town, "10001" if number % 2 else str(20_000 + number))
    quick, looks = town.assembly.works.store.quick, list[object]()
    read = quick.read

    async def counted(look):
        looks.append(look)
        return await read(look)

    monkeypatch.setattr(quick, "read", counted)
    assert {await tries(town, str(number)) for number in (10_001, 10_002, 99_999)} == {"not_now"}
    assert looks == []
    assert await tries(town, "10002", "abcd efgh jkmn 23") == "too_many"  # this might be a first password
    assert len(looks) == 1


async def test_guesses_of_strangers_do_not_keep_known_places_waiting_for_the_hashing(monkeypatch):
    monkeypatch.setitem(passwords.MOST_WAITING, Lane.STRANGERS, 3)
    held, gate = Passwords(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def slowly(*_: object) -> bool:
        asyncio.run_coroutine_threadsafe(gate.wait(), loop).result()
        return False

    monkeypatch.setattr(held, "_is_right", slowly)
    guesses = [asyncio.create_task(held.check("x", None, Lane.STRANGERS)) for _ in range(5)]
    await asyncio.sleep(0)
    monkeypatch.setattr(held, "_is_right", lambda *_: True)
    assert await asyncio.wait_for(held.check("x", "kept", Lane.KNOWN), 2)
    gate.set()
    answers = await asyncio.gather(*guesses, return_exceptions=True)
    assert [type(each) for each in answers].count(NotNow) == 2


@pytest.mark.req("AUTH-5")
async def test_a_morning_of_right_passwords_from_one_address_is_not_held_up(town: Town, monkeypatch):
    monkeypatch.setattr(throttle, "FOR_ADDRESS", FIVE)
    monkeypatch.setattr(throttle, "FOR_STRANGERS", FIVE)
    assert [await tries(town, "10001", PASSWORD) for _ in range(12)] == ["in"] * 12


@pytest.mark.timed
async def test_ten_thousand_guesses_are_turned_away_in_less_than_a_minute(town: Town):
    """A machine sends so many in a minute; what it costs us to say no must be less than that, by far."""
    began = time.perf_counter()
    codes = [await tries(town, str(30_000 + number), at=ABROAD) for number in range(1_000)]
    assert time.perf_counter() - began < 6
    assert set(codes) <= {"not_recognized", "too_many", "not_now"}
    assert codes.count("not_recognized") < 150


@pytest.mark.timed
async def test_a_megabyte_is_refused_in_less_than_fifty_milliseconds(town: Town):
    await enter(town, password=WRONG)
    taken: list[float] = []
    for _ in range(5):
        began = time.perf_counter()
        answer = await enter(town, password="x" * 1_000_000)
        taken.append(time.perf_counter() - began)
        assert (answer.status_code, answer.json()["code"]) == (401, "sessions.not_recognized")
    assert min(taken) < 0.05


@pytest.mark.timed
@pytest.mark.req("AUTH-1", "N17")
async def test_no_clock_tells_what_was_wrong(town: Town, monkeypatch):
    """Unknown body, unknown number, wrong password and stopped account take the same time, within 5 ms of median."""
    for name in ("FOR_ADDRESS", "FOR_ACCOUNT_FROM_STRANGERS", "FOR_STRANGERS"):
        monkeypatch.setattr(throttle, name, MANY)
    await change(town, SUZUKI, status="suspended")
    await decides(town, tries=20, pause_seconds=30)
    ways = {
        "unknown body": {"tenant": "nowhere"},
        "unknown number": {"login_id": "99999"},
        "wrong password": {},
        "stopped": {"login_id": "10002", "password": PASSWORD},
    }
    assert any([await _are_alike(town, ways) for _ in range(3)])


async def _are_alike(town: Town, ways: dict[str, dict[str, str]]) -> bool:
    town.assembly.entrance.attempts = attempts.InProcess()
    taken: dict[str, list[float]] = {name: [] for name in ways}
    heads: set[tuple[int, str, tuple[str, ...]]] = set()
    for _ in range(15):
        town.assembly.entrance.attempts = attempts.InProcess()
        for name, changed in ways.items():
            began = time.perf_counter()
            answer = await enter(town, **({"password": WRONG} | changed))
            taken[name].append(time.perf_counter() - began)
            heads.add((answer.status_code, answer.json()["code"], tuple(sorted(answer.headers))))
    assert len(heads) == 1
    medians = [median(each) for each in taken.values()]
    return max(medians) - min(medians) < 0.005


async def kept(town: Town) -> list[tuple[int, str, str]]:
    rows = select(SignInFailure.count, SignInFailure.last_address, SignInFailure.last_zone)
    async with town.assembly.works.reading() as work:
        found = await work.session.execute(rows.order_by(SignInFailure.day))
        return [(count, address, zone) for count, address, zone in found]


@pytest.mark.req("AUTH-6")
async def test_failed_tries_are_added_up_by_day_and_written_together(town: Town):
    for _ in range(3):
        await tries(town, "10001")
    await tries(town, "10001", PASSWORD, at=HOME)
    await tries(town, "99999")
    noted = town.assembly.entrance.failures
    await noted.flush(town.assembly.works)
    await tries(town, "10001", at="10.0.0.7")
    await noted.flush(town.assembly.works)
    await noted.flush(town.assembly.works)
    assert await kept(town) == [(4, "10.0.0.7", "lgwan")]


@pytest.mark.req("AUTH-6")
async def test_what_could_not_be_written_is_written_the_next_time(town: Town, monkeypatch):
    noted, works, now = Failures(), town.assembly.works, clock()
    noted.note(SATO, now, address=HOME, zone="lgwan")
    noted.note(SUZUKI, now, address=HOME, zone="lgwan")
    noted.note(MIHON, now, address=HOME, zone="lgwan")  # an account that is gone by then
    writing = works.writing

    def while_writing(*args):
        noted.note(SATO, now, address=ABROAD, zone="internet")
        works.may_write = lambda: False
        return writing(*args)

    monkeypatch.setattr(works, "writing", while_writing)
    await noted.try_to_flush(works)
    monkeypatch.setattr(works, "writing", writing)
    works.may_write = lambda: True
    assert await kept(town) == []
    await noted.try_to_flush(works)
    assert sorted(await kept(town)) == [(1, HOME, "lgwan"), (2, ABROAD, "internet")]


def test_a_flood_of_failures_does_not_fill_the_memory(monkeypatch):
    monkeypatch.setattr(failures, "MOST", 1)
    noted, now = Failures(), clock()
    for who in (SATO, SUZUKI, SATO):
        noted.note(who, now, address=HOME, zone="lgwan")
    assert [(who, each.count) for (who, _), each in noted.seen.items()] == [(SATO, 2)]
    assert all(isinstance(day, date) for _, day in noted.seen)
