"""A day's talk from end to end with a finger on the narrowest phone; somebody of the next city is there, with large letters."""

import contextlib
import re

import pytest
from playwright.async_api import expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, SMALLEST, Desk, Desks
from tests.browser.test_reach import fits
from tests.browser.test_whole_day import top, wide_area
from tests.cast import MORI, SATO, SUZUKI
from tests.keys import new_send_key
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]


# How many letters stand in a line of the widest message.
IN_A_LINE = """log => Math.max(...[...log.querySelectorAll("[data-fill] > p[lang=ja]")].map(
  (words) => words.clientWidth / parseFloat(getComputedStyle(words).fontSize)))"""


async def tap(desk: Desk, name: str) -> None:
    await desk.button(name).last.tap()


async def act_on(desk: Desk, text: str, item: str) -> None:
    """By the three points beside a message that has arrived. The log may move under the finger: then it taps again."""
    said = desk.log.get_by_role("article").filter(has_text=text, has=desk.page.locator("time")).last
    menu = desk.page.get_by_role("menu", name="メッセージの操作")
    await expect(desk.page.get_by_role("dialog")).to_have_count(0)
    for _ in range(3):
        await said.get_by_role("button", name="メッセージの操作").tap()
        with contextlib.suppress(AssertionError):
            await expect(menu).to_be_visible(timeout=2_000)
            break
    await menu.get_by_role("menuitem", name=item, exact=True).tap()


@pytest.mark.req(
    "ROOM-1",
    "ROOM-3",
    "ROOM-6",
    "ROOM-7",
    "ROOM-15",
    "ROOM-16",
    "ROOM-18",
    "MSG-4",
    "MSG-5",
    "MSG-8",
    "MSG-10",
    "MSG-15",
    "A11Y-1",
    "A11Y-7",
)
async def test_with_a_finger_on_the_narrowest_phone(town: Town, desks: Desks) -> None:
    room = await wide_area(town)
    await town.says(MORI, "隣見市の案をお送りします", room)
    open_room = {
        "request_key": new_send_key(),
        "name": "庁内の困りごと",
        "purpose": "",
        "kind": "open",
        "members": [],
    }
    await town.call(SATO, "POST", "/api/rooms", open_room)
    suzuki = await desks.take(SUZUKI, size=SMALLEST, touch=True)
    await suzuki.page.get_by_role("button", name="見本市役所").tap()
    await begins_rooms(suzuki)
    await sets_a_room(suzuki)
    await comes_into_an_open_room_and_leaves(suzuki)

    await suzuki.page.goto(f"{suzuki.origin}/rooms/{room}")
    mori = await desks.take(MORI, zone="internet", at=f"/rooms/{room}", size=PHONE, touch=True, dark=True)
    letters = await mori.keyboard()
    await letters.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    await answers(suzuki, mori)
    await mori.composer.fill("了解しました")
    await tap(mori, "送信")
    await expect(suzuki.message("了解しました")).to_be_visible()
    for desk in (suzuki, mori):
        await fits(desk)
        await desk.accessible()
    await reads_in_large_letters(town, mori)


async def reads_in_large_letters(town: Town, desk: Desk) -> None:
    """Twice as large as usual, and in かんたん表示 larger still: words stand in lines, and one can answer."""
    for simple in (False, True):
        await town.call(MORI, "PATCH", "/api/preferences", {"simple": simple, "asked": True})
        back = desk.page.get_by_role("link", name="トークの一覧へ戻る")
        await expect(back).to_have_count(int(simple))
        async for _ in desk.windows(PHONE, SMALLEST):
            await expect(desk.button("送信")).to_be_in_viewport(ratio=1)
            assert await desk.log.evaluate(IN_A_LINE) > 4
            await fits(desk)


async def begins_rooms(desk: Desk) -> None:
    """After a template with a whole unit; with oneself; with one person."""
    page = desk.page
    await tap(desk, "新しいルーム")
    await page.get_by_text("会議", exact=True).tap()
    await page.get_by_label("ルームの名前").fill("福祉課の定例会")
    await page.get_by_text("組織から選ぶ", exact=True).tap()
    await page.get_by_role("button", name="福祉課 2人").tap()
    await tap(desk, "「福祉課」の全員を選ぶ")
    await fits(desk)
    await tap(desk, "ルームを作る")
    await expect(page.get_by_role("heading", name="福祉課の定例会")).to_be_visible()
    for kind, then, heading in (
        ("自分メモ", "自分メモを開く", "自分メモ"),
        ("1人に", "佐藤 花子", "佐藤 花子"),
    ):
        await tap(desk, "一覧へ戻る")
        await tap(desk, "新しいルーム")
        await page.get_by_text(kind, exact=True).last.tap()
        await page.get_by_role("dialog").get_by_role("button", name=then).tap()
        await expect(page.get_by_role("heading", name=heading)).to_be_visible()
    await tap(desk, "一覧へ戻る")


async def sets_a_room(desk: Desk) -> None:
    """Its name, what of it calls one, who manages it too, what stands at the top, and the folder in which it is found."""
    page = desk.page
    await page.get_by_role("link", name="福祉課の定例会").tap()
    await asks_in_room(desk, "ルームの設定")
    await page.get_by_label("ルームの名前").fill("福祉課の朝の会")
    await fits(desk)
    await tap(desk, "保存")
    await expect(page.get_by_role("heading", name="福祉課の朝の会")).to_be_visible()
    await asks_in_room(desk, "通知")
    await page.get_by_role("dialog").get_by_text("自分あてだけ", exact=True).tap()
    await fits(desk)
    await tap(desk, "閉じる")
    await tap(desk, "メンバーを見る")
    await tap(desk, "佐藤 花子さんについての操作")
    await page.get_by_role("menuitem", name="管理をする人にする").tap()
    await tap(desk, "管理をする人にする")
    await expect(
        page.get_by_role("listitem").filter(has_text="佐藤 花子").get_by_text("管理")
    ).to_be_visible()
    await tap(desk, "メンバーを閉じる")
    await desk.composer.fill("8時半に始めます")
    await tap(desk, "送信")
    await act_on(desk, "8時半に始めます", "上に固定")
    await expect(top(desk).get_by_role("link", name="8時半に始めます")).to_be_visible()
    await tap(desk, "一覧へ戻る")
    await tap(desk, "福祉課の朝の会のメニュー")
    await page.get_by_role("menuitem", name="フォルダに入れる").tap()
    await page.get_by_label("新しいフォルダの名前").fill("朝の仕事")
    await tap(desk, "入れる")
    await expect(page.get_by_role("button", name="朝の仕事 1件")).to_be_visible()


async def asks_in_room(desk: Desk, item: str) -> None:
    await tap(desk, "ルームのメニュー")
    await desk.page.get_by_role("menuitem", name=item).tap()


async def comes_into_an_open_room_and_leaves(desk: Desk) -> None:
    await desk.page.get_by_role("link", name="オープンルームを探す").tap()
    await tap(desk, "庁内の困りごとに参加する")
    await expect(desk.composer).to_be_visible()
    await tap(desk, "ルームのメニュー")
    await desk.page.get_by_role("menuitem", name="退出").tap()
    await tap(desk, "退出する")
    await expect(desk.page.get_by_role("heading", name="トーク")).to_be_visible()


async def answers(desk: Desk, other: Desk) -> None:
    """A sign, a place on one's lists, a message put right, one taken back; who has read, and who they are."""
    theirs, page = "隣見市の案を", desk.page
    await act_on(desk, theirs, "リアクション")
    await page.get_by_role("dialog", name="リアクションを選ぶ").get_by_role("button", name="確認").tap()
    for each in (desk, other):
        await expect(each.log.get_by_role("button", name="確認 1人")).to_be_visible()
    await act_on(desk, theirs, "あとで見る")
    await tap(desk, "あとで見るに入れる")
    await act_on(desk, theirs, "お気に入り")
    await expect(page.get_by_text("お気に入りに入れました")).to_be_visible()
    await desk.composer.fill("明日までに見ます")
    await tap(desk, "送信")
    await expect(other.message("明日までに見ます")).to_be_visible()
    await act_on(desk, "明日までに見ます", "編集")
    await page.get_by_role("textbox", name="メッセージを編集").fill("今日中に見ます")
    await tap(desk, "保存")
    await expect(other.message("今日中に見ます")).to_be_visible()
    await page.get_by_role("button", name="既読 1、見た人を開く").tap()
    await expect(page.get_by_role("dialog").get_by_role("listitem")).to_contain_text("森 葵")
    await tap(desk, "閉じる")
    await act_on(desk, "今日中に見ます", "送信取消")
    await tap(desk, "取り消す")
    await expect(other.log.get_by_text("鈴木 﨑子さんが送信を取り消しました")).to_be_visible()
    await looks_who_is_there(desk)


async def looks_who_is_there(desk: Desk) -> None:
    """Of another body one reads what the room shows; nothing is asked that would be refused."""
    page, card = desk.page, desk.page.get_by_role("dialog")
    await tap(desk, "メンバーを見る")
    await page.get_by_role("button", name="佐藤 花子さんの情報").last.tap()
    await expect(card).to_contain_text("福祉課")
    await tap(desk, "閉じる")
    await page.get_by_role("button", name="森 葵さんの情報").last.tap()
    await expect(card).to_contain_text(re.compile("もり あおい.*隣見市.*健康課"))
    await expect(card).to_contain_text("ほかの団体の人です。")
    await desk.accessible()
    await desk.picture("card-of-another-body-320")
    await tap(desk, "閉じる")
    await tap(desk, "メンバーを閉じる")
