"""Two people, two zones, real browsers: what one says, the other reads; nothing that was typed is lost."""

import asyncio
import re
import time

import pytest
from playwright.async_api import expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, Desks
from tests.cast import PASSWORD, SATO, SUZUKI, session_of
from tests.keys import new_send_key
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
SACRED = "α′ β′ 第Ⅲ期 ⅳ ≒ 髙﨑 𠮷 葛󠄀 ①㈱㎡ 👨‍👩‍👧"
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "\u202e上下\u202c逆",
    "{{7*7}}${7*7}",
    "'; DROP TABLE messages; --",
)


@pytest.mark.timed
@pytest.mark.req("ZONE-2", "MSG-1", "A11Y-6")
async def test_a_message_crosses_the_zones_in_under_a_fifth_of_a_second(town: Town, desks: Desks) -> None:
    sato, suzuki = await desks.take(SATO), await desks.take(SUZUKI, zone="internet")
    await sato.open("福祉課")
    await suzuki.open("福祉課")
    await expect(suzuki.page.get_by_text("インターネット").first).to_be_visible()

    seconds: list[float] = []
    for place in range(7):
        text = f"窓口の当番表です（{place}）"
        await sato.composer.fill(text)
        arrived = suzuki.page.evaluate_handle(ARRIVAL, text)
        began = time.perf_counter()
        await sato.composer.press("Control+Enter")
        await arrived
        seconds.append(time.perf_counter() - began)
        await expect(sato.message(text)).to_be_visible()
    assert sorted(seconds)[3] < 0.2, seconds

    await suzuki.say("了解しました")
    await expect(sato.message("了解しました")).to_be_visible()
    await expect(suzuki.message("了解しました")).to_have_count(1)


ARRIVAL = """text => new Promise((resolve) => {
  const look = () => document.querySelector('[role="log"]')?.textContent.includes(text)
    ? resolve(true) : requestAnimationFrame(look);
  look();
})"""


@pytest.mark.req("MSG-9", "MSG-10")
async def test_who_has_read_is_counted_live(town: Town, desks: Desks) -> None:
    sato = await desks.take(SATO)
    await sato.open("福祉課")
    await sato.say("ご確認ください")
    await expect(sato.message("ご確認ください")).to_be_visible()
    await expect(sato.log.get_by_text("既読 1")).to_have_count(0)

    suzuki = await desks.take(SUZUKI, zone="internet")
    await suzuki.open("福祉課")
    await expect(sato.log.get_by_text("既読 1")).to_be_visible()


@pytest.mark.req("ROOM-15", "MSG-9")
async def test_unread_is_counted_and_goes_when_it_is_read(town: Town, desks: Desks) -> None:
    suzuki = await desks.take(SUZUKI)
    row = suzuki.page.get_by_role("link", name="福祉課")
    await expect(row).to_be_visible()
    rail = suzuki.page.get_by_role("link", name="トーク")
    await town.says(SATO, "一つ目", town.welfare)
    await town.says(SATO, "二つ目", town.welfare)
    await expect(row).to_have_accessible_name(re.compile("二つ目.*未読2件"))
    await expect(rail).to_have_accessible_name(re.compile("未読2件"))

    await suzuki.open("福祉課")
    await expect(suzuki.page.get_by_text("ここから未読")).to_be_visible()
    await expect(row).not_to_have_accessible_name(re.compile("未読"))
    await expect(rail).not_to_have_accessible_name(re.compile("未読"))
    async with asyncio.timeout(5):
        while (await town.call(SUZUKI, "GET", "/api/screen")).json()["rooms"][0]["unread"]:  # noqa: ASYNC110 the server is asked again and again
            await asyncio.sleep(0.05)


@pytest.mark.req("TEXT-1", "N59", "K26")
@pytest.mark.asvs("V1.1.2", "V1.2.1", "V1.2.3", "V1.2.4", "V3.2.2")
async def test_what_was_typed_is_shown_as_typed_and_never_run(town: Town, desks: Desks) -> None:
    sato, suzuki = await desks.take(SATO), await desks.take(SUZUKI)
    await sato.open("福祉課")
    await suzuki.open("福祉課")
    for text in (SACRED, *HOSTILE):
        await sato.say(text)
        await expect(suzuki.message(text)).to_be_visible()
    stored = (await town.call(SUZUKI, "GET", f"/api/rooms/{town.welfare}/messages")).json()["messages"]
    assert [message["parts"][0]["text"] for message in stored] == [SACRED, *HOSTILE]


@pytest.mark.req("MSG-13", "WIN-3")
async def test_the_enter_that_ends_a_conversion_sends_nothing(town: Town, desks: Desks) -> None:
    sato = await desks.take(SATO)
    await sato.open("福祉課")
    await sato.composer.click()
    keyboard = await sato.keyboard()
    for text in ("かいぎ", "会議"):
        await keyboard.send(
            "Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
        )
    process = {"type": "rawKeyDown", "windowsVirtualKeyCode": 229, "code": "Enter", "key": "Process"}
    await keyboard.send("Input.dispatchKeyEvent", {**process, "modifiers": 2})
    await keyboard.send("Input.insertText", {"text": "会議"})
    await keyboard.send(
        "Input.dispatchKeyEvent", {"type": "keyUp", "windowsVirtualKeyCode": 13, "code": "Enter"}
    )
    await expect(sato.composer).to_have_value("会議")
    assert await town.told(town.welfare) == []

    await sato.page.wait_for_timeout(300)  # a hand is never quicker; one browser ends a conversion that late
    await sato.composer.press("Enter")
    await expect(sato.composer).to_have_value("会議\n")
    await sato.composer.press("Control+Enter")
    await expect(sato.message("会議")).to_be_visible()
    await expect(sato.log.get_by_text("送信中")).to_have_count(0)
    async with asyncio.timeout(5):
        while not await town.told(town.welfare):  # noqa: ASYNC110 what is shown at once is stored a moment later
            await asyncio.sleep(0.05)
    assert await town.told(town.welfare) == ["messages.posted"]


@pytest.mark.req("MSG-15")
async def test_a_draft_survives_a_reload(town: Town, desks: Desks) -> None:
    sato = await desks.take(SATO)
    await sato.open("福祉課")
    await sato.composer.fill("書きかけの文です")
    await sato.page.wait_for_timeout(700)
    await sato.page.reload()
    await expect(sato.composer).to_have_value("書きかけの文です")


@pytest.mark.req("MSG-2", "N8")
async def test_a_permalink_opens_for_members_and_is_nothing_to_others(town: Town, desks: Desks) -> None:
    for place in range(80):
        await town.says(SATO, f"{place}番目の連絡", town.welfare)
    page = await town.call(SATO, "GET", f"/api/rooms/{town.welfare}/messages?limit=80")
    message = page.json()["messages"][5]
    path = f"/rooms/{town.welfare}/messages/{message['message_id']}"

    suzuki = await desks.take(SUZUKI, at=path)
    await expect(suzuki.message("5番目の連絡")).to_be_in_viewport()

    await suzuki.page.goto(f"{suzuki.origin}{path.replace(str(town.welfare), str(town.roads))}")
    await expect(suzuki.page.get_by_text("このルームは開けません。")).to_be_visible()


@pytest.mark.req("AUTH-3", "D18", "D20")
async def test_a_session_ended_elsewhere_leaves_this_screen_within_two_seconds(
    town: Town, desks: Desks
) -> None:
    sato = await desks.take(SATO, zone="internet")
    await sato.open("福祉課")
    ended = await town.call(SATO, "DELETE", f"/api/sessions/{session_of(SATO, 'internet')}")
    assert ended.status_code == 204
    await expect(sato.page.get_by_role("heading", name="ログイン")).to_be_visible(timeout=2_000)


@pytest.mark.req("AUTH-1", "A3")
async def test_signing_in_at_one_door_opens_no_other(town: Town, desks: Desks) -> None:
    sato = await desks.take()
    await sato.sign_in("10001", PASSWORD)
    await expect(sato.page.get_by_role("link", name="福祉課")).to_be_visible()
    await sato.page.goto(town.origin("internet"))
    await expect(sato.page.get_by_role("heading", name="ログイン")).to_be_visible()
    sato.said.clear()  # the other door is another host, and this test went there itself


@pytest.mark.req("AUTH-1", "A6")
async def test_a_wrong_password_is_said_plainly(town: Town, desks: Desks) -> None:
    sato = await desks.take()
    await sato.sign_in("10001", "まちがったパスワード")
    await expect(sato.page.get_by_role("alert")).to_contain_text("ログインできませんでした")
    await sato.accessible()


@pytest.mark.req("ROOM-2", "ROOM-1")
async def test_a_room_is_made_and_appears_at_once_for_everybody_in_it(town: Town, desks: Desks) -> None:
    sato, suzuki = await desks.take(SATO), await desks.take(SUZUKI, size=PHONE, touch=True)
    await sato.button("新しいルーム").click()
    await sato.page.get_by_role("radio", name="白紙").focus()
    await sato.page.keyboard.press("ArrowRight")
    await expect(sato.page.get_by_label("目的")).to_have_value(
        "資料と意見をここに集め、決まったことを残します。"
    )
    await sato.page.get_by_label("ルームの名前").fill("福祉課")
    await expect(sato.page.get_by_text("同じ名前のルームが、すでにあります。")).to_be_visible()
    await sato.page.get_by_label("ルームの名前").fill("台風24号　情報連絡室")
    await sato.page.get_by_label("終了日").fill("Ｒ９．３．３１")
    await sato.page.get_by_role("radio", name="名前で探す").focus()
    await sato.page.keyboard.press("ArrowRight")
    await expect(sato.page.get_by_text("令和9年3月31日（水） まで")).to_be_visible()
    await sato.page.get_by_role("button", name="福祉課 2人").press("Enter")
    await expect(sato.page.get_by_role("checkbox", name="田中 美保")).to_have_count(0)
    await sato.button("「福祉課」の全員を選ぶ").press("Enter")
    await expect(sato.page.get_by_role("checkbox", name="鈴木 﨑子")).to_be_checked()
    await sato.accessible()
    await sato.picture("new-room-1440")
    await sato.button("ルームを作る").press("Enter")
    await expect(sato.page.get_by_role("heading", name="台風24号")).to_be_visible()
    await expect(suzuki.page.get_by_role("link", name="台風24号")).to_be_visible()


@pytest.mark.req("A11Y-2", "A11Y-4")
async def test_the_keyboard_alone_is_enough(town: Town, desks: Desks) -> None:
    sato = await desks.take()
    await sato.page.goto(sato.origin)
    await expect(sato.page.get_by_label("団体コード")).to_be_focused()
    await sato.page.keyboard.type("mihon")
    await sato.page.keyboard.press("Tab")
    await sato.page.keyboard.type("10001")
    await sato.page.keyboard.press("Tab")
    await sato.page.keyboard.type(PASSWORD)
    await sato.page.keyboard.press("Enter")
    await expect(sato.page.get_by_role("link", name="福祉課")).to_be_visible()
    await sato.page.keyboard.press("Alt+ArrowDown")
    await expect(sato.composer).to_be_focused()
    await sato.page.keyboard.type("かなで書きました")
    await sato.page.keyboard.press("Control+Enter")
    await expect(sato.message("かなで書きました")).to_be_visible()
    await town.says(SUZUKI, "返事です", town.welfare)
    await expect(sato.message("返事です")).to_be_visible()
    await expect(sato.composer).to_be_focused()


@pytest.mark.req("D3", "N103")
async def test_the_same_key_twice_shows_one_message(town: Town, desks: Desks) -> None:
    sato = await desks.take(SATO)
    await sato.open("福祉課")
    body = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": "一度だけ"}]}
    for _ in range(3):
        await town.call(SATO, "POST", f"/api/rooms/{town.welfare}/messages", body)
    await expect(sato.message("一度だけ")).to_have_count(1)
