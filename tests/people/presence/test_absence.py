"""Being absent until a day, with somebody who acts meanwhile: never nobody where there is one, never in a circle."""

import asyncio
from collections.abc import AsyncGenerator, Mapping
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select, update

from tests.cast import MIHON, MORI, NISHIMURA, SATO, SUZUKI, TAKAHASHI, TANAKA, named, with_guest
from tests.people.presence.test_place import LAST_MOMENT, MIDNIGHT
from tests.people.presence.test_presence import ask, signals
from tests.town import Town
from yoriai.kit.days import day_in_japan
from yoriai.people.accounts.models import Account
from yoriai.people.orgs.models import Tenant
from yoriai.people.presence.jobs import forget_days
from yoriai.people.presence.models import Absence
from yoriai.people.presence.policy import circle, stand_in
from yoriai.platform.realtime import signals as signalling

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-13")]
A, B, C, D = (named(each) for each in "ABCD")


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """One change after another is announced without the pause that spares a whole town."""
    monkeypatch.setattr(signalling, "ANNOUNCED_EVERY", 0.1)
    monkeypatch.setattr(signalling, "AT_MOST_EVERY", 0.1)


def test_who_is_absent_too_or_has_gone_is_passed_over():
    deputies = {A: B, B: C}
    assert stand_in(A, deputies, {B, C}) == C
    assert stand_in(A, deputies | {C: None}, {B, C}) is None
    assert stand_in(A, {A: B}, {C}) is None
    assert stand_in(A, {A: None}, {B}) is None
    assert stand_in(D, deputies, {B, C}) is None


def test_whatever_is_kept_nobody_is_followed_in_a_circle():
    assert stand_in(A, {A: B, B: C, C: B}, {B, C}) is None
    assert stand_in(A, {A: B, B: A}, {A, B}) is None


def test_a_circle_is_known_by_those_over_whom_it_goes():
    assert circle(A, B, {B: C, C: A}) == [B, C]
    assert circle(A, B, {B: C, C: None}) == ()
    assert circle(A, B, {}) == ()
    assert circle(A, B, {B: C, C: B}) == ()


async def be_absent(town: Town, who: UUID, deputy: UUID | None, days: int = 7):
    body = {"until": in_days(days), "deputy_id": str(deputy) if deputy else None}
    return await town.call(who, "PUT", "/api/presence/absence", body)


def in_days(days: int) -> str:
    return (day_in_japan(datetime.now(UTC)) + timedelta(days=days)).isoformat()


async def acting(town: Town, about: UUID) -> UUID | None:
    """Who is offered in their place, as a colleague is told."""
    absence = (await ask(town, SATO, about))[about]["absence"]
    return UUID(absence["deputy"]["account_id"]) if absence["deputy"] else None


async def own(town: Town, who: UUID) -> Mapping[str, object] | None:
    answer = await town.call(who, "GET", "/api/presence/absence")
    assert answer.status_code == 200, answer.text
    return answer.json()["absence"]


async def test_an_absence_is_told_with_its_last_day_and_its_deputy_until_one_is_back(town: Town):
    assert (await be_absent(town, SUZUKI, TANAKA)).status_code == 204
    absence = (await ask(town, SATO, SUZUKI))[SUZUKI]["absence"]
    assert (absence["until"], absence["deputy"]["family"]) == (in_days(7), "田中")
    said = await own(town, SUZUKI)
    assert said and (said["until"], said["is_there"]) == (in_days(7), True)
    assert (await be_absent(town, SUZUKI, None, days=0)).status_code == 204
    assert (await ask(town, SATO, SUZUKI))[SUZUKI]["absence"] == {"until": in_days(0), "deputy": None}
    for _ in range(2):
        assert (await town.call(SUZUKI, "DELETE", "/api/presence/absence")).status_code == 204
    assert (await ask(town, SATO, SUZUKI))[SUZUKI]["absence"] is None
    assert await own(town, SUZUKI) is None


async def test_it_ends_by_itself_after_its_last_day_in_japan(town: Town, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(town.assembly.works, "now", lambda: LAST_MOMENT)
    body = {"until": "2026-11-24", "deputy_id": str(TANAKA)}
    assert (await town.call(SUZUKI, "PUT", "/api/presence/absence", body)).status_code == 204
    assert await acting(town, SUZUKI) == TANAKA
    monkeypatch.setattr(town.assembly.works, "now", lambda: MIDNIGHT)
    assert (await ask(town, SATO, SUZUKI))[SUZUKI]["absence"] is None
    assert await own(town, SUZUKI) is None
    await forget_days(town.assembly.works, {})
    async with town.assembly.works.reading() as work:
        assert (await work.session.scalars(select(Absence.account_id))).all() == []


async def test_a_deputy_who_is_absent_too_is_passed_over_and_offered_again_when_back(town: Town):
    await be_absent(town, SUZUKI, TANAKA)
    await be_absent(town, TANAKA, TAKAHASHI)
    assert await acting(town, SUZUKI) == TAKAHASHI
    await be_absent(town, TAKAHASHI, None)
    assert await acting(town, SUZUKI) is None
    await town.call(TANAKA, "DELETE", "/api/presence/absence")
    assert await acting(town, SUZUKI) == TANAKA


async def test_a_screen_that_is_open_hears_who_acts_when_the_deputy_is_absent_too(town: Town):
    await be_absent(town, SUZUKI, TANAKA)
    async with town.listens(SATO) as colleague:
        await be_absent(town, TANAKA, TAKAHASHI)
        await colleague.until(lambda: told_of(colleague, SUZUKI))
        absence = told_of(colleague, SUZUKI)[-1]["absence"]
        assert absence["deputy"]["account_id"] == str(TAKAHASHI)


def told_of(ear, who: UUID):
    people = [each for told in signals(ear) for each in told["people"]]
    return [each for each in people if each["account_id"] == str(who)]


async def test_a_deputy_who_is_suspended_is_passed_over_and_the_absent_one_is_told(town: Town):
    await be_absent(town, SUZUKI, TANAKA)
    async with town.listens(SUZUKI) as ear:
        suspension = f"/api/accounts/{TANAKA}/suspension"
        assert (await town.call(TAKAHASHI, "PUT", suspension)).status_code == 204
        await ear.until(lambda: [each for each in told_of(ear, SUZUKI) if not each["absence"]["deputy"]])
        said = await own(town, SUZUKI)
        assert said and not said["is_there"]
        deputy = said["deputy"]
        assert isinstance(deputy, dict)
        assert deputy["family"] == "田中"
        assert await acting(town, SUZUKI) is None
        before = len(told_of(ear, SUZUKI))
        assert (await town.call(TAKAHASHI, "DELETE", suspension)).status_code == 204
        await ear.until(lambda: [each for each in told_of(ear, SUZUKI)[before:] if each["absence"]["deputy"]])
    assert await acting(town, SUZUKI) == TANAKA


async def test_a_deputy_whose_last_day_has_passed_is_passed_over(town: Town):
    await be_absent(town, SUZUKI, TANAKA)
    async with town.assembly.works.writing() as work:
        yesterday = day_in_japan(work.now) - timedelta(days=1)
        await work.session.execute(update(Account).where(Account.id == TANAKA).values(ends_on=yesterday))
    assert await acting(town, SUZUKI) is None
    said = await own(town, SUZUKI)
    assert said and not said["is_there"]


async def test_a_circle_of_deputies_is_refused_with_the_names_of_those_in_it(town: Town):
    await be_absent(town, SUZUKI, TANAKA)
    await be_absent(town, TANAKA, SATO)
    refused = await be_absent(town, SATO, SUZUKI)
    assert refused.status_code == 409
    assert refused.json()["code"] == "presence.deputies_in_circle"
    assert refused.json()["details"] == {
        "deputy": "鈴木 﨑子",
        "chain": "佐藤 花子 → 鈴木 﨑子 → 田中 美保 → 佐藤 花子",
    }
    assert await own(town, SATO) is None
    assert await acting(town, SUZUKI) == SATO


async def test_two_who_name_each_other_at_one_moment_are_not_both_heard(town: Town):
    for _ in range(3):
        answers = await asyncio.gather(be_absent(town, SUZUKI, TANAKA), be_absent(town, TANAKA, SUZUKI))
        assert sorted(answer.status_code for answer in answers) == [204, 409]
        for who in (SUZUKI, TANAKA):
            await town.call(who, "DELETE", "/api/presence/absence")


async def test_four_close_no_ring_from_two_sides_at_one_moment(town: Town):
    await be_absent(town, SATO, SUZUKI)
    await be_absent(town, TANAKA, TAKAHASHI)
    answers = await asyncio.gather(be_absent(town, SUZUKI, TANAKA), be_absent(town, TAKAHASHI, SATO))
    assert sorted(answer.status_code for answer in answers) == [204, 409]


@pytest.mark.req("K1", "N50", "GUEST-1")
async def test_only_an_active_colleague_may_act(town: Town):
    await with_guest(town.assembly.works, town.welfare)
    for deputy in (SUZUKI, MORI, NISHIMURA, named("nobody")):
        refused = await be_absent(town, SUZUKI, deputy)
        assert (refused.status_code, refused.json()["details"]["field"]) == (422, "deputy_id")
    await town.call(TAKAHASHI, "PUT", f"/api/accounts/{TANAKA}/suspension")
    assert (await be_absent(town, SUZUKI, TANAKA)).status_code == 422


async def test_a_day_that_is_over_or_never_comes_is_refused(town: Town):
    for days in (-1, 400):
        refused = await be_absent(town, SUZUKI, None, days)
        assert (refused.status_code, refused.json()["details"]["field"]) == (422, "until")


@pytest.fixture
async def away(town: Town) -> AsyncGenerator[None]:
    await with_guest(town.assembly.works, town.welfare)
    await be_absent(town, SUZUKI, TANAKA)
    yield


@pytest.mark.usefixtures("away")
@pytest.mark.req("K1", "K8", "N50", "GUEST-1")
async def test_guests_and_people_of_other_bodies_learn_of_no_absence(town: Town):
    assert await ask(town, MORI, SUZUKI) == {}
    for method, path in (("GET", f"/api/presence?accounts={SUZUKI}"), ("GET", "/api/presence/absence")):
        assert (await town.call(NISHIMURA, method, path, zone="internet")).status_code == 404
    async with town.listens(MORI) as stranger:
        await be_absent(town, SUZUKI, TAKAHASHI)
        await town.call(MORI, "PUT", "/api/presence", {"state": "out"})
        await stranger.until(lambda: signals(stranger))
        assert told_of(stranger, SUZUKI) == []


@pytest.mark.usefixtures("away")
@pytest.mark.req("BASE-7")
async def test_where_the_module_is_off_there_is_no_absence(town: Town):
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Tenant).where(Tenant.id == MIHON).values(switched_off=["presence"]))
    assert (await be_absent(town, SATO, TANAKA)).status_code == 404
    assert (await town.call(SUZUKI, "GET", "/api/presence/absence")).status_code == 404
