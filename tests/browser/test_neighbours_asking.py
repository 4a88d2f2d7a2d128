"""A clerk asks a clerk of the next city for a talk; she says yes, no, or never again, by the keys and by the finger."""

from contextlib import suppress
from functools import partial

import pytest
from playwright.async_api import Error, Route, expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, Desk, Desks
from tests.browser.test_guests import seen
from tests.cast import MORI, SATO, SUZUKI
from tests.talk.neighbours.agreeing import agree
from tests.talk.neighbours.asking import asks, lapse, talking
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
PRESSED = "addEventListener('click', () => { window.pressed = true; }, { capture: true })"


async def _fails_until_pressed(desk: Desk, route: Route) -> None:
    """The list may be asked for more than once before anybody asks for it again: each time it fails."""
    is_pressed = False
    with suppress(Error):  # the page is being loaded anew: nobody has pressed anything on it
        is_pressed = await desk.page.evaluate("window.pressed === true")
    if is_pressed:
        await route.continue_()
    else:
        await route.fulfill(status=400, json={"code": "not_now"})


@pytest.mark.req("FED-3", "A11Y-1")
async def test_a_clerk_asks_and_the_other_one_says_yes_by_the_keys(town: Town, desks: Desks) -> None:
    await agree(town)
    mori = await desks.take(MORI)
    sato = await desks.take(SATO, at="/people", size=PHONE, touch=True)
    await sato.page.get_by_role("searchbox").fill("もり")
    await sato.button("「もり」をほかの団体でも探す").click()
    row = sato.page.get_by_role("list", name="ほかの団体で見つかった人").get_by_role("listitem")
    await sato.button("森 葵さんに話したいと伝える").click()
    field = row.get_by_role("textbox", name="用件（なくてもかまいません）")
    await expect(field).to_be_focused()
    await field.fill("保健師の研修について、教えてください")
    await seen(sato, "neighbours-asking")
    await row.get_by_role("button", name="伝える", exact=True).click()
    await expect(row.get_by_role("status")).to_contain_text("返事待ち")
    await seen(sato, "neighbours-waiting")

    await mori.page.get_by_role("link", name="ほかの団体の人").press("Enter")
    one = mori.page.get_by_role("list", name="届いた「話したい」").get_by_role("listitem")
    for words in ("佐藤 花子", "［見本市］", "福祉課", "保健師の研修について、教えてください"):
        await expect(one).to_contain_text(words)
    await seen(mori, "neighbours-asks")
    await mori.button("佐藤 花子さんと話す").press("Enter")
    await expect(mori.page.get_by_role("heading", name="佐藤 花子")).to_be_visible()
    await expect(mori.page.get_by_role("main").get_by_text("［見本市］福祉課")).to_be_visible()
    await seen(mori, "neighbours-talk")
    await expect(mori.page.get_by_role("link", name="話したい1件")).to_have_count(0)

    await sato.page.goto(f"{sato.origin}/rooms")
    talk = sato.page.get_by_role("link", name="森 葵")
    await expect(talk).to_contain_text("［隣見市］健康課")
    await seen(sato, "neighbours-listed")


@pytest.mark.req("FED-3", "A11Y-1")
async def test_whoever_says_no_or_blocks_is_asked_no_more_and_undoes_it_in_the_settings(
    town: Town, desks: Desks
) -> None:
    await agree(town, SATO, MORI, SUZUKI)
    await asks(town)
    await asks(town, SUZUKI)
    desk = await desks.take(MORI, at="/rooms/neighbours")
    listed = desk.page.get_by_role("list", name="届いた「話したい」").get_by_role("listitem")
    await desk.button("佐藤 花子さんを断る").press("Enter")
    await expect(listed).to_have_count(1)
    await expect(desk.page.get_by_role("heading", name="ほかの団体の人")).to_be_focused()
    await desk.button("鈴木 﨑子さんをブロックする").press("Enter")
    question = desk.page.get_by_role("alertdialog")
    await expect(question).to_contain_text("相手には伝わりません")
    await seen(desk, "neighbours-block")
    await question.get_by_role("button", name="ブロックする", exact=True).click()
    await expect(desk.page.get_by_text("届いている「話したい」はありません。")).to_be_visible()
    await seen(desk, "neighbours-none")

    await desk.page.goto(f"{desk.origin}/settings#neighbours")
    await expect(desk.page.get_by_role("list", name="ブロックした人")).to_contain_text("［見本市］福祉課")
    await seen(desk, "neighbours-blocked")
    await desk.button("鈴木 﨑子さんのブロックを解く").click()
    await expect(desk.page.get_by_role("heading", name="ブロックした人")).to_be_focused()
    await expect(desk.page.get_by_role("list", name="ブロックした人")).to_have_count(0)


@pytest.mark.req("FED-3")
async def test_what_is_sent_waits_and_is_taken_back(town: Town, desks: Desks) -> None:
    await agree(town)
    await asks(town, words="はじめまして")
    desk = await desks.take(SATO, at="/rooms/neighbours")
    part = desk.page.get_by_role("region", name="伝えた「話したい」")
    await expect(part).to_contain_text("返事待ち")
    await expect(part).to_contain_text("［隣見市］")
    await desk.button("森 葵さんに伝えたことを取り消す").click()
    await expect(part).to_contain_text("取り消しました。")
    await lapse(town)
    await desk.page.reload()
    await expect(part).to_contain_text("いま返事を待っているものはありません。")


@pytest.mark.req("FED-3", "BASE-4")
async def test_without_a_line_it_says_that_nothing_was_done_and_what_cannot_be_read(
    town: Town, desks: Desks
) -> None:
    await agree(town)
    await asks(town)
    desk = await desks.take(MORI, at="/rooms/neighbours")
    decline = desk.button("佐藤 花子さんを断る")
    await expect(decline).to_be_visible()
    desk.expects_trouble = True
    answers = "**/api/neighbours/asks/*"
    await desk.page.route(answers, lambda route: route.abort("internetdisconnected"))
    await decline.click()
    await expect(desk.page.get_by_role("alert")).to_contain_text("通信が切れているため、できませんでした")
    await desk.page.unroute(answers)
    await desk.page.route("**/api/neighbours/asks*", partial(_fails_until_pressed, desk))
    await desk.page.reload()
    await expect(desk.page.get_by_text("届いた「話したい」を読み込めませんでした。")).to_be_visible()
    await desk.page.evaluate(PRESSED)
    await desk.button("もう一度読み込む").first.click()
    await expect(decline).to_be_visible()


@pytest.mark.req("FED-3")
async def test_a_talk_that_lacks_a_yes_is_read_only_on_the_screen_at_once(town: Town, desks: Desks) -> None:
    await agree(town)
    room = await talking(town)
    desk = await desks.take(SATO, at=f"/rooms/{room}")
    await expect(desk.page.get_by_role("textbox", name="メッセージ")).to_be_visible()
    assert (await town.call(MORI, "PUT", f"/api/neighbours/blocked/{SATO}")).status_code == 204
    await expect(desk.page.get_by_text("このトークは、いまは読むだけです。")).to_be_visible()
    await seen(desk, "neighbours-shut")
    assert (await town.call(MORI, "DELETE", f"/api/neighbours/blocked/{SATO}")).status_code == 204
    await expect(desk.page.get_by_role("textbox", name="メッセージ")).to_be_visible()


@pytest.mark.req("FED-3")
@pytest.mark.parametrize("meets", [False, True])
async def test_a_session_asks_for_askings_only_where_there_can_be_any(
    town: Town, desks: Desks, meets: bool
) -> None:
    if meets:
        await agree(town)
    desk = await desks.take(SATO, at="/people")
    asked: list[str] = []
    desk.page.on("request", lambda request: asked.append(request.url))
    if meets:
        async with desk.page.expect_response("**/api/neighbours/asks*"):
            await desk.page.goto(f"{desk.origin}/rooms")
    else:
        await desk.page.goto(f"{desk.origin}/rooms")
    await expect(desk.page.get_by_role("link", name="福祉課")).to_be_visible()
    assert any("/api/neighbours/asks" in url for url in asked) is meets


@pytest.mark.req("FED-3")
async def test_who_is_asked_after_their_body_said_yes_hears_of_it_on_the_open_screen(
    town: Town, desks: Desks
) -> None:
    desk = await desks.take(MORI)
    await expect(desk.page.get_by_role("heading", name="トーク")).to_be_visible()
    await agree(town)
    await asks(town)
    await expect(desk.page.get_by_role("link", name="ほかの団体の人")).to_be_visible()
