"""A thread beside the room: answers stand together under the message they answer."""

import pytest
from playwright.async_api import Locator, expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, TABLET, Desk, Desks
from tests.cast import SATO, SUZUKI
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]


def main(desk: Desk) -> Locator:
    return desk.page.get_by_role("log", name="福祉課のメッセージ")


def thread(desk: Desk) -> Locator:
    return desk.page.get_by_role("log", name="やり取り")


@pytest.mark.req("MSG-3", "MSG-2", "A11Y-1", "A11Y-2")
async def test_answers_stand_beside_the_room_and_are_counted_in_it(town: Town, desks: Desks) -> None:
    root = await town.says(SUZUKI, "資料はどこですか", town.welfare)
    sato, suzuki = await desks.take(SATO), await desks.take(SUZUKI, size=PHONE, touch=True, dark=True)
    for desk in (sato, suzuki):
        await desk.open("福祉課")

    await main(sato).get_by_role("article").last.press("Shift+F10")
    await sato.page.get_by_role("menuitem", name="やり取りで返信").press("Enter")
    field = sato.page.get_by_role("textbox", name="返信", exact=True)
    await expect(field).to_be_focused()
    await field.fill("二階の棚です")
    await field.press("Control+Enter")
    await expect(thread(sato).get_by_text("二階の棚です")).to_be_visible()
    await expect(main(sato).get_by_text("二階の棚です")).to_have_count(0)
    await expect(main(sato).get_by_role("button", name="1件の返信")).to_be_visible()
    await sato.accessible()

    await main(suzuki).get_by_role("article", name="やり取りへの返信").get_by_role("button").tap()
    await expect(thread(suzuki).get_by_text("二階の棚です")).to_be_visible()
    await suzuki.page.get_by_text("ルームにも表示").tap()
    await suzuki.page.get_by_role("textbox", name="返信", exact=True).fill("見つけました")
    await suzuki.button("送信").tap()
    await suzuki.accessible()
    await expect(main(sato).get_by_text("見つけました")).to_be_visible()
    await expect(thread(sato).get_by_text("見つけました")).to_be_visible()

    whole = (await town.call(SATO, "GET", f"/api/rooms/{town.welfare}/threads/{root}")).json()
    answer = whole["messages"][0]["message_id"]
    await sato.page.goto(f"{sato.origin}/rooms/{town.welfare}/messages/{answer}")
    await expect(sato.page).to_have_url(f"{sato.origin}/rooms/{town.welfare}/threads/{root}/{answer}")
    await expect(thread(sato).locator("[aria-current=true]")).to_contain_text("二階の棚です")
    await asks_while_the_window_turns(sato)
    await sato.page.reload()
    # At once: the message that the address names takes the focus from nobody.
    await sato.button("やり取りを閉じる").press("Enter")
    await expect(thread(sato)).to_have_count(0)


async def asks_while_the_window_turns(desk: Desk) -> None:
    """What stood beside the room slides over it in a narrower window, once the question is answered."""
    await thread(desk).locator("[aria-current=true]").press("Shift+F10")
    await desk.page.get_by_role("menuitem", name="あとで見る").press("Enter")
    question = desk.page.get_by_role("dialog", name="あとで見る")
    await expect(question).to_be_visible()
    await resized(desk, TABLET)
    drawer = desk.page.get_by_role("dialog", name="やり取り")
    await question.get_by_role("button", name="やめる").press("Enter")
    await expect(question).to_have_count(0)
    await expect(drawer.get_by_text("二階の棚です")).to_be_visible()
    await resized(desk, DESK)


async def resized(desk: Desk, size: tuple[int, int]) -> None:
    await desk.page.set_viewport_size({"width": size[0], "height": size[1]})
