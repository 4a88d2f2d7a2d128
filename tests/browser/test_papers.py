"""A PDF in the viewer: leafed through by keys and by finger, without saving it and without a program for it."""

from functools import cache

import pytest
from playwright.async_api import FilePayload, Locator, expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, Desk, Desks
from tests.browser.test_attachments import JUDGED, ROOM, attaches, fits, is_drawn
from tests.cast import SATO, SUZUKI
from tests.people.files.sanitizing.papers import agenda
from tests.people.files.taking.ruling import rule
from tests.town import Town
from yoriai.people.files.taking.settings import Saving, SavingBySide

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]

NAME = "防災計画.pdf"
PORTRAIT_TABLET = (820, 1180)


@cache
def paper() -> FilePayload:
    """Two pages upright and one that lies."""
    words = """
#set page(width: 210mm, height: 297mm)
#set text(font: "BIZ UDPGothic", size: 10.5pt, lang: "ja")
= 地域防災計画（案）
#for number in range(24) [ #(number + 1). 避難所の開設は、災害対策本部長の指示により、担当の職員が行う。 \\ ]
#pagebreak()
= 避難所の一覧
#table(columns: 3, [名称], [所在], [人数], [東小学校], [東町1], [300], [西公民館], [西町2], [120])
#set page(flipped: true)
= 連絡の流れ
"""
    return {"name": NAME, "mimeType": "application/pdf", "buffer": agenda(words)}


def viewer(desk: Desk) -> Locator:
    return desk.page.get_by_role("dialog", name=NAME)


def page(desk: Desk, number: int) -> Locator:
    return viewer(desk).get_by_role("img", name=f"3ページのうち{number}ページ目")


async def stands_at(desk: Desk, number: int) -> None:
    """This page is there, and it is said which one it is."""
    await expect(viewer(desk).get_by_role("status").filter(has_text=f"{number} / 3")).to_be_visible()
    await is_drawn(page(desk, number))


@pytest.mark.req("FILE-7", "FILE-15", "A11Y-1", "A11Y-2")
async def test_a_paper_is_read_page_by_page_where_nothing_may_be_saved(town: Town, desks: Desks) -> None:
    writer = await desks.take(SATO)
    await writer.open(ROOM)
    await attaches(writer, paper())
    await writer.button("送信").click()
    open_it = writer.log.get_by_role("button", name=f"{NAME} を開く")
    await expect(open_it).to_be_visible(timeout=JUDGED)
    await writer.picture("paper-card-desk")
    await open_it.press("Enter")
    await leafs_by_keys(writer)
    await expect(open_it).to_be_focused()
    await rule(town, saving=SavingBySide(internet=Saving(phone=False, desktop=False)))
    reader = await desks.take(SUZUKI, zone="internet", size=PORTRAIT_TABLET, touch=True)
    await reader.open(ROOM)
    await expect(reader.log.get_by_role("link", name=f"{NAME} を保存")).to_have_count(0)
    await reader.log.get_by_role("button", name=f"{NAME} を開く").tap()
    await leafs_by_finger(reader)


async def leafs_by_keys(desk: Desk) -> None:
    """To every page and no further, larger and smaller, and back to where one was."""
    await stands_at(desk, 1)
    await desk.accessible_by_day_and_night("paper-desk")
    for key, number in (("PageDown", 2), ("ArrowRight", 3), ("PageDown", 3), ("ArrowLeft", 2), ("Home", 1)):
        await desk.page.keyboard.press(key)
        await stands_at(desk, number)
    await desk.page.keyboard.press("+")
    await desk.picture("paper-large-desk")
    await desk.page.keyboard.press("0")
    await desk.page.keyboard.press("End")
    await stands_at(desk, 3)
    await desk.picture("paper-lying-desk")
    await expect(viewer(desk).get_by_role("button", name="次のページ")).to_be_disabled()
    await desk.page.keyboard.press("Escape")
    await expect(viewer(desk)).to_have_count(0)


async def leafs_by_finger(desk: Desk) -> None:
    """Also where the line is gone meanwhile: what was not there is said, and there when it is back."""
    await stands_at(desk, 1)
    await expect(viewer(desk)).to_contain_text("保存できません")
    await expect(viewer(desk).get_by_role("link")).to_have_count(0)
    await desk.accessible_by_day_and_night("paper-tablet")
    desk.expects_trouble = True
    await desk.page.route("**/f/**", lambda route: route.abort())
    await viewer(desk).get_by_role("button", name="次のページ").tap()
    await viewer(desk).get_by_role("button", name="次のページ").tap()
    await expect(viewer(desk).get_by_role("alert")).to_contain_text("このページを表示できませんでした。")
    await desk.accessible()
    await desk.picture("paper-lost-tablet")
    await desk.page.unroute_all()
    await viewer(desk).get_by_role("button", name="もう一度読み込む").tap()
    await stands_at(desk, 3)
    await viewer(desk).get_by_role("button", name="前のページ").tap()
    await stands_at(desk, 2)
    async for width, _ in desk.windows(PHONE, DESK):
        await fits(desk)
        await desk.picture(f"paper-{width}")
