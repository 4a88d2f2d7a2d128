"""所属アカウント as a member of a room: chosen like a person, one line in the list of members, and behind it whoever may write
in its name (ORG-6)."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desk, Desks
from tests.cast import NISHIMURA, ROADS, SATO, SUZUKI, TANAKA, WELFARE, with_guest
from tests.talk.unit_talks.counter import names, opened, says
from tests.talk.unit_talks.membership import brings
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE, pytest.mark.req("ORG-6", "A11Y-1")]


async def looked_at(desk: Desk, name: str) -> None:
    """By the rules that a machine can check, by day and by night, and in windows of all sizes."""
    await desk.accessible_by_day_and_night(name)
    async for width, _ in desk.windows(PHONE, SMALLEST, DESK):
        await desk.accessible()
        await desk.picture(f"{name}-{width}")


async def test_a_unit_is_chosen_brought_in_and_taken_out_again(town: Town, desks: Desks) -> None:
    account = await opened(town, "福祉課 窓口")
    await names(town, account, SATO)
    await names(town, account, SUZUKI)
    desk = await desks.take(TANAKA, at=f"/rooms/{ROADS}/members")
    await desk.button("メンバーを加える").click()
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_role("searchbox").fill("窓口")
    units = dialog.get_by_role("region", name="所属アカウント")
    box = units.get_by_role("checkbox", name=re.compile("福祉課 窓口"))
    await box.click()
    await expect(box).to_be_checked()
    await expect(dialog.get_by_role("button", name="福祉課 窓口を外す")).to_be_visible()
    await looked_at(desk, "unit-members-pick")
    await desk.button("1人を加える").click()
    await expect(dialog).to_have_count(0)
    line = desk.page.get_by_role("listitem").filter(has_text="読む人：佐藤 花子、鈴木 﨑子")
    await expect(line).to_contain_text("福祉課 窓口")
    await expect(line).to_contain_text("所属アカウント")
    await expect(desk.log.get_by_text("田中 美保さんが、福祉課 窓口を加えました")).to_be_visible()
    await looked_at(desk, "unit-members-list")
    await desk.button("福祉課 窓口についての操作").click()
    await expect(desk.page.get_by_role("menuitem")).to_have_text(["ルームから外す"])
    await desk.page.get_by_role("menuitem").click()
    await expect(desk.page.get_by_text("福祉課 窓口を、ルームから外しますか？")).to_be_visible()
    await desk.accessible()
    await desk.picture("unit-members-out")
    await desk.button("外す").click()
    await expect(line).to_have_count(0)


async def test_whoever_sits_there_for_it_writes_as_the_unit(town: Town, desks: Desks) -> None:
    account = await opened(town, "福祉課 窓口")
    await names(town, account, SATO)
    holder = await desks.take(SATO, at="/rooms")
    assert (await brings(town, ROADS, account)).status_code == 204
    line = holder.page.get_by_role("link", name=re.compile("福祉課 窓口あて"))
    await expect(line).to_be_visible()
    await line.click()
    await holder.composer.fill("窓口で承ります")
    await holder.button("送信").click()
    said = holder.page.get_by_role("article").filter(has_text="窓口で承ります")
    await expect(said).to_be_visible()
    await expect(holder.page.get_by_text("送信中")).to_have_count(0)
    await looked_at(holder, "unit-members-holder")
    desk = await desks.take(TANAKA, at=f"/rooms/{ROADS}/members")
    answered = desk.page.get_by_role("article").filter(has_text="窓口で承ります")
    await expect(answered).to_have_accessible_name(re.compile("福祉課 窓口（代理：佐藤 花子）"))
    await expect(desk.page.get_by_text("読む人：佐藤 花子")).to_be_visible()
    await looked_at(desk, "unit-members-room")


@pytest.mark.req("A12", "A8", "K1")
async def test_a_guest_sees_the_unit_and_nobody_behind_it(town: Town, desks: Desks) -> None:
    await with_guest(town.assembly.works, WELFARE)
    account = await opened(town, "福祉課 窓口")
    await names(town, account, TANAKA)
    assert (await brings(town, WELFARE, account, who=SATO)).status_code == 204
    await says(town, TANAKA, WELFARE, "窓口からです")
    guest = await desks.take(NISHIMURA, zone="internet", at=f"/rooms/{WELFARE}/members")
    said = guest.page.get_by_role("article").filter(has_text="窓口からです")
    await expect(said).to_have_accessible_name(re.compile("福祉課 窓口"))
    line = guest.page.get_by_role("listitem").filter(has_text="所属アカウント")
    await expect(line).to_contain_text("福祉課 窓口")
    for hidden in ("読む人", "田中"):
        await expect(guest.page.get_by_text(hidden)).to_have_count(0)
    await looked_at(guest, "unit-members-guest")
