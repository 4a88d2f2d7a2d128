"""予約送信: written in the evening, sent in the morning; seen, changed and given up until then."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, Desks
from tests.cast import SATO, SUZUKI
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]


@pytest.mark.req("MSG-16", "A11Y-1", "A11Y-2")
async def test_a_message_waits_for_its_time_and_is_sent_at_once_after_all(town: Town, desks: Desks) -> None:
    await town.says(SUZUKI, "当番はだれですか", town.welfare)
    desk, phone = await desks.take(SATO), await desks.take(SATO, size=PHONE, touch=True, dark=True)
    for each in (desk, phone):
        await each.open("福祉課")

    await desk.composer.fill("明日は佐藤です\n二階です")
    await desk.button("予約送信").press("Enter")
    await desk.page.get_by_role("menuitem", name="明日の朝 8:30").press("Enter")
    await expect(desk.composer).to_have_value("")
    line = phone.page.get_by_role("region", name="予約送信")
    await expect(line).to_contain_text("8:30")
    await desk.accessible()

    await line.get_by_role("button", name="予約を見る").tap()
    waiting = phone.page.get_by_role("dialog", name="予約送信")
    await expect(waiting.get_by_role("listitem")).to_contain_text("明日は佐藤です")
    await phone.accessible()
    await waiting.get_by_role("button", name="変更").tap()
    change = phone.page.get_by_role("dialog", name="予約を変える")
    await change.get_by_label("日付").fill("R1.5.1")
    await change.get_by_role("button", name="変える").tap()
    await expect(change.get_by_text("この日時は過ぎています。これからの日時にしてください。")).to_be_visible()
    await phone.accessible()
    await change.get_by_label("日付").fill("2099/3/31")
    await change.get_by_role("button", name="変える").tap()
    await expect(change.get_by_text("予約できるのは366日先までです")).to_be_visible()
    await change.get_by_role("button", name="やめる").tap()
    await waiting.get_by_role("button", name="いますぐ送る").tap()
    await expect(waiting.get_by_text("予約したメッセージはありません。")).to_be_visible()
    await expect(desk.log.get_by_text("明日は佐藤です")).to_be_visible()


@pytest.mark.req("MSG-6", "MSG-14", "A11Y-1", "A11Y-2")
async def test_a_message_that_waits_a_moment_outlives_a_reload_and_is_taken_back(
    town: Town, desks: Desks
) -> None:
    assert (await town.call(SATO, "PATCH", "/api/preferences", {"delay": "30"})).status_code == 204
    desk = await desks.take(SATO, size=PHONE)
    await desk.open("福祉課")
    await expect(desk.page.locator("html")).to_have_attribute("data-letters", "16")
    await desk.say("誤って送るところでした")
    await expect(desk.log.get_by_role("timer")).to_contain_text("秒で送ります")
    await desk.accessible()

    await desk.page.reload()
    await expect(desk.log.get_by_role("timer")).to_be_visible()
    await desk.log.get_by_role("button", name="取り消す").press("Enter")
    await expect(desk.composer).to_have_value("誤って送るところでした")
    await expect(desk.composer).to_be_focused()
    await expect(desk.log.get_by_role("timer")).to_have_count(0)
    assert (await town.call(SATO, "GET", f"/api/rooms/{town.welfare}/messages")).json()["messages"] == []
