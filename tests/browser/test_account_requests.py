"""アカウントの依頼: a colleague asks, the ITリーダー passes on, an administrator accepts; each at their own browser."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desk, Desks
from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.people.accounts.managing.forms import post, save
from tests.people.accounts.requests.requesting import ALL, WELFARE, asks, led, listed
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE, pytest.mark.req("ORG-10")]
AT = "/admin/account-requests"


async def looks(desk: Desk, name: str) -> None:
    await desk.accessible()
    async for width, _ in desk.windows(PHONE, SMALLEST, DESK):
        await desk.accessible()
        await desk.picture(f"{name}-{width}")


@pytest.mark.req("A11Y-1")
async def test_a_colleague_asks_the_leader_passes_on_and_an_administrator_accepts(
    town: Town, desks: Desks
) -> None:
    await led(town)
    own = await desks.take(SUZUKI, at="/settings")
    await own.button("アカウントを依頼する").click()
    await _written(own)
    await expect(own.page.get_by_text("ITリーダーの返事を待っています")).to_be_visible()

    leader = await desks.take(SATO, at=AT)
    await leader.button("新人 一郎さんの依頼を管理者に渡す").click()
    sure = leader.page.get_by_role("alertdialog")
    await leader.accessible()
    await sure.get_by_role("button", name="管理者に渡す").click()
    await expect(leader.page.get_by_text("管理者の返事を待っています")).to_be_visible()

    desk = await desks.take(TAKAHASHI, at=AT)
    accept = desk.button("新人 一郎さんの依頼を受け入れる")
    await expect(accept).to_be_visible()
    await looks(desk, "account-requests")
    await accept.click()
    await desk.page.get_by_role("alertdialog").get_by_role("button", name="受け入れる").click()
    await expect(desk.page.get_by_text("受け入れました")).to_be_visible()
    await expect(own.page.get_by_text("受け入れました")).to_be_visible()
    await expect(leader.page.get_by_text("受け入れました")).to_be_visible()
    found = (await town.call(TAKAHASHI, "GET", "/api/accounts?q=新人")).json()["people"]
    assert [each["row"]["login_id"] for each in found] == ["30001"]


async def _written(desk: Desk) -> None:
    dialog = desk.page.get_by_role("dialog", name="アカウントを依頼する")
    do = dialog.get_by_role("button", name="依頼する", exact=True)
    await expect(do).to_be_disabled()
    for label, words in (
        ("職員番号", "30001"),
        ("氏", "新人"),
        ("名", "一郎"),
        ("ふりがな", "しんじん いちろう"),
    ):
        await dialog.get_by_role("textbox", name=label).first.fill(words)
    await dialog.get_by_label("任用形態").select_option("会計年度")
    await dialog.get_by_label("はじめの日").fill("R8.12.1")
    await looks(desk, "account-requests-ask")
    await do.click()
    await expect(dialog).to_be_hidden()


async def test_somebody_asks_for_another_name_of_their_own_and_for_colleagues_without_a_seat(
    town: Town, desks: Desks
) -> None:
    await led(town)
    role = {"role": "served"}
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{TANAKA}/role", role)).status_code == 204
    assert (await save(town, TANAKA, {"posts": [post(WELFARE)]})).status_code == 200
    desk = await desks.take(SUZUKI, at="/settings")
    await desk.button("アカウントを依頼する").click()
    dialog = desk.page.get_by_role("dialog", name="アカウントを依頼する")
    # What was written of somebody new holds nothing up when it is a change after all.
    await dialog.get_by_label("はじめの日").fill("来月")
    await dialog.get_by_text("変更", exact=True).click()
    await expect(dialog.get_by_role("button", name="髙橋 渉")).to_have_count(0)
    await expect(dialog.get_by_role("button", name="田中 美保")).to_be_visible()
    await looks(desk, "account-requests-whom")
    await dialog.get_by_role("button", name="鈴木 﨑子").click()
    await dialog.get_by_role("textbox", name="氏", exact=True).fill("佐々木")
    await looks(desk, "account-requests-change")
    await dialog.get_by_role("button", name="依頼する", exact=True).click()
    await expect(dialog).to_be_hidden()
    (asked,) = await listed(town, SUZUKI)
    assert (asked["person"]["family"], asked["family"], asked["starts_on"]) == ("鈴木", "佐々木", None)


async def test_one_is_declined_with_a_line_and_another_withdrawn(town: Town, desks: Desks) -> None:
    await led(town)
    await asks(town)
    desk = await desks.take(TAKAHASHI, at=AT)
    await desk.button("新人 一郎さんの依頼を断る").click()
    dialog = desk.page.get_by_role("dialog")
    await expect(dialog.get_by_role("button", name="断る")).to_be_disabled()
    await dialog.get_by_label("断るわけ").fill("兼務で足ります")
    await desk.accessible()
    await desk.picture("account-requests-decline")
    await dialog.get_by_role("button", name="断る").click()
    await expect(desk.page.get_by_text("兼務で足ります")).to_be_visible()
    leader = await desks.take(SATO, at=AT)
    await expect(leader.page.get_by_text("断りました")).to_be_visible()
    await asks(town)
    await leader.button("新人 一郎さんの依頼を取り下げる").click()
    await leader.page.get_by_role("alertdialog").get_by_role("button", name="取り下げる").click()
    await expect(leader.page.get_by_text("取り下げました")).to_be_visible()
    await leader.accessible_by_day_and_night("account-requests-answered")


async def test_nothing_there_and_no_answer_are_said(town: Town, desks: Desks) -> None:
    desk = await desks.take(TAKAHASHI, at="/admin/people")
    pattern = f"**{ALL}*"
    await desk.page.route(
        pattern, lambda route: route.fulfill(status=404, json={"code": "not_found", "details": {}})
    )
    await desk.page.get_by_role("link", name="アカウントの依頼", exact=True).click()
    await expect(desk.page.get_by_text("アカウントの依頼を読み込めませんでした。")).to_be_visible()
    await desk.accessible()
    await desk.page.unroute(pattern)
    await desk.button("もう一度読み込む").click()
    await expect(desk.page.get_by_text("アカウントの依頼はありません。")).to_be_visible()
    await desk.accessible()
