"""Tables of 管理 on paper: looked at before they are printed, and read back from what Chromium prints."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, Desks
from tests.browser.test_managing import at
from tests.cast import CITY_HALL, TAKAHASHI, named
from tests.keys import new_send_key
from tests.paper import pages_of, sizes_of
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
SMALL = (640, 400)


async def test_a_table_is_printed_with_all_its_rows(town: Town, desks: Desks) -> None:
    desk = await at(desks, "people")
    await expect(desk.page.get_by_role("button", name="佐藤 花子")).to_be_visible()
    await desk.page.keyboard.press("Control+P")
    paper = desk.page.get_by_role("dialog", name="職員の表の印刷")
    await expect(paper.get_by_role("row", name="鈴木 﨑子")).to_be_visible()
    await desk.accessible()
    await desk.picture("print-people")
    await desk.page.evaluate("document.fonts.ready.then(() => true)")
    printed = await desk.page.pdf(prefer_css_page_size=True)
    (words,) = pages_of(printed)
    assert sizes_of(printed) == [(842, 595)]  # eight columns lie across
    # A face of the system that stands in for ours may give letters back as radicals; figures it does not.
    assert all(number in words for number in ("10001", "10002", "10003", "10004")), words
    assert "印刷する" not in words
    await desk.button("終わる").click()
    await expect(paper).to_have_count(0)


async def test_the_tree_of_units_is_printed_with_all_that_is_folded_away(town: Town, desks: Desks) -> None:
    path = f"/api/organizations/{CITY_HALL}/units"
    for name, code in (("地域保健係", "30110"), ("健診係", "30120")):
        below = {"parent_id": str(named("福祉課")), "name": name, "kind": "係", "code": code}
        made = await town.call(TAKAHASHI, "POST", path, below | {"request_key": new_send_key()})
        assert made.status_code == 201, made.text
    desk = await at(desks, "units")
    await expect(desk.page.get_by_role("row", name="福祉課")).to_be_visible()
    await desk.page.get_by_role("button", name="印刷").focus()
    await desk.page.keyboard.press("Enter")
    paper = desk.page.get_by_role("dialog", name="の組織の印刷")
    await expect(paper.get_by_role("row", name="地域保健係")).to_be_visible()
    await desk.accessible()
    await desk.picture("print-units")
    await desk.page.evaluate("document.fonts.ready.then(() => true)")
    printed = await desk.page.pdf(prefer_css_page_size=True)
    (words,) = pages_of(printed)
    assert sizes_of(printed) == [(595, 842)]  # seven columns stand upright
    assert all(code in words for code in ("30110", "30120")), words
    # The table fills its sheet, whatever the preview laid around it.
    await desk.page.emulate_media(media="print")
    widths = "[...document.querySelectorAll('.on-paper, .on-paper table')].map(each => each.offsetWidth)"
    sheet, table = await desk.page.evaluate(widths)
    assert sheet == table == DESK[0]


async def test_a_screen_without_a_sheet_is_printed_whole_and_alone(town: Town, desks: Desks) -> None:
    """However small its window is and however dark: all of it, with whose it is and who printed it, and nothing around it."""
    desk = await at(desks, "rooms", size=SMALL, dark=True)
    await expect(desk.page.get_by_text("1つのルームに入れる人数")).to_be_visible()
    await desk.page.evaluate("document.fonts.ready.then(() => true)")
    printed = await desk.page.pdf(prefer_css_page_size=True)
    (words,) = pages_of(printed)
    assert sizes_of(printed) == [(595, 842)]
    assert words.count("ルームの人数") == 1  # its heading; the list of sections is not there
    assert all(each in words for each in ("3,000人まで", "90％", "1,000人を", "見本市", "1／1")), words
    # What was said while it was printed is not left behind: a table brings its own.
    assert await desk.page.evaluate("document.adoptedStyleSheets.length") == 0
