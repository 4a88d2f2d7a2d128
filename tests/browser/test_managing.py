"""An administrator arranges units and people in a real browser: by mouse, by keys alone, at every size."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, TABLET, Desk, Desks
from tests.browser.test_reach import fits
from tests.cast import SATO, TAKAHASHI
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
SIZES = (DESK, TABLET, PHONE, (320, 640))


async def at(desks: Desks, path: str, **how: object) -> Desk:
    desk = await desks.take(TAKAHASHI, **how)  # pyright: ignore[reportArgumentType] as the desk takes them
    await desk.page.goto(f"{desk.origin}/admin/{path}")
    return desk


@pytest.mark.req("A11Y-1", "A11Y-2")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_both_screens_keep_the_rules(town: Town, desks: Desks, dark: bool) -> None:
    desk = await at(desks, "people", dark=dark)
    await expect(desk.page.get_by_role("button", name="佐藤 花子")).to_be_visible()
    await desk.accessible()
    await desk.picture(f"people-{dark}")
    await desk.page.get_by_role("button", name="佐藤 花子").click()
    await expect(desk.page.get_by_role("dialog").get_by_label("ふりがな")).to_have_value("さとう はなこ")
    await desk.accessible()
    await desk.picture(f"person-{dark}")
    await desk.page.goto(f"{desk.origin}/admin/units")
    await desk.page.get_by_role("row", name="福祉課").click()
    await expect(desk.page.get_by_role("textbox", name="所属コード")).to_be_visible()
    await desk.accessible()
    await desk.picture(f"units-{dark}")
    await desk.page.emulate_media(forced_colors="active")
    await fits(desk)
    await desk.picture(f"units-forced-{dark}")


@pytest.mark.req("A11Y-7")
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_nothing_is_cut_off_at_any_size(town: Town, desks: Desks, size: tuple[int, int]) -> None:
    desk = await at(desks, "people", size=size, touch=size[0] < 768)
    await expect(desk.page.get_by_role("button", name="佐藤 花子")).to_be_visible()
    await fits(desk)
    await desk.picture(f"people-{size[0]}")
    await desk.page.goto(f"{desk.origin}/admin/units")
    await expect(desk.page.get_by_role("row", name="福祉課")).to_be_visible()
    await fits(desk)
    await desk.picture(f"units-{size[0]}")


@pytest.mark.req("ORG-1")
async def test_a_unit_is_added_renamed_moved_and_taken_back(town: Town, desks: Desks) -> None:
    desk = await at(desks, "units")
    await desk.button("所属を加える").click()
    await desk.page.get_by_role("dialog").get_by_label("所属の名前").fill("健康福祉部")
    await desk.button("加える").click()
    await expect(desk.page.get_by_role("row", name="健康福祉部")).to_be_visible()
    await desk.page.get_by_role("row", name="福祉課").first.click()
    await desk.page.get_by_label("上の所属").select_option(label="健康福祉部")
    await expect(desk.page.get_by_text("「福祉課」を移しました。")).to_be_visible()
    await expect(desk.page.get_by_role("heading", name="健康福祉部 福祉課")).to_be_visible()
    await desk.button("元に戻す").click()
    await expect(desk.page.get_by_role("heading", name="福祉課", exact=True)).to_be_visible()


@pytest.mark.req("A11Y-2", "ORG-1")
async def test_the_tree_is_worked_by_keys_alone(town: Town, desks: Desks) -> None:
    desk = await at(desks, "units")
    row = desk.page.get_by_role("row", name="福祉課")
    await expect(row).to_be_visible()
    await row.focus()
    keys = desk.page.keyboard
    await keys.press("ArrowDown")
    await expect(desk.page.get_by_role("row", name="土木課")).to_be_focused()
    await desk.button("土木課のメニュー").focus()
    await keys.press("Enter")
    await keys.press("ArrowDown")
    await keys.press("Enter")
    field = desk.page.get_by_role("textbox", name="所属の名前")
    await expect(field).to_be_focused()
    await keys.press("Control+A")
    await keys.type("道路課")
    await keys.press("Enter")
    await expect(desk.page.get_by_role("row", name="道路課")).to_be_visible()
    await expect(desk.page.get_by_text("「土木課」を「道路課」に変えました。")).to_be_visible()


@pytest.mark.req("ORG-2")
async def test_a_person_is_changed_and_two_are_moved_at_once(town: Town, desks: Desks) -> None:
    desk = await at(desks, "people")
    await desk.page.get_by_role("button", name="佐藤 花子").click()
    await desk.page.get_by_role("dialog").get_by_label("職名").fill("係長")
    await desk.button("保存する").click()
    await expect(desk.page.get_by_role("row", name="佐藤 花子")).to_contain_text("係長")
    for name in ("佐藤 花子", "鈴木 﨑子"):
        await desk.page.get_by_role("checkbox", name=f"{name}を選ぶ").check()
    await desk.button("選んだ2人をまとめて変える").click()
    await desk.page.get_by_label("新しい所属").select_option(label="土木課")
    await desk.button("変わる内容を確かめる").click()
    await expect(desk.page.get_by_text("変わる2人")).to_be_visible()
    await desk.picture("bulk")
    await desk.button("2人を変える").click()
    await expect(desk.page.get_by_role("row", name="鈴木 﨑子")).to_contain_text("土木課")


async def test_a_form_that_is_too_old_says_so_and_loads_what_is_there(town: Town, desks: Desks) -> None:
    desk = await at(desks, "people")
    await desk.page.get_by_role("button", name="佐藤 花子").click()
    await expect(desk.page.get_by_role("dialog").get_by_label("職名")).to_have_value("主事")
    place = {"ids": [str(SATO)], "what": "place", "text": "北庁舎", "expected": 1, "request_key": "0" * 26}
    assert (await town.call(TAKAHASHI, "POST", "/api/accounts/changes", place)).status_code == 200
    await desk.page.get_by_role("dialog").get_by_label("職名").fill("係長")
    await desk.button("保存する").click()
    await expect(desk.page.get_by_role("alert")).to_contain_text("ほかの人がこの職員の内容を変えています")
    await desk.button("いまの内容を読み込む").click()
    await expect(desk.page.get_by_role("dialog").get_by_label("場所")).to_have_value("北庁舎")


async def test_a_member_has_no_way_there(town: Town, desks: Desks) -> None:
    desk = await desks.take(SATO)
    await expect(desk.page.get_by_role("link", name="トーク")).to_be_visible()
    await expect(desk.page.get_by_role("link", name="管理")).to_have_count(0)
    await desk.page.goto(f"{desk.origin}/admin/people")
    await expect(desk.page.get_by_text("管理は、管理者だけが使えます")).to_be_visible()
