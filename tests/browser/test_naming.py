"""宛先: naming people while one writes, with the keys, an input method and a thumb; and what stands out afterwards."""

import re

import pytest
from playwright.async_api import Locator, expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, Desk, Desks
from tests.cast import SATO, SUZUKI
from tests.keys import new_send_key
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]


def choices(desk: Desk) -> Locator:
    return desk.page.get_by_role("listbox", name="宛先の候補").get_by_role("option")


@pytest.mark.req("ORG-19", "MSG-13", "A11Y-1", "A11Y-2")
async def test_somebody_is_named_with_keys_in_a_conversion_and_by_thumb(town: Town, desks: Desks) -> None:
    sato, suzuki = await desks.take(SATO), await desks.take(SUZUKI, size=PHONE, touch=True, dark=True)
    for desk in (sato, suzuki):
        await desk.open("福祉課")
    await name_in_a_conversion(sato)
    await sato.page.keyboard.press("Control+Enter")

    mine = suzuki.log.get_by_role("article").last
    await expect(mine).to_contain_text("自分あて")
    await suzuki.composer.fill("了解です。@さと")
    await choices(suzuki).first.tap()
    await expect(suzuki.composer).to_have_value("了解です。＠佐藤 花子 ")
    await suzuki.button("送信").tap()
    await suzuki.accessible()

    said = sato.log.get_by_role("article").last
    await expect(said).to_contain_text("自分あて")
    await said.get_by_role("button", name="佐藤 花子さんの情報").press("Enter")
    await expect(sato.page.get_by_role("dialog", name="佐藤 花子さんの情報")).to_be_visible()
    await sato.page.keyboard.press("Escape")
    await sato.accessible()
    await put_right(sato)
    await expect(suzuki.log.get_by_text("編集済み")).to_be_visible()
    await expect(suzuki.log.get_by_role("button", name="鈴木 﨑子さんの情報")).to_be_visible()


async def name_in_a_conversion(desk: Desk) -> None:
    ime, keys = await desk.keyboard(), desk.page.keyboard

    async def convert(text: str) -> None:
        place = {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
        await ime.send("Input.imeSetComposition", place)

    await desk.composer.focus()
    await convert("＠")  # a conversion that is open has its keys to itself
    await expect(desk.composer).to_have_value("＠")
    await expect(choices(desk)).to_have_count(0)
    await ime.send("Input.insertText", {"text": "＠"})
    await expect(choices(desk)).to_have_count(3)
    await desk.accessible()
    await convert("すず")
    await expect(choices(desk)).to_have_count(1)
    process = {"type": "rawKeyDown", "windowsVirtualKeyCode": 229, "code": "Enter", "key": "Process"}
    await ime.send("Input.dispatchKeyEvent", process)
    await ime.send("Input.insertText", {"text": "すず"})
    await desk.page.wait_for_timeout(60)  # the Enter that ends a conversion is not the one that chooses
    await keys.press("Enter")
    await expect(desk.composer).to_have_value("＠鈴木 﨑子 ")
    await keys.type("さん、@zen")
    await expect(choices(desk)).to_have_count(1)
    await keys.press("Escape")
    await keys.type("in")
    await expect(choices(desk)).to_have_count(0)


async def put_right(desk: Desk) -> None:
    """The name stays a name, and rings no second time."""
    await desk.composer.press("ArrowUp")
    field = desk.page.get_by_role("textbox", name="メッセージを編集")
    await expect(field).to_have_value("＠鈴木 﨑子 さん、@zenin")
    await field.press_sequentially("です")
    await field.press("Control+Enter")


@pytest.mark.req("PUSH-1", "ROOM-16", "A11Y-1", "A11Y-2")
async def test_what_of_a_room_calls_one_and_which_words_is_chosen_with_the_keys(
    town: Town, desks: Desks
) -> None:
    sato, suzuki = await desks.take(SATO), await desks.take(SUZUKI, zone="internet")
    for desk in (sato, suzuki):
        await desk.open("福祉課")
    page = suzuki.page
    await suzuki.button("ルームのメニュー").press("Enter")
    await page.get_by_role("menuitem", name="通知").press("Enter")
    dialog = page.get_by_role("dialog", name="通知")
    await expect(dialog.get_by_role("radio", name="すべて")).to_be_checked()
    await page.get_by_role("radio", name="すべて").press("ArrowDown")
    await expect(dialog.get_by_role("radio", name="自分あてだけ")).to_be_checked()
    await suzuki.accessible()
    await suzuki.picture("notify")
    await page.keyboard.press("Escape")
    await watch_for_a_word(suzuki)
    await page.get_by_role("link", name="トーク").click()

    await sato.say("だれも呼びません")
    await expect(page.get_by_role("link", name="福祉課").get_by_text("未読1件")).to_be_attached()
    await expect(page).to_have_title("トーク｜寄合")
    await sato.say("＠全員 10時に集まってください")
    await expect(page).to_have_title("(1) トーク｜寄合")
    await expect(page.get_by_role("img", name="自分あて1件")).to_be_visible()
    assert await page.locator("link[rel=icon]").get_attribute("href") == "/icon-waiting.svg"
    await suzuki.accessible()
    await suzuki.picture("notify-list")
    await sato.say("来年度の予算はＤＸが中心です")
    await hear_of_a_word(suzuki)
    await hear_of_it_in_a_thread(town, suzuki)

    # How much waits for her is nothing to the next person at this machine.
    await suzuki.button("ログアウト").click()
    await expect(page).to_have_title("ログイン｜寄合")
    await expect(page.locator("link[rel=icon]")).to_have_attribute("href", "/icon.svg")


async def hear_of_a_word(desk: Desk) -> None:
    """It calls as a name does, and the message says which word it was."""
    await expect(desk.page).to_have_title("(2) トーク｜寄合")
    await desk.page.get_by_role("link", name="福祉課").press("Enter")
    called = desk.log.get_by_role("article").filter(has_text="来年度の")
    await expect(called.get_by_text("見張りの言葉：予算、dx")).to_be_visible()
    await desk.accessible()
    await desk.picture("watched")


async def hear_of_it_in_a_thread(town: Town, desk: Desk) -> None:
    """An answer that stands in its thread alone says so there."""
    room = f"/api/rooms/{town.welfare}/messages"
    root = (await town.call(SATO, "GET", room)).json()["messages"][-1]["message_id"]
    answer = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": "予算の案です"}]}
    said = await town.call(SATO, "POST", room, answer | {"thread": root, "in_room": False})
    assert said.status_code == 200, said.text
    await desk.log.get_by_role("article", name="やり取りへの返信").get_by_role("button").press("Enter")
    thread = desk.page.get_by_role("log", name="やり取り")
    mine = thread.get_by_role("article").filter(has_text="予算の案です")
    await expect(mine.get_by_text("見張りの言葉：予算")).to_be_visible()
    await desk.page.get_by_role("button", name="やり取りを閉じる").press("Enter")


async def watch_for_a_word(desk: Desk) -> None:
    """From the keyboard alone: refused, added, let go and brought back. The focus is never lost."""
    page, keys = desk.page, desk.page.keyboard
    await page.get_by_role("link", name="設定").press("Enter")
    field = page.get_by_role("textbox", name="見張る言葉")
    await expect(page.get_by_text("見張りの言葉は、まだありません。")).to_be_visible()
    await field.focus()
    await keys.type("課")
    await keys.press("Enter")
    await expect(field).to_have_accessible_description(re.compile("見張れるのは2文字以上の言葉です"))
    await desk.accessible()
    await field.fill("予算")
    await keys.press("Enter")
    word = page.get_by_role("list", name="見張りの言葉").get_by_role("listitem")
    await expect(word).to_have_text("予算")
    await expect(field).to_be_focused()
    await page.get_by_role("button", name="「予算」を外す").press("Enter")
    await expect(word).to_have_count(0)
    await expect(page.get_by_role("button", name="元に戻す")).to_be_focused()
    await keys.press("Enter")
    await expect(word).to_have_text("予算")
    await expect(field).to_be_focused()
    await keys.type("dx")
    await keys.press("Enter")
    await expect(word).to_have_count(2)
    await desk.accessible()
    await desk.picture("watchwords")
