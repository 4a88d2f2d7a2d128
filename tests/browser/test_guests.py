"""A contractor from the invitation to the end of their term, as both sides see it on their screens."""

import re

import pytest
from playwright.async_api import expect
from sqlalchemy import update

from tests.browser.desk import ON_ONE_DATABASE, PHONE, Desk, Desks
from tests.browser.test_reach import fits
from tests.cast import FIRM, NISHIMURA, PASSWORD, SATO, SUZUKI, TAKAHASHI, with_guest
from tests.paper import A4, codes_of, pages_of, sizes_of
from tests.talk.actors import opened
from tests.talk.guests.inviting import share
from tests.town import Town
from yoriai.kit.days import day_in_japan
from yoriai.people.accounts.models import Account
from yoriai.talk.guests.jobs import sweep

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
SMALL = (320, 640)


async def seen(desk: Desk, name: str) -> None:
    """By rule in light and dark, and as narrow as a phone may be."""
    await desk.accessible_by_day_and_night(name)
    async for width, _ in desk.windows(SMALL):
        await fits(desk)
        await desk.picture(f"{name}-{width}")


@pytest.mark.req("GUEST-1", "GUEST-2", "GUEST-5", "D18")
async def test_a_contractor_comes_by_an_invitation_and_goes_when_the_term_is_over(
    town: Town, desks: Desks
) -> None:
    await share(town, await opened(town, TAKAHASHI, [SATO], name="ネットワーク再構築"))
    desk = await desks.take(TAKAHASHI)
    await desk.open("ネットワーク再構築")
    link = await _invite(desk)

    phone = await desks.take(zone="internet", size=PHONE, touch=True)
    await phone.page.goto(link)
    await expect(phone.page.get_by_text("ゲストとして招待されています")).to_be_visible()
    assert phone.page.url.endswith("/invited")
    await seen(phone, "guest-invited")
    await phone.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    await phone.button("はじめる").click()
    await expect(phone.page.get_by_text("読んでから、印を付けてください。")).to_be_visible()
    await phone.page.get_by_text("読みました。これを守ります。").click()
    await phone.page.get_by_label("新しいパスワード").fill(PASSWORD)
    await phone.button("はじめる").click()

    await expect(phone.page.get_by_role("link", name="ネットワーク再構築")).to_be_visible()
    await _nothing_of_the_directory(phone)
    await phone.open("ネットワーク再構築")
    await phone.say("課題の一覧を直しました")
    await _the_hall_answers(desk)
    await expect(phone.message("確認しました")).to_be_visible()
    await phone.picture("guest-room-390")

    async with town.assembly.works.writing() as work:
        over = update(Account).where(Account.kind == "guest")
        await work.session.execute(over.values(ends_on=day_in_japan(work.now).replace(year=2020)))
    await sweep(town.assembly.works, {})
    await expect(phone.page.get_by_text("ゲストの利用は終わりました")).to_be_visible()
    await seen(phone, "guest-over")
    await expect(desk.page.get_by_text(re.compile("ゲストあり"))).to_have_count(0)


async def _invite(desk: Desk) -> str:
    await desk.button("ゲストを招待する").click()
    dialog = desk.page.get_by_role("dialog")
    for label, words in (
        ("氏名", "西村 光"), ("ふりがな", "にしむら ひかる"), ("会社・団体", FIRM), ("メールアドレス", "nishimura@mihon.example"),
    ):  # fmt: skip
        await dialog.get_by_label(label).fill(words)
    await desk.accessible_by_day_and_night("guest-invite")
    await dialog.get_by_role("button", name="招待をつくる").click()
    await expect(dialog.get_by_text("招待をつくりました（1人）")).to_be_visible()
    await desk.accessible_by_day_and_night("guest-handed")
    link = await dialog.get_by_text(re.compile("^http.*/invited#")).inner_text()
    await _comes_out_on_paper(desk, link)
    await dialog.get_by_role("button", name="終わる").click()
    return link


async def _nothing_of_the_directory(phone: Desk) -> None:
    """Neither in the list nor among what can be chosen."""
    await expect(phone.page.get_by_role("link", name="名簿")).to_have_count(0)
    await expect(phone.button("新しいルーム")).to_have_count(0)
    await phone.page.goto(f"{phone.origin}/settings")
    await expect(phone.page.get_by_text("年の書き方")).to_be_visible()
    await expect(phone.page.get_by_text("名簿の並べ方")).to_have_count(0)
    await phone.page.goto(phone.origin)


async def _comes_out_on_paper(desk: Desk, link: str) -> None:
    """A sheet of A4 with a code that a phone's camera reads."""
    await desk.button("紙に印刷する").click()
    await expect(desk.button("印刷する")).to_be_focused()
    pdf = await desk.page.pdf(prefer_css_page_size=True)
    assert (sizes_of(pdf), codes_of(pdf)) == ([A4], [link])
    assert "取扱注意" in pages_of(pdf)[0]
    await (
        desk.page.get_by_role("dialog", name="ゲストの招待の印刷")
        .get_by_role("button", name="終わる")
        .click()
    )


async def _the_hall_answers(desk: Desk) -> None:
    """With the guest's badge and firm in sight, and after being asked once whether guests shall read it."""
    await expect(desk.message("課題の一覧を直しました")).to_be_visible()
    await expect(desk.log.get_by_text("ゲスト", exact=True)).to_be_visible()
    await expect(desk.log.get_by_text(FIRM)).to_be_visible()
    await expect(desk.page.get_by_text("ゲストあり（1人）").first).to_be_visible()
    await desk.accessible_by_day_and_night("guest-room")
    await desk.say("確認しました")
    question = desk.page.get_by_role("alertdialog")
    await expect(question.get_by_text("ゲスト1人にも届きます。送りますか？")).to_be_visible()
    await question.get_by_role("button", name="送る").click()
    await expect(desk.message("確認しました")).to_be_visible()
    await desk.say("次もお願いします")
    await expect(desk.message("次もお願いします")).to_be_visible()


@pytest.mark.req("GUEST-2", "GUEST-4", "A11Y-1")
async def test_who_arranges_guests_sees_them_with_their_terms_and_ends_one(town: Town, desks: Desks) -> None:
    await with_guest(town.assembly.works, town.welfare)
    desk = await desks.take(TAKAHASHI, at="/admin/guests")
    card = desk.page.get_by_role("listitem").filter(has_text="西村 光")
    await expect(card.get_by_text("福祉課　佐藤 花子")).to_be_visible()
    await seen(desk, "guest-admin")
    await desk.page.set_viewport_size({"width": 1440, "height": 900})
    await desk.button("西村 光さんの期限を変える").click()
    await expect(desk.page.get_by_role("dialog")).to_be_visible()
    await desk.accessible_by_day_and_night("guest-move")
    await desk.page.keyboard.press("Escape")
    await desk.button("西村 光さんの利用を終える").click()
    await desk.page.get_by_role("alertdialog").get_by_role("button", name="利用を終える").click()
    await expect(desk.page.get_by_text("ゲストはいません。")).to_be_visible()
    await desk.page.goto(f"{desk.origin}/admin/guest-rules")
    await expect(desk.page.get_by_role("heading", name="ゲストの決まり")).to_be_visible()
    await seen(desk, "guest-rules")


@pytest.mark.req("GUEST-2")
async def test_another_text_is_accepted_before_anything_opens_again(town: Town, desks: Desks) -> None:
    await with_guest(town.assembly.works, town.welfare)
    phone = await desks.take(NISHIMURA, zone="internet", size=PHONE, touch=True)
    await phone.open("福祉課")
    words = {"consent": "ここで知ったことを、ほかで話しません。"}
    assert (await town.call(TAKAHASHI, "PUT", "/api/settings/guests", words)).status_code == 204
    await expect(phone.page.get_by_text("続ける前に、お読みください")).to_be_visible()
    await seen(phone, "guest-promise")
    await phone.page.get_by_text("読みました。これを守ります。").click()
    await phone.button("同意して続ける").click()
    await expect(phone.composer).to_be_visible()


@pytest.mark.req("GUEST-2")
async def test_a_sponsor_is_told_before_somebodys_time_is_over(town: Town, desks: Desks) -> None:
    ends_on = day_in_japan(town.assembly.works.now())
    await with_guest(town.assembly.works, town.welfare, ends_on=ends_on)
    sato = await desks.take(SATO)
    banner = sato.page.get_by_text(f"ゲストの西村 光さん（{FIRM}）の利用は、今日までです。")
    await expect(banner).to_be_visible()
    await sato.page.get_by_role("link", name="招待したゲストを見る").click()
    await expect(sato.page.get_by_role("heading", name="招待したゲスト")).to_be_visible()
    await seen(sato, "guest-mine")
    suzuki = await desks.take(SUZUKI)
    await expect(suzuki.page.get_by_role("link", name="福祉課")).to_be_visible()
    await expect(suzuki.page.get_by_text("今日までです")).to_have_count(0)
