"""ログインと安全: what a body decides, what people see of their own logins, and what they say is wrong, in real browsers."""

from datetime import timedelta

import pytest
from playwright.async_api import expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, TABLET, Desks
from tests.cast import PASSWORD, SATO, SUZUKI, TAKAHASHI
from tests.people.sessions.entering import change, decides, enter, tries
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]

NEW = "かわべりの散歩道 2026 ななつ"


@pytest.mark.req("AUTH-5", "A11Y-1")
async def test_an_administrator_decides_and_the_next_login_knows(town: Town, desks: Desks) -> None:
    desk = await desks.take(TAKAHASHI, at="/admin/sign-in")
    await desk.page.get_by_role("radiogroup", name="画面のロック").get_by_text("15分").click()
    await desk.page.get_by_role("radiogroup", name="期限", exact=True).get_by_text("180日").click()
    await desk.accessible()
    assert await desk.page.evaluate("document.scrollingElement.scrollTop") == 0
    await desk.picture("safety-rules")
    await desk.button("保存する").click()
    await expect(desk.page.get_by_role("status").filter(has_text="保存しました。")).to_be_visible()
    await expect(desk.page.get_by_text("最後に変えた人：髙橋 渉さん", exact=False)).to_be_visible()
    assert (await enter(town)).json()["here"]["lock_minutes"] == 15


@pytest.mark.req("MSG-4", "MSG-5", "MSG-6", "A11Y-1")
async def test_an_administrator_decides_how_long_one_may_take_back_and_edit(town: Town, desks: Desks) -> None:
    desk = await desks.take(TAKAHASHI, size=PHONE)
    await desk.page.goto(f"{desk.origin}/admin/messages")
    spans = desk.page.get_by_role("radiogroup", name="送信取消ができる間", exact=True)
    await expect(spans.get_by_role("radio", name="24時間")).to_be_checked()
    await spans.get_by_text("10分").click()
    await desk.page.get_by_role("radiogroup", name="編集ができる間").get_by_text("できない").click()
    outside = desk.page.get_by_role("radiogroup", name="外の人がいるルームで、送る前に待つ間")
    await outside.get_by_text("20秒").click()
    await desk.accessible()
    await desk.picture("message-rules-phone")
    await desk.button("保存する").click()
    await expect(desk.page.get_by_role("status").filter(has_text="保存しました。")).to_be_visible()
    chosen = (await town.call(TAKAHASHI, "GET", "/api/settings/messages")).json()["value"]
    assert chosen == {
        "withdraw_minutes": 10, "traceless_seconds": 10, "edit_minutes": 0, "outside_delay_seconds": 20
    }  # fmt: skip


@pytest.mark.req("A11Y-1")
async def test_the_rules_fit_smaller_windows(desks: Desks) -> None:
    desk = await desks.take(TAKAHASHI, size=TABLET, touch=True, dark=True, at="/admin/sign-in")
    await desk.page.get_by_role("heading", name="ログインと安全").wait_for()
    async for width, _ in desk.windows(TABLET, PHONE):
        await desk.accessible()
        await desk.picture(f"safety-rules-{width}")


async def test_what_somebody_says_is_wrong_is_seen_to(town: Town, desks: Desks) -> None:
    words = {"words": "名字の漢字は「齋藤」です。\n内線も 2201 に変わりました。"}
    assert (await town.call(SATO, "POST", "/api/corrections", words)).status_code == 204
    desk = await desks.take(TAKAHASHI, at="/admin/corrections")
    await expect(desk.page.get_by_text("名字の漢字は「齋藤」です。", exact=False)).to_be_visible()
    await desk.accessible()
    await desk.picture("safety-corrections")
    await desk.button("直しました").click()
    await expect(desk.page.get_by_text("いま、訂正の申出はありません。")).to_be_visible()
    await desk.accessible()


@pytest.mark.req("AUTH-3", "AUTH-6", "A11Y-1")
async def test_one_sees_ones_own_logins_and_ends_the_others(town: Town, desks: Desks) -> None:
    await tries(town, "10001", at="10.20.30.40")
    await town.assembly.entrance.failures.flush(town.assembly.works)
    phone = await desks.take(SATO, size=PHONE, touch=True, zone="internet")
    await phone.page.get_by_role("heading", name="トーク").wait_for()
    desk = await desks.take(SATO)
    await desk.page.get_by_role("link", name="設定").click()
    await expect(desk.page.get_by_text("10.20.30.40", exact=False)).to_be_visible()
    await desk.accessible()
    await desk.page.get_by_role("heading", name="ログイン中の端末").scroll_into_view_if_needed()
    await desk.picture("safety-own")
    await desk.button("ほかの端末をすべてログアウト").click()
    await desk.button("ログアウトする").click()
    await expect(phone.page.get_by_role("heading", name="ログイン")).to_be_visible(timeout=3_000)
    await expect(desk.button("ほかの端末をすべてログアウト")).to_be_hidden()


@pytest.mark.req("AUTH-2", "A11Y-1")
async def test_a_new_password_is_chosen_by_the_keyboard_alone(town: Town, desks: Desks) -> None:
    desk = await desks.take(SUZUKI)
    await desk.page.get_by_role("link", name="設定").click()
    await desk.button("パスワードを変える").focus()
    await desk.page.keyboard.press("Enter")
    await expect(desk.page.get_by_label("いまのパスワード").first).to_be_focused()
    await desk.page.keyboard.insert_text("まちがいのパスワード")
    await desk.page.keyboard.press("Tab")
    await desk.page.keyboard.press("Tab")
    await desk.page.keyboard.insert_text(NEW)
    await desk.page.keyboard.press("Enter")
    await expect(desk.page.get_by_text("いまのパスワードが違います。")).to_be_visible()
    await desk.accessible()
    await desk.picture("safety-password")
    await desk.page.get_by_label("いまのパスワード").first.fill(PASSWORD)
    await desk.page.keyboard.press("Enter")
    await expect(desk.page.get_by_role("status").filter(has_text="パスワードを変えました")).to_be_visible()
    assert (await enter(town, login_id="10002", password=NEW)).status_code == 200


@pytest.mark.req("AUTH-2", "A11Y-1")
async def test_an_old_password_is_told_of_quietly_until_it_is_changed(town: Town, desks: Desks) -> None:
    await decides(town, password={"expires_days": 90, "warn_days": 14})
    old = town.assembly.works.now() - timedelta(days=86, minutes=1)
    await change(town, SATO, password_changed_at=old)
    await change(town, SUZUKI, password_changed_at=old)
    phone = await desks.take(SUZUKI, size=PHONE, touch=True)
    told = phone.page.get_by_text("パスワードの期限まで、あと3日です。")
    await expect(told).to_be_visible()
    await phone.accessible()
    await phone.picture("safety-warning-phone")
    await phone.button("今日は出さない").tap()
    await expect(told).to_have_count(0)
    await phone.page.reload()
    await expect(phone.page.get_by_role("heading", name="トーク")).to_be_visible()
    await expect(told).to_have_count(0)

    desk = await desks.take(SATO)
    await expect(desk.page.get_by_text("パスワードの期限まで、あと3日です。")).to_be_visible()
    await desk.picture("safety-warning")
    await desk.page.get_by_role("link", name="パスワードを変える").click()
    await expect(desk.page.get_by_label("いまのパスワード").first).to_be_focused()
    await expect(desk.page.get_by_text("パスワードの期限まで、あと3日です。")).to_have_count(2)
    await desk.accessible()
    await desk.picture("safety-warning-settings")
    await desk.page.keyboard.insert_text(PASSWORD)
    await desk.page.get_by_label("新しいパスワード").first.fill(NEW)
    await desk.button("このパスワードに変える").click()
    await expect(desk.page.get_by_text("パスワードを変えました。", exact=False)).to_be_visible()
    await expect(desk.page.get_by_text("パスワードの期限まで、あと3日です。")).to_have_count(0)


@pytest.mark.req("AUTH-6", "A11Y-1")
async def test_an_administrator_sees_and_ends_the_logins_of_somebody(town: Town, desks: Desks) -> None:
    theirs = await desks.take(SATO)
    await theirs.page.get_by_role("heading", name="トーク").wait_for()
    desk = await desks.take(TAKAHASHI, at="/admin/people")
    await desk.page.get_by_text("佐藤 花子").first.click()
    await desk.page.get_by_role("tab", name="ログイン").click()
    await expect(desk.page.get_by_text("パスワードを決めた日")).to_be_visible()
    await desk.accessible()
    await desk.picture("safety-others")
    await desk.button("この人の端末をすべてログアウト").click()
    await desk.button("ログアウトする").click()
    await expect(theirs.page.get_by_role("heading", name="ログイン")).to_be_visible(timeout=3_000)
