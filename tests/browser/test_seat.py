"""席を離れる at a counter: locked at once in every tab, taken again by password, and free for the next person."""

import time

import pytest
from playwright.async_api import Locator, expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, TABLET, Desk, Desks
from tests.cast import PASSWORD, SATO, SUZUKI
from tests.people.sessions.entering import decides
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE, pytest.mark.req("AUTH-5")]

HALF_WRITTEN = "書きかけの文です"
ON_THE_DEVICE = """async () => {
  const answered = (asked) => new Promise((resolve) => { asked.onsuccess = () => resolve(asked.result); });
  const found = [];
  for (const { name } of await indexedDB.databases()) {
    const box = await answered(indexedDB.open(name));
    for (const shelf of box.objectStoreNames) {
      found.push(...await answered(box.transaction(shelf).objectStore(shelf).getAll()));
    }
    box.close();
  }
  return found;
}"""
"""Everything that the browser keeps of anybody's writing."""


def locked(desk: Desk):
    return expect(desk.page.get_by_role("heading", name="画面をロックしています"))


async def _comes_back(desk: Desk, name: str = "佐藤 花子") -> None:
    await desk.page.get_by_label(f"{name}さんのパスワード").first.fill(PASSWORD)
    await desk.button("続きから使う").click()


@pytest.mark.timed
@pytest.mark.asvs("V14.3.1")
async def test_one_key_locks_all_tabs_at_once_and_nothing_of_the_person_stays(
    town: Town, desks: Desks
) -> None:
    desk = await desks.take(SATO)
    await town.says(SUZUKI, "窓口の当番表です", town.welfare)
    await desk.open("福祉課")
    await expect(desk.message("窓口の当番表です")).to_be_visible()
    await desk.composer.fill(HALF_WRITTEN)
    tab = await desk.context.new_page()
    await tab.goto(desk.page.url)
    await tab.get_by_role("log").get_by_text("窓口の当番表です").wait_for()

    began = time.monotonic()
    await desk.page.keyboard.press("Alt+l")
    await locked(desk).to_be_visible()
    await expect(tab.get_by_role("heading", name="画面をロックしています")).to_be_visible()
    assert time.monotonic() - began < 4
    for page in (desk.page, tab):
        assert "窓口の当番表です" not in await page.content()
        assert HALF_WRITTEN not in await page.content()
    await desk.accessible()
    await desk.picture("seat-locked")

    await _comes_back(desk)
    await expect(desk.composer).to_have_value(HALF_WRITTEN)
    await expect(desk.message("窓口の当番表です")).to_be_visible()
    await expect(tab.get_by_role("log").get_by_text("窓口の当番表です")).to_be_visible()


async def test_a_wrong_password_keeps_it_locked(town: Town, desks: Desks) -> None:
    desk = await desks.take(SATO)
    await desk.button("席を離れる").click()
    await locked(desk).to_be_visible()
    await desk.button("続きから使う").click()
    await expect(desk.page.get_by_text("パスワードを入れてください。")).to_be_visible()
    await desk.page.get_by_label("佐藤 花子さんのパスワード").first.fill("まちがいのパスワード")
    await desk.page.keyboard.press("Enter")
    await expect(desk.page.get_by_role("alert")).to_contain_text("ログインできませんでした")
    await desk.picture("seat-wrong")


async def test_the_next_person_signs_in_over_it_and_the_first_ones_words_wait(
    town: Town, desks: Desks
) -> None:
    desk = await desks.take(SATO)
    await desk.open("福祉課")
    await desk.composer.fill(HALF_WRITTEN)
    await desk.page.keyboard.press("Alt+l")
    await desk.button("別の人がログインする").click()
    await desk.accessible()
    await desk.picture("seat-another")
    await desk.page.get_by_label("団体コード").fill("mihon")
    await desk.page.get_by_label("職員番号またはメール").fill("10002")
    await desk.page.get_by_label("パスワード", exact=False).first.fill(PASSWORD)
    await desk.button("ログイン").click()
    await expect(desk.page.get_by_text("鈴木 﨑子でログイン中")).to_be_visible()
    assert await desk.page.evaluate(ON_THE_DEVICE) == [], "it is kept on the server, not on the machine"
    await desk.open("福祉課")
    await expect(desk.composer).to_have_value("")
    await desk.say("鈴木です")
    await expect(desk.message("鈴木です")).to_be_visible()

    await desk.button("ログアウト").click()
    await desk.sign_in("10001", PASSWORD)
    await desk.open("福祉課")
    await expect(desk.composer).to_have_value(HALF_WRITTEN)
    assert f"{HALF_WRITTEN}" not in await desk.log.inner_text()


async def test_a_screen_that_nobody_touches_locks_itself(town: Town, desks: Desks) -> None:
    await decides(town, lock_minutes=1)
    desk = await desks.take(SATO)
    desk.expects_trouble = True  # minutes that pass in a moment are a silence to its connection
    await desk.page.clock.install()
    await desk.page.reload()
    await desk.open("福祉課")
    await desk.page.clock.run_for(35_000)
    await expect(desk.page.get_by_text("まもなく画面をロックします。", exact=False)).to_be_visible()
    await desk.picture("seat-warns")
    await desk.page.keyboard.press("Shift")
    await desk.page.clock.run_for(2_000)
    await expect(desk.page.get_by_text("まもなく画面をロックします。", exact=False)).to_be_hidden()
    await desk.page.clock.run_for(61_000)
    await locked(desk).to_be_visible()


async def _is_for_a_finger(target: Locator) -> None:
    box = await target.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 44, box


async def test_a_finger_leaves_the_seat_of_a_tablet_by_one_touch(town: Town, desks: Desks) -> None:
    desk = await desks.take(SUZUKI, size=TABLET, touch=True)
    await desk.page.get_by_role("heading", name="トーク").wait_for()
    for way in ("席を離れる", "ログアウト"):
        await _is_for_a_finger(desk.button(way))
    await desk.accessible()
    await desk.picture("seat-tablet-strip")
    await desk.button("席を離れる").tap()
    await locked(desk).to_be_visible()


@pytest.mark.asvs("V7.4.4")
async def test_on_a_phone_it_stands_behind_ones_name_and_in_the_settings(town: Town, desks: Desks) -> None:
    desk = await desks.take(SATO, size=PHONE, touch=True)
    name = desk.button("佐藤 花子でログイン中")
    await _is_for_a_finger(name)
    await name.tap()
    for way in ("席を離れる", "ログアウト"):
        await _is_for_a_finger(desk.page.get_by_role("menuitem", name=way))
    await desk.accessible()
    await desk.picture("seat-phone-menu")
    await desk.page.get_by_role("menuitem", name="席を離れる").tap()
    await locked(desk).to_be_visible()
    await _comes_back(desk)
    await desk.page.get_by_role("link", name="設定").click()
    await desk.button("席を離れる").click()
    await locked(desk).to_be_visible()
    await desk.accessible()
    await desk.picture("seat-phone")
    await _comes_back(desk)
    await expect(desk.page.get_by_role("heading", name="設定")).to_be_visible()


async def test_the_key_stands_in_the_list_of_keys(town: Town, desks: Desks) -> None:
    desk = await desks.take(SATO)
    await desk.page.get_by_role("heading", name="トーク").wait_for()
    await desk.page.keyboard.press("F1")
    await expect(desk.page.get_by_role("dialog").get_by_text("席を離れる", exact=False)).to_be_visible()
