"""Dialogs in every window: what they are called and how they are closed stays readable, however large the letters are."""

import pytest
from playwright.async_api import Locator, expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desk, Desks
from tests.cast import TAKAHASHI
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE, pytest.mark.req("A11Y-1", "A11Y-3")]
LARGE = "document.documentElement.style.fontSize = '{percent}%'"


async def _asks_for_a_reason(desk: Desk) -> Locator:
    await desk.button("CSVで保存").click()
    dialog = desk.page.get_by_role("dialog", name="職員の名簿を書き出す")
    await expect(dialog.get_by_label("書き出す理由")).to_be_focused()
    return dialog


async def _box(locator: Locator) -> tuple[float, float, float, float]:
    box = await locator.bounding_box()
    assert box is not None
    return box["x"], box["y"], box["width"], box["height"]


@pytest.mark.parametrize("size", [PHONE, SMALLEST], ids=["390", "320"])
async def test_with_large_letters_a_title_has_the_width_of_the_dialog(
    town: Town, desks: Desks, size: tuple[int, int]
) -> None:
    desk = await desks.take(TAKAHASHI, at="/admin/people", size=size)
    dialog = await _asks_for_a_reason(desk)
    await desk.page.evaluate(LARGE.format(percent=200))
    await desk.picture(f"dialog-large-{size[0]}")
    title, close = dialog.get_by_role("heading"), dialog.get_by_role("button", name="閉じる")
    whole, (_, top, width, _) = await _box(dialog), await _box(title)
    assert width > whole[2] * 0.6
    x, y, wide, high = await _box(close)
    assert y + high <= top + 1 and x + wide <= whole[0] + whole[2]
    await desk.accessible()


async def test_in_common_windows_the_title_and_the_cross_stand_in_one_line(town: Town, desks: Desks) -> None:
    desk = await desks.take(TAKAHASHI, at="/admin/people")
    dialog = await _asks_for_a_reason(desk)
    title, close = dialog.get_by_role("heading"), dialog.get_by_role("button", name="閉じる")
    async for width, _ in desk.windows(DESK, PHONE, SMALLEST):
        _, y, _, high = await _box(title)
        x, top, wide, _ = await _box(close)
        assert abs(top - y) < high and x + wide <= width
        await desk.accessible()
        await desk.picture(f"dialog-reason-{width}")
        await desk.page.emulate_media(forced_colors="active")
        await desk.picture(f"dialog-reason-forced-{width}")
        await desk.page.emulate_media(forced_colors="none")
