"""Ways by which files come into the field, and what becomes of them when the line breaks or the page is loaded anew."""

from pathlib import Path

import pytest
from playwright.async_api import Locator, Route, expect

from tests.browser.desk import ON_ONE_DATABASE, Desk, Desks
from tests.browser.test_attachments import ROOM, chooser, rows, text
from tests.cast import SATO
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]

PIECES = "**/api/uploads/*"
CARRIED = """
() => {
  const carried = new DataTransfer();
  carried.items.add(new File(["水位 2.1m"], "%s", {type: "text/plain"}));
  return carried;
}
"""


KEPT = """
async ([account, field]) => {
  const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
  const box = await done(indexedDB.open(`yoriai-${account}`));
  const files = IDBKeyRange.bound(["files"], ["files", []]);
  const kept = await done(box.transaction("kept").objectStore("kept").getAll(files));
  box.close();
  return kept.some((each) => each[field]);
}
"""
BACK = 30_000  # ms; a page that is loaded anew on a busy machine


async def is_kept(desk: Desk, field: str) -> None:
    """The device has written down how far a file is: only then can a reload know it."""
    await desk.page.wait_for_function(KEPT, arg=[str(SATO), field])


async def carrying(desk: Desk, name: str) -> object:
    """A file on its way from elsewhere, as the browser hands it over."""
    return await desk.page.evaluate_handle(CARRIED % name)


def pane(desk: Desk) -> Locator:
    return desk.page.get_by_role("main")


@pytest.mark.req("FILE-1")
async def test_files_are_dropped_on_the_room_and_pasted_into_the_field(desks: Desks) -> None:
    desk = await desks.take(SATO)
    await desk.open(ROOM)
    await expect(desk.button("ファイルを添付")).to_be_visible()
    dragged = await carrying(desk, "水位.txt")
    await desk.log.dispatch_event("dragenter", {"dataTransfer": dragged})
    await expect(desk.page.get_by_text("ここに放すと、添付します")).to_be_visible()
    await expect(desk.page.get_by_text("1件 50 MB まで、20件まで").last).to_be_visible()
    await desk.picture("dropping")
    await desk.log.dispatch_event("drop", {"dataTransfer": dragged})
    await expect(desk.page.get_by_text("ここに放すと、添付します")).to_have_count(0)
    await expect(rows(desk).filter(has_text="水位.txt")).to_contain_text("準備できました")

    await desk.composer.evaluate(
        "(field, held) => field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: held, bubbles: true, cancelable: true}))",
        await carrying(desk, "image.png"),
    )
    await expect(rows(desk).filter(has_text="貼り付けた画像.png")).to_contain_text("準備できました")
    await desk.button("水位.txt を外す").press("Enter")
    await expect(rows(desk)).to_have_count(1)


@pytest.mark.req("FILE-1")
async def test_all_that_lies_in_a_folder_is_attached(desks: Desks, tmp_path: Path) -> None:
    folder, inner = tmp_path / "現場", tmp_path / "現場" / "写真"
    inner.mkdir(parents=True)
    for path in (folder / "水位.txt", inner / "雨量.txt", inner / ".DS_Store", inner / "Thumbs.db"):
        path.write_text("2.1m", encoding="utf-8")
    desk = await desks.take(SATO)
    await desk.open(ROOM)
    async with desk.page.expect_file_chooser() as choosing:
        await desk.button("フォルダの中身を添付").press("Enter")
    await (await choosing.value).set_files(folder)
    await expect(rows(desk)).to_have_count(2)
    for name in ("水位.txt", "雨量.txt"):
        await expect(rows(desk).filter(has_text=name)).to_contain_text("準備できました")


@pytest.mark.req("FILE-1", "FILE-12")
async def test_a_broken_line_is_sat_out_and_a_reload_goes_on(town: Town, desks: Desks) -> None:
    desk = await desks.take(SATO)
    await desk.open(ROOM)
    await expect(desk.button("ファイルを添付")).to_be_visible()
    await desk.page.route(PIECES, cut)
    await chooser(desk).set_input_files([text("水位.txt", "2.1m")])
    await expect(rows(desk)).to_contain_text("通信が切れています。つながったら、続きから送ります。")
    await expect(desk.button("送信")).to_be_disabled()
    await desk.composer.fill("水位です")
    await expect(desk.button("送信")).to_be_disabled()
    await desk.picture("stalled")
    await paused_and_gone_on_with(desk)

    await is_kept(desk, "address")
    await desk.page.reload()
    await expect(rows(desk)).to_contain_text("画面を読み込み直したので、途中で止まっています。", timeout=BACK)
    await desk.accessible()
    await desk.picture("lost")
    await desk.page.unroute(PIECES, cut)
    await chooser(desk).set_input_files([text("水位.txt", "2.1m")])
    await expect(rows(desk)).to_have_count(1)
    await expect(rows(desk)).to_contain_text("準備できました")
    await is_kept(desk, "file_id")
    await desk.page.reload()
    await expect(rows(desk)).to_contain_text("準備できました", timeout=BACK)
    await expect(desk.composer).to_have_value("水位です")
    await desk.button("送信").click()
    await expect(desk.log.get_by_role("list", name="添付ファイル")).to_contain_text("水位.txt")
    await expect(desk.log.get_by_role("article", name="送信中のメッセージ")).to_have_count(0)
    page = (await town.call(SATO, "GET", f"/api/rooms/{town.welfare}/messages")).json()
    assert [part["kind"] for part in page["messages"][-1]["parts"]] == ["text", "file"]


async def paused_and_gone_on_with(desk: Desk) -> None:
    await desk.button("水位.txt を止める").press("Enter")
    await expect(rows(desk)).to_contain_text("止めています（0%）")
    await expect(desk.page.get_by_text("止めているファイルがあります。")).to_be_visible()
    await desk.accessible()
    await desk.picture("paused")
    await rows(desk).get_by_role("button", name="続ける").press("Enter")
    await expect(rows(desk)).to_contain_text("通信が切れています。")


async def cut(route: Route) -> None:
    """Nothing goes through."""
    await route.abort()
