"""Being absent, as the absent one says it and as those see it who want to write to them."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from playwright.async_api import expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, SMALLEST, Desk, Desks
from tests.browser.test_people import _settled
from tests.browser.test_reach import _is_well, _is_well_by_day_and_night, fits
from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.town import Town
from yoriai.kit.days import day_in_japan

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE, pytest.mark.req("ORG-13")]


async def _absent(town: Town, who: UUID, deputy: UUID, days: int = 6) -> None:
    until = day_in_japan(datetime.now(UTC)) + timedelta(days=days)
    body = {"until": until.isoformat(), "deputy_id": str(deputy)}
    assert (await town.call(who, "PUT", "/api/presence/absence", body)).status_code == 204


async def test_one_says_until_when_and_who_acts_and_that_one_is_back(town: Town, desks: Desks) -> None:
    suzuki = await desks.take(SUZUKI)
    await _settled(suzuki)
    await suzuki.page.get_by_role("link", name="設定").click()
    await suzuki.button("不在にする").click()
    dialog = suzuki.page.get_by_role("dialog", name="不在にする")
    await dialog.get_by_role("button", name="1週間後").click()
    await dialog.get_by_label("氏名・ふりがな・所属で探す").fill("たなか")
    await dialog.get_by_role("button", name="田中 美保").click()
    await expect(dialog.get_by_role("button", name="代理を選び直す")).to_be_focused()
    await _is_well(suzuki)
    await suzuki.picture("absence-dialog-1440")
    await dialog.get_by_role("button", name="不在にする").click()
    await expect(dialog).to_have_count(0)
    said = suzuki.page.get_by_role("status").filter(
        has_text="まで不在にしています。代理は田中 美保さんです。"
    )
    await expect(said).to_be_visible()
    await _is_well_by_day_and_night(suzuki, "absence-own")
    await _another_day(suzuki)
    await suzuki.button("戻りました").first.click()
    await expect(said).to_have_count(0)


async def _another_day(desk: Desk) -> None:
    """What was said before stands there, and the deputy stays when the day alone is put right."""
    await desk.button("日付か代理を変える").first.click()
    dialog = desk.page.get_by_role("dialog", name="日付か代理を変える")
    day = dialog.get_by_label("いつまで不在か")
    before = await day.input_value()
    assert before
    await expect(dialog).to_contain_text("田中 美保")
    await _is_well(desk)
    await desk.picture("absence-change-1440")
    await dialog.get_by_role("button", name="明日").click()
    await expect(day).not_to_have_value(before)
    await dialog.get_by_role("button", name="保存する").click()
    await expect(dialog).to_have_count(0)
    await expect(desk.page.get_by_text("代理は田中 美保さんです。").first).to_be_visible()


@pytest.mark.req("A11Y-1", "A11Y-2")
async def test_who_writes_to_somebody_absent_is_led_to_whoever_acts_for_them(
    town: Town, desks: Desks
) -> None:
    await _absent(town, SUZUKI, TANAKA)
    await _absent(town, TANAKA, TAKAHASHI)  # passed over
    made = await town.call(SATO, "POST", "/api/direct-rooms", {"account_id": str(SUZUKI)})
    sato = await desks.take(SATO, size=PHONE, touch=True)
    await _settled(sato)
    await sato.page.goto(f"{sato.origin}/rooms/{made.json()['room_id']}")
    said = sato.page.get_by_role("status").filter(has_text="まで不在です。代理は髙橋 渉さんです。")
    await expect(said).to_be_visible()
    await expect(sato.page.get_by_text("不在（").first).to_be_visible()
    to_deputy = sato.button("髙橋 渉さんに書く")
    async for width, _ in sato.windows(PHONE, SMALLEST):
        box = await to_deputy.bounding_box()
        assert box and box["height"] >= 44
        await fits(sato)
        await sato.picture(f"absence-direct-{width}")
    await _is_well(sato)
    await to_deputy.tap()
    await expect(sato.page.get_by_role("heading", name="髙橋 渉")).to_be_visible()
    await expect(said).to_have_count(0)


async def test_naming_somebody_absent_in_a_room_says_so_before_it_is_sent(town: Town, desks: Desks) -> None:
    await _absent(town, SUZUKI, TANAKA)
    sato = await desks.take(SATO)
    await _settled(sato)
    await sato.open("福祉課")
    await sato.composer.fill("おはようございます")
    said = sato.page.get_by_text("鈴木 﨑子さんは")
    await expect(said).to_have_count(0)
    await sato.composer.fill("＠鈴木 﨑子 窓口の件です")
    await expect(said).to_be_visible()
    await expect(sato.button("田中 美保さんに書く")).to_be_visible()
    await _is_well(sato)
    await sato.picture("absence-named-1440")
