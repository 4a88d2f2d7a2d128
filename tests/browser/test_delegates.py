"""代行者: somebody names one in the settings, who then makes a room in their name; everybody sees both (ORG-8)."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desks
from tests.cast import SATO, SUZUKI, TAKAHASHI
from tests.talk.delegates.acting import named
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]


@pytest.mark.req("ORG-8", "A11Y-1", "N40")
async def test_a_delegate_is_named_in_the_settings_and_taken_back(town: Town, desks: Desks) -> None:
    desk = await desks.take(SATO, at="/settings")
    await desk.button("代行者を決める").click()
    await desk.accessible_by_day_and_night("delegates-naming")
    await desk.page.get_by_role("dialog").get_by_role("searchbox").fill("すずき")
    await desk.page.get_by_role("dialog").get_by_role("button", name=re.compile("鈴木")).click()
    row = desk.page.get_by_role("list", name="わたしの代行者").get_by_role("listitem")
    await expect(row).to_contain_text("鈴木")
    await expect(row).to_contain_text("期限はありません。")
    async for width, _ in desk.windows(PHONE, SMALLEST, DESK):
        await row.evaluate("row => row.scrollIntoView()")
        await desk.accessible()
        await desk.picture(f"delegates-own-{width}")
    colleague = await desks.take(SUZUKI, at="/settings")
    theirs = colleague.page.get_by_role("list", name="わたしが代行している人").get_by_role("listitem")
    await expect(theirs).to_contain_text("佐藤 花子")
    await colleague.accessible_by_day_and_night("delegates-theirs")
    await expect(theirs.get_by_text("未読 0件")).to_have_count(0)
    shows = row.get_by_label(re.compile("未読の件数を見せる")).first
    await shows.click()
    await expect(shows).to_be_checked()
    await expect(theirs.get_by_text("未読 0件")).to_be_visible()
    await colleague.accessible_by_day_and_night("delegates-unread")
    await shows.press("Space")  # the keys stay on it while it is being said
    await expect(shows).not_to_be_checked()
    await expect(theirs.get_by_text("未読 0件")).to_have_count(0)
    await desk.button("鈴木 﨑子さん：外す").click()
    await expect(row).to_have_count(0)
    await expect(theirs).to_have_count(0)


@pytest.mark.req("ORG-8", "A11Y-1")
async def test_a_delegate_makes_a_room_in_the_name_of_the_principal(town: Town, desks: Desks) -> None:
    await named(town, SATO, SUZUKI)
    desk, principal = await desks.take(SUZUKI), await desks.take(SATO)
    await desk.button("新しいルーム").click()
    await desk.page.get_by_label("だれとして作りますか").select_option("佐藤 花子 主事の代わりに作る")
    await desk.page.get_by_label("ルームの名前").fill("市長の打合せ")
    await desk.accessible_by_day_and_night("delegates-making")
    async for width, _ in desk.windows(PHONE, SMALLEST, DESK):
        await desk.accessible()
        await desk.picture(f"delegates-making-{width}")
    await desk.button("ルームを作る").click()
    await expect(desk.page.get_by_role("heading", name="市長の打合せ")).to_be_visible()
    await principal.page.get_by_role("link", name=re.compile("市長の打合せ")).click()
    await expect(principal.log.get_by_text(re.compile("佐藤 花子 主事 代理.*が作りました"))).to_be_visible()
    room = principal.page.url.rsplit("/", 1)[-1]
    principal = await desks.take(SATO, at=f"/rooms/{room}/members")
    members = principal.page.get_by_label("メンバーの一覧")
    await expect(members.get_by_text("（佐藤 花子 主事 代理）")).to_be_visible()
    await principal.accessible_by_day_and_night("delegates-members")
    async for width, _ in principal.windows(DESK, PHONE, SMALLEST):
        await principal.accessible()
        await principal.picture(f"delegates-members-{width}")


@pytest.mark.req("ORG-8")
async def test_nobody_else_is_asked_for_whom(town: Town, desks: Desks) -> None:
    desk = await desks.take(SATO)
    await desk.button("新しいルーム").click()
    await expect(desk.page.get_by_label("ルームの名前")).to_be_visible()
    await expect(desk.page.get_by_label("だれとして作りますか")).to_have_count(0)


@pytest.mark.req("ORG-8", "A11Y-1")
async def test_who_is_stopped_stays_in_the_list_and_can_be_taken_out(town: Town, desks: Desks) -> None:
    await named(town, SATO, SUZUKI)
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SUZUKI}/suspension")).is_success
    desk = await desks.take(SATO, at="/settings")
    row = desk.page.get_by_role("list", name="わたしの代行者").get_by_role("listitem")
    await expect(row).to_contain_text("停止中")
    async for width, _ in desk.windows(PHONE, SMALLEST, DESK):
        await row.evaluate("row => row.scrollIntoView()")
        await desk.accessible()
        await desk.picture(f"delegates-stopped-{width}")
    await desk.button("鈴木 﨑子さん：外す").click()
    await expect(row).to_have_count(0)
