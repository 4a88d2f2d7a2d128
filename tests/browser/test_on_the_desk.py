"""What lies there to be printed, however it was asked for and whatever the screen looks like."""

from unicodedata import normalize

import pytest
from playwright.async_api import expect

from tests.browser.desk import ON_ONE_DATABASE, Desk, Desks
from tests.cast import SATO, SUZUKI
from tests.paper import pages_of, shade_at
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE, pytest.mark.req("RECORD-7")]


async def on_paper(desk: Desk) -> str:
    """What the browser prints now by its own way. Letters may come back as others of the same look."""
    return normalize("NFKC", "".join(pages_of(await desk.page.pdf(prefer_css_page_size=True))))


async def test_a_key_held_down_prints_nothing_and_a_double_click_once(town: Town, desks: Desks) -> None:
    await town.says(SUZUKI, "一度だけ", town.welfare)
    desk = await desks.take(SUZUKI)
    await desk.open("福祉課")
    await desk.page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
    await desk.page.keyboard.down("Control")
    await desk.page.keyboard.down("p")
    await expect(desk.button("印刷する")).to_be_focused()
    await desk.page.keyboard.down("p")
    assert await desk.page.evaluate("printed") == 0
    await desk.page.keyboard.up("p")
    await desk.page.keyboard.up("Control")
    await desk.button("印刷する").dblclick()
    await desk.page.wait_for_function("printed > 0")
    assert await desk.page.evaluate("printed") == 1


async def test_its_key_tears_no_dialog_away_in_which_somebody_writes(town: Town, desks: Desks) -> None:
    desk = await desks.take(SATO)
    await desk.open("福祉課")
    await desk.button("ルームのメニュー").press("Enter")
    await desk.page.get_by_role("menuitem", name="ルームの設定").press("Enter")
    purpose = desk.page.get_by_role("textbox", name="目的")
    await purpose.fill("書きかけの目的")
    await purpose.press("Control+P")
    await purpose.press("ArrowLeft")
    await expect(purpose).to_have_value("書きかけの目的")


async def test_it_gives_the_focus_back_to_the_menu_from_which_it_came(town: Town, desks: Desks) -> None:
    await town.says(SUZUKI, "印刷する話", town.welfare)
    desk = await desks.take(SUZUKI)
    await desk.open("福祉課")
    await desk.button("ルームのメニュー").press("Enter")
    await desk.page.get_by_role("menuitem", name="印刷").press("Enter")
    await expect(desk.button("印刷する")).to_be_focused()
    await desk.page.keyboard.press("Shift+Tab")
    await desk.page.keyboard.press("Tab")
    await desk.page.keyboard.press("Tab")
    await expect(desk.button("終わる")).to_be_focused()
    await desk.page.keyboard.press("Enter")
    await expect(desk.page.get_by_role("dialog")).to_have_count(0)
    await expect(desk.button("ルームのメニュー")).to_be_focused()


async def test_in_the_simple_view_the_whole_room_is_printed_and_never_its_log(
    town: Town, desks: Desks
) -> None:
    root = await town.says(SUZUKI, "かんたんな話", town.welfare)
    await town.call(SATO, "PATCH", "/api/preferences", {"simple": True, "asked": True})
    desk = await desks.take(SATO, at=f"/rooms/{town.welfare}/threads/{root}")
    await expect(desk.page.get_by_role("log", name="やり取り")).to_be_visible()
    assert "かんたんな話" not in await on_paper(desk)
    await desk.page.keyboard.press("Control+P")
    await expect(desk.page.get_by_role("dialog")).to_contain_text("かんたんな話")
    await expect(desk.button("印刷する")).to_be_focused()
    assert "かんたんな話" in await on_paper(desk)
    await desk.page.keyboard.press("Escape")
    await desk.button("やり取りを閉じる").press("Enter")
    await expect(desk.message("かんたんな話")).to_be_visible()
    await expect(desk.page.get_by_role("dialog")).to_have_count(0)
    words = await on_paper(desk)
    assert "かんたんな話" not in words
    assert "Ctrl+P" in words
    await town.call(SATO, "PATCH", f"/api/rooms/{town.welfare}", {"printing": False})
    await expect(desk.log.get_by_text("印刷をできないようにしました")).to_be_visible()
    assert "印刷しない決まり" in await on_paper(desk)


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
