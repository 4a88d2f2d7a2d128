"""Who hears an organization's stream, and a person's own."""

from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import replace
from typing import cast
from uuid import uuid4

import pytest

from tests.cast import SATO, SUZUKI
from tests.people.access.test_capabilities import CLERK
from tests.people.conftest import Office
from yoriai.people.accounts import hearing as persons
from yoriai.people.orgs import hearing as organizations
from yoriai.platform.facts.sight import Sight
from yoriai.platform.feature import Hearer, Who

pytestmark = pytest.mark.anyio

HALL, COUNCIL = uuid4(), uuid4()
SHE = replace(CLERK, account_id=SATO, organization_ids=frozenset({HALL, COUNCIL}))


async def only(heard: Awaitable[Sequence[Mapping[str, Sight]]]) -> Mapping[str, Sight]:
    """Of one who asks."""
    (sights,) = await heard
    return sights


@pytest.mark.req("ORG-7")
async def test_one_hears_the_organizations_one_belongs_to(office: Office):
    async with office.works.reading() as work:
        assert set(await only(organizations.hears(work, [Hearer(SHE)]))) == {
            f"organization/{HALL}",
            f"organization/{COUNCIL}",
        }
        asked = [f"organization/{COUNCIL}", f"organization/{uuid4()}", "room/x"]
        assert set(await only(organizations.hears(work, [Hearer(SHE, asked)]))) == {f"organization/{COUNCIL}"}
        someone_else = cast("Who", object())
        assert await organizations.hears(work, [Hearer(someone_else)]) == [{}]


async def test_one_hears_ones_own_stream_and_nobody_elses(office: Office):
    async with office.works.reading() as work:
        assert set(await only(persons.hears(work, [Hearer(SHE)]))) == {f"person/{SATO}"}
        assert await persons.hears(work, [Hearer(SHE, [f"person/{SUZUKI}"])]) == [{}]
