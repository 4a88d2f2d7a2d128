"""The screen answers the hand at once, also on an old PC."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import ON_ONE_DATABASE, Desk, Desks
from tests.cast import SATO, SUZUKI, WELFARE
from tests.talk.actors import opened
from tests.town import Town

pytestmark = [pytest.mark.anyio, pytest.mark.timed, ON_ONE_DATABASE]
OLD_PC = 4  # times slower than this machine
MOST = 100  # ms until one sees what one writes
MOST_OF_A_SCREEN = (
    150  # ms until a menu, another room or another screen is there; by itself the machine keeps 100
)
# The browser's own measure: from a key or a button to the next picture.
NOTE = """
window.answers = {};
new PerformanceObserver((list) => {
  for (const {interactionId, name, duration} of list.getEntries())
    if (interactionId) answers[interactionId] = Math.max(answers[interactionId] ?? 0, duration);
}).observe({type: "event", durationThreshold: 16});
"""
DRAWN = "new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)))"
OTHER, LAST = "広報の打合せ", "49番目の連絡です。窓口の当番表をご覧ください。"


async def in_a_long_room(town: Town, desks: Desks) -> Desk:
    """At the end of a room in which much was said, as in another one."""
    for room in (WELFARE, await opened(town, SUZUKI, [SATO], OTHER)):
        for number in range(50):
            await town.says(SATO, f"{number}番目の連絡です。窓口の当番表をご覧ください。", room)
    desk = await desks.take(SATO)
    await desk.open("福祉課")
    await expect(desk.message(LAST)).to_be_in_viewport()
    await desk.page.evaluate(NOTE)
    return desk


async def slowest(desk: Desk) -> int:
    """The slowest answer since this was asked last."""
    await desk.page.evaluate(DRAWN)
    took: dict[str, int] = await desk.page.evaluate("answers")
    await desk.page.evaluate("window.answers = {}")
    return max(took.values(), default=0)  # what is seen in the very next picture is not noted


async def write(desk: Desk, key: str) -> int:
    await desk.composer.click()
    for _ in range(5):
        await desk.page.keyboard.press(key)
    await desk.page.keyboard.press("Control+Enter")
    await expect(desk.message(key * 5)).to_be_visible()
    return await slowest(desk)


async def open_a_menu(desk: Desk) -> int:
    await desk.message(LAST).click(button="right")
    await expect(desk.page.get_by_role("menu")).to_be_visible()
    await desk.page.keyboard.press("Escape")
    await expect(desk.page.get_by_role("menu")).to_have_count(0)
    return await slowest(desk)


async def change_rooms(desk: Desk) -> int:
    for name in (OTHER, "福祉課"):
        await desk.open(name)
        await expect(desk.message(LAST)).to_be_in_viewport()
    return await slowest(desk)


async def go_and_come_back(desk: Desk) -> int:
    for screen in ("名簿", "トーク"):
        await desk.page.get_by_role("link", name=screen).first.click()
        await expect(desk.page.get_by_role("heading", name=screen).first).to_be_visible()
    return await slowest(desk)


async def test_what_one_writes_is_seen_within_a_tenth_of_a_second_on_an_old_pc(
    town: Town, desks: Desks
) -> None:
    desk = await in_a_long_room(town, desks)
    browser = await desk.keyboard()
    await browser.send("Emulation.setCPUThrottlingRate", {"rate": OLD_PC})
    # The least of five times: whatever else the machine has to do only adds to what the screen needs.
    took = [await write(desk, key) for key in "abcde"]
    assert min(took) <= MOST, took
    for act in (open_a_menu, change_rooms, go_and_come_back):
        took = [await act(desk) for _ in range(5)]
        assert min(took) <= MOST_OF_A_SCREEN, took
