"""One login, several organizations: which one to open is asked once, and what belongs to another is never beside it."""

import re
from uuid import UUID

import pytest
from playwright.async_api import Locator, expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, SMALLEST, Desk, Desks
from tests.browser.test_reach import _is_well, fits
from tests.cast import SATO, SUZUKI, token_of
from tests.talk.actors import opened
from tests.talk.council import council_of
from tests.town import Town
from yoriai.people.sessions.authenticate import COOKIE

pytestmark = [
    pytest.mark.anyio,
    ON_ONE_DATABASE,
    pytest.mark.req("ORG-7"),
]


async def _council(town: Town) -> UUID:
    """鈴木 and 佐藤 serve in the council too; in its room two messages wait for 佐藤, in the office's one."""
    council = await council_of(town, SUZUKI, SATO)
    room = await opened(town, SUZUKI, [SATO], name="議会運営", organization=council)
    await town.says(SUZUKI, "本会議の日程です", room)
    await town.says(SUZUKI, "資料は明日そろいます", room)
    await town.says(SUZUKI, "窓口の当番表です", town.welfare)
    return room


def _room(desk: Desk, name: str) -> Locator:
    return desk.page.get_by_role("link", name=name)


def _switch(desk: Desk) -> Locator:
    return desk.page.get_by_role("button", name=re.compile("組織を切り替える"))


async def test_which_one_to_open_is_asked_once(town: Town, desks: Desks) -> None:
    await _council(town)
    sato = await desks.take(SATO)
    await expect(sato.page.get_by_role("heading", name="どちらを開きますか")).to_be_visible()
    await expect(_room(sato, "福祉課")).to_have_count(0)
    await _is_well(sato)
    await sato.picture("organizations-asked-1440")
    await expect(sato.page.get_by_role("button", name="見本市役所 未読1件")).to_be_focused()
    await sato.page.keyboard.press("Tab")
    await expect(sato.page.get_by_role("button", name="見本市議会 未読2件")).to_be_focused()
    await sato.page.keyboard.press("Enter")
    for _ in range(2):
        await expect(_room(sato, "議会運営")).to_be_visible()
        await expect(_room(sato, "福祉課")).to_have_count(0)
        await sato.page.reload()


async def test_the_keyboard_alone_switches_and_walks_rooms_of_one_only(town: Town, desks: Desks) -> None:
    await _council(town)
    sato = await desks.take(SATO)
    await sato.page.get_by_role("button", name="見本市議会").press("Enter")
    await expect(_switch(sato)).to_have_accessible_name("見本市議会 ほかに 未読1件 組織を切り替える")
    await _is_well(sato)
    await _switch(sato).focus()
    await sato.page.keyboard.press("Enter")
    await expect(sato.page.get_by_role("menuitemradio", name="見本市議会")).to_be_focused()
    await _is_well(sato)
    await sato.picture("organizations-menu-1440")
    await sato.page.keyboard.press("ArrowUp")
    await sato.page.keyboard.press("Enter")
    await expect(_room(sato, "福祉課")).to_be_visible()
    await expect(_room(sato, "議会運営")).to_have_count(0)
    await expect(_switch(sato)).to_be_focused()
    await sato.page.keyboard.press("Alt+ArrowDown")
    await expect(sato.message("窓口の当番表です")).to_be_visible()
    await sato.page.keyboard.press("Alt+ArrowDown")
    await expect(sato.page.get_by_role("heading", name="福祉課", level=2)).to_be_visible()
    await expect(_switch(sato)).to_have_accessible_name("見本市役所 ほかに 未読2件 組織を切り替える")
    await sato.picture("organizations-room-1440")


async def test_a_link_into_another_organization_opens_that_one(town: Town, desks: Desks) -> None:
    room = await _council(town)
    sato = await desks.take(SATO)
    await sato.page.get_by_role("button", name="見本市役所").click()
    await expect(_room(sato, "福祉課")).to_be_visible()
    await sato.page.goto(f"{sato.origin}/rooms/{room}")
    await expect(sato.message("本会議の日程です")).to_be_visible()
    await expect(_room(sato, "福祉課")).to_have_count(0)
    await expect(_switch(sato)).to_have_accessible_name("見本市議会 ほかに 未読1件 組織を切り替える")

    await _switch(sato).click()
    await sato.page.get_by_role("menuitemradio", name="見本市役所").click()
    await expect(_room(sato, "福祉課")).to_be_visible()
    await expect(sato.log).to_have_count(0)
    assert sato.page.url.endswith("/rooms")


async def test_a_new_room_is_of_the_organization_that_is_open(town: Town, desks: Desks) -> None:
    await _council(town)
    sato = await desks.take(SATO)
    await sato.page.get_by_role("button", name="見本市議会").click()
    await sato.button("新しいルーム").click()
    await expect(sato.page.get_by_role("checkbox", name="鈴木 﨑子")).to_be_visible()
    await expect(sato.page.get_by_role("checkbox", name="田中 美保")).to_have_count(0)
    await sato.page.get_by_label("ルームの名前").fill("常任委員会")
    await sato.page.get_by_role("checkbox", name="鈴木 﨑子").check()
    await sato.button("ルームを作る").click()
    await expect(sato.page.get_by_role("heading", name="常任委員会")).to_be_visible()
    await expect(_room(sato, "議会運営")).to_be_visible()
    await expect(_room(sato, "福祉課")).to_have_count(0)


async def test_the_directory_is_that_of_the_organization_that_is_open(town: Town, desks: Desks) -> None:
    await _council(town)
    sato = await desks.take(SATO)
    await sato.page.get_by_role("button", name="見本市議会").click()
    await _room(sato, "名簿").click()
    await expect(sato.page.get_by_role("heading", name="名簿 2人")).to_be_visible()
    await expect(_room(sato, "田中 美保")).to_have_count(0)
    await _is_well(sato)
    await sato.picture("organizations-people-1440")
    await _switch(sato).click()
    await sato.page.get_by_role("menuitemradio", name="見本市役所").click()
    await expect(sato.page.get_by_role("heading", name="名簿 4人")).to_be_visible()
    await expect(_room(sato, "田中 美保")).to_be_visible()


async def test_each_person_at_a_shared_device_has_their_own_open(town: Town, desks: Desks) -> None:
    await _council(town)
    desk = await desks.take(SATO)
    await desk.page.get_by_role("button", name="見本市議会").click()
    await expect(_room(desk, "議会運営")).to_be_visible()
    for who, asked in ((SUZUKI, True), (SATO, False)):
        place = {"url": desk.origin.replace("http:", "https:"), "secure": True, "httpOnly": True}
        cookie = {"name": COOKIE, "value": token_of(who, "lgwan"), **place}
        await desk.context.add_cookies([cookie])  # pyright: ignore[reportArgumentType] its type is not exported
        await desk.page.goto(desk.origin)
        question = desk.page.get_by_role("heading", name="どちらを開きますか")
        await expect(question if asked else _room(desk, "議会運営")).to_be_visible()


async def test_who_serves_in_one_is_neither_asked_nor_shown_a_switch(town: Town, desks: Desks) -> None:
    sato = await desks.take(SATO)
    await expect(_room(sato, "福祉課")).to_be_visible()
    await expect(_switch(sato)).to_have_count(0)


async def test_on_a_phone_everything_fits_and_can_be_touched(town: Town, desks: Desks) -> None:
    await _council(town)
    sato = await desks.take(SATO, zone="internet", size=PHONE, touch=True, dark=True)
    await expect(sato.page.get_by_role("heading", name="どちらを開きますか")).to_be_visible()
    async for width, _ in sato.windows(PHONE, SMALLEST):
        await fits(sato)
        await sato.picture(f"organizations-asked-{width}")
    await _is_well(sato)
    await sato.page.get_by_role("button", name="見本市役所").tap()
    await expect(_room(sato, "福祉課")).to_be_visible()
    async for _ in sato.windows(PHONE, SMALLEST):
        await fits(sato)
    await _switch(sato).tap()
    await _is_well(sato)
    await fits(sato)
    await sato.picture("organizations-menu")
    await sato.page.get_by_role("menuitemradio", name="見本市議会").tap()
    await sato.picture("organizations-rooms")
    await _room(sato, "議会運営").tap()
    await expect(sato.message("本会議の日程です")).to_be_visible()
