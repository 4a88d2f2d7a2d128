"""Seats in a real browser: how many there are, taking one away, and working without one (ORG-6, ADMIN-4)."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desks
from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.talk.unit_talks.counter import asks_for, names, opened, says, talk
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE, pytest.mark.req("ORG-6", "ADMIN-4", "A11Y-1")]


async def test_an_administrator_takes_a_seat_away_and_sees_the_count(town: Town, desks: Desks) -> None:
    await opened(town, "福祉課 窓口")
    desk = await desks.take(TAKAHASHI, at="/admin/people")
    count = desk.page.get_by_text("席 5（職員 4・所属アカウント 1）　席のない人 0")
    await expect(count).to_be_visible()
    await desk.page.get_by_role("button", name="佐藤 花子").click()
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_role("tab", name="役割と利用").click()
    await dialog.get_by_text("席のない人（任された所属アカウントだけ）").click()
    await expect(desk.page.get_by_text("席 4（職員 3・所属アカウント 1）　席のない人 1")).to_be_visible()
    # What was chosen is seen where it was chosen.
    await expect(dialog.get_by_text("任された所属アカウントのルームを読んで答えるだけです")).to_be_visible()
    await desk.accessible_by_day_and_night("seats-person")
    await desk.page.keyboard.press("Escape")
    async for width, _ in desk.windows(DESK, PHONE, SMALLEST):
        await desk.accessible()
        await desk.picture(f"seats-{width}")


async def test_many_are_changed_at_once_after_they_were_shown(town: Town, desks: Desks) -> None:
    desk = await desks.take(TAKAHASHI, at="/admin/people")
    for name in ("佐藤 花子", "髙橋 渉"):
        await desk.page.get_by_role("checkbox", name=name).click()
    await desk.button("選んだ2人をまとめて変える").click()
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_label("変えるもの").select_option("no_seat")
    await desk.button("変わる内容を確かめる").click()
    await expect(dialog.get_by_text("職員 → 席のない人")).to_be_visible()
    await expect(dialog.get_by_text("自分は変えられません")).to_be_visible()
    await desk.accessible_by_day_and_night("seats-many")
    await desk.button("1人を変える").click()
    await expect(desk.page.get_by_text("席 3（職員 3・所属アカウント 0）　席のない人 1")).to_be_visible()


async def test_whoever_has_no_seat_is_named_to_write_for_a_unit(town: Town, desks: Desks) -> None:
    account = await opened(town, "福祉課 窓口")
    role = {"role": "served"}
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/role", role)).status_code == 204
    desk = await desks.take(TAKAHASHI, at="/admin/department-accounts")
    await desk.button("福祉課 窓口で書ける人を追加").click()
    await desk.accessible()
    await desk.page.get_by_role("dialog").get_by_role("button", name="佐藤 花子").click()
    line = desk.page.get_by_role("list", name="福祉課 窓口で書ける人").get_by_role("listitem")
    await expect(line).to_contain_text("佐藤 花子")
    assert (await asks_for(town, TANAKA, account)).status_code == 200


async def test_without_a_seat_one_answers_for_the_unit_and_finds_nothing_else(
    town: Town, desks: Desks
) -> None:
    account = await opened(town, "福祉課 窓口")
    await names(town, account, SATO)
    await names(town, account, SUZUKI)
    await says(town, TANAKA, await talk(town, TANAKA, account), "何時までですか")
    desk = await desks.take(SATO, at="/rooms")
    await expect(desk.page.get_by_role("button", name="新しいルーム")).to_be_visible()
    role = {"role": "served"}
    assert (await town.call(TAKAHASHI, "PUT", f"/api/accounts/{SATO}/role", role)).status_code == 204
    await expect(desk.page.get_by_role("button", name="新しいルーム")).to_have_count(0)
    await expect(desk.page.get_by_role("link", name="名簿")).to_have_count(0)
    await expect(desk.page.get_by_role("link", name=re.compile("福祉課"))).to_have_count(1)
    await desk.page.get_by_role("link", name=re.compile("田中 美保")).click()
    await desk.page.get_by_role("textbox", name="メッセージ").fill("十七時までです")
    await desk.button("送信").click()
    await expect(desk.message("十七時までです")).to_be_visible()
    await expect(desk.page.get_by_text("送信中")).to_have_count(0)
    await desk.accessible_by_day_and_night("seats-without")
    async for width, _ in desk.windows(PHONE, SMALLEST):
        await desk.accessible()
        await desk.picture(f"seats-without-{width}")
