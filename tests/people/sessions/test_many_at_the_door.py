"""Thousands stand at the door at one moment: they are asked about together, and each is told from the others."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from tests.cast import MORI, SATO, SUZUKI, session_of, token_of
from tests.people.conftest import Office
from tests.people.questions import questions
from yoriai.people.sessions.authenticate import Shown, holders
from yoriai.people.sessions.models import Session
from yoriai.platform.db.plainly import plainly

pytestmark = pytest.mark.anyio


@pytest.mark.req("A7", "D15")
async def test_many_who_stand_at_a_door_are_told_apart_in_one_query(office: Office):
    at = office.works.now() + timedelta(seconds=1)
    async with office.works.writing() as work:
        for who, over in ((SUZUKI, {"locked_at": at}), (MORI, {"ended_at": at})):
            row = Session.id == session_of(who, "lgwan")
            await work.session.execute(update(Session).where(row).values(**over))
    tokens = [token_of(SATO, "lgwan"), "nobody's", None, token_of(SUZUKI, "lgwan"), token_of(MORI, "lgwan")]
    shown = [Shown(token, "lgwan", f"10.0.0.{turn}") for turn, token in enumerate(tokens)]
    shown += [Shown(token_of(SATO, "lgwan"), "internet", "192.0.2.1"), Shown(tokens[0], "lgwan", "10.0.0.9")]
    with questions(office.store) as sent:
        async with office.works.reading() as work:
            found = await plainly(work.session, lambda rows: holders(rows, shown, at))

    assert len(sent) == 1
    assert [each and (each[0].account_id, each[0].address, each[1]) for each in found] == [
        (SATO, "10.0.0.0", False),
        None,
        None,
        (SUZUKI, "10.0.0.3", True),
        None,
        None,
        (SATO, "10.0.0.9", False),
    ]
