"""Pictures of people and rooms: chosen, cut to a square, seen by the others at once, and taken off again."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw
from playwright.async_api import FilePayload, Locator, expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, Desk, Desks
from tests.cast import SATO, SUZUKI
from tests.talk.actors import opened
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]

JUDGED = 60_000  # ms; a file has its end within 120 s, on a machine that does nothing else within one


def portrait() -> FilePayload:
    image = Image.new("RGB", (360, 240), "#9fb8c8")
    drawing = ImageDraw.Draw(image)
    drawing.ellipse([130, 40, 230, 150], fill="#e8c4a0")
    drawing.ellipse([90, 150, 270, 330], fill="#31507a")
    held = BytesIO()
    image.save(held, "JPEG")
    return {"name": "わたし.jpg", "mimeType": "image/jpeg", "buffer": held.getvalue()}


async def chooses(desk: Desk, within: Locator) -> None:
    """Choose a picture and its square, a little nearer, by keys."""
    await within.locator("input[type=file]").set_input_files([portrait()])
    cutting = desk.page.get_by_role("dialog", name="写真の使うところを選ぶ")
    near = cutting.get_by_label("大きさ")
    await near.focus()
    await near.press("ArrowRight")
    await expect(cutting.get_by_role("img", name="選んだところ")).to_be_visible()
    await desk.accessible_by_day_and_night("face-cutting")
    await cutting.get_by_role("button", name="この写真にする").press("Enter")
    await expect(cutting).to_have_count(0)


@pytest.mark.req("FILE-8", "A11Y-1", "A11Y-2", "N89")
async def test_a_face_is_chosen_on_the_phone_and_seen_at_the_desk(town: Town, desks: Desks) -> None:
    await opened(town, SATO, [SUZUKI], "防災係")
    await town.says(SATO, "東川橋の水位です", town.welfare)
    pc = await desks.take(SUZUKI)
    await pc.open("福祉課")
    phone = await desks.take(SATO, zone="internet", size=PHONE, touch=True)
    await phone.page.goto(f"{town.origin('internet')}/settings")
    part = phone.page.locator("#face")
    await expect(part.get_by_role("button", name="写真を選ぶ")).to_be_visible()
    await chooses(phone, part)

    said = pc.log.get_by_role("article").filter(has_text="東川橋の水位です")
    await expect(said.locator("img")).to_have_js_property("naturalWidth", 256, timeout=JUDGED)
    await pc.accessible_by_day_and_night("faces-desk")
    await expect(part.get_by_role("button", name="写真を替える")).to_be_visible()
    await expect(part.locator("img")).to_have_js_property("naturalWidth", 256)
    await part.scroll_into_view_if_needed()
    await phone.accessible_by_day_and_night("face-settings-phone")
    await part.get_by_role("button", name="写真を外す").tap()
    await expect(said.locator("img")).to_have_count(0)
    await expect(part.get_by_role("button", name="写真を選ぶ")).to_be_visible()


@pytest.mark.req("FILE-8", "A11Y-1")
async def test_a_room_gets_a_face(town: Town, desks: Desks) -> None:
    await opened(town, SATO, [SUZUKI], "防災係")
    pc, other = await desks.take(SATO), await desks.take(SUZUKI)
    await pc.open("防災係")
    await other.open("福祉課")
    await pc.button("ルームのメニュー").click()
    await pc.page.get_by_role("menuitem", name="ルームの設定").click()
    settings = pc.page.get_by_role("dialog", name="ルームの設定")
    await chooses(pc, settings)
    await expect(settings.get_by_role("button", name="写真を替える")).to_be_visible(timeout=JUDGED)
    await expect(settings.locator("img")).to_have_js_property("naturalWidth", 256)
    await pc.accessible_by_day_and_night("face-of-room")
    row = other.page.get_by_role("link", name="防災係")
    await expect(row.locator("img")).to_have_js_property("naturalWidth", 256)
    await other.picture("faces-list")
