"""What somebody reads stays where it is, whatever arrives meanwhile."""

import pytest
from playwright.async_api import Locator, expect

from tests.browser.desk import ON_ONE_DATABASE, Desk, Desks
from tests.cast import SATO, SUZUKI, TANAKA
from tests.talk.actors import opened
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
# The browser's own measure: what stood somewhere and stands elsewhere now, without a hand that did it. Letters that a
# machine lacks come while one reads and are of another width: here they are there before.
NOTE = """async () => {
  const words = document.body.textContent + "固定リアクション見る編集済み既読件了解しました最新へ参加人々下に来窓口から";
  for (const weight of [400, 700]) await document.fonts.load(`${weight} 16px "Yoriai UDP"`, words);
  window.moved = [];
  window.note = (entries) => {
    for (const {value, hadRecentInput, sources} of entries)
      if (!hadRecentInput && value > 0) moved.push(...sources.map(({node, previousRect: a, currentRect: b}) =>
        `${node?.outerHTML?.slice(0, 120)} ${a.x},${a.y} ${a.width}x${a.height} -> ${b.x},${b.y} ${b.width}x${b.height}`));
  };
  window.movements = new PerformanceObserver((list) => note(list.getEntries()));
  movements.observe({type: "layout-shift"});
  // Half a second after a key or a button the browser puts every movement down to the hand.
  await new Promise((done) => setTimeout(done, 600));
}"""
SINCE = """async () => {
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  note(movements.takeRecords());
  return moved.splice(0);
}"""
LINES = 40


async def moved_until(desk: Desk, seen: Locator) -> list[str]:
    """What has moved when this has come. The frame of the log gives way to a line above it; what is in it does not."""
    await expect(seen).to_be_visible()
    found: list[str] = await desk.page.evaluate(SINCE)
    return [each for each in found if not each.startswith('<div role="log"')]


async def test_what_arrives_moves_nothing_that_is_read(town: Town, desks: Desks) -> None:
    room = await opened(town, SUZUKI, [SATO], "防災係")
    said = [await town.says(SATO, f"{number}番目の連絡です。", room) for number in range(LINES)]
    here, last = f"/api/rooms/{room}", f"{LINES - 1}番目の連絡です。"
    desk = await desks.take(SATO)
    log, page = desk.log, desk.page
    await desk.open("防災係")
    await expect(desk.message(last)).to_be_in_viewport()
    await page.evaluate(NOTE)

    # At the end of the room: a message, and whatever may come to the last ones.
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
