"""Tables of 管理 and rooms on paper: looked at before they are printed, and read back from what Chromium prints."""

from unicodedata import normalize

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, Desk, Desks
from tests.browser.test_managing import at
from tests.cast import CITY_HALL, SATO, SUZUKI, TAKAHASHI, named
from tests.keys import new_send_key
from tests.paper import A4, pages_of, sizes_of
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


@pytest.mark.req("RECORD-7", "MSG-3")
async def test_a_room_is_printed_by_keys_alone_message_by_message(town: Town, desks: Desks) -> None:
    for number in range(1, 15):
        await town.says(SATO, f"第{number}報 はじまり\n川の水位\n雨\n避難所\nおわり {number}", town.welfare)
    root = await town.says(SUZUKI, "まとめはどこですか", town.welfare)
    answer = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": "資料室です"}], "thread": root}
    path = f"/api/rooms/{town.welfare}/messages"
    assert (await town.call(SATO, "POST", path, answer)).status_code == 200
    desk = await at_paper(desks)
    await expect(desk.button("印刷する")).to_be_focused()
    await expect(desk.page.get_by_role("dialog").get_by_text("資料室です")).to_be_visible()
    await desk.accessible()
    await desk.picture("print-room")
    await desk.page.evaluate("document.fonts.ready.then(() => true)")
    printed = await desk.page.pdf(prefer_css_page_size=True)
    assert set(sizes_of(printed)) == {A4}
    # Letters may come back as radicals of the same look; what is compared has the one form of each.
    pages = [normalize("NFKC", page) for page in pages_of(printed)]
    assert len(pages) == 3
    for number in range(1, 15):
        (page,) = (page for page in pages if f"第{number}報" in page)  # on one page alone, and whole
        assert f"おわり {number}" in page.splitlines()
    words = "".join(pages)
    for each in (
        "見本市",
        "佐藤 花子",
        "鈴木 﨑子",
        "返信先:鈴木 﨑子:まとめはどこですか",
        "〔取り消されました〕 0件",
    ):
        assert each in words, each
    assert [f"{at}/3ページ" in page for at, page in enumerate(pages, 1)] == [True] * 3
    assert "印刷する" not in words
    await desk.page.keyboard.press("Escape")
    await expect(desk.page.get_by_role("dialog")).to_have_count(0)
    await expect(desk.composer).to_be_focused()


@pytest.mark.req("RECORD-7")
async def test_a_room_that_forbids_it_says_so_and_no_cut_log_is_printed(town: Town, desks: Desks) -> None:
    desk = await at_paper(desks)
    await expect(desk.page.get_by_text("この期間には、印刷するメッセージがありません。")).to_be_visible()
    await expect(desk.button("印刷する")).to_be_disabled()
    await desk.page.keyboard.press("Escape")
    # The browser's own way shows no log that is cut off, but where the whole one is printed.
    (plain,) = pages_of(await desk.page.pdf(prefer_css_page_size=True))
    assert "ルームのメニュー" in normalize("NFKC", plain)
    forbids = await town.call(SATO, "PATCH", f"/api/rooms/{town.welfare}", {"printing": False})
    assert forbids.status_code == 204
    await expect(desk.log.get_by_text("印刷をできないようにしました")).to_be_visible()
    await desk.page.keyboard.press("Control+P")
    await expect(desk.page.get_by_role("alert")).to_contain_text("このルームは、印刷しない決まりです")
    await expect(desk.button("印刷する")).to_be_disabled()
    await desk.accessible()


async def at_paper(desks: Desks) -> Desk:
    """The paper of a room, opened by its key from where one writes."""
    desk = await desks.take(SUZUKI)
    await desk.open("福祉課")
    await desk.composer.focus()
    await desk.page.keyboard.press("Control+P")
    await expect(desk.page.get_by_role("dialog", name="福祉課の印刷")).to_be_visible()
    return desk
