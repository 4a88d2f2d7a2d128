"""STAT-1: months are counted once at their end, from who was there and who used it, and stay as they were."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete, select, update

from tests.cast import MIHON, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.talk.departments.city import account
from tests.town import Town
from tests.watch.usage.test_policy import FIG_1
from yoriai.people.accounts.models import Account, AccountChange, Posting
from yoriai.people.orgs.models import Tenant
from yoriai.people.sessions.models import Session
from yoriai.platform.work.edge import Works
from yoriai.watch.usage.closing import close
from yoriai.watch.usage.models import MonthEnd, MonthUse
from yoriai.watch.usage.noting import note_sessions

pytestmark = pytest.mark.anyio
NOVEMBER = date(2026, 11, 1)
IN_TIME = datetime(2026, 11, 30, 15, 10, tzinfo=UTC)
"""The first of December, ten past twelve in Japan."""
ASKED = {"fiscal_year": 2026, "reason": "利用の報告"}


@pytest.fixture(autouse=True)
async def long_ago(town: Town) -> None:
    """Nobody has used their session lately, so that no schedule of the running town notes anybody meanwhile."""
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Session).values(last_used_at=datetime(2020, 1, 1, tzinfo=UTC)))


def at(town: Town, moment: datetime) -> Works:
    """The same database at another time."""
    works = town.assembly.works
    return Works(works.store, works.doorbell, now=lambda: moment)


async def uses(town: Town) -> dict[UUID, bool]:
    async with town.assembly.works.reading() as work:
        found = await work.session.execute(select(MonthUse.account_id, MonthUse.sent))
        return {who: sent for who, sent in found}  # noqa: C416 rows are no pairs to the type checker


async def used(town: Town, month: date, people: Sequence[UUID], *, sent: bool = False) -> None:
    async with town.assembly.works.writing() as work:
        work.session.add_all(MonthUse(month=month, account_id=who, sent=sent) for who in people)


async def noted(town: Town, expected: dict[UUID, bool]) -> None:
    async with asyncio.timeout(15):
        while await uses(town) != expected:  # noqa: ASYNC110 the reader takes its time
            await asyncio.sleep(0.2)


async def figures(town: Town, year: int = 2026) -> list[dict[str, Any]]:
    answer = await town.call(TAKAHASHI, "GET", f"/api/usage?fiscal_year={year}")
    assert answer.status_code == 200, answer.text
    months: list[dict[str, Any]] = answer.json()["months"]
    return months


async def test_who_writes_has_used_it_and_practising_counts_nowhere(town: Town) -> None:
    room = (await town.call(SUZUKI, "POST", "/api/practice")).json()["room_id"]
    await town.says(SUZUKI, "れんしゅうです", room)
    await town.says(SATO, "おはようございます", town.welfare)
    await town.says(TANAKA, "了解しました", town.roads)
    await noted(town, {SATO: True, TANAKA: True})


async def test_who_stays_signed_in_has_opened_it_without_a_word(town: Town) -> None:
    works = town.assembly.works
    async with works.writing() as work:
        theirs = update(Session).where(Session.account_id == SUZUKI, Session.zone == "lgwan")
        await work.session.execute(theirs.values(last_used_at=work.now))
    for _ in range(2):
        await note_sessions(works, {})
    assert await uses(town) == {SUZUKI: False}


@pytest.mark.req("STAT-1")
async def test_a_month_is_closed_once_and_later_changes_touch_it_no_more(town: Town) -> None:
    await used(town, NOVEMBER, [SATO], sent=True)
    await used(town, NOVEMBER, [SUZUKI])
    await close(at(town, IN_TIME), {})
    expected = {
        "month": "2026-11-01", "registered": 4, "suspended": 0, "opened": 2, "sent": 1,
        "opened_rate": "50.0", "sent_rate": "25.0", "made_up": False,
    }  # fmt: skip
    assert await figures(town) == [expected]

    async with town.assembly.works.writing() as work:
        await work.session.execute(delete(MonthUse))
        await work.session.execute(
            update(Account).where(Account.id == SUZUKI).values(status="removed", employment_type="other")
        )
    await close(at(town, IN_TIME + timedelta(hours=3)), {})
    assert await figures(town) == [expected]


async def test_suspended_people_are_counted_apart_and_removed_ones_and_bots_not_at_all(town: Town) -> None:
    await town.call(SATO, "POST", "/api/practice")  # brings the helper
    async with town.assembly.works.writing() as work:
        for who, status in ((SUZUKI, "suspended"), (TANAKA, "removed")):
            await work.session.execute(update(Account).where(Account.id == who).values(status=status))
    await used(town, NOVEMBER, [TANAKA])
    await close(at(town, IN_TIME), {})
    (month,) = await figures(town)
    assert (month["registered"], month["suspended"], month["opened"]) == (3, 1, 0)


@pytest.mark.req("STAT-1")
async def test_a_missed_month_is_made_up_from_the_log_and_marked(town: Town) -> None:
    """Nobody closed November; in January 鈴木 has been suspended and 田中 moved, and somebody new has come."""
    later = datetime(2027, 1, 9, tzinfo=UTC)
    await used(town, NOVEMBER, [SATO, SUZUKI])
    async with at(town, later).writing() as work:
        newcomer = account(uuid4())
        newcomer.created_at = later
        change = AccountChange(
            id=uuid4(), tenant_id=MIHON, account_id=SUZUKI, at=later, by=TAKAHASHI, kind="suspended", before={},
            after={}, import_id=None,
        )  # fmt: skip
        work.session.add_all([newcomer, change])
        await work.session.execute(update(Account).where(Account.id == SUZUKI).values(status="suspended"))
        moved = update(Posting).where(Posting.account_id == TANAKA)
        await work.session.execute(moved.values(until=later, main=None))
    await close(at(town, later + timedelta(days=1)), {})
    november, december = await figures(town)
    assert [november[key] for key in ("registered", "suspended", "opened", "made_up")] == [4, 0, 2, True]
    assert [december[key] for key in ("registered", "suspended", "opened", "made_up")] == [4, 0, 0, True]
    async with town.assembly.works.reading() as work:
        units = set(
            await work.session.scalars(select(MonthEnd.department).where(MonthEnd.tenant_id == MIHON))
        )
    assert units == {"福祉課", "土木課", "情報政策課"}


@pytest.mark.req("FIG-1", "STAT-2", "TEXT-3")
async def test_the_figures_of_the_first_trial_are_reproduced_month_by_month(town: Town) -> None:
    people: list[UUID] = []
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Tenant).values(created_at=datetime(2020, 7, 1, tzinfo=UTC)))
    for month, registered, active, _ in FIG_1:
        began = datetime(2020, month, 10, tzinfo=UTC)
        async with town.assembly.works.writing() as work:
            for _ in range(registered - len(people)):
                newcomer = account(uuid4())
                newcomer.created_at = began
                work.session.add(newcomer)
                people.append(newcomer.id)
        await used(town, date(2020, month, 1), people[:active])
        end = datetime(2021, 1, 1, tzinfo=UTC) if month == 12 else datetime(2020, month + 1, 1, tzinfo=UTC)
        await close(at(town, end), {})
    # 312 on 26 January is no month end: whoever comes then enters no month that is over.
    async with town.assembly.works.writing() as work:
        for _ in range(27):
            newcomer = account(uuid4())
            newcomer.created_at = datetime(2021, 1, 26, tzinfo=UTC)
            work.session.add(newcomer)

    shown = await figures(town, 2020)
    assert [
        (int(each["month"][5:7]), each["registered"], each["opened"], each["opened_rate"]) for each in shown
    ] == [(month, registered, active, printed) for month, registered, active, printed in FIG_1]


async def test_a_body_without_people_has_a_month_without_a_rate(town: Town) -> None:
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).values(status="removed"))
        await work.session.execute(update(Account).where(Account.id == TAKAHASHI).values(status="active"))
        await work.session.execute(
            update(Account).where(Account.id == TAKAHASHI).values(created_at=IN_TIME + timedelta(days=1))
        )
    await close(at(town, IN_TIME), {})
    (month,) = await figures(town)
    assert (month["registered"], month["opened_rate"], month["sent_rate"]) == (0, None, None)


@pytest.mark.req("STAT-3", "BASE-6")
async def test_the_file_has_every_unit_and_kind_of_employment_with_era_years(town: Town) -> None:
    await used(town, NOVEMBER, [SATO], sent=True)
    await close(at(town, IN_TIME), {})
    answer = await town.call(TAKAHASHI, "POST", "/api/usage/export", ASKED)
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[0].startswith("年月,年月（西暦）,所属,任用形態,登録（人）")
    assert "R8.11,2026-11,福祉課,正規,2,0,1,1,50.0,50.0," in lines
    assert len(lines) == 4
    assert "attachment" in answer.headers["content-disposition"]


@pytest.mark.req("N19")
async def test_only_those_who_may_read_figures_see_them(town: Town) -> None:
    assert (await town.call(SATO, "GET", "/api/usage")).status_code == 403
    assert (await town.call(SATO, "POST", "/api/usage/export", ASKED)).status_code == 403


@pytest.mark.req("K28")
async def test_the_file_asks_for_a_reason(town: Town) -> None:
    for reason in ("", "  ", "あ" * 201):
        refused = await town.call(TAKAHASHI, "POST", "/api/usage/export", ASKED | {"reason": reason})
        assert refused.status_code == 422
