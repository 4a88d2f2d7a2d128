"""あとで見る: kept from a message's menu, found on a list of one's own, done and taken up again."""

from datetime import timedelta

import pytest
from playwright.async_api import expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, Desk, Desks
from tests.cast import SATO, SUZUKI
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]


@pytest.mark.req("MSG-15", "A11Y-1", "A11Y-2")
async def test_a_message_is_kept_for_later_with_the_keys_and_comes_back_by_itself(
    town: Town, desks: Desks
) -> None:
    message = await town.says(SUZUKI, "明日までに目を通してください", town.welfare)
    sato, phone = await desks.take(SATO), await desks.take(SATO, size=PHONE, touch=True, dark=True)
    page = sato.page
    await sato.open("福祉課")
    await keep_with_the_keys(sato)

    # Another device chooses a nearer time, and both are reminded.
    path = f"/api/rooms/{town.welfare}/messages/{message}/later"
    await phone.page.get_by_role("link", name="あとで見る").click()
    await expect(phone.page.get_by_text("令和10年1月2日", exact=False)).to_be_visible()
    soon = town.assembly.works.now() + timedelta(seconds=0.2)
    await town.call(SATO, "PUT", path, {"remind_at": soon.isoformat()})
    for desk in (sato, phone):
        await expect(desk.page.get_by_text("時間になったメッセージが1件あります")).to_be_visible()
    await expect(phone.page.get_by_text("時間になりました", exact=False)).to_be_visible()
    await phone.accessible()
    await phone.picture("later-phone")
    await page.get_by_role("link", name="あとで見るを開く").press("Enter")
    await page.get_by_role("button", name="済みにする").press("Enter")
    await expect(page.get_by_text("あとで見るメッセージはありません")).to_be_visible()
    await expect(phone.page.get_by_text("あとで見るメッセージはありません")).to_be_visible()
    await sato.accessible()
    await page.get_by_role("button", name="元に戻す").press("Enter")
    await sato.picture("later-list")
    await page.get_by_role("link", name="明日までに目を通してください", exact=True).press("Enter")
    await expect(sato.message("明日までに目を通してください")).to_be_visible()


async def keep_with_the_keys(desk: Desk) -> None:
    page, dialog = desk.page, desk.page.get_by_role("dialog", name="あとで見る")
    await desk.log.get_by_role("article").last.press("Shift+F10")
    await page.get_by_role("menuitem", name="あとで見る").press("Enter")
    await page.get_by_role("radio", name="時間を決めない").press("ArrowUp")
    await expect(dialog.get_by_role("radio", name="日時を選ぶ")).to_be_checked()
    await dialog.get_by_label("日付").fill("Ｒ７．１．１")
    await dialog.get_by_label("日付").press("Enter")
    await expect(dialog.get_by_text("この日時は過ぎています")).to_be_visible()
    await desk.accessible()
    await desk.picture("later-dialog")
    await dialog.get_by_role("button", name="カレンダー").press("Enter")
    day = page.get_by_role("dialog", name="日付のカレンダー").get_by_role(
        "button", name="1月1日（水・祝） 元日 閉庁日"
    )
    await expect(day).to_be_focused()
    await desk.accessible()
    await desk.picture("later-calendar")
    for key in ("Shift+PageDown", "Shift+PageDown", "Shift+PageDown", "ArrowRight", "Enter"):
        await page.keyboard.press(key)
    await expect(dialog.get_by_label("日付")).to_have_value("R10.1.2")
    await expect(dialog.get_by_role("button", name="カレンダー")).to_be_focused()
    await dialog.get_by_label("日付").press("Enter")
    await expect(page.get_by_text("「あとで見る」に入れました")).to_be_visible()
