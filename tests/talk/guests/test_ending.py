"""What a sponsor's open screen is told about guests, recorded for the web."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update

from tests.cast import NISHIMURA, SATO, with_guest
from tests.town import Town
from tests.transcripts import transcript
from yoriai.people.accounts.models import Account
from yoriai.talk.guests import rendering
from yoriai.talk.guests.jobs import sweep

pytestmark = pytest.mark.anyio
ENDS = date(2026, 12, 10)
FORTNIGHT_BEFORE = datetime(2026, 11, 26, 3, tzinfo=UTC)


@pytest.mark.req("GUEST-2", "C8", "N114")
async def test_a_guest_whose_time_is_over_soon_stands_on_the_sponsors_screen(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    await with_guest(town.assembly.works, town.welfare, ends_on=ENDS + timedelta(days=90))
    monkeypatch.setattr(town.assembly.works, "now", lambda: FORTNIGHT_BEFORE)
    monkeypatch.setattr(rendering, "clock", lambda: FORTNIGHT_BEFORE)
    async with transcript(town, "guests.ending", SATO, expect=["guests.ending"]):
        async with town.assembly.works.writing() as work:
            await work.session.execute(update(Account).where(Account.id == NISHIMURA).values(ends_on=ENDS))
        await sweep(town.assembly.works, {})
