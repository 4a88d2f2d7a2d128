"""What lies there to be printed, whatever the screen looks like."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import ON_ONE_DATABASE, Desks
from tests.cast import SATO, SUZUKI
from tests.paper import shade_at
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE, pytest.mark.req("RECORD-7")]


async def test_whatever_the_screen_looks_like_paper_is_white_and_nothing_runs_over_its_edge(
    town: Town, desks: Desks
) -> None:
    for text in ("https://example.jp/" + "a" * 300, "👨‍👩‍👧‍👦🇯🇵" * 40, "葛󠄀城市" * 60):
        await town.says(SUZUKI, text, town.welfare)
    desk = await desks.take(SATO, dark=True)
    await desk.open("福祉課")
    await desk.page.keyboard.press("Control+P")
    await expect(desk.page.get_by_role("dialog")).to_contain_text("葛󠄀城市")
    over = "sheet => sheet.scrollWidth - sheet.clientWidth"
    assert await desk.page.get_by_role("dialog").get_by_role("article").evaluate(over) == 0
    for forced in ("none", "active"):
        await desk.page.emulate_media(color_scheme="dark", forced_colors=forced)
        printed = await desk.page.pdf(prefer_css_page_size=True, print_background=True)
        assert [shade_at(printed, *place) for place in ((0.01, 0.01), (0.5, 0.9), (0.5, 0.99))] == [255] * 3
