"""How those who are there are looked up, so that a city of any size is compared in a moment."""

from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from tests.people.questions import questions
from yoriai.migrations import steps
from yoriai.people.accounts.roster.known import look
from yoriai.platform.db.store import embedded_url, opened
from yoriai.platform.work.edge import Works

pytestmark = [pytest.mark.anyio, pytest.mark.req("ADMIN-3")]


async def test_each_persons_postings_are_found_by_an_index_and_never_by_going_through_all(tmp_path: Path):
    """The embedded database knows no statistics: it takes whichever index looks narrow, and one of them was not."""
    await steps.up(embedded_url(tmp_path))
    async with opened(embedded_url(tmp_path)) as store, Works(store).reading() as work:
        with questions(store) as sent:
            await look(work, uuid4(), uuid4())
        connection = await work.session.connection()
        (people,) = (each for each in sent if "OUTER JOIN postings" in each)
        asked = people.replace("?", "'x'")
        plan = await connection.execute(text(f"EXPLAIN QUERY PLAN {asked}"))
        found = [row.detail for row in plan if "postings" in row.detail]
    assert found
    assert all("organization_id=? AND account_id=?" in line for line in found), found
