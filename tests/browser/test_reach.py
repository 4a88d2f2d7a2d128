"""Every screen can be reached and read by everybody: by rule, in light and dark, at every size, without a word of English."""

import re
from contextlib import suppress

import pytest
from playwright.async_api import TimeoutError as TooLate
from playwright.async_api import expect

from tests.browser.desk import DESK, HALF, LAPTOP, ON_ONE_DATABASE, PHONE, SMALLEST, TABLET, Desk, Desks
from tests.cast import SATO, SUZUKI
from tests.town import Town

pytestmark = [
    pytest.mark.anyio,
    ON_ONE_DATABASE,
    pytest.mark.req("A11Y-1", "A11Y-2", "A11Y-7", "N124"),
]
SIZES = (DESK, LAPTOP, HALF, TABLET, PHONE, SMALLEST)
ENGLISH = re.compile(r"[A-Za-z]{3,}")
ALLOWED = {
    "LGWAN",
    "Ctrl",
    "Enter",
    "Shift",
    "Alt",
    "Esc",
    "Mac",
    "command",
    "Caps",
    "Lock",
    "Playwright",
    "Chrome",
}


@pytest.mark.parametrize("zone", ["lgwan", "internet"])
@pytest.mark.asvs("V14.2.3")
async def test_every_screen_keeps_the_rules(town: Town, desks: Desks, zone: str) -> None:
    await _talk(town)
    stranger = await desks.take(zone=zone)
    await stranger.page.goto(stranger.origin)
    await expect(stranger.button("ログイン")).to_be_visible()
    await _is_well_by_day_and_night(stranger, f"{zone}-door")

    sato = await desks.take(SATO, zone=zone)
    await expect(sato.page.get_by_role("link", name="福祉課")).to_be_visible()
    await _is_well_by_day_and_night(sato, f"{zone}-list")
    await sato.open("福祉課")
    await expect(sato.message("窓口の当番表です")).to_be_visible()
    await _is_well_by_day_and_night(sato, f"{zone}-room")
    await sato.button("新しいルーム").click()
    await expect(sato.page.get_by_role("dialog")).to_be_visible()
    await _is_well_by_day_and_night(sato, f"{zone}-new-room")
    await sato.page.keyboard.press("Escape")
    await sato.page.goto(f"{sato.origin}/settings")
    await expect(sato.page.get_by_role("heading", name="設定")).to_be_visible()
    await _is_well_by_day_and_night(sato, f"{zone}-settings")


@pytest.mark.parametrize("sizes", [SIZES[:4], SIZES[4:]], ids=["mouse", "touch"])
async def test_nothing_is_cut_off_at_any_size(
    town: Town, desks: Desks, sizes: tuple[tuple[int, int], ...]
) -> None:
    await _talk(town)
    touch = PHONE in sizes
    sato = await desks.take(SATO, zone="internet" if touch else "lgwan", size=sizes[0], touch=touch)
    await expect(sato.page.get_by_role("link", name="福祉課")).to_be_visible()
    async for _ in sato.windows(*sizes):
        await fits(sato)
    await sato.open("福祉課")
    async for _ in sato.windows(*reversed(sizes)):
        await expect(sato.message("窓口の当番表です")).to_be_visible()
        await fits(sato)
        assert not touch or await sato.page.evaluate(TOO_SMALL) == []
    if touch:
        await sato.page.go_back()
        await expect(sato.page.get_by_role("link", name="福祉課")).to_be_visible()


async def test_who_cannot_see_the_screen_hears_what_arrives(town: Town, desks: Desks) -> None:
    sato = await desks.take(SATO)
    await sato.open("福祉課")
    await expect(sato.log).to_have_attribute("aria-live", "off")
    await town.says(SUZUKI, "お知らせします", town.welfare)
    await expect(sato.page.locator("[aria-live=polite]").filter(has_text="お知らせします")).to_have_count(1)


async def test_forced_colours_and_large_text_lose_nothing(town: Town, desks: Desks) -> None:
    await _talk(town)
    sato = await desks.take(SATO, size=LAPTOP)
    await sato.page.emulate_media(forced_colors="active")
    await sato.open("福祉課")
    await fits(sato)
    await sato.page.evaluate("document.documentElement.style.fontSize = '200%'")
    await fits(sato)


async def _talk(town: Town) -> None:
    await town.says(SUZUKI, "窓口の当番表です", town.welfare)
    await town.says(SATO, "ありがとうございます。\n確認しました。\n三行目です。", town.welfare)


async def _is_well(desk: Desk) -> None:
    await desk.accessible()
    await _is_japanese(desk)


async def _is_well_by_day_and_night(desk: Desk, name: str) -> None:
    await desk.accessible_by_day_and_night(name)
    await _is_japanese(desk)


async def _is_japanese(desk: Desk) -> None:
    words = await desk.page.evaluate("document.body.innerText")
    assert [word for word in ENGLISH.findall(words) if word not in ALLOWED] == []


async def fits(desk: Desk) -> None:
    """The page itself never scrolls sideways, and nothing that can be pressed stands outside of it."""
    with suppress(TooLate):  # what is narrow looks so a moment after the window has become it
        await desk.page.wait_for_function(f"() => {WIDE} <= 0", timeout=2_000)
    assert await desk.page.evaluate(WIDE) <= 0
    with suppress(TooLate):  # a table becomes cards a moment after the window has become narrow
        await desk.page.wait_for_function(f"() => ({OUTSIDE})().length === 0", timeout=2_000)
    assert await desk.page.evaluate(OUTSIDE) == []


WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
OUTSIDE = """() => [...document.querySelectorAll('a, button, input, textarea')]
  .filter((each) => each.checkVisibility({opacityProperty: true, visibilityProperty: true}))
  .map((each) => [each.getAttribute('aria-label') ?? each.textContent, each.getBoundingClientRect()])
  .filter(([, at]) => at.width > 1 && at.height > 1 && (at.left < -1 || at.right > innerWidth + 1))
  .map(([name]) => name)"""
TOO_SMALL = """() => [...document.querySelectorAll('a, button, [role=tab]')]
  .filter((each) => each.checkVisibility({opacityProperty: true, visibilityProperty: true}))
  .map((each) => [each.getAttribute('aria-label') ?? each.textContent, each.getBoundingClientRect()])
  .filter(([, at]) => at.width > 1 && at.height > 1 && at.height < 43.5)
  .map(([name, at]) => `${name} ${Math.round(at.height)}`)"""
