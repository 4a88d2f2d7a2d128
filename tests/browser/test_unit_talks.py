"""所属あての会話: somebody asks a unit, whoever may write in its name answers as it, until they may no more (ORG-6)."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desks
from tests.cast import SATO, SUZUKI, TANAKA, WELFARE
from tests.talk.unit_talks.counter import names, opened, says, takes_out, talk
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]


@pytest.mark.req("ORG-6", "A11Y-1")
async def test_a_unit_is_found_and_asked_and_answers_under_its_name(town: Town, desks: Desks) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    desk = await desks.take(TANAKA, at="/rooms")
    await desk.button("新しいルーム").click()
    await desk.page.get_by_text("1人に", exact=True).click()
    units = desk.page.get_by_role("region", name="所属アカウント")
    await expect(units.get_by_role("button")).to_contain_text("福祉課")
    await desk.accessible_by_day_and_night("unit-talks-pick")
    async for width, _ in desk.windows(PHONE, SMALLEST, DESK):
        await desk.picture(f"unit-talks-pick-{width}")
    await units.get_by_role("button").click()
    await expect(desk.page.get_by_role("heading", name="福祉課")).to_be_visible()
    await expect(desk.page.get_by_text("福祉課で書ける人みなに届きます")).to_be_visible()
    await desk.page.get_by_role("textbox", name="メッセージ").fill("窓口は何時までですか")
    await desk.button("送信").click()
    await expect(desk.message("窓口は何時までですか")).to_be_visible()

    holder = await desks.take(SATO, at="/rooms")
    line = holder.page.get_by_role("link", name=re.compile("田中 美保"))
    await expect(line).to_contain_text("福祉課あて")
    await line.click()
    await expect(holder.page.get_by_text("福祉課として、田中 美保さんに届きます")).to_be_visible()
    await holder.page.get_by_role("textbox", name="メッセージ").fill("十七時までです")
    await holder.button("送信").click()
    answered = desk.page.get_by_role("article").filter(has_text="十七時までです")
    await expect(answered).to_have_accessible_name(re.compile("福祉課（代理：佐藤 花子）"))
    for each, whose in ((desk, "asker"), (holder, "holder")):
        await each.accessible_by_day_and_night(f"unit-talks-{whose}")
        async for width, _ in each.windows(PHONE, SMALLEST, DESK):
            await each.accessible()
            await each.picture(f"unit-talks-{whose}-{width}")


@pytest.mark.req("ORG-6", "N40")
async def test_another_one_sees_who_has_answered_until_they_are_taken_out(town: Town, desks: Desks) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    speaker = await names(town, account, SUZUKI)
    room = await talk(town, TANAKA, account)
    await says(town, TANAKA, room, "窓口は何時までですか")
    desk = await desks.take(SUZUKI, at=f"/rooms/{WELFARE}")
    line = desk.page.get_by_role("link", name=re.compile("田中 美保"))
    await expect(line).to_contain_text("窓口は何時までですか")
    await says(town, SATO, room, "十七時までです")
    await expect(line).to_contain_text("佐藤が回答：十七時までです")
    async for width, _ in desk.windows(DESK):
        await desk.picture(f"unit-talks-answered-{width}")
    await line.click()
    await expect(desk.page.get_by_role("article").filter(has_text="十七時までです")).to_be_visible()
    await takes_out(town, account, speaker)
    await expect(line).to_have_count(0)
    await expect(desk.page.get_by_text("このルームは開けません。")).to_be_visible()
    await expect(desk.page.get_by_text("十七時までです")).to_have_count(0)
    await desk.accessible()
    await desk.picture("unit-talks-lost")


@pytest.mark.req("ORG-6", "A11Y-1")
async def test_the_directory_finds_the_unit_above_its_people(town: Town, desks: Desks) -> None:
    account = await opened(town)
    await names(town, account, SATO)
    desk = await desks.take(TANAKA, at="/people")
    await desk.page.get_by_role("searchbox").fill("福祉")
    units = desk.page.get_by_role("region", name="所属アカウント")
    await expect(units.get_by_role("button")).to_contain_text("福祉課")
    async for width, _ in desk.windows(PHONE, SMALLEST, DESK):
        await desk.accessible()
        await desk.picture(f"unit-talks-directory-{width}")
    await units.get_by_role("button").click()
    await expect(desk.page.get_by_role("textbox", name="メッセージ")).to_be_visible()
