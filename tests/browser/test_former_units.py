"""Old messages on the screen: where their author served then, beside the name that they bear today."""

import re

import pytest
from playwright.async_api import Locator, expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, Desk, Desks
from tests.browser.test_reach import _is_well, fits
from tests.cast import SATO, SUZUKI, named
from tests.people.accounts.managing.forms import post, save
from tests.town import Town

pytestmark = [
    pytest.mark.anyio,
    ON_ONE_DATABASE,
    pytest.mark.req("ORG-1"),
]


def _said(desk: Desk, text: str) -> Locator:
    return desk.log.get_by_role("article").filter(has_text=text)


async def test_a_message_from_before_a_move_says_the_former_unit(town: Town, desks: Desks) -> None:
    await town.says(SATO, "去年の当番表です", town.welfare)
    at_desk = await desks.take(SUZUKI)
    await at_desk.open("福祉課")
    await expect(_said(at_desk, "去年の当番表です")).to_contain_text("福祉課　主事")

    assert (await save(town, SATO, {"posts": [post(named("土木課"))]})).status_code == 200
    await town.says(SATO, "土木課の佐藤です", town.welfare)
    await expect(_said(at_desk, "土木課の佐藤です")).to_contain_text("土木課　主事")
    # The page that was open all along says so too, and says the same after it is read anew.
    for _ in range(2):
        await expect(_said(at_desk, "去年の当番表です")).to_contain_text("（当時）福祉課")
        await expect(_said(at_desk, "去年の当番表です")).not_to_contain_text("主事")
        await expect(_said(at_desk, "土木課の佐藤です")).not_to_contain_text("（当時）")
        await at_desk.page.reload()
    await expect(_said(at_desk, "去年の当番表です")).to_be_visible()
    await _is_well(at_desk)
    await at_desk.picture("former-unit-1440")
    # Who is it? The card says where they are now, and until when they were there.
    await _said(at_desk, "去年の当番表です").get_by_role("button", name="佐藤 花子さんの情報").click()
    card = at_desk.page.get_by_role("dialog", name="佐藤 花子さんの情報")
    await expect(card.get_by_role("article")).to_contain_text(
        re.compile(r"以前の所属（当時）福祉課 R\d+\.\d+\.\d+まで")
    )
    await _is_well(at_desk)
    await at_desk.picture("former-unit-card")

    on_phone = await desks.take(SUZUKI, zone="internet", size=PHONE, touch=True, dark=True)
    await on_phone.open("福祉課")
    await expect(_said(on_phone, "去年の当番表です")).to_contain_text("（当時）福祉課")
    await fits(on_phone)
    await _is_well(on_phone)
    await on_phone.picture("former-unit-390")
