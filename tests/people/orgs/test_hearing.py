"""Who hears an organization's stream, and a person's own."""

from dataclasses import replace
from typing import cast
from uuid import uuid4

import pytest

from tests.cast import SATO, SUZUKI
from tests.people.access.test_capabilities import CLERK
from tests.people.conftest import Office
from yoriai.people.accounts import hearing as persons
from yoriai.people.orgs import hearing as organizations
from yoriai.platform.feature import Who

pytestmark = pytest.mark.anyio

HALL, COUNCIL = uuid4(), uuid4()
SHE = replace(CLERK, account_id=SATO, organization_ids=frozenset({HALL, COUNCIL}))


@pytest.mark.req("ORG-7")
async def test_one_hears_the_organizations_one_belongs_to(office: Office):
    async with office.works.reading() as work:
        assert set(await organizations.hears(work, SHE, None)) == {
            f"organization/{HALL}",
            f"organization/{COUNCIL}",
        }
        asked = [f"organization/{COUNCIL}", f"organization/{uuid4()}", "room/x"]
        assert set(await organizations.hears(work, SHE, asked)) == {f"organization/{COUNCIL}"}
        someone_else = cast("Who", object())
        assert await organizations.hears(work, someone_else, None) == {}


async def test_one_hears_ones_own_stream_and_nobody_elses(office: Office):
    async with office.works.reading() as work:
        assert set(await persons.hears(work, SHE, None)) == {f"person/{SATO}"}
        assert await persons.hears(work, SHE, [f"person/{SUZUKI}"]) == {}
