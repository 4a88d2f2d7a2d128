"""What is written on one device is there on the other: at the desk first, then on the phone."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, Desk, Desks
from tests.browser.test_whole_day import tab_to
from tests.cast import SATO, SUZUKI
from tests.talk.actors import opened
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]


@pytest.mark.req("MSG-15", "A11Y-1", "A11Y-2")
async def test_a_draft_follows_its_writer_and_two_of_them_are_both_kept(town: Town, desks: Desks) -> None:
    await opened(town, SATO, [SUZUKI], "防災係")
    desk = await desks.take(SATO)
    phone = await desks.take(SATO, zone="internet", size=PHONE, touch=True)
    await phone.open("福祉課")
    await desk.open("防災係")

    await phone.composer.fill("会議は延期です")
    await expect(desk.page.get_by_role("link", name="福祉課").get_by_text("下書き")).to_be_visible()
    await desk.accessible()
    await desk.open("福祉課")
    await expect(desk.composer).to_have_value("会議は延期です")

    # Both write on before either knows of the other.
    await phone.composer.fill("会議は来週です")
    await desk.composer.fill("会議は15時です")
    other = desk.page.get_by_role("region", name="別の端末で書いた下書き")
    await expect(other).to_be_visible(timeout=15_000)
    await desk.accessible()
    texts = {await desk.composer.input_value(), await other.locator("p span").last.inner_text()}
    assert texts == {"会議は来週です", "会議は15時です"}

    chosen = (texts - {await desk.composer.input_value()}).pop()
    await desk.composer.focus()
    await tab_to(desk, other.get_by_role("button", name="こちらを使う"), back=True)
    await desk.page.keyboard.press("Enter")
    await expect(desk.composer).to_be_focused()
    await expect(desk.composer).to_have_value(chosen)
    await desk.composer.press("Control+Enter")
    await expect(phone.message(chosen)).to_be_visible()
    await expect(phone.composer).to_have_value("", timeout=15_000)
    await phone.accessible()
    await thrown_away_without_a_line(phone)
    await gone_before_anything_is_kept(desk)


async def thrown_away_without_a_line(phone: Desk) -> None:
    """It is said that it did not work, and once there is a line again it does."""
    await phone.page.route("**/draft/aside/**", lambda route: route.abort())
    await phone.button("消す").tap()
    await expect(phone.page.get_by_role("alert")).to_contain_text("もう一度押してください")
    await phone.accessible()
    await phone.page.unroute("**/draft/aside/**")
    await phone.button("消す").tap()
    await expect(phone.button("消す")).to_have_count(0)


async def gone_before_anything_is_kept(desk: Desk) -> None:
    """Without a line, and loaded anew before the device had time for what was typed."""
    await desk.page.route("**/draft", lambda route: route.abort())
    await desk.composer.press_sequentially("会議は")
    await desk.page.reload()
    await expect(desk.composer).to_have_value("会議は")
    await a_part_that_does_not_come(desk)


async def a_part_that_does_not_come(desk: Desk) -> None:
    """Without its program a dialog cannot open: that is said in words, the list stays, and so does what was written."""
    desk.expects_trouble = True
    await desk.page.route("**/assets/NotifyDialog*", lambda route: route.abort())
    await desk.button("ルームのメニュー").press("Enter")
    await desk.page.get_by_role("menuitem", name="通知").press("Enter")
    await expect(desk.page.get_by_role("alert")).to_contain_text("画面のこの部分を開けませんでした。")
    await expect(desk.page.get_by_role("link", name="福祉課")).to_be_visible()
    await desk.accessible()
    await desk.picture("not-shown")
    await desk.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    await expect(desk.page.get_by_role("link", name="トークの一覧へ戻る")).to_be_visible()
    await desk.picture("not-shown-390")
    await desk.page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    await desk.page.unroute("**/assets/NotifyDialog*")
    await desk.button("もう一度読み込む").press("Enter")
    await expect(desk.composer).to_have_value("会議は")
