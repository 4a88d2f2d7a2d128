"""Kinds of rooms on the screen: a direct talk, one's own notes, an open room; found, opened and left by keys alone."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, Desk, Desks
from tests.browser.test_reach import fits
from tests.cast import SATO, SUZUKI, TANAKA
from tests.keys import new_send_key
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]


async def by_key(desk: Desk, name: str, *keys: str) -> None:
    """Press keys on a button that has the focus by name, as a keyboard alone does."""
    await desk.button(name).focus()
    for key in keys or ("Enter",):
        await desk.page.keyboard.press(key)


@pytest.mark.req("ROOM-7", "A11Y-2")
async def test_one_person_and_oneself_are_written_to_by_keys_alone(town: Town, desks: Desks) -> None:
    sato, suzuki = await desks.take(SATO), await desks.take(SUZUKI, zone="internet", size=PHONE, touch=True)
    await by_key(sato, "新しいルーム")
    await sato.page.get_by_role("radio", name="何人かで").focus()
    await sato.page.keyboard.press("ArrowRight")
    await expect(sato.page.get_by_role("radio", name="1人に")).to_be_checked()
    await sato.accessible()
    await sato.page.keyboard.press("Tab")
    await sato.page.keyboard.type("すずき")
    await sato.page.get_by_role("button", name="鈴木 﨑子").focus()
    await sato.page.keyboard.press("Enter")
    await expect(sato.page.get_by_role("heading", name="鈴木 﨑子")).to_be_visible()
    await sato.say("内線を折り返してください")

    await suzuki.page.get_by_role("link", name="佐藤 花子").click()
    await expect(suzuki.message("内線を折り返してください")).to_be_visible()
    await fits(suzuki)
    await expect(sato.log.get_by_text("既読", exact=True)).to_be_visible()
    await by_key(sato, "ルームのメニュー")
    await expect(sato.page.get_by_role("menuitem")).to_have_text(["メンバー"])
    await sato.page.keyboard.press("Escape")
    await sato.accessible()

    await by_key(sato, "新しいルーム")
    await sato.page.get_by_role("radio", name="何人かで").focus()
    await sato.page.keyboard.press("ArrowLeft")
    await by_key(sato, "自分メモを開く")
    await expect(sato.page.get_by_role("heading", name="自分メモ")).to_be_visible()
    await expect(sato.page.get_by_text("自分だけ", exact=True).first).to_be_visible()


@pytest.mark.req("ROOM-6")
async def test_a_colleague_finds_an_open_room_comes_in_and_opens_a_card_to_write(
    town: Town, desks: Desks
) -> None:
    body = {
        "request_key": new_send_key(),
        "name": "おくやみ手続きを考える",
        "purpose": "窓口で足りなかったことを、課をまたいで出し合います。",
        "members": [],
        "kind": "open",
    }
    room = (await town.call(SATO, "POST", "/api/rooms", body)).json()["room_id"]
    await town.says(SATO, "一覧があると聞きました", room)
    tanaka = await desks.take(TANAKA)
    await tanaka.page.get_by_role("link", name="オープンルームを探す").click()
    await tanaka.page.get_by_role("searchbox", name="名前・目的で探す").fill("okuyami")
    await tanaka.accessible()
    await fits(tanaka)
    await by_key(tanaka, "おくやみ手続きを考えるに参加する")
    await expect(tanaka.message("一覧があると聞きました")).to_be_visible()

    await tanaka.log.get_by_role("button", name="佐藤 花子さんの情報").click()
    await tanaka.accessible()
    await by_key(tanaka, "メッセージ")
    await expect(tanaka.page.get_by_role("heading", name="佐藤 花子")).to_be_visible()
    await tanaka.page.goto(f"{tanaka.origin}/people/{TANAKA}")
    await by_key(tanaka, "自分メモ")
    await expect(tanaka.page.get_by_role("heading", name="自分メモ")).to_be_visible()
