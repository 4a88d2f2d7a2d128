"""What a body decides about itself: which modules it lives without, rooms of its units, and its months of use."""

from datetime import date

import pytest
from playwright.async_api import Page, expect

from tests.browser.desk import DESK, HALF, ON_ONE_DATABASE, PHONE, TABLET, Desk, Desks
from tests.cast import MIHON, SATO, SUZUKI, TAKAHASHI
from tests.town import Town
from yoriai.watch.usage.models import MonthEnd

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
HEARTBEAT = 20_000  # ms
SIZES = [DESK, HALF, TABLET, PHONE, (320, 700)]
LOOKS = ("light", "dark", "forced")


async def at_admin(desk: Desk, section: str) -> None:
    await desk.page.goto(f"{desk.origin}/admin/{section}")
    await desk.page.get_by_role("heading", level=2).first.wait_for()


async def look(page: Page, how: str) -> None:
    scheme = "dark" if how == "dark" else "light"
    await page.emulate_media(color_scheme=scheme, forced_colors="active" if how == "forced" else "none")


async def answered_with(desk: Desk, method: str, path: str) -> int:
    """What the interface says to this person's own browser."""
    ask = "([method, path]) => fetch(path, {method}).then(answer => answer.status)"
    return int(await desk.page.evaluate(ask, [method, path]))


@pytest.mark.req("BASE-7")
async def test_a_module_that_is_switched_off_leaves_the_other_browser_within_one_heartbeat(
    town: Town, desks: Desks
) -> None:
    sato, takahashi = await desks.take(SATO), await desks.take(TAKAHASHI)
    await sato.page.goto(f"{sato.origin}/settings")
    await sato.button("れんしゅうを開く").click()
    await expect(sato.log.get_by_text("こんにちは。案内係です。", exact=False)).to_be_visible()
    in_list = sato.page.get_by_role("link", name="れんしゅう")
    await expect(in_list).to_be_visible()

    await at_admin(takahashi, "modules")
    switch = takahashi.button("れんしゅうを切る")
    await switch.focus()
    await takahashi.page.keyboard.press("Enter")
    question = takahashi.page.get_by_role("alertdialog", name="「れんしゅう」を切りますか？")
    await expect(question.get_by_role("button", name="やめる")).to_be_focused()
    await takahashi.accessible()
    await takahashi.page.keyboard.press("Tab")
    await takahashi.page.keyboard.press("Enter")
    await expect(question).to_be_hidden()
    await expect(takahashi.page.get_by_text("髙橋 渉さんが切りました。")).to_be_visible()

    await expect(in_list).to_be_hidden(timeout=HEARTBEAT)
    await sato.page.get_by_role("searchbox").fill("れんしゅう")
    await expect(in_list).to_be_hidden()
    assert await answered_with(sato, "POST", "/api/practice") == 404
    await sato.page.goto(f"{sato.origin}/settings")
    await expect(sato.page.get_by_role("heading", name="ログアウト")).to_be_visible()
    await expect(sato.page.get_by_role("heading", name="れんしゅう")).to_be_hidden()

    await takahashi.button("れんしゅうを入れる").click()
    await takahashi.button("入れる").click()
    await expect(sato.page.get_by_role("heading", name="れんしゅう")).to_be_visible(timeout=HEARTBEAT)
    sato.expects_trouble = True  # what is gone answers 404, and the browser writes that down


@pytest.mark.req("A11Y-1")
async def test_the_list_of_modules_breaks_no_rule_however_it_is_looked_at(town: Town, desks: Desks) -> None:
    desk = await desks.take(TAKAHASHI)
    await town.call(TAKAHASHI, "DELETE", "/api/modules/read_counts/switch")
    await at_admin(desk, "modules")
    for how in LOOKS:
        await look(desk.page, how)
        await desk.accessible()
        await desk.picture(f"modules-{how}")
    await look(desk.page, "light")
    for width, height in SIZES:
        await desk.page.set_viewport_size({"width": width, "height": height})
        await desk.accessible()
        assert await desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        await desk.picture(f"modules-{width}")


@pytest.mark.req("ORG-3")
async def test_an_administrator_chooses_which_units_have_rooms_and_they_come(
    town: Town, desks: Desks
) -> None:
    sato, takahashi = await desks.take(SATO), await desks.take(TAKAHASHI)
    await at_admin(takahashi, "modules")
    section = takahashi.page.get_by_role("checkbox", name="課")
    await section.focus()
    await takahashi.page.keyboard.press("Space")
    await takahashi.button("この種類にする").focus()
    await takahashi.page.keyboard.press("Enter")
    await expect(takahashi.page.get_by_text("決めました。", exact=False)).to_be_visible()
    await takahashi.accessible()
    await takahashi.picture("kinds")
    await expect(sato.page.get_by_role("link", name="福祉課 所属")).to_be_visible(timeout=HEARTBEAT)


async def test_who_has_no_right_to_decide_finds_no_way_there(town: Town, desks: Desks) -> None:
    desk = await desks.take(SATO, at="/admin/modules")
    await expect(desk.page.get_by_text("管理は、管理者だけが使えます。", exact=False)).to_be_visible()


@pytest.mark.req("STAT-2", "STAT-3", "A11Y-1")
async def test_the_months_of_a_year_stand_in_a_table_with_their_definition(town: Town, desks: Desks) -> None:
    figures = [(7, 60, 43), (8, 86, 68), (9, 99, 87), (10, 99, 86), (11, 162, 145), (12, 285, 261)]
    async with town.assembly.works.writing() as work:
        for month, registered, active in figures:
            work.session.add(
                MonthEnd(
                    tenant_id=MIHON, month=date(2020, month, 1), department="", employment_type="regular",
                    registered=registered, opened=active, sent=active // 2, suspended=0, closed_at=work.now,
                    made_up=month == 9,
                )
            )  # fmt: skip
    desk = await desks.take(TAKAHASHI)
    await at_admin(desk, "usage")
    await expect(desk.page.get_by_text("終わった月はまだありません。", exact=False)).to_be_visible()
    await desk.accessible()
    year = desk.page.get_by_role("combobox", name="年度")
    await year.focus()
    await year.select_option("2020")
    row = desk.page.get_by_role("row", name="R2.7")
    await expect(row).to_contain_text("71.7")
    await expect(desk.page.get_by_role("row", name="R2.9")).to_contain_text("後から集計")
    await expect(
        desk.page.get_by_text("その月に1回でも開いた職員 ÷ 月末に登録のある職員", exact=False)
    ).to_be_visible()
    await desk.page.get_by_text("その月に1通でも送った人").click()
    await expect(row).to_contain_text("35.0")
    for how in LOOKS:
        await look(desk.page, how)
        await desk.accessible()
        await desk.picture(f"usage-{how}")
    await look(desk.page, "light")
    for width, height in SIZES:
        await desk.page.set_viewport_size({"width": width, "height": height})
        assert await desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        await desk.picture(f"usage-{width}")
    await _taken_out(desk)


async def _taken_out(desk: Desk) -> None:
    await desk.button("所属・任用形態別のCSV").click()
    dialog = desk.page.get_by_role("dialog", name="月の利用を書き出す")
    await expect(dialog.get_by_role("button", name="書き出す")).to_be_disabled()
    await dialog.get_by_label("書き出す理由").fill("議会への報告")
    await desk.accessible()
    await desk.picture("usage-taking-out")
    async with desk.page.expect_download() as waiting:
        await dialog.get_by_role("button", name="書き出す").click()
    assert (await waiting.value).suggested_filename == "月の利用 令和2年度.csv"


@pytest.mark.req("A11Y-1")
async def test_practising_by_the_keyboard_alone_from_the_greeting_to_the_end(
    town: Town, desks: Desks
) -> None:
    desk = await desks.take(SUZUKI, size=TABLET, at="/settings")
    await desk.button("れんしゅうを開く").focus()
    await desk.page.keyboard.press("Enter")
    await expect(desk.composer).to_be_focused()
    await expect(desk.log.get_by_text("はじめに、下の欄に", exact=False)).to_be_visible()
    for words, answer in (
        ("よろしくお願いします", "届きました。"),
        ("二通目です", "二通目も届きました。"),
        ("見ました", "これで、ひととおりです。"),
    ):
        await desk.page.keyboard.type(words)
        await desk.page.keyboard.press("Control+Enter")
        await expect(desk.log.get_by_text(answer, exact=False)).to_be_visible()
    await desk.accessible()
    await desk.picture("practice")
    await desk.button("ルームのメニュー").focus()
    await desk.page.keyboard.press("Enter")
    await desk.page.get_by_role("menuitem", name="れんしゅうを終わる").press("Enter")
    await expect(desk.page.get_by_role("alertdialog").get_by_role("button").first).to_be_focused()
    await desk.page.keyboard.press("Tab")
    await desk.page.keyboard.press("Enter")
    await expect(desk.page.get_by_role("link", name="れんしゅう")).to_be_hidden()


@pytest.mark.req("ORG-3", "A11Y-1")
async def test_a_units_room_says_whose_it_is_and_why_nobody_leaves_it(town: Town, desks: Desks) -> None:
    desk = await desks.take(SATO)
    await town.call(TAKAHASHI, "PUT", "/api/settings/department_rooms", {"kinds": ["課"]})
    entry = desk.page.get_by_role("link", name="福祉課 所属")
    await entry.click()
    await expect(desk.page.get_by_text("所属のルーム", exact=True)).to_be_visible()
    await expect(desk.page.get_by_text("この所属の職員が自動で入ります。", exact=False)).to_be_visible()
    await desk.accessible()
    await desk.picture("department-room")
    await desk.button("ルームのメニュー").click()
    await expect(desk.page.get_by_role("menuitem", name="メンバー", exact=True)).to_be_visible()
    await expect(desk.page.get_by_role("menuitem", name="退出")).to_be_hidden()
    await desk.page.keyboard.press("Escape")
    await desk.page.set_viewport_size({"width": 390, "height": 844})
    await desk.picture("department-room-390")
