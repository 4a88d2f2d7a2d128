"""An administrator frees the number of somebody who has left (K13)."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desks
from tests.cast import SATO, TAKAHASHI
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]


@pytest.mark.req("K13", "A11Y-1")
async def test_the_number_of_somebody_who_has_left_is_freed_by_keys_alone(town: Town, desks: Desks) -> None:
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/withdrawal")).status_code == 204
    desk = await desks.take(TAKAHASHI, at="/admin/people")
    await desk.page.get_by_label("利用", exact=True).select_option("利用終了")
    await desk.page.get_by_role("button", name="佐藤 花子").press("Enter")
    await desk.page.get_by_role("tab", name="役割と利用").click()
    async for width, _ in desk.windows(PHONE, SMALLEST, DESK):
        await desk.accessible()
        await desk.picture(f"person-left-{width}")
    await desk.button("職員番号を空ける").press("Enter")
    question = desk.page.get_by_role("alertdialog", name="職員番号 10001 を空けますか？")
    await expect(question).to_contain_text("これまでの発言は佐藤 花子さんのまま残り")
    await desk.accessible_by_day_and_night("person-number")
    await question.get_by_role("button", name="職員番号を空ける").press("Enter")
    await expect(question).to_have_count(0)
    await expect(desk.page.get_by_role("button", name="取り消す")).to_be_visible()
    await expect(desk.button("職員番号を空ける")).to_have_count(0)
    await desk.button("閉じる").last.press("Enter")
    await expect(desk.page.get_by_role("row").filter(has_text="佐藤 花子")).to_contain_text("10001-OLD")
