"""The sample roster: the demo town after its transfers, in another order of columns, taken over by the import as it is."""

import csv
import io

import pytest
from sqlalchemy import select

from tests.app.conftest import Settled
from yoriai.app.demo.sample_roster import HEADINGS, LEAVING, NEW, rows, sample_roster
from yoriai.people.accounts.roster.import_roster import roster_in, try_roster
from yoriai.people.accounts.roster.ready import Target
from yoriai.people.orgs.models import Tenant
from yoriai.people.orgs.queries import first_organization
from yoriai.platform.db.store import opened
from yoriai.platform.work.edge import Works

pytestmark = pytest.mark.anyio


@pytest.mark.req("ADMIN-3")
async def test_a_newcomers_first_try_shows_every_kind_of_change_and_no_error(settled: Settled) -> None:
    roster = await roster_in(sample_roster())
    assert roster.unknown == ["備考"]
    async with opened(settled.url) as store:
        works = Works(store)
        async with works.reading() as work:
            tenant_id = await work.session.scalar(select(Tenant.id).where(Tenant.code == "mihon"))
            assert tenant_id is not None
            hall = await first_organization(work, tenant_id)
            assert hall is not None
        shown = (await try_roster(works, Target(tenant_id, hall.id, b""), roster)).difference
    counts = shown.counts
    assert (counts.error, counts.new_units, counts.changed_units) == (0, 0, 0)
    assert (counts.new, counts.missing) == (len(NEW), LEAVING)
    assert 3 <= counts.moved <= 20
    assert 3 <= counts.changed <= 20
    assert counts.unchanged > 250
    assert len(shown.private_use) == 1


def test_the_same_rows_come_every_time_and_no_two_people_are_one() -> None:
    made = rows()
    assert made == rows()
    assert len({row["職員番号"] for row in made}) == len(made)
    sent = list(csv.reader(io.StringIO(sample_roster().decode("utf-8-sig"))))
    assert sent[0] == list(HEADINGS)
    assert len(sent) == len(made) + 1
