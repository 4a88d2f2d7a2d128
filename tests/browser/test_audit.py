"""監査の記録: searched, opened row by row, looked through, and taken out with a reason, however it is looked at."""

import pytest
from playwright.async_api import Page, expect
from sqlalchemy import update

from tests.browser.desk import DESK, HALF, ON_ONE_DATABASE, PHONE, TABLET, Desk, Desks
from tests.cast import PASSWORD, SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.people.sessions.holding import forgets
from tests.town import Town
from tests.watch.audit.log import read_on
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.models import Account
from yoriai.watch.audit.models import AuditEntry

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
SIZES = [DESK, HALF, TABLET, PHONE, (320, 700)]
LOOKS = ("light", "dark", "forced")


async def look(page: Page, how: str) -> None:
    scheme = "dark" if how == "dark" else "light"
    await page.emulate_media(color_scheme=scheme, forced_colors="active" if how == "forced" else "none")


@pytest.fixture
async def a_day(town: Town) -> None:
    """Some talk, some managing, and some who tried what they may not."""
    for at in range(12):
        await town.says(SATO if at % 2 else SUZUKI, f"窓口の当番表 {at}", town.welfare)
    await town.says(TANAKA, "現場に出ます", town.roads, zone="internet")
    for method in ("PUT", "DELETE"):
        answer = await town.call(TAKAHASHI, method, f"/api/accounts/{SUZUKI}/suspension")
        assert answer.status_code == 204
    for _ in range(30):
        await town.call(SATO, "GET", "/api/usage", zone="internet")
    body = {"tenant": "mihon", "login_id": "10003", "password": "ちがうパスワード 2026"}
    await town.call(None, "POST", "/api/sign-in", body)
    await read_on(town)


async def at_the_log(desks: Desks, who: object = TAKAHASHI) -> Desk:
    desk = await desks.take(who, at="/admin/audit")  # pyright: ignore[reportArgumentType] one of the cast
    await expect(desk.page.get_by_role("region", name="監査の記録の表")).to_be_visible()
    return desk


@pytest.mark.req("AUDIT-1", "A11Y-1")
async def test_the_log_breaks_no_rule_however_it_is_looked_at(town: Town, desks: Desks, a_day: None) -> None:
    desk = await at_the_log(desks)
    for how in LOOKS:
        await look(desk.page, how)
        await desk.accessible()
        await desk.picture(f"audit-{how}")
    await look(desk.page, "light")
    for width, height in SIZES:
        await desk.page.set_viewport_size({"width": width, "height": height})
        assert await desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        await desk.picture(f"audit-{width}")
    await desk.page.set_viewport_size({"width": 1440, "height": 900})


@pytest.mark.req("AUDIT-1")
async def test_it_is_narrowed_and_a_row_is_opened_by_the_keyboard_alone(
    town: Town, desks: Desks, a_day: None
) -> None:
    desk = await at_the_log(desks)
    await desk.page.get_by_label("行いの種類").select_option("people")
    rows = desk.page.get_by_role("row")
    await expect(rows).to_have_count(3)
    await desk.page.get_by_role("searchbox", name="対象の名前・受付番号で探す").fill("鈴木")
    await expect(rows).to_have_count(3)
    opener = desk.page.get_by_role("rowheader").get_by_role("button").first
    await opener.focus()
    await desk.page.keyboard.press("Enter")
    dialog = desk.page.get_by_role("dialog")
    await expect(dialog.get_by_text("職員の利用を再開した").first).to_be_visible()
    await expect(dialog.get_by_text("この記録の要約")).to_be_visible()
    await desk.page.keyboard.press("Escape")
    await expect(dialog).to_be_hidden()
    await expect(opener).to_be_focused()
    await desk.page.keyboard.press("Enter")
    for how in LOOKS:
        await look(desk.page, how)
        await desk.accessible()
        await desk.picture(f"audit-entry-{how}")
    await look(desk.page, "light")
    for width, height in (PHONE, (320, 700)):
        await desk.page.set_viewport_size({"width": width, "height": height})
        await desk.picture(f"audit-entry-{width}")


async def test_days_are_written_as_offices_write_them(town: Town, desks: Desks, a_day: None) -> None:
    desk = await at_the_log(desks)
    await desk.page.get_by_label("期間").select_option("chosen")
    await desk.page.get_by_label("この日から").fill("令和8年1月5日")
    await expect(desk.page.get_by_text("令和8年1月5日（月） から")).to_be_visible()
    await expect(desk.page.get_by_role("row")).not_to_have_count(1)
    await desk.page.get_by_label("この日まで").fill("R8.1.31")
    await expect(desk.page.get_by_text("当てはまる記録はありません。")).to_be_visible()
    await desk.accessible()
    await desk.picture("audit-period")
    await desk.page.set_viewport_size({"width": 390, "height": 844})
    await desk.picture("audit-period-390")


@pytest.mark.req("N119", "K28")
async def test_nothing_is_taken_out_without_a_reason_and_a_proof(
    town: Town, desks: Desks, a_day: None
) -> None:
    await forgets(town, TAKAHASHI)
    desk = await at_the_log(desks)
    await desk.button("書き出す").click()
    dialog = desk.page.get_by_role("dialog")
    do = dialog.get_by_role("button", name="書き出す")
    await expect(do).to_be_disabled()
    await desk.accessible()
    await desk.picture("audit-export")
    await dialog.get_by_label("書き出す理由").fill("定期監査")
    await do.click()
    asked = desk.page.get_by_role("dialog", name="本人の確認")
    await asked.get_by_label("パスワード", exact=False).first.fill(PASSWORD)
    await desk.picture("audit-export-proof")
    async with desk.page.expect_download() as waiting:
        await desk.page.keyboard.press("Enter")
    assert (await waiting.value).suggested_filename.startswith("監査の記録_")
    await expect(dialog).to_be_hidden()
    await read_on(town)
    await desk.button("新しい記録を読む").click()
    await expect(desk.page.get_by_role("cell", name="監査の記録を書き出した")).to_be_visible()


@pytest.mark.req("N120")
async def test_the_log_says_when_it_was_touched(town: Town, desks: Desks, a_day: None) -> None:
    desk = await at_the_log(desks)
    state = desk.page.get_by_role("region", name="改ざんの確かめ")
    await expect(state.get_by_text("まだ一度も確かめていません。")).to_be_visible()
    await desk.button("いま確かめる").click()
    await expect(state.get_by_text("書き換えも、欠けもありません", exact=False)).to_be_visible()
    async with town.assembly.works.writing() as work:
        third = update(AuditEntry).where(AuditEntry.number == 3)
        await work.session.execute(third.values(account_name="だれか"))
    await desk.button("いま確かめる").click()
    await expect(state.get_by_text("3件目が書き換えられているか", exact=False)).to_be_visible()
    for how in LOOKS:
        await look(desk.page, how)
        await desk.accessible()
        await desk.picture(f"audit-touched-{how}")
    await look(desk.page, "light")
    await desk.page.set_viewport_size({"width": 390, "height": 844})
    await desk.picture("audit-touched-390")


async def test_an_auditor_finds_the_log_and_no_other_section(town: Town, desks: Desks, a_day: None) -> None:
    async with town.assembly.works.writing() as work:
        theirs = update(Account).where(Account.id == TANAKA)
        await work.session.execute(theirs.values(roles=[Role.AUDITOR]))
    desk = await at_the_log(desks, TANAKA)
    sections = desk.page.get_by_role("navigation", name="管理", exact=True).get_by_role("link")
    await expect(sections).to_have_text(["監査の記録", "ルームの閲覧"])
    await desk.accessible()


async def test_the_term_is_chosen_by_whoever_decides_for_the_body(town: Town, desks: Desks) -> None:
    desk = await desks.take(TAKAHASHI, at="/admin/audit-term")
    await desk.page.get_by_text("3年", exact=True).click()
    await desk.button("保存する").click()
    await expect(desk.page.get_by_text("保存しました。")).to_be_visible()
    await desk.accessible()
    await desk.picture("audit-term")
    assert (await town.call(TAKAHASHI, "GET", "/api/audit")).json()["years"] == 3
