"""特別職: an administrator decides who writes to the mayor; whoever is outside is told whom to ask before they try (ORG-8)."""

import re

import pytest
from playwright.async_api import expect
from sqlalchemy import update

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desks
from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA
from tests.talk.delegates.acting import named
from tests.town import Town
from yoriai.people.accounts.models import Account

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]


@pytest.mark.req("ORG-8", "A11Y-1")
async def test_who_writes_to_the_mayor_is_decided_and_everybody_else_is_told_whom_to_ask(
    town: Town, desks: Desks
) -> None:
    async with town.assembly.works.writing() as work:
        mine = update(Account).where(Account.id == SATO)
        await work.session.execute(mine.values(employment_type="special_post", job_title="市長"))
    await named(town, SATO, SUZUKI)
    desk = await desks.take(TAKAHASHI, at="/admin/special-posts")
    post = desk.page.get_by_role("list", name="特別職").get_by_role("listitem").filter(has_text="市長")
    await post.get_by_text("決めた所属と、決めた人").click()
    await desk.accessible_by_day_and_night("special-posts-units")
    await post.get_by_text("決めた人だけ", exact=True).click()
    await desk.button("書ける人を追加").click()
    await desk.page.get_by_role("dialog").get_by_role("button", name=re.compile("髙橋|鈴木")).first.click()
    await desk.button("この人たちにする").click()
    await expect(post.get_by_text("決めました。")).to_be_visible()
    async for width, _ in desk.windows(PHONE, SMALLEST, DESK):
        await desk.accessible()
        await desk.picture(f"special-posts-{width}")

    outside = await desks.take(TANAKA, at=f"/people/{SATO}")
    words = "佐藤 花子さんには、決められた人だけが直接書けます。用件は、代行者の福祉課 鈴木 﨑子さんに伝えてください。"
    await expect(outside.page.get_by_text(words)).to_be_visible()
    await expect(outside.button("メッセージ")).to_have_count(0)
    await outside.accessible_by_day_and_night("special-posts-card")
    async for width, _ in outside.windows(PHONE, SMALLEST, DESK):
        await outside.accessible()
        await outside.picture(f"special-posts-card-{width}")

    picking = await desks.take(TANAKA)
    await picking.button("新しいルーム").click()
    row = picking.page.get_by_role("checkbox", name=re.compile("佐藤 花子"))
    await expect(row).to_be_disabled()
    await expect(picking.page.get_by_text("決められた人だけが直接書けます")).to_be_visible()
    await row.evaluate("row => row.scrollIntoView()")
    await picking.picture("special-posts-picking")


@pytest.mark.req("ORG-8", "A11Y-1")
async def test_somebody_in_a_special_post_decides_for_themselves(town: Town, desks: Desks) -> None:
    async with town.assembly.works.writing() as work:
        mine = update(Account).where(Account.id == SATO)
        await work.session.execute(mine.values(employment_type="special_post", job_title="市長"))
    desk, other = await desks.take(SATO, at="/settings"), await desks.take(TANAKA, at="/settings")
    part = desk.page.get_by_role("radiogroup", name="直接書ける人")
    await part.get_by_text("決めた人だけ", exact=True).click()
    await desk.button("この人たちにする").click()
    await expect(desk.page.get_by_text("決めました。")).to_be_visible()
    await desk.accessible_by_day_and_night("special-post-own")
    async for width, _ in desk.windows(PHONE, SMALLEST, DESK):
        await part.evaluate("part => part.scrollIntoView()")
        await desk.accessible()
        await desk.picture(f"special-post-own-{width}")
    await expect(other.button("代行者を決める")).to_be_visible()
    await expect(other.page.get_by_role("radiogroup", name="直接書ける人")).to_have_count(0)
