"""What one can do with a message: by the pointer, by the keyboard alone, by a finger."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desk, Desks
from tests.cast import SATO, SUZUKI
from tests.talk.rooms.labelling import SEALED, label
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]

READ = "navigator.clipboard.readText()"
SELECT = """([first, last]) => {
  const said = [...document.querySelectorAll('[data-message]')];
  const range = document.createRange();
  range.setStart(said[first], 0);
  range.setEnd(said[last], said[last].childNodes.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


async def lets_copy(desk: Desk) -> None:
    await desk.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=desk.origin)


async def stands_on(desk: Desk, author: str) -> None:
    """The focus is on the message of this person; from a menu it comes back with the next picture."""
    said = desk.log.get_by_role("article", name=re.compile(f"^{author}"))
    await expect(said).to_be_focused()


@pytest.mark.req("MSG-18", "A11Y-2")
async def test_the_keyboard_alone_walks_the_messages_and_copies_one(town: Town, desks: Desks) -> None:
    await town.says(SATO, "窓口の当番表です", town.welfare)
    await town.says(SUZUKI, "承知しました", town.welfare)
    sato = await desks.take(SATO)
    await sato.open("福祉課")
    await lets_copy(sato)
    keys = sato.page.keyboard
    await sato.log.focus()
    await keys.press("ArrowUp")
    await stands_on(sato, "鈴木 﨑子")
    await expect(sato.page.get_by_role("toolbar", name="メッセージの操作")).to_be_visible()
    await sato.accessible()

    await keys.press("Shift+F10")
    await expect(sato.page.get_by_role("menuitem", name="返信", exact=True)).to_be_focused()
    await sato.accessible()
    await keys.press("Escape")
    await stands_on(sato, "鈴木 﨑子")

    await keys.press("ArrowUp")
    await keys.press("Enter")
    for _ in ("リアクション", "やり取りで返信", "あとで見る", "お気に入り", "コピー"):
        await keys.press("ArrowDown")
    await expect(sato.page.get_by_role("menuitem", name="コピー", exact=True)).to_be_focused()
    await keys.press("Enter")
    await expect(sato.page.get_by_text("コピーしました")).to_be_visible()
    await stands_on(sato, "自分")
    copied = str(await sato.page.evaluate(READ))
    assert copied.startswith("[") and copied.endswith("] 佐藤 花子（福祉課）窓口の当番表です")


@pytest.mark.req("MSG-18", "MSG-2")
async def test_the_pointer_copies_a_selection_line_by_line_and_nothing_moves(
    town: Town, desks: Desks
) -> None:
    for text in ("一つ目です", "二つ目です\n改行もあります", "三つ目です"):
        await town.says(SUZUKI, text, town.welfare)
    sato = await desks.take(SATO)
    await sato.open("福祉課")
    await lets_copy(sato)
    before = await sato.message("三つ目です").bounding_box()
    await sato.message("三つ目です").hover()
    await expect(sato.button("ほかの操作")).to_be_visible()
    assert await sato.message("三つ目です").bounding_box() == before

    await sato.message("三つ目です").click(button="right")
    await sato.page.get_by_role("menuitem", name="リンクをコピー").click()
    link = str(await sato.page.evaluate(READ))
    assert link.startswith(f"{sato.origin}/rooms/{town.welfare}/messages/")

    await sato.page.evaluate(SELECT, [0, 1])
    await sato.page.keyboard.press("Control+c")
    first, second, third = str(await sato.page.evaluate(READ)).split("\n")
    assert first.endswith("鈴木 﨑子（福祉課）一つ目です")
    assert second.endswith("鈴木 﨑子（福祉課）二つ目です")
    assert third == "改行もあります"


@pytest.mark.req("GUEST-5")
async def test_what_was_said_is_taken_out_as_the_draft_of_a_mail_unless_the_label_keeps_it(
    town: Town, desks: Desks
) -> None:
    await town.says(SUZUKI, "会場を変えました", town.welfare)
    await town.says(SUZUKI, "会議は10時からです\n二階です", town.welfare)
    sato = await desks.take(SATO)
    await sato.open("福祉課")
    await lets_copy(sato)
    dialog = sato.page.get_by_role("dialog", name="メールの下書き")
    await to_mail(sato, "会議は10時からです 二階です")
    await expect(dialog.get_by_label("件名")).to_have_value("会議は10時からです 二階です")
    await expect(dialog.get_by_label("本文")).to_have_value("会議は10時からです\n二階です")
    await sato.accessible_by_day_and_night("mail-draft")
    mail = str(await dialog.get_by_role("link", name="メールソフトで開く").get_attribute("href"))
    assert mail.startswith("mailto:?subject=") and "%0D%0A" in mail
    await dialog.get_by_role("button", name="一つ前のメッセージも入れる").click()
    await expect(dialog.get_by_label("本文")).to_have_value(
        re.compile(r"^■ .+鈴木 﨑子\n会場を変えました\n\n■ ")
    )
    await dialog.get_by_label("件名").fill("会場の変更について")
    async for width, _ in sato.windows(PHONE, SMALLEST, DESK):
        await sato.accessible()
        await sato.picture(f"mail-draft-{width}")
    await dialog.get_by_role("button", name="コピーする").click()
    await expect(sato.page.get_by_text("件名と本文をコピーしました")).to_be_visible()
    assert str(await sato.page.evaluate(READ)).startswith("会場の変更について\n\n■ ")

    assert await label(town, SATO, town.welfare, SEALED) == (204, "")
    await to_mail(sato, "会議は10時からです 二階です")
    await expect(dialog).to_contain_text("外へ出すことは認められていません")
    await expect(dialog.get_by_label("本文")).to_have_count(0)


async def to_mail(desk: Desk, words: str) -> None:
    await desk.message(words).click(button="right")
    await desk.page.get_by_role("menuitem", name="メールの下書きへ").click()


@pytest.mark.req("MSG-18", "A11Y-6")
async def test_a_finger_opens_the_menu_by_resting_or_by_the_three_points(town: Town, desks: Desks) -> None:
    await town.says(SATO, "外出先からです", town.welfare)
    suzuki = await desks.take(SUZUKI, size=PHONE, touch=True)
    await suzuki.open("福祉課")
    await suzuki.button("メッセージの操作").tap()
    await expect(suzuki.page.get_by_role("menuitem", name="コピー", exact=True)).to_be_visible()
    await suzuki.accessible()
    await suzuki.page.keyboard.press("Escape")

    await suzuki.message("外出先からです").dispatch_event(
        "pointerdown", {"pointerType": "touch", "clientX": 100, "clientY": 200, "isPrimary": True}
    )
    await expect(suzuki.page.get_by_role("menuitem", name="リンクをコピー")).to_be_visible()


@pytest.mark.req("MSG-5", "MSG-6")
async def test_a_message_is_taken_back_on_every_screen_after_a_question(town: Town, desks: Desks) -> None:
    await town.says(SUZUKI, "資料を差し替えました", town.welfare)
    await town.says(SATO, "まちがえて送りました", town.welfare)
    sato, suzuki = await desks.take(SATO), await desks.take(SUZUKI, size=PHONE, touch=True)
    await suzuki.open("福祉課")
    await sato.open("福祉課")
    await expect(sato.log.get_by_text("既読 1")).to_be_visible()
    keys = sato.page.keyboard
    await sato.log.focus()
    await keys.press("ArrowUp")
    await keys.press("Shift+F10")
    await sato.page.get_by_role("menuitem", name="送信取消").focus()
    await keys.press("Enter")
    question = sato.page.get_by_role("alertdialog", name="このメッセージの送信を取り消しますか？")
    await expect(question).to_contain_text("1人のうち1人がすでに読んでいます。")
    await expect(sato.button("やめる")).to_be_focused()
    await sato.accessible()
    await keys.press("Tab")
    await keys.press("Enter")
    await expect(sato.log.get_by_text("送信を取り消しました")).to_be_visible()
    await expect(question).to_have_count(0)
    await expect(sato.log.locator("[data-message]").last).to_be_focused()
    await expect(suzuki.log.get_by_text("佐藤 花子さんが送信を取り消しました")).to_be_visible()
    await expect(suzuki.message("まちがえて送りました")).to_have_count(0)
    await suzuki.accessible()
    await expect(sato.page.get_by_role("link", name="福祉課").first).to_contain_text("送信を取り消しました")


@pytest.mark.req("MSG-5")
async def test_whoever_manages_the_room_gives_a_reason_for_taking_another_s_away(
    town: Town, desks: Desks
) -> None:
    await town.says(SUZUKI, "資料を差し替えました", town.welfare)
    sato, suzuki = await desks.take(SATO), await desks.take(SUZUKI)
    await suzuki.open("福祉課")
    await sato.open("福祉課")
    await sato.message("資料を差し替えました").click(button="right")
    await sato.page.get_by_role("menuitem", name="送信取消").click()
    await sato.button("取り除く").click()
    await expect(sato.page.get_by_text("理由を書いてください。")).to_be_visible()
    await sato.page.get_by_label("理由").fill("個人情報のため")
    await sato.button("取り除く").click()
    await expect(suzuki.log.get_by_text("佐藤 花子さんがメッセージを取り除きました")).to_be_visible()


@pytest.mark.req("MSG-4", "MSG-13")
async def test_the_last_message_is_put_right_where_it_stands(town: Town, desks: Desks) -> None:
    await town.says(SATO, "当番表です（三階）", town.welfare)
    sato, suzuki = await desks.take(SATO), await desks.take(SUZUKI, size=PHONE, touch=True)
    await suzuki.open("福祉課")
    await sato.open("福祉課")
    keys, field = sato.page.keyboard, sato.page.get_by_role("textbox", name="メッセージを編集")
    await expect(sato.message("当番表です（三階）")).to_be_visible()
    await sato.composer.press("ArrowUp")
    await expect(field).to_be_focused()
    await sato.accessible()

    ime = await sato.keyboard()
    await ime.send("Input.imeSetComposition", {"text": "にかい", "selectionStart": 3, "selectionEnd": 3})
    await ime.send(
        "Input.dispatchKeyEvent",
        {"type": "rawKeyDown", "windowsVirtualKeyCode": 229, "code": "Escape", "key": "Process"},
    )
    await expect(field).to_be_focused()
    await ime.send("Input.insertText", {"text": "二階"})
    await expect(field).to_have_value("当番表です（三階）二階")
    await sato.page.wait_for_timeout(300)  # a hand is never quicker; one browser ends a conversion that late
    await field.fill("当番表です（二階）")
    await keys.press("Control+Enter")
    await expect(suzuki.message("当番表です（二階）")).to_be_visible()
    await expect(suzuki.log.get_by_text("編集済み")).to_be_visible()
    await expect(sato.composer).to_be_focused()

    await sato.message("当番表です（二階）").click(button="right")
    await sato.page.get_by_role("menuitem", name="編集前の文を見る").click()
    await expect(sato.page.get_by_role("dialog", name="編集前の文")).to_contain_text("当番表です（三階）")
    await sato.accessible()


@pytest.mark.req("MSG-4", "N105")
async def test_what_was_changed_elsewhere_is_told_and_nothing_typed_is_lost(town: Town, desks: Desks) -> None:
    message = await town.says(SATO, "当番表です（二階）", town.welfare)
    sato = await desks.take(SATO)
    await sato.open("福祉課")
    keys, field = sato.page.keyboard, sato.page.get_by_role("textbox", name="メッセージを編集")
    await expect(sato.message("当番表です（二階）")).to_be_visible()
    await sato.composer.press("ArrowUp")
    await field.fill("当番表です（二階、田中）")
    seen = (await town.call(SATO, "GET", f"/api/rooms/{town.welfare}/messages/{message}")).json()
    elsewhere = {
        "parts": [{"kind": "text", "text": "電話で直しました"}],
        "seen": seen["message"]["edited_at"],
    }
    await town.call(SATO, "PUT", f"/api/rooms/{town.welfare}/messages/{message}", elsewhere)
    await expect(sato.page.get_by_text("「電話で直しました」")).to_be_visible()
    await keys.press("Control+Enter")
    await expect(sato.page.get_by_role("alert")).to_contain_text("ほかの端末で先に書き直されています")
    await expect(field).to_have_value("当番表です（二階、田中）")
    await sato.button("保存").click()
    await expect(sato.message("当番表です（二階、田中）")).to_be_visible()


@pytest.mark.req("MSG-3")
async def test_an_answer_shows_its_parent_and_leads_there(town: Town, desks: Desks) -> None:
    await town.says(SUZUKI, "受付から計測までの動線を一方通行に", town.welfare)
    for place in range(30):
        await town.says(SUZUKI, f"{place}番目の連絡", town.welfare)
    sato, suzuki = await desks.take(SATO), await desks.take(SUZUKI, size=PHONE, touch=True)
    await suzuki.open("福祉課")
    await sato.open("福祉課")
    await sato.log.focus()
    await sato.page.keyboard.press("Home")
    await sato.message("受付から計測までの動線を一方通行に").click(button="right")
    await sato.page.get_by_role("menuitem", name="返信", exact=True).click()
    await expect(sato.composer).to_be_focused()
    await expect(sato.page.get_by_text("鈴木 﨑子さんに返信：")).to_be_visible()
    await sato.accessible()
    await sato.page.keyboard.type("とても見やすいです")
    await sato.page.keyboard.press("Control+Enter")
    await expect(sato.page.get_by_text("鈴木 﨑子さんに返信：")).to_have_count(0)
    line = suzuki.page.get_by_role("link", name="鈴木 﨑子：受付から計測まで")
    await expect(line).to_be_visible()
    await suzuki.accessible()
    await line.tap()
    await expect(suzuki.message("受付から計測までの動線を一方通行に")).to_be_in_viewport()
