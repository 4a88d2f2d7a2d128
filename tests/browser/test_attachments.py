"""Files in a room: chosen, on their way, there for the others, and refused by name."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from playwright.async_api import FilePayload, Locator, expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, TABLET, Desk, Desks
from tests.cast import SATO, SUZUKI
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]

ROOM = "福祉課"
JUDGED = 60_000  # ms; a file has its end within 120 s, on a machine that does nothing else within one
NORTH = 0x8825, {1: "N", 2: (35.0, 40.0, 52.0)}
LONG = "令和8年度_健康福祉部健康づくり推進課地域保健係_台風24号被害状況（第3報・確定版）_20261124.jpg"


def photo(name: str, *, size: tuple[int, int] = (1200, 900), colour: str = "#5b7f95") -> FilePayload:
    """As a phone takes it: with the place where it was taken."""
    image = Image.new("RGB", size, colour)
    drawing, (width, height) = ImageDraw.Draw(image), size
    drawing.polygon([(0, height), (width * 0.4, height * 0.3), (width, height)], fill="#3f5f3a")
    drawing.ellipse([width * 0.7, height * 0.1, width * 0.85, height * 0.3], fill="#f2e0a0")
    exif = Image.Exif()
    exif.get_ifd(NORTH[0]).update(NORTH[1])
    exif[0x010F] = "SecretPhone"
    held = BytesIO()
    image.save(held, "JPEG", exif=exif)
    return {"name": name, "mimeType": "image/jpeg", "buffer": held.getvalue()}


def text(name: str, words: str) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": words.encode()}


def chooser(desk: Desk) -> Locator:
    """Where the system's own sheet puts what was chosen."""
    return desk.page.locator("input[type=file]:not([capture], [webkitdirectory])")


def rows(desk: Desk) -> Locator:
    return desk.page.get_by_role("region", name="添付するファイル").get_by_role("listitem")


def tile(desk: Desk, name: str) -> Locator:
    return desk.log.get_by_role("button", name=f"{name} を開く")


async def attaches(desk: Desk, *files: FilePayload) -> None:
    """Choose these, and wait until all are in."""
    await expect(desk.button("ファイルを添付")).to_be_visible()
    await chooser(desk).set_input_files(list(files))
    await expect(rows(desk).filter(has_text="準備できました")).to_have_count(len(files))


async def is_drawn(picture: Locator) -> None:
    """Its bytes have come and are a picture."""
    await expect(picture).to_have_js_property("complete", True)
    assert await picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0


@pytest.mark.req("FILE-1", "FILE-8", "FILE-11", "FILE-12", "A11Y-1")
async def test_a_photo_from_a_phone_is_seen_on_the_other_side(town: Town, desks: Desks) -> None:
    phone = await desks.take(SATO, zone="internet", size=PHONE, touch=True)
    pc = await desks.take(SUZUKI)
    for desk in (phone, pc):
        await desk.open(ROOM)
    await phone.composer.fill("東川橋の水位です")
    await attaches(phone, photo("現場.jpg"))
    await phone.accessible_by_day_and_night("attaching-phone")
    await phone.button("送信").tap()
    await expect(phone.composer).to_have_value("")
    await expect(rows(phone)).to_have_count(0)
    await expect(pc.message("東川橋の水位です")).to_be_visible()

    await expect(tile(pc, "現場.jpg")).to_be_visible(timeout=JUDGED)
    await is_drawn(tile(pc, "現場.jpg").locator("img"))
    await expect(pc.log.get_by_text("無害化済み（画像を作り直しました）")).to_be_visible()
    await pc.accessible_by_day_and_night("attached-desk")
    await looks_closer(pc)
    await has_lost_its_place(town, pc)
    await expect(tile(phone, "現場.jpg")).to_be_visible(timeout=JUDGED)
    await is_drawn(tile(phone, "現場.jpg").locator("img"))
    await phone.picture("attached-phone")


async def looks_closer(desk: Desk) -> None:
    """Open, enlarge and close a picture by keys alone; then one is where one was."""
    await tile(desk, "現場.jpg").press("Enter")
    viewer = desk.page.get_by_role("dialog", name="現場.jpg")
    picture = viewer.get_by_role("img", name="現場.jpg")
    await is_drawn(picture)
    await desk.accessible_by_day_and_night("viewer")
    before = await picture.bounding_box()
    await desk.page.keyboard.press("+")
    await expect(viewer.get_by_role("button", name="小さくする")).to_be_enabled()
    after = await picture.bounding_box()
    assert before is not None
    assert after is not None
    assert after["width"] > before["width"]
    await desk.page.keyboard.press("-")
    await expect(viewer.get_by_role("button", name="小さくする")).to_be_disabled()
    await desk.page.keyboard.press("Escape")
    await expect(viewer).to_have_count(0)
    await expect(tile(desk, "現場.jpg")).to_be_focused()


async def has_lost_its_place(town: Town, desk: Desk) -> None:
    """What is saved there says neither where it was taken nor with what."""
    await tile(desk, "現場.jpg").press("Enter")
    link = desk.page.get_by_role("dialog").get_by_role("link", name="現場.jpg を保存")
    address = await link.get_attribute("href")
    assert address is not None
    saved = await town.fetch(address, zone="lgwan")
    assert saved.status_code == 200
    assert b"SecretPhone" not in saved.content
    assert dict(Image.open(BytesIO(saved.content)).getexif()) == {}
    async with desk.page.expect_download() as downloading:
        await link.click()
    assert (await downloading.value).suggested_filename == "現場.jpg"
    await desk.page.keyboard.press("Escape")


@pytest.mark.req("FILE-1", "A11Y-1")
async def test_a_file_that_cannot_go_is_named_and_nothing_else_is_lost(desks: Desks) -> None:
    desk = await desks.take(SATO)
    await desk.open(ROOM)
    await desk.composer.fill("資料を送ります")
    await expect(desk.button("ファイルを添付")).to_be_visible()
    empty: FilePayload = {"name": "空の表.csv", "mimeType": "text/csv", "buffer": b""}
    await chooser(desk).set_input_files([empty, text("議事録.txt", "出席 5人")])
    await expect(desk.page.get_by_role("alert").filter(has_text="空の表.csv")).to_contain_text(
        "中身のないファイル"
    )
    await expect(rows(desk)).to_have_count(1)
    await expect(rows(desk)).to_contain_text("準備できました")
    await expect(desk.composer).to_have_value("資料を送ります")
    await expect(desk.composer).to_be_focused()
    await desk.accessible_by_day_and_night("refused-desk")
    await desk.button("添付しなかったファイルの知らせを閉じる").click()

    await chooser(desk).set_input_files([text(f"{at}.txt", "あ") for at in range(20)])
    await expect(desk.page.get_by_role("alert").filter(has_text="1件は添付していません")).to_be_visible()
    await expect(rows(desk)).to_have_count(20)
    for at in range(19):
        await desk.button(f"{at}.txt を外す").press("Enter")
    await expect(rows(desk)).to_have_count(1)
    await expect(desk.composer).to_be_focused()
    await desk.composer.press("Control+Enter")
    await expect(desk.log.get_by_role("list", name="添付ファイル")).to_contain_text("議事録.txt")


@pytest.mark.req("FILE-8", "FILE-9", "A11Y-1")
async def test_a_card_says_how_far_a_file_has_come_and_why_it_is_not_handed_on(desks: Desks) -> None:
    writer, reader = await desks.take(SATO), await desks.take(SUZUKI, size=PHONE, touch=True)
    for desk in (writer, reader):
        await desk.open(ROOM)
    page: FilePayload = {"name": "お知らせ.html", "mimeType": "text/html", "buffer": b"<!doctype html><p>"}
    plan: FilePayload = {
        "name": "避難計画.pdf",
        "mimeType": "application/pdf",
        "buffer": b"%PDF-1.7\n1 0 obj\n",
    }
    await expect(writer.button("ファイルを添付")).to_be_visible()
    await chooser(writer).set_input_files([text("議事録.txt", "出席 5人"), plan, page])
    # What goes to nobody is said before it is sent.
    await expect(rows(writer).filter(has_text="お知らせ.html")).to_contain_text(
        "渡していません（拒否）", timeout=JUDGED
    )
    await expect(rows(writer).filter(has_text="準備できました")).to_have_count(2)
    await expect(writer.button("送信")).to_be_disabled()
    await writer.accessible()
    await writer.picture("declined-desk")
    await writer.button("お知らせ.html を外す").click()
    await writer.button("送信").click()

    cards = reader.log.get_by_role("list", name="添付ファイル").get_by_role("listitem")
    await expect(cards.filter(has_text="議事録.txt")).to_contain_text("検査済み", timeout=JUDGED)
    await expect(cards.filter(has_text="避難計画.pdf")).to_contain_text("保留", timeout=JUDGED)
    await expect(cards.filter(has_text="避難計画.pdf")).to_contain_text("途中で切れているか、壊れています")
    await expect(reader.log.get_by_role("link", name="議事録.txt を保存")).to_be_visible()
    await expect(reader.log.get_by_role("link", name="避難計画.pdf を保存")).to_have_count(0)
    await reader.accessible_by_day_and_night("cards-phone")
    await writer.picture("cards-desk")
    # Where there is one line for it, the files stand by their names.
    await expect(writer.page.get_by_role("link", name=ROOM).first).to_contain_text("［議事録.txt］")


@pytest.mark.req("FILE-1", "A11Y-2")
async def test_several_pictures_find_their_place_in_every_window(desks: Desks) -> None:
    desk = await desks.take(SATO, size=PHONE, touch=True)
    await desk.open(ROOM)
    many = [
        photo(LONG),
        photo("縦.jpg", size=(600, 1100), colour="#a06a4a"),
        photo("三枚目.jpg", colour="#6a8f5b"),
        text("点検表.txt", "異常なし"),
    ]
    await attaches(desk, *many)
    async for width, _ in desk.windows(PHONE, SMALLEST, TABLET, DESK):
        await fits(desk)
        await desk.picture(f"attaching-{width}")
    await desk.button("送信").click()
    await expect(tile(desk, "縦.jpg")).to_be_visible(timeout=JUDGED)
    await expect(tile(desk, LONG)).to_be_visible(timeout=JUDGED)
    async for width, _ in desk.windows(DESK, TABLET, PHONE, SMALLEST):
        await fits(desk)
        await is_drawn(tile(desk, "縦.jpg").locator("img"))
        await desk.picture(f"attached-{width}")
    await walks_through(desk)


async def fits(desk: Desk) -> None:
    """Nothing makes the page scroll sideways."""
    await expect(desk.page.locator("html")).to_be_visible()
    assert await desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def walks_through(desk: Desk) -> None:
    """From one picture to the next, by keys, and no further than the last."""
    await tile(desk, LONG).press("Enter")
    await expect(desk.page.get_by_role("dialog", name=LONG)).to_be_visible()
    await desk.page.keyboard.press("ArrowRight")
    await desk.page.keyboard.press("ArrowRight")
    await desk.page.keyboard.press("ArrowRight")
    await expect(desk.page.get_by_role("dialog", name="三枚目.jpg")).to_contain_text("3／3枚")
    await is_drawn(desk.page.get_by_role("dialog").get_by_role("img"))
    await desk.accessible()
    await desk.picture("viewer-320")
    await desk.page.keyboard.press("Escape")
    await expect(desk.page.get_by_role("dialog")).to_have_count(0)
