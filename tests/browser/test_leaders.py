"""ITリーダー: an administrator names one, who finds the people of the unit, and whom a colleague finds (ORG-10)."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desks
from tests.cast import SATO, SUZUKI, TAKAHASHI, named
from tests.people.accounts.slips.conftest import Counter
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
WELFARE, ROADS = named("福祉課"), named("土木課")


@pytest.mark.req("ORG-10", "A11Y-1")
async def test_an_administrator_names_a_leader_and_lets_one_go(town: Town, desks: Desks) -> None:
    desk = await desks.take(TAKAHASHI, at="/admin/leaders")
    await expect(desk.page.get_by_text("まだITリーダーはいません。")).to_be_visible()
    await desk.button("ITリーダーを決める").click()
    await desk.page.get_by_role("dialog").get_by_role("button", name="佐藤 花子").click()
    await expect(desk.page.get_by_label("所属（その下の所属を含みます）")).to_have_value(str(WELFARE))
    await desk.accessible_by_day_and_night("leaders-naming")
    await desk.button("ITリーダーにする").click()
    line = desk.page.get_by_role("list", name="ITリーダー").get_by_role("listitem")
    await expect(line).to_contain_text("佐藤 花子")
    await expect(line).to_contain_text("福祉課")
    await desk.accessible_by_day_and_night("leaders")
    async for width, _ in desk.windows(PHONE, SMALLEST):
        await desk.accessible()
        await desk.picture(f"leaders-{width}")
    assert (await town.call(SATO, "GET", "/api/slips")).json()["units"] == ["福祉課"]

    await desk.button("佐藤 花子さんを外す").click()
    await desk.page.get_by_role("alertdialog").get_by_role("button", name="外す").click()
    await expect(desk.page.get_by_text("まだITリーダーはいません。")).to_be_visible()
    assert (await town.call(SATO, "GET", "/api/slips")).status_code == 403


@pytest.mark.req("ORG-10", "A11Y-1", "N19")
async def test_a_leader_finds_the_people_of_the_unit_and_no_other_section(town: Town, desks: Desks) -> None:
    counter = Counter(town)
    await counter.comes_new("30001", "新人 一郎", department_id=WELFARE)
    await counter.comes_new("30002", "新人 二郎", department_id=ROADS)
    wish = {"account_id": str(SATO), "unit_id": str(WELFARE)}
    await town.call(TAKAHASHI, "POST", "/api/leaders", wish)
    desk = await desks.take(SATO, at="/admin/slips")
    await expect(desk.page.get_by_text("ITリーダーとして、福祉課と、その下の所属の職員に")).to_be_visible()
    await expect(desk.page.get_by_text("新人 一郎").first).to_be_visible()
    await expect(desk.page.get_by_text("新人 二郎")).to_have_count(0)
    sections = desk.page.get_by_role("navigation", name="管理", exact=True).get_by_role("link")
    await expect(sections).to_have_text(["はじめてのパスワード", "アカウントの依頼"])
    await desk.accessible_by_day_and_night("leaders-slips")
    async for width, _ in desk.windows(PHONE, SMALLEST, DESK):
        await desk.accessible()
        await desk.picture(f"leaders-slips-{width}")
    await desk.button("まだログインしていない全員（1人）に出す").click()
    await desk.button("用紙を出す").click()
    await expect(desk.page.get_by_role("heading", name="1人分の用紙を出しました")).to_be_visible()


@pytest.mark.req("ORG-10", "ORG-9", "ADMIN-16", "A11Y-1")
async def test_rights_name_the_unit_and_a_colleague_finds_whom_to_ask(town: Town, desks: Desks) -> None:
    wish = {"account_id": str(SATO), "unit_id": str(WELFARE)}
    await town.call(TAKAHASHI, "POST", "/api/leaders", wish)
    own = await desks.take(SATO, at="/settings")
    await expect(own.page.get_by_text("ITリーダー（福祉課）による。", exact=False)).to_be_visible()
    colleague = await desks.take(SUZUKI, at="/settings")
    await expect(colleague.page.get_by_text("佐藤 花子さん（福祉課）")).to_be_visible()
    await colleague.accessible()
    await colleague.page.get_by_text("ITリーダーに頼む").scroll_into_view_if_needed()
    await colleague.picture("leaders-asked")
    await own.page.get_by_text("ITリーダー（福祉課）による。", exact=False).scroll_into_view_if_needed()
    await own.picture("leaders-own")
