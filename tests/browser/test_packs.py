"""監査パック: asked for with a reason, waited for, taken and thrown away, however it is looked at."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.async_api import Page, expect
from sqlalchemy import update

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desk, Desks
from tests.cast import PASSWORD, SATO, TAKAHASHI, TANAKA
from tests.people.sessions.holding import forgets
from tests.town import Town
from tests.watch.audit.inspecting import becomes
from tests.watch.audit.log import read_on
from tests.watch.audit.packing import ALL, REASON, asks
from yoriai.people.access.capabilities import Role
from yoriai.watch.audit.packs import asking
from yoriai.watch.audit.packs.models import AuditPack

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE, pytest.mark.req("AUDIT-3")]
AT = "/admin/audit"


async def opened(desk: Desk) -> None:
    await desk.button("監査パック").click()
    await expect(desk.page.get_by_role("dialog", name="監査パック")).to_be_visible()


async def looks(desk: Desk, name: str) -> None:
    await desk.accessible()
    async for width, _ in desk.windows(PHONE, SMALLEST, DESK):
        await desk.accessible()
        await desk.picture(f"{name}-{width}")


@pytest.mark.req("A11Y-1", "K28", "AUTH-7")
async def test_an_administrator_asks_waits_takes_it_and_throws_it_away(
    town: Town, desks: Desks, tmp_path: Path
) -> None:
    await town.says(SATO, "窓口の当番表です", town.welfare)
    await read_on(town)
    await forgets(town, TAKAHASHI)
    desk = await desks.take(TAKAHASHI, at=AT)
    await opened(desk)
    await expect(desk.page.get_by_text("まだ作っていません。")).to_be_visible()
    await _asked(desk)
    list_ = desk.page.get_by_role("list", name="作った監査パック")
    await expect(list_.get_by_text("できました")).to_be_visible(timeout=60_000)
    await looks(desk, "packs-ready")
    async with desk.page.expect_download() as coming:
        await list_.get_by_role("button", name="監査パックをダウンロードする").click()
    file = tmp_path / "pack.zip"
    await (await coming.value).save_as(file)
    assert (await coming.value).suggested_filename.startswith("監査パック_見本市_")
    with ZipFile(file) as zipped:
        assert "README.txt" in zipped.namelist()
    await expect(list_.get_by_text("1回")).to_be_visible()
    await list_.get_by_role("button", name="監査パックを捨てる").click()
    await desk.page.get_by_role("alertdialog").get_by_role("button", name="捨てる").click()
    await expect(list_.get_by_text("消えました")).to_be_visible()
    await expect(list_.get_by_role("button")).to_have_count(0)


async def _asked(desk: Desk) -> None:
    form = desk.page.get_by_role("region", name="監査パックを作る")
    make = form.get_by_role("button", name="監査パックを作る")
    await expect(form.get_by_label("作る理由")).to_be_focused()
    await expect(make).to_be_disabled()
    await form.get_by_label("作る理由").fill(REASON)
    await form.get_by_label("おわりの日").fill("R30.3.31")
    await expect(form.get_by_text("今日までの日を入れてください。")).to_be_visible()
    await expect(make).to_be_disabled()
    await looks(desk, "packs-ask")
    await form.get_by_label("おわりの日").fill(await _today(desk.page))
    await make.click()
    asked = desk.page.get_by_role("dialog", name="本人の確認")
    await asked.get_by_label("パスワード", exact=False).first.fill(PASSWORD)
    await desk.page.keyboard.press("Enter")


async def _today(page: Page) -> str:
    day = await page.evaluate("new Date().toLocaleDateString('sv-SE', {timeZone: 'Asia/Tokyo'})")
    return str(day).replace("-", "")


async def test_how_far_it_is_and_that_it_failed_is_said(
    town: Town, desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(*_: object, **__: object) -> None: ...

    monkeypatch.setattr(asking, "enqueue", nothing)
    await becomes(town, TANAKA, Role.AUDITOR)
    await asks(town, TANAKA)
    desk = await desks.take(TANAKA, at=AT)
    await opened(desk)
    list_ = desk.page.get_by_role("list", name="作った監査パック")
    await expect(list_.get_by_text("順番を待っています")).to_be_visible()
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(AuditPack).values(step=7, steps=30))
    await expect(list_.get_by_text("30のうち7まで")).to_be_visible()
    await looks(desk, "packs-waiting")
    async with town.assembly.works.writing() as work:
        await work.session.execute(update(AuditPack).values(ends_at=work.now))
    await expect(list_.get_by_text("作れませんでした")).to_be_visible()
    await desk.accessible_by_day_and_night("packs-failed")
    await desk.page.keyboard.press("Escape")
    await expect(desk.page.get_by_role("dialog")).to_have_count(0)


async def test_without_an_answer_it_says_so_and_reads_again(town: Town, desks: Desks) -> None:
    desk = await desks.take(TAKAHASHI, at=AT)
    pattern = f"**{ALL}*"
    await desk.page.route(
        pattern, lambda route: route.fulfill(status=404, json={"code": "not_found", "details": {}})
    )
    await opened(desk)
    await expect(desk.page.get_by_text("監査パックを読み込めませんでした。")).to_be_visible()
    await desk.accessible()
    await desk.page.unroute(pattern)
    await desk.button("もう一度読み込む").click()
    await expect(desk.page.get_by_text("まだ作っていません。")).to_be_visible()
    await desk.page.route(pattern, lambda route: route.abort())
    form = desk.page.get_by_role("region", name="監査パックを作る")
    await form.get_by_label("作る理由").fill(REASON)
    await form.get_by_role("button", name="監査パックを作る").click()
    await expect(form.get_by_role("alert")).to_contain_text("通信が切れています。書いたものは残っています。")
    await expect(form.get_by_label("作る理由")).to_have_value(REASON)
