"""The sample rosters: made by hand in another order, and taken over by the import as they are."""

import pytest

from tests.people.accounts.roster.bringing import brought, decided
from tests.town import Town
from yoriai.app.demo.sample_roster import HEADINGS, rows, sample_roster

pytestmark = pytest.mark.anyio


@pytest.mark.req("TEXT-7", "ADMIN-3")
async def test_three_hundred_rows_in_another_order_are_understood(town: Town) -> None:
    draft = await brought(town, sample_roster(300))
    difference = await decided(town, draft)
    counts = difference["counts"]
    assert counts["new"] == 300
    assert (counts["error"], difference["first_errors"]) == (0, [])
    assert difference["noticed"]["private_use"] > 0


def test_the_same_rows_come_every_time_and_no_two_people_are_one() -> None:
    made = list(rows(3000))
    assert made == list(rows(3000))
    assert len({row[1] for row in made}) == len({row[8] for row in made}) == 3000
    assert all(len(row) == len(HEADINGS) for row in made)
    assert {"髙", "﨑", "\ue000"} <= {letter for row in made for letter in row[2]}


def test_it_can_be_written_in_both_encodings() -> None:
    assert sample_roster(20).decode("cp932") == sample_roster(20, encoding="utf-8").decode()
