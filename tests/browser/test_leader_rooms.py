"""ITリーダーのルーム: an administrator opens it with one press, and whoever helps finds it in the list of rooms."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desks
from tests.cast import SATO, TAKAHASHI
from tests.talk.leader_rooms.leading import WELFARE, names
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE, pytest.mark.req("ORG-10")]


async def test_one_press_opens_it_and_another_puts_it_away(town: Town, desks: Desks) -> None:
    await names(town, SATO, WELFARE)
    own = await desks.take(SATO)
    desk = await desks.take(TAKAHASHI, at="/admin/leaders")
    part = desk.page.get_by_role("region", name="ITリーダーのルーム")
    await expect(part.get_by_role("status")).to_have_text("いまは、ありません。")
    await part.get_by_role("button", name="ITリーダーのルームを作る").click()
    await expect(part.get_by_role("status")).to_contain_text("ルームがあります。")
    await desk.accessible()
    async for width, _ in desk.windows(PHONE, SMALLEST, DESK):
        await desk.accessible()
        await desk.picture(f"leader-room-{width}")
    link = own.page.get_by_role("link", name="ITリーダー").first
    await expect(link).to_be_visible(timeout=10_000)
    await link.click()
    await expect(own.page.get_by_role("heading", name="ITリーダー")).to_be_visible()
    await own.accessible()
    await own.picture("leader-room-inside")
    await part.get_by_role("button", name="ITリーダーのルームを保管する").click()
    sure = desk.page.get_by_role("alertdialog")
    await desk.accessible()
    await sure.get_by_role("button", name="保管する").click()
    await expect(part.get_by_role("status")).to_have_text("いまは、ありません。")
    await expect(own.page.get_by_text("読むだけ").first).to_be_visible(timeout=10_000)


async def test_whether_there_is_one_cannot_be_read(town: Town, desks: Desks) -> None:
    desk = await desks.take(TAKAHASHI, at="/admin/people")
    await desk.page.route(
        "**/api/settings/leader_rooms",
        lambda route: route.fulfill(status=404, json={"code": "not_found", "details": {}}),
    )
    await desk.page.get_by_role("link", name="ITリーダー", exact=True).click()
    await expect(
        desk.page.get_by_text("ITリーダーのルームがあるかどうかを、読み込めませんでした。")
    ).to_be_visible()
    await desk.accessible()
