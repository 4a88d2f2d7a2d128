"""The pictures of a room: described, in its gallery, and shown to somebody who is to see nothing else."""

import pytest
from playwright.async_api import Locator, expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, TABLET, Desk, Desks
from tests.browser.test_attachments import JUDGED, ROOM, attaches, fits, is_drawn, photo, text
from tests.cast import PASSWORD, SATO, SUZUKI
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]

SEEN = "橋の手前で、道路が沈んでいます"


def pane(desk: Desk) -> Locator:
    """The gallery, beside the room, over it or instead of it."""
    return desk.page.get_by_role("region", name="このルームの写真")


def square(desk: Desk, name: str) -> Locator:
    return pane(desk).get_by_role("button", name=f"{name}（")


async def opens_gallery(desk: Desk) -> None:
    await desk.button("ルームのメニュー").click()
    await desk.page.get_by_role("menuitem", name="写真・ファイル").click()


@pytest.mark.req("FILE-1", "FILE-13", "A11Y-1", "A11Y-2")
async def test_a_picture_is_described_and_found_in_the_gallery(desks: Desks) -> None:
    writer, reader = await desks.take(SATO), await desks.take(SUZUKI, size=TABLET, touch=True)
    for desk in (writer, reader):
        await desk.open(ROOM)
    await opens_gallery(reader)
    await expect(reader.page.get_by_text("このルームに、写真はまだありません。")).to_be_visible()
    await reader.accessible()
    await describes(writer)
    await writer.button("送信").click()
    # It comes by itself to whoever has the gallery open.
    await expect(square(reader, SEEN)).to_be_visible(timeout=JUDGED)
    await expect(square(reader, "縦.jpg")).to_be_visible(timeout=JUDGED)
    await is_drawn(square(reader, "縦.jpg").locator("img"))
    await reader.accessible_by_day_and_night("gallery-tablet")
    await square(reader, SEEN).tap()
    viewer = reader.page.get_by_role("dialog", name="現場.jpg")
    await is_drawn(viewer.get_by_role("img", name=SEEN))
    await expect(viewer).to_contain_text("1／2枚")
    await reader.accessible_by_day_and_night("gallery-viewer-tablet")
    await viewer.get_by_role("button", name="次の画像").tap()
    await reader.page.get_by_role("dialog", name="縦.jpg").get_by_role("link", name="メッセージを見る").tap()
    await expect(reader.page.get_by_role("dialog")).to_have_count(0)
    await expect(reader.log.get_by_role("button", name=SEEN)).to_be_visible()
    await looks_at_every_window(reader)


async def describes(desk: Desk) -> None:
    """Say what is to be seen in the one, by keys; the other goes without, and so does what is no picture."""
    await attaches(
        desk,
        photo("現場.jpg"),
        photo("縦.jpg", size=(600, 1100), colour="#a06a4a"),
        text("点検表.txt", "異常なし"),
    )
    await expect(desk.page.get_by_role("button", name="点検表.txt に説明を付ける")).to_have_count(0)
    await desk.button("現場.jpg に説明を付ける").press("Enter")
    field = desk.page.get_by_role("textbox", name="現場.jpg の説明")
    await expect(field).to_be_focused()
    await field.fill("あ" * 201)
    await expect(desk.page.get_by_text("200文字までです。1文字減らしてください。")).to_be_visible()
    await expect(desk.button("送信")).to_be_disabled()
    await desk.accessible()
    await desk.picture("describing-desk")
    await field.fill(SEEN)
    await field.press("Enter")
    await expect(desk.composer).to_be_focused()
    await expect(desk.button("現場.jpg の説明を直す")).to_be_visible()
    await desk.picture("described-desk")
    # The clip comes after the field for the keys, as it does for the eye.
    await desk.page.keyboard.press("Tab")
    await expect(desk.button("ファイルを添付")).to_be_focused()


async def looks_at_every_window(desk: Desk) -> None:
    async for width, _ in desk.windows(DESK, TABLET, PHONE, SMALLEST):
        await desk.picture(f"attached-described-{width}")
        await opens_gallery(desk)
        await is_drawn(square(desk, SEEN).locator("img"))
        await fits(desk)
        await desk.picture(f"gallery-{width}")
        await desk.page.get_by_text("ファイル", exact=True).last.click()
        await expect(desk.page.get_by_role("region", name="このルームのファイル")).to_contain_text(
            "点検表.txt"
        )
        await fits(desk)
        await desk.picture(f"gallery-files-{width}")
        await desk.button("写真・ファイルの一覧を閉じる").click()


@pytest.mark.req("FILE-13", "MSG-5", "A11Y-1", "A11Y-2")
async def test_a_description_said_later_and_a_withdrawal_reach_an_open_gallery(
    town: Town, desks: Desks
) -> None:
    await town.call(SUZUKI, "PATCH", "/api/preferences", {"simple": True, "asked": True})
    writer = await desks.take(SATO, size=PHONE, touch=True)
    reader = await desks.take(SUZUKI, size=PHONE, touch=True)
    await writer.open(ROOM)
    await attaches(writer, photo("配置図.jpg"), photo("入口.jpg", colour="#a06a4a"))
    await writer.picture("attaching-phone")
    await writer.button("送信").tap()
    await reader.open(ROOM)
    async for width, _ in reader.windows(SMALLEST, PHONE):
        await fits(reader)
        await reader.picture(f"simple-to-gallery-{width}")
    await reader.button("写真").tap()
    await expect(square(reader, "配置図.jpg")).to_be_visible(timeout=JUDGED)
    await expect(square(reader, "入口.jpg")).to_be_visible(timeout=JUDGED)
    await describes_later(writer)
    await expect(square(reader, SEEN)).to_be_visible()
    async for width, _ in reader.windows(SMALLEST, PHONE):
        await fits(reader)
        await reader.picture(f"simple-gallery-{width}")
    await reader.accessible_by_day_and_night("simple-gallery")
    await writer.button("メッセージの操作").last.tap()
    await writer.page.get_by_role("menuitem", name="送信取消").tap()
    await writer.page.get_by_role("alertdialog").get_by_role("button", name="取り消す", exact=True).tap()
    await expect(reader.page.get_by_text("このルームに、写真はまだありません。")).to_be_visible()
    await reader.button("写真・ファイルの一覧を閉じる").tap()
    await expect(reader.composer).to_be_visible()


async def describes_later(desk: Desk) -> None:
    """In the message itself, among what can be done with it."""
    await expect(desk.log.get_by_role("button", name="配置図.jpg を開く")).to_be_visible(timeout=JUDGED)
    await desk.button("メッセージの操作").last.tap()
    await desk.page.get_by_role("menuitem", name="編集", exact=True).tap()
    await desk.button("配置図.jpg に説明を付ける").tap()
    field = desk.page.get_by_role("textbox", name="配置図.jpg の説明")
    await field.fill(SEEN)
    async for width, _ in desk.windows(DESK, TABLET, SMALLEST, PHONE):
        await fits(desk)
        await desk.picture(f"redescribing-{width}")
    await desk.accessible()
    await field.press("Enter")
    await desk.button("保存").tap()
    await expect(desk.log.get_by_role("button", name=SEEN)).to_be_visible()


@pytest.mark.req("FILE-14", "A11Y-1", "AUTH-5")
async def test_a_screen_that_is_handed_over_shows_the_chosen_pictures_alone(desks: Desks) -> None:
    desk = await desks.take(SATO, size=TABLET, touch=True)
    await desk.open(ROOM)
    await attaches(desk, photo("配置図.jpg"), photo("入口.jpg", colour="#a06a4a"), photo("名簿.jpg"))
    await desk.composer.fill("会場です")
    await desk.button("送信").tap()
    for name in ("配置図.jpg", "入口.jpg", "名簿.jpg"):
        await expect(desk.log.get_by_role("button", name=f"{name} を開く")).to_be_visible(timeout=JUDGED)
    await desk.log.get_by_role("button", name="配置図.jpg を開く").tap()
    await desk.button("見せる").tap()
    asking = desk.page.get_by_role("dialog", name="写真を見せる")
    await expect(asking.get_by_role("checkbox", name="配置図.jpg")).to_be_checked()
    await asking.get_by_role("checkbox", name="入口.jpg").press("Space")
    await desk.accessible_by_day_and_night("showing-asked")
    await asking.get_by_role("button", name="2枚を見せる").tap()
    await shows_nothing_else(desk)
    await desk.accessible_by_day_and_night("showing")
    await desk.page.reload()
    await shows_nothing_else(desk)
    await desk.page.get_by_role("button", name="次の画像").tap()
    await is_drawn(desk.page.get_by_role("img", name="写真"))
    await nothing_lets_out(desk)
    async for width, _ in desk.windows(DESK, PHONE, SMALLEST):
        await fits(desk)
        await desk.picture(f"showing-{width}")
    await ends(desk)


async def shows_nothing_else(desk: Desk) -> None:
    """No list, no names, and a title that says nothing."""
    await is_drawn(desk.page.get_by_role("img", name="写真"))
    await expect(desk.page).to_have_title("写真｜寄合")
    for words in (ROOM, "会場です", "配置図", "佐藤", "見本市"):
        await expect(desk.page.get_by_text(words)).to_have_count(0)


async def nothing_lets_out(desk: Desk) -> None:
    """Neither Esc, nor going back, nor another tab at another address, nor a line that is cut."""
    await desk.page.keyboard.press("Escape")
    await shows_nothing_else(desk)
    await desk.page.go_back()
    await shows_nothing_else(desk)
    # Whoever comes back has the room before them again.
    await desk.page.go_forward()
    await shows_nothing_else(desk)
    other = await desk.context.new_page()
    await other.goto(f"{desk.origin}/settings")
    await is_drawn(other.get_by_role("img", name="写真"))
    await expect(other.get_by_text("佐藤")).to_have_count(0)
    await other.close()
    await desk.context.set_offline(True)
    await shows_nothing_else(desk)
    await desk.context.set_offline(False)


async def ends(desk: Desk) -> None:
    """By the password of whoever has handed it over, and by nothing else."""
    await desk.button("終わる").click()
    await desk.accessible_by_day_and_night("showing-ends")
    await desk.button("写真に戻る").click()
    await desk.button("終わる").click()
    field = desk.page.get_by_label("佐藤 花子さんのパスワード")
    await field.fill("ちがいます 2026")
    await desk.button("続きから使う").click()
    await expect(desk.page.get_by_role("alert")).to_be_visible()
    await field.fill(PASSWORD)
    await desk.button("続きから使う").click()
    await expect(desk.message("会場です")).to_be_visible()
