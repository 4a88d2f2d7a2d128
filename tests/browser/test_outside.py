"""The room is told on an open screen when somebody first reads it from an Internet device (ZONE-4)."""

from datetime import timedelta

import pytest
from playwright.async_api import expect
from sqlalchemy import update

from tests.browser.desk import DESK, ON_ONE_DATABASE, SMALLEST, Desks
from tests.cast import SUZUKI, WELFARE
from tests.people.sessions.holding import Browser
from tests.town import Town
from yoriai.people.sessions.models import Session

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]


@pytest.mark.req("ZONE-4", "A11Y-1")
async def test_the_line_and_the_head_of_the_room_say_it_at_once(town: Town, desks: Desks) -> None:
    long_ago = town.assembly.works.now() - timedelta(days=40)
    async with town.assembly.works.writing() as work:
        outside = update(Session).where(Session.zone == "internet")
        await work.session.execute(outside.values(last_used_at=long_ago, began_at=long_ago))
    await town.says(SUZUKI, "庁内だけの話です", WELFARE)
    desk = await desks.take(SUZUKI, at=f"/rooms/{WELFARE}")
    await expect(desk.message("庁内だけの話です")).to_be_visible()
    await expect(desk.page.get_by_text("インターネット端末あり")).to_have_count(0)
    assert (await Browser(town, "internet").signs_in()).status_code == 200
    await expect(desk.page.get_by_text("この時から、インターネット端末でも読まれます")).to_be_visible()
    await expect(desk.page.get_by_text("インターネット端末あり").first).to_be_visible()
    await desk.accessible_by_day_and_night("outside")
    async for width, _ in desk.windows(DESK, SMALLEST):
        await desk.accessible()
        await desk.picture(f"outside-{width}")
