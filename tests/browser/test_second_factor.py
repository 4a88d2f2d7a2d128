"""二要素認証 in a real browser: the step at the door, setting it up there and in the settings, proving oneself anew."""

import pytest
from playwright.async_api import Locator, expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desk, Desks
from tests.browser.test_reach import fits
from tests.cast import PASSWORD, SATO, TAKAHASHI
from tests.people.sessions.entering import decides, later
from tests.people.sessions.holding import Phone, forgets, phone_of
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE, pytest.mark.req("AUTH-7")]


def code_field(desk: Desk) -> Locator:
    return desk.page.get_by_label("確認コード（6けたの数字）")


def inside(desk: Desk):
    return expect(desk.page.get_by_role("link", name="福祉課").first)


async def half_way(desks: Desks, **how: object) -> Desk:
    desk = await desks.take(**how)  # pyright: ignore[reportArgumentType] as the desk takes them
    await desk.sign_in("10001", PASSWORD)
    return desk


@pytest.mark.req("A11Y-1", "A11Y-2")
async def test_the_sixth_figure_opens_and_a_wrong_code_is_said(town: Town, desks: Desks) -> None:
    phone = await phone_of(town)
    desk = await half_way(desks)
    await expect(code_field(desk)).to_be_focused()
    assert await code_field(desk).get_attribute("autocomplete") == "one-time-code"
    assert await code_field(desk).get_attribute("inputmode") == "numeric"
    await desk.accessible_by_day_and_night("second-code")
    await desk.page.keyboard.type(phone.wrong())
    await expect(desk.page.get_by_role("alert")).to_contain_text("コードが違います")
    await expect(code_field(desk)).to_have_value("")
    await expect(code_field(desk)).to_be_focused()
    await desk.accessible()
    async for width, _ in desk.windows(DESK, PHONE, SMALLEST):
        await fits(desk)
        await desk.picture(f"second-code-wrong-{width}")
    code = phone.code()
    await code_field(desk).fill(f"{code[:3]} {code[3:]}")
    await inside(desk).to_be_visible()


async def test_a_recovery_code_opens_by_keys_alone(town: Town, desks: Desks) -> None:
    phone = await phone_of(town)
    desk = await half_way(desks, size=PHONE)
    await desk.button("復旧コードを使う").press("Enter")
    paper = desk.page.get_by_label("復旧コード")
    await expect(paper).to_be_focused()
    await desk.accessible()
    await desk.picture("second-recovery")
    await desk.page.keyboard.type(phone.paper[0].upper())
    await desk.page.keyboard.press("Enter")
    await inside(desk).to_be_visible()


async def test_when_the_time_is_over_the_door_begins_anew_and_says_so(town: Town, desks: Desks) -> None:
    phone = await phone_of(town)
    desk = await half_way(desks)
    await expect(code_field(desk)).to_be_visible()
    later(town, minutes=11)
    await code_field(desk).fill(phone.code())
    await expect(desk.page.get_by_role("alert")).to_contain_text("はじめからやり直します")
    await expect(desk.page.get_by_label("職員番号またはメール")).to_have_value("10001")
    await desk.page.get_by_label("パスワード", exact=False).first.fill(PASSWORD)
    await desk.button("ログイン").click()
    await code_field(desk).fill(phone.code())
    await inside(desk).to_be_visible()


async def sets_up(desk: Desk, town: Town, picture: str) -> None:
    """Through all of it, as somebody does who types the key."""
    await desk.page.get_by_text("読み取れないときは、キーを打ち込みます").click()
    await desk.accessible_by_day_and_night(f"{picture}-app")
    async for width, _ in desk.windows(DESK, PHONE, SMALLEST):
        await fits(desk)
        await desk.picture(f"{picture}-app-{width}")
    secret = await desk.page.locator("details p").last.text_content()
    assert secret
    await code_field(desk).fill(Phone(town, secret.replace(" ", ""), []).code())
    codes = desk.page.get_by_role("list", name="復旧コード").get_by_role("listitem")
    await expect(codes).to_have_count(10)
    await expect(desk.button("二要素認証をはじめる")).to_be_disabled()
    await desk.accessible_by_day_and_night(f"{picture}-codes")
    async for width, _ in desk.windows(SMALLEST, PHONE, DESK):
        await fits(desk)
        await desk.picture(f"{picture}-codes-{width}")
    await desk.page.get_by_role("checkbox", name="復旧コードをしまいました").press("Space")
    await desk.button("二要素認証をはじめる").click()


@pytest.mark.req("A11Y-1")
async def test_who_must_have_one_sets_it_up_at_the_door(town: Town, desks: Desks) -> None:
    await decides(town, second={"required_of": "everybody"})
    desk = await half_way(desks)
    await expect(desk.page.get_by_role("img", name="認証アプリで読み取る四角いコード")).to_be_visible()
    await sets_up(desk, town, "second-door")
    await inside(desk).to_be_visible()


@pytest.mark.req("A11Y-1", "N40")
async def test_in_the_settings_it_is_set_up_shown_and_given_up(town: Town, desks: Desks) -> None:
    await forgets(town, SATO)
    desk = await desks.take(SATO, at="/settings")
    await desk.button("二要素認証を設定する").click()
    await proves(desk)
    await sets_up(desk, town, "second-own")
    await expect(desk.page.get_by_text("二要素認証をはじめました。")).to_be_visible()
    await expect(desk.page.get_by_text("残りの復旧コード：10個")).to_be_visible()
    await desk.button("復旧コードを出し直す").click()
    await desk.button("出し直す").click()
    await expect(desk.page.get_by_role("list", name="復旧コード").get_by_role("listitem")).to_have_count(10)
    await desk.accessible()
    await desk.button("しまいました").click()
    await desk.page.get_by_role("heading", name="二要素認証").scroll_into_view_if_needed()
    await desk.picture("second-settings")
    await desk.button("二要素認証をやめる").click()
    await desk.button("やめて、パスワードだけにする").click()
    await expect(desk.page.get_by_text("使っていません")).to_be_visible()


async def proves(desk: Desk, code: str | None = None) -> None:
    """本人の確認."""
    asked = desk.page.get_by_role("dialog", name="本人の確認")
    await asked.get_by_label("パスワード", exact=False).first.fill(PASSWORD)
    if code:
        await asked.get_by_label("確認コード").fill(code)
    await desk.page.keyboard.press("Enter")


@pytest.mark.req("A11Y-1", "N31")
async def test_a_dangerous_act_asks_who_it_is_and_goes_on_by_itself(town: Town, desks: Desks) -> None:
    phone = await phone_of(town, TAKAHASHI)
    await forgets(town, TAKAHASHI)
    desk = await desks.take(TAKAHASHI, at="/admin/sign-in")
    for choice in ("15分", "インターネット側の全員も"):
        await desk.page.get_by_role("radio", name=choice).first.press("Space")
    save = desk.page.get_by_role("button", name="保存する")
    await save.click()
    asked = desk.page.get_by_role("dialog", name="本人の確認")
    await expect(asked.get_by_label("パスワード", exact=False).first).to_be_focused()
    await desk.accessible_by_day_and_night("step-up")
    async for width, _ in desk.windows(DESK, PHONE, SMALLEST):
        await fits(desk)
        await desk.picture(f"step-up-{width}")
    await desk.page.keyboard.press("Escape")
    await expect(desk.page.get_by_role("alert")).to_contain_text("まだ何も変わっていません")
    await save.click()
    await asked.get_by_label("パスワード", exact=False).first.fill("まちがったパスワード")
    await asked.get_by_label("確認コード").fill(phone.code())
    await desk.page.keyboard.press("Enter")
    await expect(asked.get_by_text("パスワードが違います。")).to_be_visible()
    await desk.picture("step-up-wrong")
    await proves(desk, phone.code())
    await expect(asked).to_be_hidden()
    await expect(desk.page.get_by_text("保存しました。")).to_be_visible()
    await expect(desk.page.get_by_role("radio", name="15分").first).to_be_checked()
    value = (await town.call(TAKAHASHI, "GET", "/api/settings/sign_in")).json()["value"]
    assert (value["lock_minutes"], value["second"]["required_of"]) == (15, "internet")


async def test_an_administrator_takes_a_lost_one_away(town: Town, desks: Desks) -> None:
    await phone_of(town)
    desk = await desks.take(TAKAHASHI, at="/admin/people")
    await desk.page.get_by_role("button", name="佐藤 花子").click()
    await desk.page.get_by_role("tab", name="ログイン").click()
    await desk.button("なくした人の二要素認証を取り消す").click()
    await desk.accessible()
    await desk.picture("second-reset")
    await desk.page.get_by_label("理由").fill("スマートフォンをなくしたため")
    await desk.button("取り消す").click()
    await expect(desk.page.get_by_text("使っていません")).to_be_visible()
    await expect(desk.page.get_by_text("髙橋 渉さんが")).to_be_visible()
    await desk.picture("second-reset-done")
