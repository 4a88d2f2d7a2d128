"""Rooms on the screen: a direct talk, one's own notes, an open room, and what a room is set to; by keys alone."""

from uuid import UUID

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, Desk, Desks
from tests.browser.test_reach import fits
from tests.cast import SATO, SUZUKI, TANAKA
from tests.talk.actors import opened
from tests.town import Town
from yoriai.talk.rooms import limits

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
    await expect(sato.page.get_by_role("menuitem")).to_have_text(
        ["メンバー", "写真・ファイル", "通知", "印刷"]
    )
    await sato.page.keyboard.press("Escape")
    await sato.accessible()

    await by_key(sato, "新しいルーム")
    await sato.page.get_by_role("radio", name="何人かで").focus()
    await sato.page.keyboard.press("ArrowLeft")
    await by_key(sato, "自分メモを開く")
    await expect(sato.page.get_by_role("heading", name="自分メモ")).to_be_visible()
    await expect(sato.page.get_by_text("自分だけ", exact=True).first).to_be_visible()


@pytest.mark.req("ROOM-4", "ROOM-6")
async def test_a_colleague_finds_an_open_room_comes_in_and_opens_a_card_to_write(
    town: Town, desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FEWEST", 4)
    sato = await desks.take(SATO)
    await asked_for_nearly_everybody(sato, "おくやみ手続きを考える")
    await sato.say("一覧があると聞きました")
    await asked_to_bring_everybody(sato, await opened(town, SATO, [SUZUKI, TANAKA], name="全員の会"))
    tanaka = await desks.take(TANAKA)
    await tanaka.page.get_by_role("link", name="オープンルームを探す").click()
    await tanaka.page.get_by_role("searchbox", name="名前・目的で探す").fill("okuyami")
    await tanaka.accessible()
    await fits(tanaka)
    await follows_by_keys(tanaka, "おくやみ手続きを考える")
    room = (await town.call(TANAKA, "GET", "/api/following")).json()["rooms"][0]["room_id"]
    await town.says(SATO, "窓口で配っています", UUID(room))
    await looks_at_what_is_followed(tanaka, "窓口で配っています")
    await by_key(tanaka, "おくやみ手続きを考えるに参加する")
    await expect(tanaka.page.get_by_placeholder("メッセージを書く")).to_be_visible()
    await expect(tanaka.message("一覧があると聞きました")).to_be_visible()
    await expect(tanaka.page.get_by_role("link", name="追っているルーム")).to_have_count(0)

    await tanaka.log.get_by_role("button", name="佐藤 花子さんの情報").click()
    await tanaka.accessible()
    await by_key(tanaka, "メッセージ")
    await expect(tanaka.page.get_by_role("heading", name="佐藤 花子")).to_be_visible()
    await tanaka.page.goto(f"{tanaka.origin}/people/{TANAKA}")
    await by_key(tanaka, "自分メモ")
    await expect(tanaka.page.get_by_role("heading", name="自分メモ")).to_be_visible()


async def follows_by_keys(desk: Desk, name: str) -> None:
    """Read along without coming in: nothing of it stands in the list, and nothing waits."""
    await by_key(desk, f"{name}をまとめで追う")
    await expect(desk.button(f"{name}を追うのをやめる")).to_be_focused()
    await desk.picture("open-rooms-followed-1440")
    await desk.page.get_by_role("link", name="追っているルーム").press("Enter")
    await expect(desk.page.get_by_text("新しいメッセージはありません")).to_be_visible()
    await expect(
        desk.page.get_by_role("region", name="トーク一覧").get_by_role("link", name=name)
    ).to_have_count(0)


async def looks_at_what_is_followed(desk: Desk, newest: str) -> None:
    """What is new is counted when one looks, and read where nothing can be written."""
    await desk.page.reload()
    await expect(desk.page.get_by_text("新しいメッセージ 1件")).to_be_visible()
    await expect(desk.page.get_by_text(newest)).to_be_visible()
    for size in (PHONE, (320, 640), DESK):
        await desk.page.set_viewport_size({"width": size[0], "height": size[1]})
        await fits(desk)
        await desk.picture(f"followed-{size[0]}")
    await desk.accessible()
    await desk.page.get_by_role("main").get_by_role("link", name="おくやみ手続きを考える").press("Enter")
    await expect(desk.message(newest)).to_be_visible()
    await expect(desk.page.get_by_placeholder("メッセージを書く")).to_have_count(0)
    for size in (PHONE, (320, 640), DESK):
        await desk.page.set_viewport_size({"width": size[0], "height": size[1]})
        await fits(desk)
        await desk.picture(f"followed-room-{size[0]}")
    await desk.accessible()


async def asked_for_nearly_everybody(desk: Desk, name: str) -> None:
    """Choose all there are, be refused, and take the open room that is offered: what was typed is still there."""
    await desk.button("新しいルーム").click()
    await desk.page.get_by_label("ルームの名前").fill(name)
    for who in ("鈴木 﨑子", "田中 美保", "髙橋 渉"):
        await desk.page.get_by_role("checkbox", name=who).check()
    await desk.button("ルームを作る").click()
    await expect(desk.page.get_by_role("alert")).to_contain_text("職員の90％以上（4人のうち4人）")
    await desk.accessible()
    await by_key(desk, "オープンルームとして作る")
    await expect(desk.page.get_by_role("heading", name=name)).to_be_visible()


async def asked_to_bring_everybody(desk: Desk, room: UUID) -> None:
    """Bring in the last of them, be refused, and make the open room that is offered beside the one that is there."""
    await desk.open("全員の会")
    await desk.button("メンバーを加える").click()
    await desk.page.get_by_role("checkbox", name="髙橋 渉").check()
    await desk.button("1人を加える").click()
    await expect(desk.page.get_by_role("alert")).to_contain_text("職員の90％以上（4人のうち4人）")
    await desk.accessible()
    await desk.picture("nearly-everybody")
    await by_key(desk, "オープンルームを新しく作る")
    await expect(desk.page.get_by_role("dialog")).to_have_count(0)
    await expect(desk.page.get_by_role("heading", name="全員の会")).to_be_visible()
    await expect(desk.page).not_to_have_url(f"{desk.origin}/rooms/{room}")


@pytest.mark.req("ROOM-3", "A11Y-2")
async def test_a_room_is_set_by_keys_managed_by_another_put_away_and_handed_over(
    town: Town, desks: Desks
) -> None:
    room = await opened(town, SATO, [SUZUKI], name="窓口の改善")
    await town.says(SATO, "まず困りごとを集めます", room)
    sato, suzuki = await desks.take(SATO), await desks.take(SUZUKI, size=PHONE, touch=True)
    await sato.open("窓口の改善")
    await suzuki.open("窓口の改善")

    await call_otherwise(sato, "窓口改善の会")
    await expect(suzuki.page.get_by_role("heading", name="窓口改善の会")).to_be_visible()
    for line in (
        "ルームの名前を「窓口改善の会」に変えました",
        "だれが読んだかを、書いた人だけに見せることにしました",
    ):
        await expect(suzuki.log.get_by_text(f"佐藤 花子さんが、{line}")).to_be_visible()
    await let_manage(sato, "鈴木 﨑子")
    await put_away(sato)
    await expect(suzuki.page.get_by_text("このルームは読むだけです。")).to_be_visible()
    await suzuki.button("ルームのメニュー").click()
    await suzuki.page.get_by_role("menuitem", name="保管をやめる").click()
    await expect(suzuki.button("やめる")).to_be_focused()
    await fits(suzuki)
    await suzuki.button("元に戻す").click()
    await expect(sato.composer).to_be_visible()

    await sato.button("鈴木 﨑子さんについての操作").click()
    await sato.page.get_by_role("menuitem", name="管理から外す").click()
    await sato.button("管理から外す").click()
    await expect(sato.button("鈴木 﨑子さんについての操作")).to_be_focused()
    await hand_over(sato, "鈴木 﨑子")
    await expect(sato.page.get_by_role("link", name="窓口改善の会")).to_have_count(0)
    await suzuki.button("ルームのメニュー").click()
    await expect(suzuki.page.get_by_role("menuitem", name="ルームの設定")).to_be_visible()


async def choose(desk: Desk, menu: str, *keys: str) -> None:
    """Open a menu by keys, walk in it, and take what has the focus then."""
    await by_key(desk, menu)
    await expect(desk.page.get_by_role("menuitem").first).to_be_focused()
    for key in (*keys, "Enter"):
        await desk.page.keyboard.press(key)


async def call_otherwise(desk: Desk, name: str) -> None:
    await choose(desk, "ルームのメニュー", "ArrowDown", "ArrowDown", "ArrowDown")
    await expect(desk.page.get_by_role("dialog", name="ルームの設定")).to_be_visible()
    await desk.accessible()
    await desk.page.get_by_label("ルームの名前").focus()
    await desk.page.keyboard.press("Control+A")
    await desk.page.keyboard.type(name)
    await desk.page.get_by_role("radio", name="全員に見せる").focus()
    await desk.page.keyboard.press("ArrowDown")
    await expect(desk.page.get_by_role("radio", name="書いた人だけに見せる")).to_be_checked()
    await by_key(desk, "保存")


async def let_manage(desk: Desk, name: str) -> None:
    await choose(desk, f"{name}さんについての操作")
    await expect(desk.button("やめる")).to_be_focused()
    await desk.accessible()
    await by_key(desk, "管理をする人にする")
    await expect(desk.button(f"{name}さんについての操作")).to_be_focused()


async def put_away(desk: Desk) -> None:
    await desk.button("ルームの設定").click()
    await expect(desk.page.get_by_text("佐藤 花子さん、鈴木 﨑子さん")).to_be_visible()
    await desk.button("このルームを保管する").click()
    await desk.accessible()
    await desk.button("保管する").click()


async def hand_over(desk: Desk, to: str) -> None:
    await choose(desk, "ルームのメニュー", "End")
    await expect(desk.button("退出する")).to_be_disabled()
    await desk.page.get_by_role("radio", name=to).focus()
    await desk.page.keyboard.press("Space")
    await desk.accessible()
    await by_key(desk, "退出する")
