"""What people make of a message: signs under it, and the few that stand at the top of the room."""

import pytest
from playwright.async_api import Locator, expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, Desk, Desks
from tests.cast import SATO, SUZUKI, TANAKA
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]


def chip(desk: Desk, name: str) -> Locator:
    return desk.log.get_by_role("button", name=name, exact=True)


async def pressed(where: Locator) -> str | None:
    return await where.get_attribute("aria-pressed")


@pytest.mark.req("MSG-8", "A11Y-1", "A11Y-2")
async def test_a_sign_is_set_with_the_keys_and_shows_whose_it_is(town: Town, desks: Desks) -> None:
    message = await town.says(SATO, "資料を差し替えました", town.welfare)
    signs = f"/api/rooms/{town.welfare}/messages/{message}/reactions"
    await town.call(SUZUKI, "PUT", f"{signs}/check")
    sato, suzuki = await desks.take(SATO), await desks.take(SUZUKI, size=PHONE, touch=True, dark=True)
    for desk in (sato, suzuki):
        await desk.open("福祉課")

    check = chip(sato, "確認 1人")
    assert await pressed(check) == "false"
    await check.focus()
    await sato.page.keyboard.press("Space")
    await expect(chip(sato, "確認 2人")).to_have_attribute("aria-pressed", "true")
    await expect(chip(suzuki, "確認 2人")).to_have_attribute("aria-pressed", "true")
    await sato.page.mouse.move(0, 0)
    await chip(sato, "確認 2人").hover()
    await expect(sato.page.get_by_role("tooltip")).to_have_text("佐藤 花子、鈴木 﨑子")
    await sato.accessible()

    box = await chip(suzuki, "確認 2人").bounding_box()
    assert box
    assert box["height"] >= 44
    await chip(suzuki, "リアクションした人を見る").tap()
    dialog = suzuki.page.get_by_role("dialog", name="リアクションした人")
    await expect(dialog.get_by_role("listitem")).to_have_count(2)
    await suzuki.accessible()
    await suzuki.page.keyboard.press("Escape")
    await chip(suzuki, "確認 2人").tap()
    await expect(chip(sato, "確認 1人")).to_have_attribute("aria-pressed", "true")


@pytest.mark.req("MSG-8", "A11Y-2")
async def test_a_sign_is_chosen_from_the_menu_with_the_keys(town: Town, desks: Desks) -> None:
    message = await town.says(SATO, "資料を差し替えました", town.welfare)
    await town.call(SATO, "PUT", f"/api/rooms/{town.welfare}/messages/{message}/reactions/check")
    sato = await desks.take(SATO)
    await sato.open("福祉課")

    await sato.log.get_by_role("article").last.press("Shift+F10")
    await sato.page.get_by_role("menuitem", name="リアクション").press("Enter")
    choice = sato.page.get_by_role("dialog", name="リアクションを選ぶ")
    await expect(choice.get_by_role("button", name="確認")).to_have_attribute("aria-pressed", "true")
    await sato.accessible()
    await choice.get_by_role("button", name="ありがとう").press("Enter")
    await expect(chip(sato, "ありがとう 1人")).to_be_visible()


@pytest.mark.req("ROOM-18", "A11Y-1", "A11Y-2")
async def test_what_is_pinned_stands_at_the_top_and_leads_to_its_place(town: Town, desks: Desks) -> None:
    said = [await town.says(SUZUKI, text, town.welfare) for text in ("議題と事前意見", "会場の地図")]
    await town.call(SATO, "PUT", f"/api/rooms/{town.welfare}/pins/{said[0]}")
    sato, suzuki = await desks.take(SATO), await desks.take(SUZUKI, size=PHONE, touch=True)
    for desk in (sato, suzuki):
        await desk.open("福祉課")

    await sato.message("会場の地図").click(button="right")
    await sato.page.get_by_role("menuitem", name="上に固定").click()
    top = sato.page.get_by_role("region", name="上に固定したメッセージ", exact=True)
    await expect(top.get_by_role("link", name="会場の地図")).to_be_visible()
    await sato.button("ほか1件の、上に固定したメッセージを見る").press("Enter")
    board = sato.page.get_by_role("region", name="上に固定したメッセージの一覧")
    await expect(board.get_by_role("listitem")).to_have_count(2)
    await expect(sato.page).to_have_url(f"{sato.origin}/rooms/{town.welfare}/pins")
    await sato.accessible()

    await board.get_by_role("button", name="固定を外す").first.press("Enter")
    await expect(board.get_by_role("listitem")).to_have_count(1)
    await expect(board).to_be_focused()
    await expect(top.get_by_role("link", name="議題と事前意見")).to_be_visible()

    await suzuki.button("一覧で、上に固定したメッセージを見る").tap()
    await expect(suzuki.button("固定を外す")).to_have_count(0)
    await suzuki.accessible()
    await suzuki.page.get_by_role("link", name="議題と事前意見").tap()
    await expect(suzuki.page).to_have_url(f"{suzuki.origin}/rooms/{town.welfare}/messages/{said[0]}")
    await expect(suzuki.message("議題と事前意見")).to_be_visible()


@pytest.mark.req("MSG-10", "A11Y-1", "A11Y-2")
async def test_who_has_seen_a_message_is_one_press_away(town: Town, desks: Desks) -> None:
    await town.call(SATO, "POST", f"/api/rooms/{town.welfare}/members", {"accounts": [str(TANAKA)]})
    await town.says(SATO, "ご確認ください", town.welfare)
    await town.call(SUZUKI, "PUT", f"/api/rooms/{town.welfare}/read-mark", {"ordinal": 1})
    sato = await desks.take(SATO)
    await sato.open("福祉課")

    await chip(sato, "既読 1、見た人を開く").press("Enter")
    dialog = sato.page.get_by_role("dialog", name="見ました／見ていない人")
    await expect(dialog.get_by_role("listitem")).to_have_text("鈴鈴木 﨑子主事")
    await sato.accessible()
    await dialog.get_by_role("tab", name="見ました 1人").press("ArrowRight")
    await expect(dialog.get_by_role("heading", name="土木課 1人")).to_be_visible()
    await expect(dialog.get_by_role("listitem")).to_have_text("田田中 美保主事")
    await sato.accessible()
    # However much is said meanwhile, what one reads stays, and the focus comes back to where it was opened.
    for number in range(40):
        await town.says(SUZUKI, f"{number}番目の返事です", town.welfare)
    await sato.page.get_by_text("39番目の返事です").last.wait_for()
    await expect(dialog.get_by_role("listitem")).to_have_text("田田中 美保主事")
    await sato.page.keyboard.press("Escape")
    await expect(chip(sato, "既読 1、見た人を開く")).to_be_focused()
