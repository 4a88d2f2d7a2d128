"""An IT officer brings a city of 3,000 in by the browser: file, columns, difference, import, and back again."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Page, expect
from sqlalchemy import func, select

from tests import rosters
from tests.browser.desk import ON_ONE_DATABASE, PHONE, SMALLEST, TABLET, Desk, Desks
from tests.cast import TAKAHASHI
from tests.town import Town
from yoriai.people.accounts.models import Account

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE, pytest.mark.req("ADMIN-3", "ADMIN-18", "BASE-6")]

LONG = 60_000  # ms


async def at_the_import(desks: Desks, **how: object) -> Desk:
    desk = await desks.take(TAKAHASHI, at="/admin/roster", **how)  # pyright: ignore[reportArgumentType] the size of a window and the like
    await expect(heading(desk.page)).to_be_visible()
    return desk


def heading(page: Page):
    return page.get_by_role("heading", name="職員名簿の取込み", level=1)


@asynccontextmanager
async def choosing(desk: Desk, file: Path) -> AsyncGenerator[None]:
    """Choose a file as from the disk, and be at the columns."""
    async with desk.page.expect_file_chooser() as chooser:
        await desk.button("ファイルを選ぶ").click()
    await (await chooser.value).set_files(file)
    await expect(desk.page.get_by_text("必要な列は、そろっています。")).to_be_visible(timeout=LONG)
    yield


async def looked_at(desk: Desk) -> None:
    await desk.button("内容を確かめる").click()
    await expect(desk.page.get_by_text("名簿にない職員", exact=True)).to_be_visible(timeout=LONG)


async def figure(desk: Desk, name: str) -> str:
    """One of the six figures with its unit."""
    box = desk.page.locator("dl > div").filter(has=desk.page.get_by_text(name, exact=True))
    return (await box.locator("dd").inner_text()).replace("\n", "")


async def head_count(town: Town) -> int:
    async with town.assembly.works.reading() as work:
        return await work.session.scalar(select(func.count()).select_from(Account)) or 0


async def taken_over(desk: Desk, act: str) -> None:
    await desk.page.get_by_role("button", name=act).click(timeout=LONG)
    await expect(desk.page.get_by_text("取り込みました。")).to_be_visible(timeout=LONG)


@pytest.mark.req("TEXT-7", "A11Y-1")
async def test_three_thousand_people_come_in_by_cp932_and_a_second_time_changes_nothing(
    town: Town, desks: Desks, tmp_path: Path
):
    people = rosters.people(3000)
    people[2] |= {"職員氏名": "髙﨑　\ue000子", "備考": "外字"}
    file = tmp_path / "R8_職員名簿_人事システム出力.csv"
    file.write_bytes(rosters.written(people, "cp932"))
    desk = await at_the_import(desks)
    await looks_right(desk, "roster-1-file")

    async with choosing(desk, file):
        await expect(desk.page.get_by_label("「職員コード」の意味")).to_have_value("職員番号")
        await expect(desk.page.get_by_label("「備考」の意味")).to_have_value("")
        await looks_right(desk, "roster-2-columns")
    await looked_at(desk)
    assert (await figure(desk, "新規"), await figure(desk, "エラー")) == ("3,000人", "0行")
    await expect(desk.page.get_by_text("外字があります（ほかの端末では別の字に見えます）：1")).to_be_visible()
    await expect(desk.page.get_by_text("文字コード Shift_JIS(CP932)")).to_be_visible()
    await looks_right(desk, "roster-3-difference")

    await desk.page.reload()  # the draft has an address of its own
    await taken_over(desk, "3,000人の変更を取り込む")
    await expect(desk.page.get_by_text("新規 3,000人").first).to_be_visible()
    await looks_right(desk, "roster-4-done")
    await nothing_changes_again(town, desk, file)


async def nothing_changes_again(town: Town, desk: Desk, file: Path) -> None:
    count = await head_count(town)
    await desk.page.goto(f"{desk.origin}/admin/roster")
    async with choosing(desk, file):
        await expect(desk.page.get_by_text("前に同じ見出しのファイルを取り込んだときと")).to_be_visible()
    await looked_at(desk)
    assert (await figure(desk, "変更なし"), await figure(desk, "新規")) == ("3,000人", "0人")
    await expect(desk.page.get_by_text("変わるところがありません。")).to_be_visible()
    await expect(desk.button("0人の変更を取り込む")).to_be_disabled()
    assert await head_count(town) == count


async def looks_right(desk: Desk, name: str) -> None:
    await desk.accessible()
    await desk.picture(name)
    assert not await desk.page.evaluate(
        "[...document.querySelectorAll('main')].some(main => main.scrollWidth > main.clientWidth)"
    )


@pytest.mark.req("ORG-17", "BASE-1")
async def test_a_broken_row_is_named_and_nothing_is_changed(town: Town, desks: Desks, tmp_path: Path):
    people, headings = await with_codes(desks, tmp_path)
    before = await head_count(town)
    desk = await at_the_import(desks)
    people[1205]["所属コード"] = "40921999"
    file = tmp_path / "名簿.csv"
    file.write_bytes(rosters.written(people, "utf-8", headings))
    async with choosing(desk, file):
        pass
    await looked_at(desk)

    assert await figure(desk, "エラー") == "1行"
    alert = desk.page.get_by_role("alert")
    await expect(alert).to_contain_text("1行にエラーがあるため、まだ取り込めません。")
    await expect(alert).to_contain_text("1,207行目「所属コード」")
    row = desk.page.get_by_role("row").filter(has_text="1,207")
    await expect(row).to_contain_text("所属コード「40921999」は組織にありません。")
    await expect(desk.page.get_by_role("button", name="人の変更を取り込む")).to_be_disabled()
    await looks_right(desk, "roster-3-error")
    assert await head_count(town) == before


async def with_codes(desks: Desks, folder: Path) -> tuple[list[rosters.Row], tuple[str, ...]]:
    """The units of a town, imported with their codes; and its people, each row with a code instead of names."""
    people = rosters.people(1_210)
    codes = {row["所属"]: f"4{at:04d}" for at, row in enumerate(people)}
    units = folder / "組織表.csv"
    rows = [{"所属コード": code, "所属": unit} for unit, code in codes.items()]
    units.write_bytes(rosters.written(rows, "utf-8-sig", ("所属コード", "所属")))
    desk = await at_the_import(desks)
    await desk.page.get_by_text("組織の表（所属コード、場所、内線など）").click()
    async with choosing(desk, units):
        pass
    await desk.button("内容を確かめる").click()
    await taken_over(desk, "件の変更を取り込む")
    return [row | {"所属コード": codes[row["所属"]]} for row in people], (
        "所属コード",
        *(each for each in rosters.HEADINGS if each != "所属"),
    )


@pytest.mark.req("TEXT-1")
async def test_utf8_keeps_every_form_of_a_name_and_the_import_is_taken_back(
    town: Town, desks: Desks, tmp_path: Path
):
    people = rosters.people(300)
    people[0]["職員氏名"], people[1]["職員氏名"] = "葛\U000e0100城　花子", "神\ufa19　一郎"
    file = tmp_path / "名簿.csv"
    file.write_bytes(rosters.written(people, "utf-8"))
    desk = await at_the_import(desks)
    async with choosing(desk, file):
        pass
    await looked_at(desk)
    await taken_over(desk, "300人の変更を取り込む")
    async with town.assembly.works.reading() as work:
        names = select(Account.login_id, Account.family).where(Account.login_id.in_(("50001", "50002")))
        found = dict((await work.session.execute(names)).all())
    assert found == {"50001": "葛\U000e0100城", "50002": "神\ufa19"}

    await desk.button("元に戻す").click()
    await desk.page.get_by_role("alertdialog").get_by_role("button", name="元に戻す").click()
    await expect(desk.page.get_by_text("取込みを元に戻しました。")).to_be_visible(timeout=LONG)
    await looks_right(desk, "roster-5-undone")


@pytest.mark.req("A11Y-2")
async def test_the_keyboard_alone_brings_a_roster_in(town: Town, desks: Desks, tmp_path: Path):
    file = tmp_path / "名簿.csv"
    file.write_bytes(rosters.written(rosters.people(3), "utf-8"))
    desk = await at_the_import(desks)
    async with desk.page.expect_file_chooser() as chooser:
        await tab_to(desk.page, "ファイルを選ぶ")
        await desk.page.keyboard.press("Enter")
    await (await chooser.value).set_files(file)
    await expect(desk.page.get_by_text("必要な列は、そろっています。")).to_be_visible(timeout=LONG)
    await tab_to(desk.page, "内容を確かめる")
    await desk.page.keyboard.press("Enter")
    await expect(desk.button("3人の変更を取り込む")).to_be_enabled(timeout=LONG)
    await tab_to(desk.page, "3人の変更を取り込む")
    await desk.page.keyboard.press("Enter")
    await expect(desk.page.get_by_text("取り込みました。")).to_be_visible(timeout=LONG)


async def tab_to(page: Page, name: str) -> None:
    """Press Tab until this button has the focus; 200 times are more than any screen needs."""
    for _ in range(200):
        if await page.evaluate("document.activeElement?.innerText?.trim()") == name:
            return
        await page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {name}")


async def test_it_is_used_on_small_screens_and_in_the_dark(town: Town, desks: Desks, tmp_path: Path):
    file = tmp_path / "健康福祉部健康づくり推進課地域保健係_会計年度任用職員を含む全職員名簿.csv"
    people = rosters.people(40)
    people[3]["フリガナ"] = "漢字"
    file.write_bytes(rosters.written(people, "utf-8"))
    desk = await at_the_import(desks, size=PHONE, touch=True, dark=True)
    await desk.picture("roster-1-phone")
    async with choosing(desk, file):
        await desk.picture("roster-2-phone")
    await looked_at(desk)
    await expect(desk.page.get_by_role("alert")).to_contain_text("5行目「フリガナ」")
    async for width, _ in desk.windows(TABLET, PHONE, SMALLEST):
        await looks_right(desk, f"roster-3-{width}")


async def test_a_file_that_is_none_is_refused_below_the_field_and_the_way_goes_on(
    town: Town, desks: Desks, tmp_path: Path
):
    file = tmp_path / "名簿.xls"
    file.write_bytes(b"<html><table></table></html>")
    desk = await at_the_import(desks)
    async with desk.page.expect_file_chooser() as chooser:
        await desk.button("ファイルを選ぶ").click()
    await (await chooser.value).set_files(file)
    await expect(desk.page.get_by_role("alert")).to_contain_text("このファイルは表ではありません")
    await desk.accessible()
    await desk.picture("roster-1-refused")
    await desk.page.goto(f"{desk.origin}/admin/roster/{TAKAHASHI}")
    await expect(desk.page.get_by_text("この取込みは、もうありません。")).to_be_visible()
