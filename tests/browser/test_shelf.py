"""One's own list on the screen: favourites, folders, what is to be read again. By keys alone, by mouse, and on two devices."""

import pytest
from playwright.async_api import Locator, expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, Desk, Desks
from tests.browser.test_reach import fits
from tests.cast import SATO, SUZUKI, WELFARE
from tests.talk.actors import opened
from tests.talk.crowd import fill_rooms
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]


def row(desk: Desk, name: str) -> Locator:
    return lines(desk).filter(has=desk.page.get_by_role("link", name=name))


def lines(desk: Desk) -> Locator:
    """What stands in the list, from the top."""
    return desk.page.get_by_role("region", name="トーク一覧").locator("li")


async def choose(desk: Desk, name: str) -> None:
    """In a menu that stands open, by keys alone."""
    item = desk.page.get_by_role("menuitem", name=name)
    await item.wait_for()
    while not await item.evaluate("item => item === document.activeElement"):
        await desk.page.keyboard.press("ArrowDown")
    await desk.page.keyboard.press("Enter")


async def asks(desk: Desk, name: str, act: str) -> None:
    """Choose from the menu of a room, which its key opens."""
    await desk.page.get_by_role("link", name=name).focus()
    await desk.page.keyboard.press("Shift+F10")
    await choose(desk, act)


@pytest.mark.req("ROOM-15", "ROOM-16", "MSG-9", "A11Y-1", "A11Y-2")
async def test_a_list_is_put_in_order_by_keys_alone_and_on_the_phone_too(town: Town, desks: Desks) -> None:
    await opened(town, SATO, [], name="予算ヒアリング")
    await town.says(SUZUKI, "窓口の当番表です", WELFARE)
    desk, phone = await desks.take(SATO), await desks.take(SATO, zone="internet", size=PHONE, touch=True)
    await desk.open("福祉課")
    await expect(phone.page.get_by_text("未読1件")).to_have_count(0)

    await asks(desk, "予算ヒアリング", "お気に入りに入れる")
    await expect(lines(desk).first).to_contain_text("予算ヒアリング")
    await expect(lines(phone).first).to_contain_text("お気に入り")
    await expect(desk.page.get_by_role("link", name="予算ヒアリング")).to_be_focused()
    await desk.page.goto(f"{desk.origin}/rooms")
    await asks(desk, "福祉課", "未読にする")
    await expect(row(phone, "福祉課").get_by_text("未読1件")).to_be_visible()
    await desk.accessible()
    await desk.button("元に戻す").focus()
    await desk.page.keyboard.press("Enter")
    await expect(row(phone, "福祉課").get_by_text("未読1件")).to_have_count(0)

    await a_folder_is_made_shut_and_taken_away(desk, phone)
    await a_finger_does_what_the_menu_does(phone)


async def a_finger_does_what_the_menu_does(phone: Desk) -> None:
    quiet = phone.page.get_by_role("img", name="通知オフ")
    await phone.swipe(row(phone, "福祉課"), -90)
    await expect(phone.page.get_by_text("通知オフにしました")).to_be_visible()
    await expect(quiet).to_be_visible()
    await phone.accessible()
    await phone.picture("list-phone")
    await phone.button("福祉課のメニュー").tap()
    await phone.page.get_by_role("menuitem", name="通知を受け取る").tap()
    await expect(quiet).to_have_count(0)
    await phone.swipe(row(phone, "福祉課"), 90)
    await expect(row(phone, "福祉課").get_by_text("お気に入り")).to_be_visible()
    await phone.open("福祉課")
    await phone.swipe(phone.message("窓口の当番表です"), -90)
    await expect(phone.page.get_by_text("鈴木 﨑子さんに返信：窓口の当番表です")).to_be_visible()


async def a_folder_is_made_shut_and_taken_away(desk: Desk, phone: Desk) -> None:
    await asks(desk, "福祉課", "フォルダに入れる")
    await desk.page.get_by_role("textbox", name="新しいフォルダの名前").focus()
    await desk.page.keyboard.type("窓口の仕事")
    await desk.accessible()
    await desk.page.keyboard.press("Enter")
    fold = phone.page.get_by_role("button", name="窓口の仕事 1件")
    await expect(fold).to_have_attribute("aria-expanded", "true")
    await desk.page.get_by_role("button", name="窓口の仕事 1件").focus()
    await desk.page.keyboard.press("Enter")
    await expect(fold).to_have_attribute("aria-expanded", "false")
    await expect(lines(phone)).to_have_count(2)
    await phone.accessible()
    await fits(phone)

    await desk.page.get_by_role("button", name="フォルダ「窓口の仕事」のメニュー").focus()
    await desk.page.keyboard.press("Enter")
    await choose(desk, "フォルダを消す")
    await expect(lines(phone).get_by_role("link", name="福祉課")).to_be_visible()
    await desk.button("元に戻す").focus()
    await desk.page.keyboard.press("Enter")
    await expect(fold).to_have_attribute("aria-expanded", "true")


@pytest.mark.req("ROOM-15", "ROOM-16", "MSG-9", "A11Y-1")
async def test_a_message_is_kept_and_read_again_and_a_room_is_carried_into_a_folder(
    town: Town, desks: Desks
) -> None:
    for text in ("窓口の当番表です", "二階の担当も入れました"):
        await town.says(SUZUKI, text, WELFARE)
    made = {"request_key": "0" * 26, "name": "窓口の仕事"}
    await town.call(SATO, "POST", "/api/shelf/folders", made)
    desk = await desks.take(SATO)
    await desk.open("福祉課")
    await desk.message("窓口の当番表です").click(button="right")
    await desk.page.get_by_role("menuitem", name="お気に入り", exact=True).click()
    await expect(desk.page.get_by_text("お気に入りに入れました")).to_be_visible()
    await desk.message("窓口の当番表です").click(button="right")
    await expect(desk.page.get_by_role("menuitem", name="お気に入りから外す")).to_be_visible()
    await desk.page.get_by_role("menuitem", name="ここから未読にする").click()
    await expect(row(desk, "福祉課").get_by_text("未読2件")).to_be_visible()
    await expect(desk.log.get_by_text("ここから未読")).to_be_visible()

    into = desk.page.get_by_role("button", name="窓口の仕事 0件")
    await desk.page.get_by_role("link", name="福祉課").drag_to(into)
    await expect(desk.page.get_by_role("button", name="窓口の仕事 1件")).to_be_visible()

    await desk.page.get_by_role("tab", name="お気に入り").click()
    await desk.page.get_by_role("link", name="お気に入りのメッセージ").click()
    await expect(row(desk, "福祉課")).to_have_count(0)
    await desk.accessible()
    await desk.page.get_by_role("link", name="ルームで開く（福祉課）").click()
    await expect(desk.message("窓口の当番表です")).to_be_visible()
    # Whoever has left the room and comes back reads it.
    await desk.page.get_by_role("tab", name="すべて").click()
    await expect(row(desk, "福祉課").get_by_text("未読2件")).to_have_count(0)


@pytest.mark.req("ROOM-16", "A11Y-1", "A11Y-2")
async def test_rooms_stand_side_by_side_each_with_its_own_place_to_write(town: Town, desks: Desks) -> None:
    others = [await opened(town, SATO, [SUZUKI], name=name) for name in ("災害対策本部", "避難所運営")]
    for room in (WELFARE, *others):
        await town.says(SUZUKI, "状況を知らせてください", room)
    desk = await desks.take(SATO, size=(1920, 1080))
    await desk.open("福祉課")
    await desk.page.get_by_role("link", name="災害対策本部").click(modifiers=["Control"])
    beside = desk.page.get_by_role("region", name="災害対策本部", exact=True)
    await beside.get_by_role("log").get_by_text("状況を知らせてください").wait_for()
    await asks(desk, "避難所運営", "横に並べて開く")
    last = desk.page.get_by_role("region", name="避難所運営", exact=True)
    await last.get_by_role("textbox", name="メッセージ", exact=True).wait_for()
    await desk.accessible()
    await fits(desk)

    await desk.page.keyboard.press("Alt+2")
    await desk.page.keyboard.type("本部の書きかけ")
    await desk.page.keyboard.press("Alt+1")
    await desk.page.keyboard.type("窓口は開いています")
    await desk.page.keyboard.press("Control+Enter")
    main = desk.page.get_by_role("main")
    # What only waits to be sent has no id, and nobody can have read it.
    sent = main.locator("[data-message]").filter(has_text="窓口は開いています")
    await expect(sent).to_be_visible()
    for who in (WELFARE, others[0]):
        await town.call(SUZUKI, "PUT", f"/api/rooms/{who}/read-mark", {"ordinal": 9})
    await expect(main.get_by_text("既読 1").or_(main.get_by_text("既読", exact=True))).to_be_visible()

    await desk.page.reload()
    await expect(beside.get_by_role("textbox", name="メッセージ", exact=True)).to_have_value("本部の書きかけ")
    await last.get_by_role("button", name="避難所運営を閉じる").focus()
    await desk.page.keyboard.press("Enter")
    await expect(last).to_have_count(0)
    await desk.page.set_viewport_size({"width": 1440, "height": 900})
    await expect(beside).to_have_count(0)
    await expect(main.get_by_role("heading", name="福祉課")).to_be_visible()


@pytest.mark.req("ROOM-15")
async def test_a_list_of_a_thousand_rooms_holds_no_more_than_what_is_in_sight(
    town: Town, desks: Desks
) -> None:
    await fill_rooms(town, 1_000)
    desk = await desks.take(SATO)
    await expect(desk.page.get_by_role("tab", name="未読 1000")).to_be_visible()
    assert await lines(desk).count() < 40
    await lines(desk).first.get_by_role("link").focus()
    await desk.page.keyboard.press("ArrowDown")
    await expect(lines(desk).nth(1).get_by_role("link")).to_be_focused()
    above = await lines(desk).last.inner_text()
    await desk.page.mouse.move(200, 500)
    await desk.page.mouse.wheel(0, 100_000)
    await expect(lines(desk).filter(has_text=above)).to_have_count(0)
    assert await lines(desk).count() < 40
    await desk.page.get_by_role("searchbox", name="ルームを名前で探す").fill("課の話 ７３１")
    await expect(lines(desk)).to_have_count(1)
    await expect(lines(desk).first).to_contain_text("課の話 731")
