"""ルームの閲覧: two administrators at two browsers, an auditor who sees it, and the members who are told when it is over."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, HALF, ON_ONE_DATABASE, PHONE, Desk, Desks
from tests.cast import PASSWORD, SATO, SUZUKI, TAKAHASHI, TANAKA, named
from tests.keys import new_send_key
from tests.people.sessions.holding import forgets
from tests.town import Town
from tests.watch.audit.inspecting import ALL, REASON, approved, asks, reads, staffed
from tests.watch.audit.log import read_on

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE, pytest.mark.req("AUDIT-2", "N119")]
AT = "/admin/inspections"
SIZES = [DESK, HALF, PHONE, (320, 700)]


async def widths(desk: Desk, name: str) -> None:
    """Nothing sticks out at any width, nor breaks a rule."""
    for width, height in SIZES:
        await desk.page.set_viewport_size({"width": width, "height": height})
        assert await desk.page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        await desk.accessible()
        await desk.picture(f"{name}-{width}")
    await desk.page.set_viewport_size({"width": 1440, "height": 900})


@pytest.mark.req("A11Y-1", "AUTH-7")
async def test_two_administrators_read_a_room_together_and_its_members_are_told(
    town: Town, desks: Desks
) -> None:
    await staffed(town)
    await _say_something(town)
    await forgets(town, TAKAHASHI)
    asker = await desks.take(TAKAHASHI, at=AT)
    await expect(asker.page.get_by_text("ルームの閲覧の申請はありません。")).to_be_visible()
    await widths(asker, "inspections-empty")
    await _ask(asker)
    await expect(asker.page.get_by_text("承認を待っています")).to_be_visible()
    await expect(asker.button("「福祉課」の閲覧を承認する")).to_have_count(0)

    second = await desks.take(SUZUKI, at=AT)
    await second.button("「福祉課」の閲覧を承認する").click()
    sure = second.page.get_by_role("alertdialog")
    await second.accessible()
    await second.picture("inspections-approve")
    await sure.get_by_role("button", name="承認する").click()
    await expect(second.page.get_by_text("閲覧中")).to_be_visible()

    await asker.button("「福祉課」を読む").click()
    await expect(asker.page.get_by_role("list", name="読んでいるメッセージ")).to_contain_text(
        re.compile("佐藤 花子.*窓口の当番表です.*福祉課（代理：佐藤 花子）.*窓口は十七時までです")
    )
    await widths(asker, "inspections-reading")
    await asker.button("一覧に戻る").click()
    member = await desks.take(SATO)
    await member.open("福祉課")
    told = member.log.get_by_text(re.compile("管理者の髙橋 渉さんが、二人の承認で、.*を閲覧しました"))
    await expect(told).to_have_count(0)

    await second.button("「福祉課」の閲覧を終える").click()
    await sure.get_by_role("button", name="閲覧を終える").click()
    await expect(asker.page.get_by_text("終わりました")).to_be_visible()
    await expect(told).to_contain_text(f"（理由：{REASON}）")
    await member.accessible()
    await member.picture("inspections-told")


async def _say_something(town: Town) -> None:
    """As oneself, and in the name of a unit."""
    await town.says(SATO, "窓口の当番表です", town.welfare)
    unit = {"unit_id": str(named("福祉課")), "name": "福祉課"}
    account = (await town.call(TAKAHASHI, "POST", "/api/department-accounts", unit)).json()["account_id"]
    speakers = f"/api/department-accounts/{account}/speakers"
    await town.call(TAKAHASHI, "POST", speakers, {"account_id": str(SATO)})
    parts = [{"kind": "text", "text": "窓口は十七時までです"}]
    said = {"send_key": new_send_key(), "parts": parts, "on_behalf_of": account}
    answer = await town.call(SATO, "POST", f"/api/rooms/{town.welfare}/messages", said)
    assert answer.status_code == 200, answer.text


async def _ask(desk: Desk) -> None:
    await desk.button("閲覧を申請する").click()
    dialog = desk.page.get_by_role("dialog", name="ルームの閲覧を申請する")
    await dialog.get_by_role("searchbox").fill("福祉")
    await expect(dialog.get_by_role("button", name=re.compile("福祉課"))).to_be_visible()
    await widths(desk, "inspections-find")
    await dialog.get_by_role("button", name=re.compile("福祉課")).click()
    do = dialog.get_by_role("button", name="申請する", exact=True)
    await expect(do).to_be_disabled()
    await dialog.get_by_label("閲覧する理由").fill(REASON)
    await widths(desk, "inspections-ask")
    await dialog.get_by_label("おわりの日").fill("R30.3.31")
    await expect(dialog.get_by_text("今日までの日を入れてください。", exact=False)).to_be_visible()
    await expect(do).to_be_disabled()
    await dialog.get_by_label("おわりの日").fill("R3.3.31")
    await expect(dialog.get_by_text("はじめの日より前です。", exact=False)).to_be_visible()
    today = (
        await desk.page.evaluate("new Date().toLocaleDateString('sv-SE', {timeZone: 'Asia/Tokyo'})")
    ).replace("-", "")
    await dialog.get_by_label("おわりの日").fill(today)
    await do.click()
    asked = desk.page.get_by_role("dialog", name="本人の確認")
    await asked.get_by_label("パスワード", exact=False).first.fill(PASSWORD)
    await desk.page.keyboard.press("Enter")
    await expect(dialog).to_be_hidden()


async def test_it_is_refused_with_a_reason_and_withdrawn(town: Town, desks: Desks) -> None:
    await staffed(town)
    await asks(town, town.welfare)
    await asks(town, town.roads)
    second = await desks.take(SUZUKI, at=AT)
    await second.button("「福祉課」の閲覧を承認しない").click()
    dialog = second.page.get_by_role("dialog")
    do = dialog.get_by_role("button", name="承認しない")
    await expect(do).to_be_disabled()
    await dialog.get_by_label("承認しない理由").fill("ほかの調べで足りるため")
    await second.accessible()
    await second.picture("inspections-refuse")
    await do.click()
    await expect(second.page.get_by_text("ほかの調べで足りるため")).to_be_visible()

    asker = await desks.take(TAKAHASHI, at=AT)
    await expect(asker.page.get_by_text("承認されませんでした")).to_be_visible()
    await asker.button("「土木課」の閲覧の申請を取り下げる").click()
    await asker.page.get_by_role("alertdialog").get_by_role("button", name="取り下げる").click()
    await expect(asker.page.get_by_text("取り下げました", exact=True)).to_be_visible()
    await widths(asker, "inspections-answered")
    await asker.accessible_by_day_and_night("inspections")


async def test_an_auditor_sees_who_reads_what_and_can_do_nothing_there(town: Town, desks: Desks) -> None:
    await staffed(town)
    auditor = await desks.take(TANAKA, at=AT)
    await expect(auditor.page.get_by_text("ルームの閲覧の申請はありません。")).to_be_visible()
    path = await approved(town, town.welfare)
    await reads(town, path)
    await expect(auditor.page.get_by_text("閲覧中")).to_be_visible()
    await expect(auditor.page.get_by_text("読んだ人")).to_be_visible()
    await expect(auditor.page.get_by_role("main").get_by_role("button")).to_have_count(0)
    await auditor.accessible()
    await read_on(town)
    await auditor.page.goto(auditor.page.url.replace(AT, "/admin/audit"))
    await expect(auditor.page.get_by_role("cell", name="承認を受けてルームを閲覧した")).to_be_visible()


async def test_without_a_server_the_screen_says_so_and_reads_again(town: Town, desks: Desks) -> None:
    await staffed(town)
    path = await approved(town, town.welfare)
    desk = await desks.take(TAKAHASHI, at="/admin/audit")
    pattern = f"**{ALL}*"
    await desk.page.route(
        pattern, lambda route: route.fulfill(status=404, json={"code": "not_found", "details": {}})
    )
    await desk.page.get_by_role("link", name="ルームの閲覧", exact=True).click()
    await expect(desk.page.get_by_text("ルームの閲覧を読み込めませんでした。")).to_be_visible()
    await desk.accessible()
    await desk.page.unroute(pattern)
    await desk.button("もう一度読み込む").click()
    await desk.button("「福祉課」を読む").click()
    await expect(desk.page.get_by_text("この日には、メッセージはありません。")).to_be_visible()
    assert (await town.call(TAKAHASHI, "POST", f"{path}/end")).status_code == 204
    await expect(desk.page.get_by_text("終わりました")).to_be_visible()


async def test_whether_the_reason_is_told_is_the_bodys_choice(town: Town, desks: Desks) -> None:
    desk = await desks.take(TAKAHASHI, at="/admin/inspection-rules")
    await desk.page.get_by_text("知らせない", exact=False).click()
    await desk.button("保存する").click()
    await expect(desk.page.get_by_text("保存しました。")).to_be_visible()
    await desk.accessible()
    await desk.picture("inspection-rules")
    said = (await town.call(TAKAHASHI, "GET", "/api/settings/inspections")).json()
    assert said["value"] == {"tells_reason": False}
