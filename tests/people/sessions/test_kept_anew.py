"""A password that was kept with less effort than one is today is kept anew at the next sign-in (ASVS V11.2.2)."""

import asyncio
from datetime import datetime
from uuid import UUID

import pytest
from argon2 import PasswordHasher, extract_parameters
from sqlalchemy import select

from tests.cast import PASSWORD, SATO
from tests.people.sessions.entering import HOME, WRONG, change, hands_a_slip, tries
from tests.people.sessions.holding import Browser, phone_of
from tests.town import Town
from yoriai.people.accounts.models import Account, AccountChange, AccountStatus
from yoriai.people.sessions.passwords import Passwords

pytestmark = pytest.mark.anyio
OF_YORE = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


async def kept_of(town: Town, who: UUID = SATO) -> tuple[str | None, datetime | None]:
    """What is kept of somebody's password, and since when it is theirs."""
    async with town.assembly.works.reading() as work:
        asked = select(Account.password_hash, Account.password_changed_at).where(Account.id == who)
        kept, since = (await work.session.execute(asked)).one()
        return kept, since


@pytest.mark.asvs("V11.2.2")
async def test_it_is_kept_with_todays_effort_and_is_no_younger_for_it(town: Town) -> None:
    before, since = await kept_of(town)
    assert await tries(town, "10001", PASSWORD, at=HOME) == "in"
    after, still_since = await kept_of(town)
    assert before is not None
    assert after is not None
    assert extract_parameters(before).memory_cost < extract_parameters(after).memory_cost == 19 * 1024
    assert still_since == since
    assert await tries(town, "10001", PASSWORD, at=HOME) == "in"
    assert await kept_of(town) == (after, since)
    async with town.assembly.works.reading() as work:
        assert list(await work.session.scalars(select(AccountChange.kind))) == []


@pytest.mark.asvs("V11.2.2")
async def test_whoever_does_not_come_in_changes_nothing(town: Town) -> None:
    before = await kept_of(town)
    assert await tries(town, "10001", WRONG, at=HOME) == "not_recognized"
    await change(town, SATO, status=AccountStatus.SUSPENDED)
    assert await tries(town, "10001", PASSWORD, at=HOME) == "not_recognized"
    assert await kept_of(town) == before


@pytest.mark.asvs("V11.2.2")
async def test_with_a_second_factor_the_step_that_follows_still_counts(town: Town) -> None:
    phone, browser = await phone_of(town), Browser(town)
    await change(town, SATO, password_hash=OF_YORE.hash(PASSWORD))
    before, _ = await kept_of(town)
    assert (await browser.signs_in()).json()["code"] == "second_factor"
    assert (await kept_of(town))[0] != before
    assert (await browser.gives(phone.code())).status_code == 200


@pytest.mark.asvs("V11.2.2")
async def test_of_several_at_one_moment_all_come_in(town: Town) -> None:
    answers = await asyncio.gather(*(tries(town, "10001", PASSWORD, at=HOME) for _ in range(4)))
    assert answers == ["in"] * 4


@pytest.mark.asvs("V11.2.2")
async def test_what_is_kept_as_it_would_be_today_is_let_be() -> None:
    passwords = Passwords()
    assert passwords.is_dated(OF_YORE.hash(PASSWORD))
    assert not passwords.is_dated(await passwords.hash(PASSWORD))


@pytest.mark.asvs("V11.2.2")
async def test_a_password_taken_away_meanwhile_is_not_brought_back(town: Town) -> None:
    hashing = town.assembly.entrance.passwords.hash

    async def while_a_slip_is_handed_out(password: str) -> str:
        kept = await hashing(password)
        await hands_a_slip(town, SATO)
        return kept

    town.assembly.entrance.passwords.hash = while_a_slip_is_handed_out
    assert await tries(town, "10001", PASSWORD, at=HOME) == "not_recognized"
    assert (await kept_of(town))[0] is None
