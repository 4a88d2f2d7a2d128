"""Labels on the screen: what a room permits, who would lose it, a phone that loses it at once, and the body's own order."""

import re
from collections.abc import Sequence

import pytest
from playwright.async_api import expect
from sqlalchemy import update

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desk, Desks
from tests.browser.test_reach import fits
from tests.cast import NISHIMURA, SATO, SUZUKI, TAKAHASHI, with_guest
from tests.talk.actors import opened
from tests.town import Town
from yoriai.people.accounts.models import Account

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE, pytest.mark.req("ZONE-5", "ZONE-4")]
SIZES = (DESK, PHONE, SMALLEST)


async def seen_at(desk: Desk, name: str, sizes: Sequence[tuple[int, int]] = SIZES) -> None:
    """Looked at in every window, by day and by night, with large letters and in forced colours."""
    async for width, _ in desk.windows(*sizes):
        await fits(desk)
        await desk.accessible_by_day_and_night(f"{name}-{width}")
    await desk.page.set_viewport_size({"width": 720, "height": 450})  # 1440 at 200 %
    await fits(desk)
    await desk.picture(f"{name}-200")
    await desk.page.set_viewport_size({"width": DESK[0], "height": DESK[1]})
    await desk.page.emulate_media(forced_colors="active")
    await desk.picture(f"{name}-forced")
    await desk.page.emulate_media(forced_colors="none")


async def test_a_label_is_raised_by_who_has_read_who_loses_it_and_a_phone_loses_the_room_at_once(
    town: Town, desks: Desks
) -> None:
    room = await opened(town, SATO, [SUZUKI], name="生活保護の相談")
    sato, suzuki = await desks.take(SATO), await desks.take(SUZUKI, zone="internet", size=PHONE, touch=True)
    await suzuki.open("生活保護の相談")
    await sato.open("生活保護の相談")
    await expect(sato.page.get_by_text("個人情報は書けません").first).to_be_visible()
    await expect(sato.page.get_by_role("heading", name="生活保護の相談")).to_be_visible()
    await expect(sato.page.get_by_text("庁内の職員だけが読めます。個人情報は書けません。")).to_be_visible()
    await seen_at(sato, "label-members")
    await sato.button("ルームのメニュー").click()
    await sato.page.get_by_role("menuitem", name="ルームの設定").click()
    await sato.button("ラベルを変える").click()
    await expect(sato.page.get_by_role("radio", name="庁内限り")).to_be_visible()
    await seen_at(sato, "label-choice")
    await sato.page.get_by_role("radio", name="庁内限り").focus()
    await sato.page.keyboard.press("Space")
    await sato.button("保存する").click()
    await expect(sato.page.get_by_role("dialog")).to_be_hidden()

    await expect(sato.page.get_by_text("庁内LGWANのみ").first).to_be_visible()
    await expect(sato.page.get_by_text("ルームのラベルを「庁内限り」にしました", exact=False)).to_be_visible()
    await expect(sato.page.get_by_text("個人情報を書けます").first).to_be_visible()
    await seen_at(sato, "label-sealed")
    await expect(suzuki.page.get_by_role("link", name="生活保護の相談")).to_be_hidden()
    await expect(suzuki.composer).to_be_hidden()
    await suzuki.picture("label-lost")
    assert (await town.call(SUZUKI, "GET", f"/api/rooms/{room}", zone="internet")).status_code == 404


async def test_who_loses_a_room_is_read_before_its_label_is_raised(town: Town, desks: Desks) -> None:
    await with_guest(town.assembly.works, town.welfare)
    sato = await desks.take(SATO)
    await sato.open("福祉課")
    await sato.button("ルームのメニュー").click()
    await sato.page.get_by_role("menuitem", name="ルームの設定").click()
    await sato.button("ラベルを変える").click()
    await sato.page.get_by_role("radio", name="庁内限り").focus()
    await sato.page.keyboard.press("Space")
    await sato.button("保存する").press("Enter")
    question = sato.page.get_by_role("alertdialog", name="ラベルを「庁内限り」にしますか？")
    await expect(question.get_by_text("ゲスト 1人：ルームから外れます。")).to_be_visible()
    await expect(question.get_by_text("西村 光さん")).to_be_visible()
    await expect(question.get_by_role("button", name="やめる")).to_be_focused()
    await seen_at(sato, "label-losers")
    await sato.page.keyboard.press("Escape")
    await expect(sato.page.get_by_role("radio", name="庁内限り")).to_be_checked()
    await sato.button("保存する").press("Enter")
    await question.get_by_role("button", name="ラベルを変える").press("Enter")
    await expect(sato.page.get_by_text("庁内LGWANのみ").first).to_be_visible()
    await expect(sato.page.get_by_text(re.compile("ゲストあり"))).to_have_count(0)
    assert (await town.call(NISHIMURA, "GET", f"/api/rooms/{town.welfare}")).status_code == 404


async def test_a_body_orders_its_levels_and_sees_the_network_model(town: Town, desks: Desks) -> None:
    takahashi = await desks.take(TAKAHASHI)
    await takahashi.page.goto(f"{takahashi.origin}/admin/labels")
    await expect(takahashi.page.get_by_role("heading", name="ルームのラベル")).to_be_visible()
    await seen_at(takahashi, "label-order")
    await takahashi.page.get_by_role("radio", name="5段（自治体機密性1～3A）").focus()
    await takahashi.page.keyboard.press("Space")
    await expect(takahashi.page.get_by_label("5段めの名前")).to_have_value("機密性3A")
    await takahashi.button("保存する").click()
    question = takahashi.page.get_by_role("alertdialog", name="ラベルの決まりを変えますか？")
    await expect(question.get_by_role("button", name="やめる")).to_be_focused()
    await seen_at(takahashi, "label-order-question")
    await takahashi.button("変える").click()
    await expect(takahashi.page.get_by_text("保存しました。")).to_be_visible()
    third = takahashi.page.get_by_role("region", name="3段め")
    await third.get_by_role("checkbox", name="インターネット側で読む").focus()
    await takahashi.page.keyboard.press("Space")
    fourth = takahashi.page.get_by_role("region", name="4段め")
    await fourth.get_by_role("checkbox", name="ゲストを入れる").focus()
    await takahashi.page.keyboard.press("Space")
    await takahashi.button("保存する").click()
    await takahashi.button("変える").click()
    await expect(takahashi.page.get_by_role("alert")).to_contain_text("「機密性3B」はゲストを入れますが")
    await takahashi.page.goto(f"{takahashi.origin}/admin/network")
    await expect(takahashi.page.get_by_role("heading", name="ネットワークのモデル：αモデル")).to_be_visible()
    await seen_at(takahashi, "network")


@pytest.mark.req("ADMIN-16")
async def test_behind_a_refusal_stands_why_and_which_rule(town: Town, desks: Desks) -> None:
    sato = await desks.take(SATO)
    await sato.button("新しいルーム").click()
    await sato.page.get_by_label("ルームの名前").fill("打合せ")
    await expect(sato.page.get_by_text("ラベル：庁内")).to_be_visible()
    async with town.assembly.works.writing() as work:
        withheld = update(Account).where(Account.id == SATO).values(rights={"open_rooms": False})
        await work.session.execute(withheld)
    await sato.button("ルームを作る").click()
    await expect(sato.page.get_by_role("alert")).to_contain_text("権限がありません")
    await sato.button("なぜ").focus()
    await sato.page.keyboard.press("Enter")
    asked = sato.page.get_by_role("list", name="決まりを聞いた順")
    await expect(asked.get_by_role("listitem")).to_have_count(4)
    await expect(asked).to_contain_text("権限（本人だけの決まりによる）")
    await seen_at(sato, "why")
