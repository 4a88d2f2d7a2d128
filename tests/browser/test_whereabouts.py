"""Saying where one works today, and what the others see of it."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, SMALLEST, Desk, Desks
from tests.browser.test_people import _settled
from tests.browser.test_reach import _is_well, _is_well_by_day_and_night, fits
from tests.cast import SATO, SUZUKI
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE, pytest.mark.req("ORG-14")]
PLACES = ("庁舎", "在宅", "外出", "出張")


async def _at_settings(desk: Desk) -> None:
    await desk.page.get_by_role("link", name="設定").click()
    await expect(desk.page.get_by_role("group", name="今日いる場所")).to_be_visible()


@pytest.mark.req("A11Y-1", "A11Y-2")
async def test_a_place_is_set_by_one_tap_on_a_phone_and_stands_beside_the_name(
    town: Town, desks: Desks
) -> None:
    sato = await desks.take(SATO)
    await _settled(sato)
    await sato.open("福祉課")
    suzuki = await desks.take(SUZUKI, size=PHONE, touch=True)
    await _settled(suzuki)
    await _at_settings(suzuki)
    places = suzuki.page.get_by_role("group", name="今日いる場所")
    async for width, _ in suzuki.windows(PHONE, SMALLEST):
        for each in PLACES:
            box = await places.get_by_role("button", name=each, exact=True).bounding_box()
            assert box and min(box["width"], box["height"]) >= 44
        await fits(suzuki)
        await suzuki.picture(f"place-settings-{width}")
    await places.get_by_role("button", name="在宅", exact=True).tap()
    await expect(places.get_by_role("button", name="在宅", pressed=True)).to_be_visible()
    await _is_well(suzuki)
    members = sato.page.get_by_role("complementary", name="ルームのメンバー")
    await expect(members.get_by_role("listitem").filter(has_text="鈴木 﨑子")).to_contain_text("在宅")
    await _is_well_by_day_and_night(sato, "place-room")
    await places.get_by_role("button", name="在宅", exact=True).tap()
    await expect(places.get_by_role("button", pressed=True)).to_have_count(0)
    await expect(members).not_to_contain_text("在宅")


async def test_at_a_desk_it_is_said_from_ones_own_face_and_one_place_replaces_another(
    town: Town, desks: Desks
) -> None:
    sato = await desks.take(SATO)
    await _settled(sato)
    await sato.page.get_by_role("button", name="自分の在席状況を選ぶ").click()
    places = sato.page.get_by_role("dialog").get_by_role("group", name="今日いる場所")
    for each in ("出張", "庁舎"):
        await places.get_by_role("button", name=each, exact=True).click()
        await expect(places.get_by_role("button", name=each, exact=True, pressed=True)).to_be_visible()
        await expect(places.get_by_role("button", pressed=True)).to_have_count(1)
    await _is_well(sato)
    await sato.picture("place-dialog-1440")
