"""Where somebody works today: said in one press, told to their own body, and gone with the day."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from sqlalchemy import delete, select, update

from tests.cast import CITY_HALL, MIHON, MORI, NISHIMURA, SATO, SUZUKI, TANAKA, with_guest
from tests.people.presence.test_presence import ask, say, signals
from tests.town import Town
from yoriai.people.orgs.facts import organization_stream
from yoriai.people.orgs.models import Tenant
from yoriai.people.presence import look as looking
from yoriai.people.presence.jobs import forget_days
from yoriai.people.presence.models import Presence
from yoriai.people.presence.policy import Whereabouts, whereabouts

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-14")]
TODAY, TOMORROW = date(2026, 11, 24), date(2026, 11, 25)
LAST_MOMENT = datetime(2026, 11, 24, 14, 59, 59, tzinfo=UTC)  # 23:59:59 in Japan
MIDNIGHT = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)


@pytest.fixture
def at(town: Town, monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Set the town's clock."""

    def put(moment: datetime) -> None:
        monkeypatch.setattr(town.assembly.works, "now", lambda: moment)
        monkeypatch.setattr(looking, "clock", lambda: moment)

    return put


def test_a_place_is_said_for_one_day():
    assert whereabouts("home", TODAY, TODAY) is Whereabouts.HOME
    assert whereabouts("home", TODAY, TOMORROW) is None
    assert whereabouts(None, None, TODAY) is None


async def works_at(town: Town, who: UUID, place: str | None) -> int:
    return (await town.call(who, "PUT", "/api/presence/place", {"place": place})).status_code


async def seen(town: Town, who: UUID, about: UUID) -> tuple[str | None, str | None]:
    found = (await ask(town, who, about))[about]
    return found["place"], found["place_on"]


async def test_a_place_is_seen_by_colleagues_until_it_is_taken_back(
    town: Town, at: Callable[[datetime], None]
):
    at(LAST_MOMENT)
    for place in ("office", "home", "out", "trip"):
        assert await works_at(town, SUZUKI, place) == 204
        assert await seen(town, SATO, SUZUKI) == (place, "2026-11-24")
    assert await works_at(town, SUZUKI, None) == 204
    assert await seen(town, SATO, SUZUKI) == (None, None)
    assert await works_at(town, SUZUKI, "moon") == 422


async def test_with_the_next_day_in_japan_it_is_gone_for_everybody(
    town: Town, at: Callable[[datetime], None]
):
    at(LAST_MOMENT)
    await works_at(town, SUZUKI, "home")
    await works_at(town, TANAKA, "trip")
    at(MIDNIGHT)
    assert await seen(town, SATO, SUZUKI) == (None, None)
    await works_at(town, SUZUKI, "home")
    assert await seen(town, SATO, SUZUKI) == ("home", "2026-11-25")
    await forget_days(town.assembly.works, {})
    async with town.assembly.works.reading() as work:
        kept = await work.session.execute(select(Presence.account_id, Presence.place, Presence.place_on))
        places = {row.account_id: (row.place, row.place_on) for row in kept}
    assert (places.pop(SUZUKI), places.pop(TANAKA)) == (("home", TOMORROW), (None, None))
    assert set(places.values()) <= {(None, None)}  # of others it is kept when they were there, and no place


async def test_a_signal_that_is_sent_after_midnight_tells_no_place_of_yesterday(
    town: Town, at: Callable[[datetime], None]
):
    at(LAST_MOMENT)
    await works_at(town, SUZUKI, "home")
    at(MIDNIGHT)
    async with town.assembly.works.reading() as work:
        told = await looking.changed(work.session, organization_stream(CITY_HALL))
    assert [(each["place"], each["place_on"]) for each in people_in(told)] == [(None, None)]


def people_in(told: dict[str, object]) -> list[dict[str, object]]:
    people = told["people"]
    assert isinstance(people, list)
    return people


@pytest.mark.req("N50", "K8")
async def test_it_is_told_within_the_body_once_and_to_nobody_else(town: Town):
    async with town.listens(SATO) as colleague, town.listens(MORI) as stranger:
        await works_at(town, SUZUKI, "home")
        await colleague.until(lambda: signals(colleague))
        await works_at(town, SUZUKI, "home")
        await works_at(town, MORI, "office")
        await stranger.until(lambda: signals(stranger))
        assert [each["place"] for told in signals(colleague) for each in told["people"]] == ["home"]
        assert [each["account_id"] for told in signals(stranger) for each in told["people"]] == [str(MORI)]


@pytest.mark.req("GUEST-1", "N50")
async def test_guests_and_people_of_other_bodies_learn_no_place_and_say_none(town: Town):
    await with_guest(town.assembly.works, town.welfare)
    await works_at(town, SUZUKI, "home")
    assert await ask(town, MORI, SUZUKI) == {}
    for method, path, body in (
        ("GET", f"/api/presence?accounts={SUZUKI}", None),
        ("PUT", "/api/presence/place", {"place": "home"}),
    ):
        assert (await town.call(NISHIMURA, method, path, body, zone="internet")).status_code == 404


async def test_a_place_and_what_somebody_says_of_themselves_leave_each_other_alone(town: Town):
    await works_at(town, SUZUKI, "home")
    await say(town, SUZUKI, "meeting")
    await say(town, SUZUKI, None)
    assert (await seen(town, SATO, SUZUKI))[0] == "home"
    await say(town, SUZUKI, "meeting")
    await works_at(town, SUZUKI, None)
    assert (await ask(town, SATO, SUZUKI))[SUZUKI]["state"] == "meeting"


@pytest.mark.req("N58")
async def test_places_are_said_at_the_pace_of_a_hand(town: Town, at: Callable[[datetime], None]):
    at(LAST_MOMENT)
    codes = [await works_at(town, SUZUKI, ("home", "office")[turn % 2]) for turn in range(30)]
    assert codes == [204] * 10 + [429] * 20


@pytest.mark.req("BASE-7")
async def test_where_the_module_is_off_no_place_is_said(town: Town):
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Tenant).where(Tenant.id == MIHON).values(switched_off=["presence"]))
        await work.session.execute(delete(Presence))
    assert await works_at(town, SATO, "home") == 404
