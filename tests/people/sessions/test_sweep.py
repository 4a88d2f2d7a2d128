"""Sweeping: what counts no longer is ended so that its sockets close, and what ended long ago is forgotten."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from tests.cast import MORI, SATO, SUZUKI, session_of
from tests.people.conftest import Office
from tests.people.sessions.test_sessions import change, row_of
from yoriai.people.accounts.models import Account
from yoriai.people.sessions import jobs
from yoriai.people.sessions.models import Session
from yoriai.platform.work.edge import clock

pytestmark = pytest.mark.anyio


@pytest.mark.req("AUTH-5")
async def test_what_has_run_out_is_ended_and_told_so_that_its_socket_closes(office: Office):
    now = clock()
    await change(office.works, session_of(SATO, "lgwan"), idle_until=now)
    await change(office.works, session_of(SATO, "internet"), expires_at=now)
    async with office.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SUZUKI).values(signed_out_at=now))

    await jobs.sweep(office.works, {})
    await jobs.sweep(office.works, {})

    assert await office.told(f"person/{SATO}") == ["sessions.ended"] * 2
    assert await office.told(f"person/{SUZUKI}") == ["sessions.ended"] * 2
    assert await office.told(f"person/{MORI}") == []


@pytest.mark.req("D18", "N23")
@pytest.mark.parametrize("why", [{"ends_on": date(2020, 3, 31)}, {"status": "suspended"}])
async def test_whoever_may_not_sign_in_any_more_has_no_session_either_whatever_changed_it(
    office: Office, why: dict[str, object]
):
    async with office.works.writing() as work:
        await work.session.execute(update(Account).where(Account.id == SUZUKI).values(why))
        await work.session.execute(
            update(Account).where(Account.id == SATO).values(ends_on=date(2999, 3, 31))
        )

    await jobs.sweep(office.works, {})

    assert await office.told(f"person/{SUZUKI}") == ["sessions.ended"] * 2
    assert await office.told(f"person/{SATO}") == []


async def test_thousands_that_have_run_out_are_ended_some_at_a_time(office: Office, monkeypatch):
    monkeypatch.setattr(jobs, "AT_ONCE", 3)
    async with office.works.writing() as work:
        await work.session.execute(update(Session).values(idle_until=work.now))
    await jobs.sweep(office.works, {})
    async with office.works.reading() as work:
        open_ones = (await work.session.scalars(select(Session.id).where(Session.ended_at.is_(None)))).all()
    assert list(open_ones) == []


async def test_a_session_is_forgotten_a_month_after_its_end(office: Office):
    gone, kept = session_of(SATO, "lgwan"), session_of(SATO, "internet")
    await change(office.works, gone, ended_at=clock() - timedelta(days=31))
    await change(office.works, kept, ended_at=clock() - timedelta(days=29))
    await jobs.sweep(office.works, {})
    assert await row_of(office.works, gone) is None
    assert await row_of(office.works, kept) is not None
