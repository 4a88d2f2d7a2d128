"""A day's talk from end to end with the keys alone at a desk; somebody of the next city is there, on a phone."""

from uuid import UUID

import pytest
from playwright.async_api import Locator, expect
from sqlalchemy import insert

from tests.browser.desk import ON_ONE_DATABASE, PHONE, Desk, Desks
from tests.cast import MORI, SATO, SUZUKI, named
from tests.talk.actors import opened
from tests.talk.council import council_of
from tests.talk.rooms.labelling import SHARED, label
from tests.town import Town
from yoriai.people.accounts.models import Posting

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
TABS = 60
"""More than any screen of these has places for the focus."""


async def wide_area(town: Town) -> UUID:
    """A room of 佐藤, 鈴木 and 森 of the next city, in an organization in which all of them serve."""
    council = await council_of(town, SATO, SUZUKI)
    post = {
        "id": named("posting of 森"), "account_id": MORI, "organization_id": council, "department_id": None,
        "main": None, "was_main": False, "since": town.assembly.works.now(), "until": None,
    }  # fmt: skip
    async with town.assembly.works.writing() as work:
        await work.session.execute(insert(Posting), [post])
    room = await opened(town, SATO, [SUZUKI], name="広域観光の打合せ", organization=council)
    assert await label(town, SATO, room, SHARED) == (204, "")
    invited = await town.call(SATO, "POST", f"/api/rooms/{room}/members", {"accounts": [str(MORI)]})
    assert invited.status_code == 204, invited.text
    return room


async def tab_to(desk: Desk, place: Locator, *, back: bool = False) -> None:
    """Press Tab until the focus is there, as somebody without a mouse does."""
    await place.wait_for()
    for _ in range(TABS):
        if await place.evaluate("place => place === document.activeElement"):
            return
        await desk.page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(f"Tab never comes to {place}")


async def press(desk: Desk, name: str, *, back: bool = False) -> None:
    await tab_to(desk, desk.button(name).last, back=back)
    await desk.page.keyboard.press("Enter")


async def choose(desk: Desk, item: str) -> None:
    """In a menu that has opened, by its arrows."""
    wanted = desk.page.get_by_role("menuitem", name=item, exact=True)
    await wanted.wait_for()
    while not await wanted.evaluate("item => item === document.activeElement"):
        await desk.page.keyboard.press("ArrowDown")
    await desk.page.keyboard.press("Enter")


async def act_on_last(desk: Desk, item: str) -> None:
    """From the field back into the log, to its last message, and what is chosen there."""
    await tab_to(desk, desk.log, back=True)
    await desk.page.keyboard.press("ArrowUp")
    await desk.page.keyboard.press("Shift+F10")
    await choose(desk, item)


async def writes(desk: Desk, text: str) -> None:
    await expect(desk.composer).to_be_focused()
    await desk.page.keyboard.insert_text(text)
    await desk.page.keyboard.press("Control+Enter")


def top(desk: Desk) -> Locator:
    return desk.page.get_by_role("region", name="上に固定したメッセージ", exact=True)


@pytest.mark.req("ROOM-1", "ROOM-18", "MSG-3", "MSG-4", "MSG-16", "MSG-18", "A11Y-1", "A11Y-2")
async def test_with_the_keys_alone(town: Town, desks: Desks) -> None:
    room = await wide_area(town)
    await town.says(MORI, "隣見市の案をお送りします", room)
    sato = await desks.take(SATO)
    await makes_a_room(sato)
    await takes_somebody_in(sato)
    await sato.page.goto(f"{sato.origin}/rooms/{room}")
    mori = await desks.take(MORI, zone="internet", at=f"/rooms/{room}", size=PHONE, touch=True)
    await expect(sato.message("隣見市の案をお送りします")).to_be_visible()
    await expect(sato.log.get_by_text("［隣見市］", exact=False)).to_be_visible()

    await act_on_last(sato, "返信")
    await writes(sato, "ありがとうございます")
    await expect(mori.page.get_by_role("link", name="森 葵：隣見市の案を")).to_be_visible()
    await act_on_last(sato, "上に固定")
    await expect(top(mori).get_by_role("link", name="ありがとうございます")).to_be_visible()
    await keeps_and_corrects(sato)
    await expect(mori.log.get_by_text("編集済み")).to_be_visible()
    await sends_later(sato)
    await mori.accessible()


async def makes_a_room(desk: Desk) -> None:
    """In the organization that is asked for first; its name has the focus, and its people are found in kana."""
    await expect(desk.page.get_by_role("button", name="見本市役所")).to_be_focused()
    await desk.page.keyboard.press("Enter")
    await press(desk, "新しいルーム")
    await expect(desk.page.get_by_label("ルームの名前")).to_be_focused()
    await desk.page.keyboard.insert_text("窓口の引継ぎ")
    await takes(desk, "すずき", "鈴木 﨑子")
    await press(desk, "ルームを作る")
    await expect(desk.page.get_by_role("heading", name="窓口の引継ぎ")).to_be_visible()


async def takes_somebody_in(desk: Desk) -> None:
    await expect(desk.composer).to_be_focused()
    await press(desk, "ルームのメニュー", back=True)
    await choose(desk, "メンバーを加える")
    await takes(desk, "tanaka", "田中 美保")
    await press(desk, "1人を加える")
    await expect(desk.log.get_by_text("田中 美保さん", exact=False)).to_be_visible()


async def takes(desk: Desk, words: str, name: str) -> None:
    """Somebody, from among all who could be chosen."""
    await tab_to(desk, desk.page.get_by_role("searchbox", name="氏名・ふりがな・所属で探す"))
    await desk.page.keyboard.insert_text(words)
    await expect(desk.page.get_by_role("checkbox")).to_have_count(1)
    await tab_to(desk, desk.page.get_by_role("checkbox", name=name))
    await desk.page.keyboard.press("Space")


async def keeps_and_corrects(desk: Desk) -> None:
    await act_on_last(desk, "お気に入り")
    await expect(desk.page.get_by_text("お気に入りに入れました")).to_be_visible()
    await tab_to(desk, desk.composer)
    await desk.page.keyboard.press("ArrowUp")
    await expect(desk.page.get_by_role("textbox", name="メッセージを編集")).to_be_focused()
    await desk.page.keyboard.insert_text("。確認します")
    await desk.page.keyboard.press("Control+Enter")
    await expect(desk.message("ありがとうございます。確認します")).to_be_visible()
    await expect(desk.composer).to_be_focused()
    await act_on_last(desk, "編集前の文を見る")
    before = desk.page.get_by_role("dialog", name="編集前の文")
    await expect(before.get_by_text("ありがとうございます", exact=True)).to_be_visible()
    await desk.page.keyboard.press("Escape")
    await expect(before).to_have_count(0)
    await tab_to(desk, desk.composer)


async def sends_later(desk: Desk) -> None:
    await desk.page.keyboard.insert_text("明日の朝に確かめます")
    await press(desk, "予約送信")
    await choose(desk, "明日の朝 8:30")
    await expect(desk.composer).to_have_value("")
    await tab_to(desk, desk.button("予約を見る"), back=True)
    await desk.page.keyboard.press("Enter")
    waiting = desk.page.get_by_role("dialog", name="予約送信")
    await expect(waiting.get_by_role("listitem")).to_contain_text("明日の朝に確かめます")
    await press(desk, "予約を取り消す")
    await expect(waiting.get_by_text("予約したメッセージはありません。")).to_be_visible()
    await desk.page.keyboard.press("Escape")
    await expect(waiting).to_have_count(0)
