"""What somebody reads stays where it is, whatever arrives meanwhile."""

import re
from uuid import UUID

import pytest
from playwright.async_api import Locator, expect

from tests.browser.desk import ON_ONE_DATABASE, Desk, Desks
from tests.cast import SATO, SUZUKI, TANAKA
from tests.keys import new_send_key
from tests.talk.actors import opened
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
# The browser's own measure: what stood somewhere and stands elsewhere now, without a hand that did it.
NOTE = """
window.moved = [];
window.note = (entries) => {
  for (const {value, hadRecentInput, sources} of entries)
    if (!hadRecentInput && value > 0) moved.push(...sources.map(({node, previousRect: a, currentRect: b}) =>
      `${node?.outerHTML?.slice(0, 120)} ${a.x},${a.y} ${a.width}x${a.height} -> ${b.x},${b.y} ${b.width}x${b.height}`));
};
window.movements = new PerformanceObserver((list) => note(list.getEntries()));
movements.observe({type: "layout-shift"});
"""
# Letters that a machine lacks come while one reads and are of another width: here they are there before.
SETTLE = """async () => {
  const words = document.body.textContent + "固定リアクション見る編集済み既読件了解しました最新へ参加人々下に来窓口から返信最終このやり取りを開";
  for (const weight of [400, 700]) await document.fonts.load(`${weight} 16px "Yoriai UDP"`, words);
  // Half a second after a key or a button the browser puts every movement down to the hand.
  await new Promise((done) => setTimeout(done, 600));
  moved.splice(0);
}"""
SINCE = """async () => {
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  note(movements.takeRecords());
  return moved.splice(0);
}"""
IN_SIGHT = """log => {
  const {top, bottom} = log.getBoundingClientRect();
  return [...log.querySelectorAll("[data-message]")].filter((each) => {
    const at = each.getBoundingClientRect();
    return at.top > top && at.bottom < bottom;
  }).map((each) => each.dataset.message);
}"""
# Moved by a hair and looked at before it is at rest again: what a finger on the middle of it would press.
PRESSED = """async (log) => {
  log.scrollTop -= 1;
  for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  const {x, y, width, height} = log.getBoundingClientRect();
  return document.elementFromPoint(x + width / 2, y + height / 2).closest("[data-row]") !== null;
}"""
LINES = 70
"""More than are read at once."""


async def moved_until(desk: Desk, seen: Locator) -> list[str]:
    """What has moved when this has come. The frame of the log gives way to a line above it; what is in it does not."""
    await expect(seen).to_be_visible()
    found: list[str] = await desk.page.evaluate(SINCE)
    return [each for each in found if not each.startswith('<div role="log"')]


async def test_what_arrives_moves_nothing_that_is_read(town: Town, desks: Desks) -> None:
    room = await opened(town, SUZUKI, [SATO], "防災係")
    said = [await town.says(SATO, f"{number}番目の連絡です。", room) for number in range(LINES)]
    desk = await desks.take(SATO)
    await opens_steadily(desk)
    await desk.open("防災係")
    await expect(desk.message(f"{LINES - 1}番目の連絡です。")).to_be_in_viewport()
    await desk.page.evaluate(SETTLE)
    await reads_the_end(town, desk, room, said)
    await reads_in_the_middle(town, desk, room, said)
    await reads_what_went_before(desk)


async def opens_steadily(desk: Desk) -> None:
    """A device that has no copy of what its person has chosen: the question that stands above all else comes with it."""
    await desk.page.evaluate("localStorage.clear()")
    await desk.page.add_init_script(NOTE)
    await desk.page.reload()
    assert await moved_until(desk, desk.page.get_by_text("文字を大きくしますか？")) == []
    assert await moved_until(desk, desk.page.get_by_role("link", name="防災係")) == []


async def reads_the_end(town: Town, desk: Desk, room: UUID, said: list[str]) -> None:
    """A message, and whatever may come to the last ones."""
    log, page, here = desk.log, desk.page, f"/api/rooms/{room}"
    await town.says(SUZUKI, "了解しました。\n了解しました。", room)
    assert await moved_until(desk, log.get_by_text("了解しました。", exact=False)) == []
    for method, path, body, seen in (
        ("PUT", f"{here}/messages/{said[-2]}/reactions/check", None, log.get_by_role("button", name="1人")),
        ("PUT", f"{here}/read-mark", {"ordinal": LINES}, log.get_by_text("既読 1")),
        ("PUT", f"{here}/pins/{said[0]}", None, page.get_by_role("region", name="上に固定したメッセージ")),
        ("POST", f"{here}/members", {"accounts": [str(TANAKA)]}, log.get_by_text("田中 美保さん")),
    ):
        assert (await town.call(SUZUKI, method, path, body)).status_code < 300, path
        assert await moved_until(desk, seen.first) == [], path

    # A line comes under a message in sight, and one to the end: what is between makes room for the latter alone.
    between = desk.message(f"{LINES - 1}番目の連絡です。")
    stood = await top_of(between)
    await town.call(SUZUKI, "POST", f"{here}/messages", answer_to(said[-3]))
    answered = log.get_by_role("article", name="やり取りへの返信")
    await expect(log.get_by_role("button", name="1件の返信")).to_be_visible()
    await expect(answered).to_be_in_viewport(ratio=1)
    assert stood - await top_of(between) == pytest.approx(
        await answered.evaluate("line => line.offsetHeight"), abs=1
    )


async def reads_in_the_middle(town: Town, desk: Desk, room: UUID, said: list[str]) -> None:
    """Below a message comes, above a line goes and comes; elsewhere a room rises in the list."""
    log, page, here = desk.log, desk.page, f"/api/rooms/{room}"
    # At once after something has come to the end: a hand that scrolls away is not taken back there.
    await town.says(SUZUKI, "もう一つ。", room)
    await expect(desk.message("もう一つ。")).to_be_visible()
    at = await log.evaluate("log => { log.scrollTop = 700; return log.scrollTop; }")
    await expect(desk.button("最新へ")).to_be_visible()
    await page.evaluate(SINCE)
    assert await log.evaluate("log => log.scrollTop") == at
    assert await log.evaluate(PRESSED), "a press is lost while the log moves"

    await town.says(SUZUKI, "下に来ました。", room)
    assert await moved_until(desk, page.get_by_role("button", name=re.compile("最新へ.*1件"))) == []
    pin, place = page.get_by_role("region", name="上に固定したメッセージ"), f"{here}/pins/{said[0]}"
    await town.call(SUZUKI, "DELETE", place)
    await expect(pin).to_have_count(0)
    assert await moved_until(desk, log) == []
    await town.call(SUZUKI, "PUT", place)
    assert await moved_until(desk, pin) == []

    await answers_come_to_what_is_in_sight(town, desk, room, said)
    await town.says(SUZUKI, "窓口から", town.welfare)
    moved = await moved_until(desk, page.get_by_role("link", name="福祉課").get_by_text("窓口から"))
    assert [each for each in moved if not each.startswith("<li")] == []


async def answers_come_to_what_is_in_sight(town: Town, desk: Desk, room: UUID, said: list[str]) -> None:
    """The line of a first answer takes its place from the part of the window that is not being read: the message in
    the middle stays, and whatever has the pointer on it or the focus."""
    seen: list[str] = await desk.log.evaluate(IN_SIGHT)
    half = len(seen) // 2

    async def leaves(answered: int, stays: int) -> None:
        await an_answer_leaves(town, desk, room, seen[answered], said_at(stays))

    def said_at(place: int) -> Locator:
        return desk.page.locator(f"[data-message='{seen[place]}']")

    await leaves(1, stays=half)
    await leaves(half + 3, stays=half)
    await said_at(half + 2).hover()
    await leaves(half + 1, stays=half + 2)
    await said_at(half - 2).focus()
    await leaves(half - 1, stays=half - 2)


async def an_answer_leaves(town: Town, desk: Desk, room: UUID, answered: str, stays: Locator) -> None:
    line = desk.page.locator(f"[data-row]:has([data-message='{answered}'])").get_by_role(
        "button", name="1件の返信"
    )
    stood = await top_of(stays)
    await town.call(SUZUKI, "POST", f"/api/rooms/{room}/messages", answer_to(answered))
    await expect(line).to_be_visible()
    await desk.page.evaluate(SINCE)
    assert await top_of(stays) == pytest.approx(stood, abs=1)


async def reads_what_went_before(desk: Desk) -> None:
    """Older ones are read while one scrolls up to them, and stand above what is in sight."""
    log = desk.log
    read = await log.evaluate("log => log.scrollHeight")
    await log.evaluate("log => { log.scrollTop = 0; }")
    await desk.page.wait_for_function(
        "([log, read]) => log.scrollHeight > read + 500", arg=[await log.element_handle(), read]
    )
    assert await moved_until(desk, log) == []


async def top_of(what: Locator) -> float:
    box = await what.bounding_box()
    assert box is not None
    return box["y"]


def answer_to(message: str) -> dict[str, object]:
    parts = [{"kind": "text", "text": "二階の棚です"}]
    return {"send_key": new_send_key(), "parts": parts, "thread": message, "in_room": False}
