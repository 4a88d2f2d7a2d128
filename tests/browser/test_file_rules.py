"""Rules about files: an administrator makes them, and a phone outside says what may be sent and what may be saved."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, Desk, Desks
from tests.browser.test_attachments import JUDGED, ROOM, chooser, is_drawn, photo, rows, text, tile
from tests.browser.test_reach import fits
from tests.cast import SATO, TAKAHASHI
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]

OUTSIDE = "ネットワークの決まり：インターネット側"
LIMIT = "画像だけ（ネットワークの決まり）。1件 50 MB まで、20件まで"


async def rules(desk: Desk) -> None:
    """From desks outside only images, and there they are looked at and not saved."""
    outside = desk.page.locator("section").filter(has=desk.page.get_by_role("heading", name=OUTSIDE))
    staff = outside.get_by_role("group", name="職員")
    await staff.get_by_label("パソコン").select_option("画像だけ")
    note = staff.get_by_text("実際に送れるもの：画像だけ（このネットワークの決まりによる）")
    await expect(note).to_have_count(2)
    saving = desk.page.locator("section").filter(has=desk.page.get_by_role("heading", name="保存"))
    await (
        saving.get_by_role("group", name="インターネット側")
        .get_by_label("パソコン")
        .select_option("見るだけ")
    )
    await desk.accessible_by_day_and_night("file-rules")
    async for width, _ in desk.windows((320, 640)):
        await fits(desk)
        await note.last.scroll_into_view_if_needed()
        await desk.picture(f"file-rules-{width}")
    await desk.button("保存する").click()
    await expect(desk.page.get_by_role("status").filter(has_text="保存しました。")).to_be_visible()


async def refuses(phone: Desk) -> None:
    """By the name before anything goes, by the content when it has come; what is written stays."""
    await phone.composer.fill("現場です")
    await expect(phone.button("ファイルを添付")).to_have_accessible_description(LIMIT)
    await chooser(phone).set_input_files([text("見積.txt", "百万円"), photo("現場.jpg", size=(64, 48))])
    alert = phone.page.get_by_role("alert")
    await expect(alert).to_contain_text(
        "「見積.txt」は添付していません。ネットワークの決まりで、ここから送れるのは画像だけです。"
    )
    await expect(rows(phone).filter(has_text="準備できました")).to_have_count(1)
    await attaches_nothing(phone)
    await phone.accessible_by_day_and_night("file-rules-refused")
    await phone.button("請求書.jpg を外す").tap()
    await expect(phone.composer).to_have_value("現場です")


async def attaches_nothing(phone: Desk) -> None:
    renamed = {"name": "請求書.jpg", "mimeType": "image/jpeg", "buffer": b"%PDF-1.7\n%%EOF"}
    await chooser(phone).set_input_files([renamed])  # pyright: ignore[reportArgumentType] a plain dict is one
    row = rows(phone).filter(has_text="請求書.jpg")
    await expect(row).to_contain_text(
        "いまつないでいるネットワークの決まりで、ここから送れるのは画像（写真）だけです"
    )


@pytest.mark.req("FILE-5", "FILE-6", "FILE-7", "N82", "A11Y-1")
async def test_an_administrator_rules_and_a_phone_outside_is_told(town: Town, desks: Desks) -> None:
    await rules(await desks.take(TAKAHASHI, at="/admin/files"))
    phone = await desks.take(SATO, zone="internet", size=PHONE, touch=True)
    await phone.open(ROOM)
    await expect(phone.button("ファイルを添付")).to_be_visible()
    await refuses(phone)
    await phone.button("送信").tap()
    await expect(tile(phone, "現場.jpg")).to_be_visible(timeout=JUDGED)
    await tile(phone, "現場.jpg").tap()
    viewer = phone.page.get_by_role("dialog", name="現場.jpg")
    await is_drawn(viewer.get_by_role("img", name="現場.jpg"))
    await expect(viewer.get_by_text("ファイルは保存できません。")).to_be_visible()
    await expect(viewer.get_by_role("link")).to_have_count(0)
    await phone.accessible_by_day_and_night("file-rules-viewer")
