"""引継ぎ: who was moved reads the room of their former unit for a while, and everybody sees who does (ORG-3)."""

import re
from uuid import UUID

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desks
from tests.cast import SATO, SUZUKI, TAKAHASHI
from tests.talk.departments.moving import (
    ROADS_SECTION,
    enters,
    leaves,
    moves,
    rearrange,
    rooms_of,
    with_rooms,
)
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE, pytest.mark.req("ORG-3", "A11Y-1")]


async def section(town: Town) -> UUID:
    """The room of 福祉課, in which something was said."""
    await with_rooms(town)
    room = UUID((await enters(town, SATO, "福祉課"))["room_id"])
    await enters(town, SUZUKI, "福祉課")
    await town.says(SATO, "引継ぎの資料は共有フォルダーにあります", room)
    await town.says(SUZUKI, "確かめます", room)
    return room


async def move(town: Town) -> None:
    await rearrange(town, moves(SUZUKI, ROADS_SECTION))
    await leaves(town, SUZUKI, "福祉課")


async def test_whoever_is_moved_finds_the_room_apart_reads_it_and_sees_it_end(
    town: Town, desks: Desks
) -> None:
    room = await section(town)
    desk = await desks.take(SUZUKI)
    await move(town)
    await town.says(SATO, "新しい担当へ", room)
    await desk.page.get_by_role("link", name="引継ぎ中のルーム").click()
    await expect(desk.page.get_by_role("list", name="引継ぎ中のルームの一覧")).to_contain_text("まで読めます")
    await desk.accessible_by_day_and_night("handover-list")
    await desk.page.get_by_role("link", name="福祉課", exact=True).click()
    await expect(desk.page.get_by_text("確かめます")).to_be_visible()
    await expect(desk.page.get_by_text("引継ぎのため、", exact=False)).to_be_visible()
    await expect(desk.page.get_by_text("新しい担当へ")).to_have_count(0)
    await expect(desk.page.get_by_role("textbox", name="メッセージ")).to_have_count(0)
    await desk.accessible_by_day_and_night("handover-room")
    async for width, _ in desk.windows(PHONE, SMALLEST, DESK):
        await desk.accessible()
        await desk.picture(f"handover-room-{width}")
    (there,) = (await town.call(TAKAHASHI, "GET", "/api/handovers")).json()["predecessors"]
    await town.call(TAKAHASHI, "DELETE", f"/api/handovers/{there['handover_id']}")
    await expect(desk.page.get_by_text("このルームは、もう読めません。")).to_be_visible()
    await desk.accessible_by_day_and_night("handover-over")
    await desk.button("引継ぎ中のルームへ戻る").click()
    await expect(desk.page.get_by_text("引継ぎ中のルームはありません。")).to_be_visible()


async def test_members_see_who_reads_on_and_that_they_are_no_members(town: Town, desks: Desks) -> None:
    await section(town)
    await move(town)
    (room,) = [each["room_id"] for each in (await rooms_of(town, SATO)).values()]
    desk = await desks.take(SATO, at=f"/rooms/{room}/members")
    apart = desk.page.get_by_role("region", name="引継ぎ中の人")
    await expect(apart).to_contain_text("鈴木")
    await expect(desk.page.get_by_role("heading", name="メンバー")).to_contain_text("1人")
    await desk.accessible_by_day_and_night("handover-members")
    async for width, _ in desk.windows(PHONE, DESK):
        await desk.accessible()
        await desk.picture(f"handover-members-{width}")


async def test_an_administrator_says_for_how_long_and_ends_it_for_one(town: Town, desks: Desks) -> None:
    await section(town)
    await move(town)
    desk = await desks.take(TAKAHASHI, at="/admin/handover")
    await expect(desk.page.get_by_role("heading", name="引継ぎの期間")).to_be_visible()
    line = desk.page.get_by_role("list", name="引継ぎ中の人の一覧").get_by_role("listitem")
    await expect(line).to_contain_text("福祉課を")
    # What is saved stands together: however many read on, they stand below it.
    await expect(desk.page.get_by_role("main")).to_contain_text(re.compile("60日.*保存する.*引継ぎ中の人"))
    await desk.accessible_by_day_and_night("handover-period")
    async for width, _ in desk.windows(PHONE, SMALLEST, DESK):
        await desk.accessible()
        await desk.picture(f"handover-period-{width}")
    await line.get_by_role("button").click()
    await desk.accessible_by_day_and_night("handover-ending")
    await desk.page.get_by_role("alertdialog").get_by_role("button", name="終わらせる").click()
    await expect(desk.page.get_by_text("いまはいません。")).to_be_visible()
