"""What lies there to be printed while the room, its rules, its reader or the line change: nothing is printed that should not be."""

from unicodedata import normalize

import pytest
from playwright.async_api import Route, expect

from tests.browser.desk import ON_ONE_DATABASE, Desk, Desks
from tests.browser.test_printing import at_paper
from tests.cast import SATO, SUZUKI
from tests.paper import pages_of, shade_at
from tests.talk.following.along import follows, open_one
from tests.town import Town
from yoriai.talk.timeline import paper

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE, pytest.mark.req("RECORD-7")]
NOT_YET = "「印刷する」を押せるようになってから"


async def on_paper(desk: Desk) -> str:
    """What the browser prints now by its own way. Letters may come back as others of the same look."""
    return normalize("NFKC", "".join(pages_of(await desk.page.pdf(prefer_css_page_size=True))))


async def test_words_that_are_taken_back_or_put_right_are_not_printed_as_they_were(
    town: Town, desks: Desks
) -> None:
    first, second = [await town.says(SUZUKI, text, town.welfare) for text in ("まちがい", "あした")]
    desk = await at_paper(desks)
    sheet = desk.page.get_by_role("dialog").get_by_role("article")
    await expect(sheet).to_contain_text("まちがい")
    path = f"/api/rooms/{town.welfare}/messages"
    await town.call(SUZUKI, "PUT", f"{path}/{first}/withdrawal", {})
    await expect(sheet).not_to_contain_text("まちがい")
    put_right = {"parts": [{"kind": "text", "text": "あさって"}], "seen": None}
    edited = await town.call(SUZUKI, "PUT", f"{path}/{second}", put_right)
    assert edited.status_code < 300, edited.text
    await expect(sheet).to_contain_text("あさって")
    await expect(desk.page.get_by_role("status").filter(has_text="全1件")).to_have_count(1)
    await expect(desk.button("印刷する")).to_be_focused()


async def test_where_printing_is_forbidden_meanwhile_nothing_is_left_to_print(
    town: Town, desks: Desks
) -> None:
    await town.says(SUZUKI, "紙にしない話", town.welfare)
    desk = await at_paper(desks)
    await expect(desk.page.get_by_role("dialog")).to_contain_text("紙にしない話")
    forbids = await town.call(SATO, "PATCH", f"/api/rooms/{town.welfare}", {"printing": False})
    assert forbids.status_code == 204
    await expect(desk.page.get_by_role("alert")).to_contain_text("このルームは、印刷しない決まりです")
    await expect(desk.page.get_by_role("dialog")).not_to_contain_text("紙にしない話")
    await expect(desk.button("印刷する")).to_be_disabled()
    assert "紙にしない話" not in await on_paper(desk)


@pytest.mark.req("RECORD-7", "ROOM-3")
async def test_whoever_follows_a_room_prints_it_no_longer_a_while_after_it_is_forbidden(
    town: Town, desks: Desks
) -> None:
    room = await open_one(town, SATO, "公開の話")
    await town.says(SATO, "紙にしない話", room)
    await follows(town, SUZUKI, room)
    desk = await desks.take(SUZUKI)
    await desk.page.clock.install()
    await desk.page.goto(f"{desk.origin}/rooms/followed/{room}")
    await desk.button("印刷").press("Enter")
    await expect(desk.page.get_by_role("dialog")).to_contain_text("紙にしない話")
    await expect(desk.button("印刷する")).to_be_enabled()
    await town.call(SATO, "PATCH", f"/api/rooms/{room}", {"printing": False})
    await desk.page.clock.fast_forward(61_000)
    await expect(desk.page.get_by_role("alert")).to_contain_text("このルームは、印刷しない決まりです")
    assert "紙にしない話" not in await on_paper(desk)


async def test_the_browsers_own_way_prints_no_part_of_it_while_the_rest_is_on_its_way(
    town: Town, desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "MOST_ROWS", 1)
    for text in ("はじめの部分", "あとの部分"):
        await town.says(SUZUKI, text, town.welfare)
    desk = await desks.take(SUZUKI)
    held: list[Route] = []

    async def hold(route: Route) -> None:
        held.append(route)

    await desk.page.route("**/paper?*after=*", hold)
    await desk.open("福祉課")
    await desk.page.keyboard.press("Control+P")
    await expect(desk.page.get_by_role("dialog")).to_contain_text("全2件のうち1件を読み込みました")
    words = await on_paper(desk)
    assert NOT_YET in words
    assert "はじめの部分" not in words
    for route in held:
        await route.continue_()
    await expect(desk.button("印刷する")).to_be_enabled()
    assert "あとの部分" in await on_paper(desk)


async def test_it_says_when_the_line_is_cut_and_goes_on_where_it_stopped(
    town: Town, desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "MOST_ROWS", 1)
    for text in ("はじめの部分", "あとの部分"):
        await town.says(SUZUKI, text, town.welfare)
    desk = await desks.take(SUZUKI)
    desk.expects_trouble = True
    await desk.page.route("**/paper?*", lambda route: route.abort())
    await desk.open("福祉課")
    await desk.page.keyboard.press("Control+P")
    again = desk.button("もう一度読み込む")
    await again.press("Enter")
    await expect(again).to_be_focused()
    await desk.page.unroute("**/paper?*")
    await desk.page.route("**/paper?*after=*", lambda route: route.abort())
    await again.press("Enter")
    await expect(desk.page.get_by_role("dialog")).to_contain_text("はじめの部分")
    await expect(desk.page.get_by_role("alert")).to_be_visible()
    await expect(desk.button("印刷する")).to_be_disabled()
    await again.press("Enter")
    await expect(again).to_be_focused()
    assert NOT_YET in await on_paper(desk)
    await desk.page.unroute("**/paper?*after=*")
    await again.press("Enter")
    await expect(desk.button("印刷する")).to_be_focused()
    await expect(desk.page.get_by_role("dialog")).to_contain_text("あとの部分")


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
    await desk.page.wait_for_function("() => printed > 0")
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
