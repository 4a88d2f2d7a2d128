"""Who can be reached: bands and words, to one's own body alone, as changes."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import delete, select, update

from tests.cast import CITY_HALL, MIHON, MORI, SATO, SUZUKI, TAKAHASHI, TANAKA, named, session_of
from tests.people.conftest import Office
from tests.people.questions import questions
from tests.town import Town
from yoriai.people.accounts.models import Posting
from yoriai.people.orgs.models import Tenant
from yoriai.people.presence import look as looking
from yoriai.people.presence.jobs import sort_into_bands
from yoriai.people.presence.look import CHANGED, look
from yoriai.people.presence.models import Presence
from yoriai.people.presence.policy import Band, band_of, still_says
from yoriai.people.sessions.models import Session
from yoriai.platform.realtime import signals as signalling

pytestmark = [pytest.mark.anyio, pytest.mark.req("ORG-12")]
NOON = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "band"),
    [(0, Band.NOW), (15, Band.NOW), (16, Band.LATELY), (60, Band.LATELY), (61, Band.AWAY), (None, Band.AWAY)],
)
def test_a_use_lies_in_one_of_three_bands(minutes: int | None, band: Band):
    assert band_of(None if minutes is None else NOON - timedelta(minutes=minutes), NOON) is band


def test_what_somebody_said_holds_until_then():
    assert still_says(None, NOON)
    assert still_says(NOON + timedelta(seconds=1), NOON)
    assert not still_says(NOON, NOON)


async def ask(town: Town, who: UUID, *about: UUID):
    query = "&".join(f"accounts={each}" for each in about)
    answer = await town.call(who, "GET", f"/api/presence?{query}")
    assert answer.status_code == 200, answer.text
    return {UUID(each["account_id"]): each for each in answer.json()["people"]}


async def say(town: Town, who: UUID, state: str | None, until: datetime | None = None):
    body = {"state": state, "until": until.isoformat() if until else None}
    return await town.call(who, "PUT", "/api/presence", body)


def in_an_hour() -> datetime:
    return datetime.now(UTC) + timedelta(hours=1)


async def used(town: Town, who: UUID, minutes: int) -> None:
    async with town.assembly.works.writing() as work:
        at = work.now - timedelta(minutes=minutes)
        await work.session.execute(update(Session).where(Session.account_id == who).values(last_used_at=at))


@pytest.mark.req("N50")
async def test_of_a_last_use_nobody_learns_more_than_its_band(town: Town):
    await used(town, SUZUKI, 5)
    await used(town, TANAKA, 40)
    found = await ask(town, SATO, SUZUKI, TANAKA, TAKAHASHI)
    assert {who: each["band"] for who, each in found.items()} == {
        SUZUKI: "now",
        TANAKA: "lately",
        TAKAHASHI: "away",
    }
    assert set(found[TANAKA]) == {"account_id", "band", "state", "until", "place", "place_on", "absence"}


@pytest.mark.req("N50", "BASE-3", "K1")
async def test_people_of_another_body_are_nobody(town: Town):
    assert set(await ask(town, SATO, MORI, SUZUKI, named("nobody"))) == {SUZUKI}
    assert set(await ask(town, MORI, SATO, SUZUKI)) == set()


async def test_what_somebody_says_is_seen_until_then(town: Town):
    until = in_an_hour()
    assert (await say(town, SUZUKI, "meeting", until)).status_code == 204
    found = (await ask(town, SATO, SUZUKI))[SUZUKI]
    assert (found["state"], datetime.fromisoformat(found["until"])) == ("meeting", until)
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Presence).values(until=work.now - timedelta(seconds=1)))
    assert (await ask(town, SATO, SUZUKI))[SUZUKI]["state"] is None
    assert (await say(town, SUZUKI, "leave")).status_code == 204
    assert (await ask(town, SATO, SUZUKI))[SUZUKI]["until"] is None
    assert (await say(town, SUZUKI, None)).status_code == 204
    assert (await ask(town, SATO, SUZUKI))[SUZUKI]["state"] is None


async def test_a_time_that_has_passed_or_never_comes_is_refused(town: Town):
    for until in (datetime.now(UTC) - timedelta(minutes=1), datetime.now(UTC) + timedelta(days=800)):
        refused = await say(town, SATO, "out", until)
        assert (refused.status_code, refused.json()["details"]["field"]) == (422, "until")
    assert (await say(town, SATO, "asleep")).status_code == 422


async def test_a_screen_asks_about_those_whom_it_shows_and_no_more(town: Town):
    many = "&".join(f"accounts={named(str(n))}" for n in range(201))
    assert (await town.call(SATO, "GET", f"/api/presence?{many}")).status_code == 422
    assert (await town.call(SATO, "GET", "/api/presence")).status_code == 422


@pytest.mark.req("N50", "K8")
async def test_changes_alone_are_told_and_only_within_the_body(town: Town):
    async with town.listens(SATO) as colleague, town.listens(MORI) as stranger:
        await say(town, SUZUKI, "out")
        await colleague.until(lambda: signals(colleague))
        (told,) = signals(colleague)
        said = {
            "account_id": str(SUZUKI),
            "state": "out",
            "until": None,
            "place": None,
            "place_on": None,
            "absence": None,
        }
        assert told == {
            "signal": CHANGED,
            "people": [{**said, "band": told["people"][0]["band"]}],
            "more": False,
        }
        await say(town, MORI, "out")
        await stranger.until(lambda: signals(stranger))
        assert [each["account_id"] for told in signals(stranger) for each in told["people"]] == [str(MORI)]
        assert len(signals(colleague)) == 1


@pytest.mark.req("N50", "K1", "ORG-7")
async def test_in_an_organization_of_several_bodies_no_line_carries_anybodys_presence(town: Town):
    async with town.assembly.works.writing() as work:
        work.session.add(
            Posting(
                id=named("Mori beside"), account_id=MORI, organization_id=CITY_HALL, department_id=None, main=None,
                since=work.now, until=None,
            )
        )  # fmt: skip
    async with town.listens(SATO) as colleague, town.listens(MORI) as stranger:
        await say(town, SUZUKI, "out")
        for ear in (colleague, stranger):
            await ear.until(lambda ear=ear: signals(ear))
            assert signals(ear) == [{"signal": CHANGED, "people": [], "more": True}]
    assert await ask(town, MORI, SUZUKI) == {}
    assert set(await ask(town, SATO, SUZUKI)) == {SUZUKI}


def signals(ear):
    return [frame for frame in ear.frames if frame.get("signal") == CHANGED]


@pytest.mark.req("N58")
async def test_a_flood_is_stopped_and_costs_the_others_one_signal(
    town: Town, monkeypatch: pytest.MonkeyPatch
):
    at_once = datetime.now(UTC)  # however long it takes: the limit grows with the town's clock
    monkeypatch.setattr(town.assembly.works, "now", lambda: at_once)
    async with town.listens(SATO) as colleague:
        codes = [(await say(town, SUZUKI, ("meeting", "out")[turn % 2])).status_code for turn in range(60)]
        assert codes[:10] == [204] * 10
        assert set(codes[11:]) == {429}
        message = await town.says(SUZUKI, "いま戻りました", town.welfare)
        await colleague.fact("messages.posted")
        assert len(signals(colleague)) <= 2
    assert message


async def test_what_was_announced_a_moment_ago_waits_for_its_turn(town: Town, monkeypatch):
    monkeypatch.setattr(signalling, "ANNOUNCED_EVERY", 1.5)
    monkeypatch.setattr(signalling, "AT_MOST_EVERY", 0.1)
    async with town.listens(SATO) as colleague:
        await say(town, SUZUKI, "out")
        await colleague.until(lambda: signals(colleague))
        await say(town, SUZUKI, "meeting")
        await say(town, SUZUKI, "leave")
        await colleague.until(lambda: len(signals(colleague)) > 1)
        assert [each["people"][0]["state"] for each in signals(colleague)] == ["out", "leave"]


async def test_if_too_many_have_changed_a_screen_asks_for_its_own(town: Town, monkeypatch):
    monkeypatch.setattr(looking, "MOST_TOLD", 0)
    async with town.listens(SATO) as colleague:
        await say(town, SUZUKI, "out")
        await colleague.until(lambda: signals(colleague))
        assert signals(colleague)[0] == {"signal": CHANGED, "people": [], "more": True}


@pytest.mark.req("BASE-7")
async def test_where_the_module_is_off_nobody_is_asked_seen_or_counted(town: Town):
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Tenant).where(Tenant.id == MIHON).values(switched_off=["presence"]))
        await work.session.execute(delete(Presence))
    await used(town, SUZUKI, 5)
    assert (await town.call(SATO, "GET", f"/api/presence?accounts={SUZUKI}")).status_code == 404
    assert (await say(town, SATO, "out")).status_code == 404
    await sort_into_bands(town.assembly.works, {})
    async with town.assembly.works.reading() as work:
        assert SUZUKI not in set(await work.session.scalars(select(Presence.account_id)))


async def test_who_moves_into_another_band_is_told_once(office: Office):
    async def bands() -> dict[UUID, str]:
        async with office.works.reading() as work:
            rows = await work.session.execute(select(Presence.account_id, Presence.band))
            return dict(rows.all())

    async def use(who: UUID, minutes: int) -> None:
        async with office.works.writing() as work:
            at = work.now - timedelta(minutes=minutes)
            mine = update(Session).where(Session.id == session_of(who, "lgwan"))
            await work.session.execute(mine.values(last_used_at=at))

    await use(SATO, 1)
    await use(SUZUKI, 30)
    await sort_into_bands(office.works, {})
    assert await bands() == {SATO: "now", SUZUKI: "lately"}
    with questions(office.store) as sent:
        await sort_into_bands(office.works, {})
    assert len(sent) == 1  # nobody has moved: nothing is written
    await use(SATO, 61)
    await sort_into_bands(office.works, {})
    assert await bands() == {SATO: "away", SUZUKI: "lately"}


async def test_who_has_signed_out_is_away(office: Office):
    async with office.works.writing() as work:
        mine = update(Session).where(Session.account_id == SATO)
        await work.session.execute(mine.values(last_used_at=work.now, ended_at=work.now))
    actor = await office.actor(SUZUKI)
    with questions(office.store) as sent:
        async with office.works.reading() as work:
            found = await look(work, actor, {SATO, SUZUKI, TANAKA})
    assert len(sent) == 1
    assert {each.account_id: each.band for each in found}[SATO] is Band.AWAY
