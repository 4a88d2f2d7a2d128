"""The last import of a day is taken back, if nothing was built on it since."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from tests.cast import SATO, TAKAHASHI, TANAKA
from tests.people.accounts.roster.bringing import (
    CAST,
    NEW,
    everybody,
    taken,
    told,
    undone,
)
from tests.town import Town
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.accounts.roster.models import RosterImport
from yoriai.people.orgs.models import Department

pytestmark = [pytest.mark.anyio, pytest.mark.req("ADMIN-3", "BASE-6")]


async def test_undoing_puts_everything_back_and_twice_is_once(town: Town):
    before = await everybody(town)
    changed = (NEW, CAST[0].replace("福祉課,主事", "土木課,係長"), CAST[1].replace("﨑", "崎"), *CAST[2:])
    import_id = (await taken(town, *changed)).json()["import_id"]
    assert await everybody(town) != before

    seen = (await undone(town, import_id)).json()
    assert seen["undone_at"] is not None
    after = await everybody(town)
    assert [row for row in after if row[0] != "30001"] == before
    assert (await undone(town, import_id)).json() == seen
    assert await told(town) == ["orgs.arranged", "accounts.imported"] * 2

    again = (await taken(town, *changed)).json()["import_id"]
    assert again not in (None, import_id)
    async with town.assembly.works.reading() as work:
        accounts = (await work.session.scalars(select(Account).where(Account.login_id == "30001"))).all()
    assert [account.status for account in accounts] == ["active"]


async def test_what_was_built_on_an_import_stands_in_the_way_with_its_names(town: Town):
    import_id = (await taken(town, NEW, CAST[0].replace("主事", "係長"), *CAST[1:])).json()["import_id"]
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SATO).values(job_title="課長"))
        await work.session.execute(
            update(Account).where(Account.login_id == "30001").values(password_hash="chosen")
        )
        unit = select(Department.id).where(Department.path == "健康福祉部")
        await work.session.execute(
            update(Posting).where(Posting.account_id == TANAKA).values(department_id=unit.scalar_subquery())
        )

    refused = await undone(town, import_id)
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.undo_in_the_way")
    assert sorted(refused.json()["details"]["names"]) == [
        "佐藤 花子（10001）",
        "健康福祉部",
        "山田 太郎（30001）",
    ]


async def test_only_the_last_import_of_a_day_is_undone(town: Town):
    first = (await taken(town, NEW, *CAST)).json()["import_id"]
    second = (await taken(town, NEW.replace("主任", "係長"), *CAST)).json()["import_id"]
    refused = await undone(town, first)
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.undo_not_last")
    listed = (await town.call(TAKAHASHI, "GET", "/api/roster/imports")).json()["imports"]
    assert [(each["import_id"], each["may_undo"]) for each in listed] == [(second, True), (first, False)]

    async with town.assembly.works.writing() as work:
        await work.session.execute(update(RosterImport).values(at=work.now - timedelta(hours=24, seconds=1)))
    refused = await undone(town, second)
    assert (refused.status_code, refused.json()["code"]) == (409, "accounts.undo_too_late")
