"""The first morning of a clerk: from the slip through れんしゅう to the first message, at every window, by mouse, finger and keyboard alone."""

from uuid import UUID

import pytest
from playwright.async_api import Browser, expect
from sqlalchemy import insert

from tests.browser.desk import DESK, OF_COLOURS, ON_ONE_DATABASE, PHONE, RULES, SMALLEST, TABLET, Desk, Desks
from tests.browser.test_people import _more_people, _settled
from tests.browser.test_reach import fits
from tests.cast import SATO, SUZUKI, named
from tests.people.sessions.entering import hands_a_slip
from tests.town import Town
from yoriai.talk.rooms.models import Membership, Role

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]

OWN = "あさひがのぼる まちの灯台 七つ"
HALF_OF_DESK = (720, 450)
"""What is left of a desk's window when everything is shown at 200 %."""
WINDOWS = {"desk": (HALF_OF_DESK, DESK), "touch": (TABLET, PHONE, SMALLEST)}
"""In which each screen of a walk is looked at; the last one is where the walk goes on."""


async def _comes_with_slip(town: Town, desk: Desk) -> None:
    """The link that stands on the slip as a square to photograph."""
    secret = await hands_a_slip(town, SUZUKI)
    await desk.page.goto(f"{desk.origin}/start#mihon/10002/{secret}")
    await desk.button("ログイン").wait_for()
    assert secret not in desk.page.url


async def _looked_at(desk: Desk, name: str) -> None:
    way, _, _ = name.partition("-")
    async for width, _ in desk.windows(*WINDOWS.get(way, ())):
        await fits(desk)
        await desk.accessible(but=OF_COLOURS)
        await desk.picture(f"first-morning-{name}-{width}")
    if way == "desk":
        await _in_other_colours(desk, name)
    else:
        await desk.accessible(rules=OF_COLOURS if way in WINDOWS else RULES)
        await desk.picture(f"first-morning-{name}")


async def _in_other_colours(desk: Desk, name: str) -> None:
    await desk.accessible_by_day_and_night(f"first-morning-{name}")
    await desk.page.emulate_media(forced_colors="active")
    await fits(desk)
    await desk.accessible(rules=OF_COLOURS)
    await desk.picture(f"first-morning-{name}-forced")
    await desk.page.emulate_media(forced_colors="none")


async def _through_the_first_day(desk: Desk, name: str) -> None:
    page = desk.page
    await desk.button("ログイン").click()
    await page.get_by_label("新しいパスワード").first.fill(OWN)
    await expect(page.get_by_text("強さ：ふつう")).to_be_visible()
    await _looked_at(desk, f"{name}-1")
    await desk.button("このパスワードにする").click()
    await expect(page.get_by_role("heading", name="お名前と所属はこれで正しいですか")).to_be_focused()
    await expect(page.get_by_text("10002")).to_be_visible()
    await _looked_at(desk, f"{name}-2")
    await desk.button("正しいので次へ").click()
    await page.get_by_role("heading", name="文字の大きさ").wait_for()
    await _looked_at(desk, f"{name}-3")
    await desk.button("これで次へ").click()
    await page.get_by_role("heading", name="新しいメッセージのお知らせ").wait_for()
    await _looked_at(desk, f"{name}-4")
    await desk.button("寄合を始める").click()


async def _practises(desk: Desk, name: str) -> None:
    """れんしゅう is the first that is seen: the helper greets, hears and answers."""
    await expect(desk.page.get_by_role("heading", name="れんしゅう", exact=True)).to_be_visible()
    await expect(desk.log.get_by_text("こんにちは。案内係です。", exact=False)).to_be_visible()
    await _looked_at(desk, f"{name}-5")
    await desk.composer.fill("よろしくお願いします")
    await desk.button("送信").click()
    await expect(desk.message("届きました。ありがとうございます。")).to_be_visible()
    await _looked_at(desk, f"{name}-6")


async def _says_the_first_word(desk: Desk, name: str) -> None:
    back = desk.button("一覧へ戻る")
    if await back.is_visible():  # where one pane fills the window
        await back.click()
    await expect(desk.page.get_by_role("heading", name="トーク")).to_be_visible()
    await _looked_at(desk, f"{name}-7")
    await desk.open("福祉課")
    await desk.composer.fill("おはようございます。今日からよろしくお願いします。")
    await desk.button("送信").click()
    await expect(desk.message("おはようございます。今日からよろしくお願いします。")).to_be_visible()
    await _looked_at(desk, f"{name}-8")


@pytest.mark.req("AUTH-2", "A11Y-1")
@pytest.mark.parametrize("name", list(WINDOWS))
async def test_from_the_slip_to_the_first_message(town: Town, desks: Desks, name: str) -> None:
    desk = await desks.take(size=WINDOWS[name][-1], touch=name == "touch")
    await _comes_with_slip(town, desk)
    await _looked_at(desk, f"{name}-0")
    await _through_the_first_day(desk, name)
    await _practises(desk, name)
    await _says_the_first_word(desk, name)


async def _tab_to(desk: Desk, name: str) -> None:
    """Press Tab until what has the focus bears this name, as a screen reader would say it."""
    for _ in range(60):
        await desk.page.keyboard.press("Tab")
        if await desk.page.evaluate(
            """name => { const at = document.activeElement;
              if (at === document.body) return false;  // past the last, before the first again
              const said = at.getAttribute("aria-label") || [...(at.labels ?? [])].map(l => l.textContent).join("")
                || at.textContent;
              return said.includes(name); }""",
            name,
        ):
            return
    raise AssertionError(f"Tab never comes to {name}")


async def _press(desk: Desk, name: str) -> None:
    await _tab_to(desk, name)
    await desk.page.keyboard.press("Enter")


async def _stands_at(desk: Desk, heading: str) -> None:
    await expect(desk.page.get_by_role("heading", name=heading)).to_be_focused()


async def _says_what_is_wrong(desk: Desk) -> None:
    await _press(desk, "違うところがあります")
    await expect(desk.page.get_by_label("どこが違いますか")).to_be_focused()
    await desk.page.keyboard.insert_text("下の名前の漢字が違います。")
    await _looked_at(desk, "keyboard-2")
    await _press(desk, "管理者に知らせて次へ")


async def _tries_letters_and_enter(desk: Desk) -> None:
    keys = desk.page.keyboard
    await _tab_to(desk, "標準")
    await keys.press("ArrowRight")
    await expect(desk.page.get_by_role("radio", name="大きい", exact=True)).to_be_checked()
    await _tab_to(desk, "改行する")
    await keys.press("ArrowRight")
    await desk.page.wait_for_load_state("networkidle")  # both choices are kept
    await _press(desk, "ためしに書いて送る")
    await expect(desk.page.get_by_role("status").filter(has_text="おはようございます。")).to_be_visible()
    await _looked_at(desk, "keyboard-3")
    await _press(desk, "これで次へ")


@pytest.mark.req("A11Y-1")
async def test_by_the_keyboard_alone(town: Town, desks: Desks) -> None:
    desk = await desks.take()
    keys = desk.page.keyboard
    await _comes_with_slip(town, desk)
    await _press(desk, "ログイン")
    await expect(desk.page.get_by_label("新しいパスワード").first).to_be_focused()
    await keys.insert_text(OWN)
    await keys.press("Enter")
    await _stands_at(desk, "お名前と所属はこれで正しいですか")
    await _says_what_is_wrong(desk)
    await _stands_at(desk, "文字の大きさとEnter キー")
    await _tries_letters_and_enter(desk)
    await _stands_at(desk, "新しいメッセージのお知らせ")
    await _press(desk, "寄合を始める")
    await expect(desk.composer).to_be_focused()  # of れんしゅう
    await keys.insert_text("よろしくお願いします")
    await keys.press("Control+Enter")
    await expect(desk.message("届きました。ありがとうございます。")).to_be_visible()
    await expect(desk.composer).to_be_focused()
    await _press(desk, "福祉課")
    await expect(desk.composer).to_be_focused()
    await keys.insert_text("おはようございます。")
    await keys.press("Control+Enter")
    await expect(desk.message("おはようございます。")).to_be_visible()


@pytest.mark.req("AUTH-2")
async def test_every_screen_may_be_left_out_and_the_day_follows_the_person(town: Town, desks: Desks) -> None:
    desk = await desks.take()
    await _comes_with_slip(town, desk)
    await desk.button("ログイン").click()
    await desk.page.get_by_label("新しいパスワード").first.fill(OWN)
    await desk.button("このパスワードにする").click()
    await desk.button("あとで").click()
    await desk.page.reload()  # nothing is over before the last screen
    await desk.button("あとで").click()
    await desk.page.get_by_role("heading", name="文字の大きさ").wait_for()
    await desk.button("あとで").click()
    await desk.button("寄合を始める").click()
    await expect(desk.page.get_by_role("heading", name="れんしゅう", exact=True)).to_be_visible()
    other = await desks.take(size=PHONE, touch=True)
    await other.sign_in("10002", OWN)
    await expect(other.page.get_by_role("heading", name="トーク")).to_be_visible()


FETCHED_LETTERS = (
    "[...document.fonts].filter((face) => /Yoriai UDP/.test(face.family) && face.status === 'loaded').length"
)


@pytest.mark.req("AUTH-2")
async def test_notifications_are_tried_where_the_browser_lets_them(
    town: Town, whole_browser: Browser
) -> None:
    desks = Desks(whole_browser, town.origin)
    desk = await desks.take()
    await desk.context.grant_permissions(["notifications"], origin=desk.origin)
    await _comes_with_slip(town, desk)
    await desk.button("ログイン").click()
    await desk.page.get_by_label("新しいパスワード").first.fill(OWN)
    await desk.button("このパスワードにする").click()
    for _ in range(2):
        await desk.button("あとで").click()
    if await desk.page.evaluate("Notification.permission") == "denied":  # a browser without a window
        await expect(desk.page.get_by_text("寄合の通知が止められています")).to_be_visible()
        await expect(desk.button("ためしに鳴らす")).to_have_count(0)
    else:
        await desk.button("ためしに鳴らす").click()
        await expect(desk.page.get_by_role("status").filter(has_text="お知らせを出しました")).to_be_visible()
    await _looked_at(desk, "rings")
    assert await desk.page.evaluate(FETCHED_LETTERS) > 0
    assert await desks.left() == []


async def _fills(town: Town, room: UUID, count: int) -> None:
    """So many more colleagues in a room."""
    rows = [("山田", f"{at}郎", "やまだ", "福祉課", "主事", f"41{at:03d}") for at in range(count)]
    await _more_people(town, rows)
    async with town.assembly.works.writing() as work:
        seats = [
            {
                "id": named(f"seat {number}"), "room_id": room, "account_id": named(number), "role": Role.MEMBER,
                "is_open": True, "since_number": 1, "since_ordinal": 1, "until_number": None, "joined_at": work.now,
                "left_at": None,
            }
            for *_, number in rows
        ]  # fmt: skip
        await work.session.execute(insert(Membership), seats)


@pytest.mark.req("A11Y-1")
async def test_the_first_message_to_more_than_twenty_people_asks_once(town: Town, desks: Desks) -> None:
    await _fills(town, town.welfare, 20)
    desk = await desks.take(SATO)
    await _settled(desk)
    await desk.open("福祉課")
    await desk.say("会場は二階です")
    question = desk.page.get_by_role("alertdialog", name="21人に届きます。送りますか？")
    await expect(desk.button("やめる")).to_be_focused()
    await desk.accessible()
    await desk.picture("first-to-many")
    await desk.page.keyboard.press("Enter")
    await expect(question).to_have_count(0)
    await expect(desk.composer).to_have_value("会場は二階です")
    await desk.composer.press("Control+Enter")
    await desk.button("送る").click()
    await expect(desk.message("会場は二階です")).to_be_visible()
    await desk.say("15時からです")
    await expect(desk.message("15時からです")).to_be_visible()
