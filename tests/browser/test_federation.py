"""Two cities in one room, from the invitation to the day on which one of them leaves, as both see it on their screens."""

import re

import pytest
from playwright.async_api import ViewportSize, expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, Desk, Desks
from tests.browser.test_guests import seen
from tests.cast import MORI, SATO, TAKAHASHI, named
from tests.matrix.people import move_in
from tests.neighbours import take_part
from tests.talk.actors import opened
from tests.talk.federation.joining import ADMIN_B, asks, bodies, invites, part_of
from tests.talk.guests.inviting import share
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
ROOM = "広域の健康づくり"
WIDE = ViewportSize(width=1440, height=900)


@pytest.mark.req("FED-1", "FED-4", "FED-8", "A11Y-1")
async def test_the_next_city_is_invited_comes_in_talks_and_leaves(town: Town, desks: Desks) -> None:
    await move_in(town)
    await take_part(town)
    room = await opened(town, TAKAHASHI, [SATO], name=ROOM)
    await share(town, room)
    host = await desks.take(TAKAHASHI)
    await host.open(ROOM)
    await _invite(host)

    theirs = await desks.take(ADMIN_B, at="/admin/federation")
    await _accept(theirs)
    mori = await desks.take(MORI, zone="internet", size=PHONE, touch=True)
    await mori.open(ROOM)
    await mori.say("隣見市の森です。よろしくお願いします")
    await expect(host.message("隣見市の森です。よろしくお願いします")).to_be_visible()
    await expect(host.log.get_by_text("［隣見市］")).to_be_visible()
    await expect(host.page.get_by_text("他団体あり（1団体）").first).to_be_visible()
    await expect(host.log.get_by_text(re.compile("「隣見市」が参加しました"))).to_be_visible()
    await host.accessible_by_day_and_night("federation-room")
    await host.say("こちらこそ、よろしくお願いします")
    await expect(mori.message("こちらこそ、よろしくお願いします")).to_be_visible()

    await theirs.button(f"「{ROOM}」から退出する").click()
    await theirs.page.get_by_role("alertdialog").get_by_role("button", name="退出する").click()
    await expect(theirs.page.get_by_text("ほかの団体のルームはありません。")).to_be_visible()
    await expect(mori.page.get_by_role("link", name=ROOM)).to_have_count(0)
    await expect(host.log.get_by_text(re.compile("「隣見市」が退出しました"))).to_be_visible()
    await expect(host.message("隣見市の森です。よろしくお願いします")).to_be_visible()
    await expect(host.page.get_by_text("他団体あり（1団体）")).to_have_count(0)


async def _invite(host: Desk) -> None:
    await host.button("参加している団体").click()
    dialog = host.page.get_by_role("dialog")
    await expect(dialog.get_by_text("このルームの団体")).to_be_visible()
    await dialog.get_by_role("button", name="団体を招待する").click()
    await dialog.get_by_label("団体の名前で探す").fill("隣")
    await seen(host, "federation-find")
    await host.page.set_viewport_size(WIDE)
    await dialog.get_by_role("button", name=re.compile("^隣見市")).click()
    await dialog.get_by_label(re.compile("^相手の管理者に伝えること")).fill("一緒に考えませんか")
    await dialog.get_by_role("button", name="招待する", exact=True).click()
    await expect(dialog.get_by_text("参加予定")).to_be_visible()
    await seen(host, "federation-bodies")
    await host.page.set_viewport_size(WIDE)
    await dialog.get_by_role("button", name="閉じる").last.click()


async def _accept(theirs: Desk) -> None:
    card = theirs.page.get_by_role("listitem").filter(has_text=ROOM)
    await expect(card.get_by_text("一緒に考えませんか")).to_be_visible()
    await seen(theirs, "federation-invited")
    await theirs.page.set_viewport_size(WIDE)
    await theirs.button(f"「{ROOM}」に参加する").click()
    dialog = theirs.page.get_by_role("dialog")
    await dialog.get_by_label(re.compile("^問合せ先")).fill("健康課（内線 12）")
    await seen(theirs, "federation-accept")
    await dialog.get_by_role("button", name=re.compile("森 葵")).click()
    await expect(dialog.get_by_text("健康課の森 葵さんに頼みます。")).to_be_visible()
    await seen(theirs, "federation-accept-named")
    await theirs.page.set_viewport_size(WIDE)
    await dialog.get_by_role("button", name="参加する", exact=True).click()
    await expect(card.get_by_text("参加しています（0人）")).to_be_visible()
    await theirs.button(f"「{ROOM}」に職員を加える・外す").click()
    await dialog.get_by_text("森 葵").first.click()
    await dialog.get_by_role("button", name="1人を加える").click()
    await expect(dialog.get_by_role("list", name="入っている職員").get_by_text("森 葵")).to_be_visible()
    await seen(theirs, "federation-people")
    await theirs.page.set_viewport_size(WIDE)
    await dialog.get_by_role("button", name="閉じる").last.click()


@pytest.mark.req("FED-2", "FED-4", "A11Y-1")
async def test_a_city_asks_to_be_let_in_and_the_host_says_yes(town: Town, desks: Desks) -> None:
    await move_in(town)
    await take_part(town)
    room = await opened(town, TAKAHASHI, [SATO], name=ROOM)
    await share(town, room)
    assert await asks(town, TAKAHASHI, "PUT", f"/api/rooms/{room}/bodies/asking", {"takes": True}) == (
        204,
        "",
    )
    theirs = await desks.take(ADMIN_B, at="/admin/federation")
    await theirs.button("ほかの団体のルームに参加を申し込む").click()
    dialog = theirs.page.get_by_role("dialog")
    await dialog.get_by_role("button", name=re.compile("^見本市")).click()
    await dialog.get_by_text(ROOM).click()
    await dialog.get_by_label("相手に伝えること").fill("加わりたいです")
    await seen(theirs, "federation-asking")
    await theirs.page.set_viewport_size(WIDE)
    await dialog.get_by_role("button", name="申し込む", exact=True).click()
    await expect(theirs.page.get_by_text("申し込みました")).to_be_visible()

    host = await desks.take(TAKAHASHI)
    await host.open(ROOM)
    await host.button("参加している団体").click()
    await host.button("隣見市の参加を認める").click()
    await expect(host.page.get_by_role("dialog").get_by_text("参加しています")).to_be_visible()
    assert (await bodies(town, room, TAKAHASHI))["隣見市"]["state"] == "joined"
    await expect(theirs.page.get_by_text("参加しています（0人）")).to_be_visible()
    await host.page.goto(f"{host.origin}/admin/federation-rules")
    await expect(host.page.get_by_role("heading", name="広域連携の決まり")).to_be_visible()
    await seen(host, "federation-rules")


@pytest.mark.req("FED-1", "A11Y-1")
async def test_a_department_has_a_head_who_alone_adds_its_people(town: Town, desks: Desks) -> None:
    await move_in(town)
    await take_part(town)
    room = await opened(town, TAKAHASHI, [SATO], name=ROOM)
    await share(town, room)
    await invites(town, room, who=TAKAHASHI)
    terms = {"department_id": str(named("健康課"))}
    assert await asks(town, ADMIN_B, "PUT", await part_of(town, room), terms) == (204, "")
    theirs = await desks.take(ADMIN_B, at="/admin/federation")
    card = theirs.page.get_by_role("listitem").filter(has_text=ROOM)
    await expect(card.get_by_text("決まっていません")).to_be_visible()
    dialog = theirs.page.get_by_role("dialog")
    await theirs.button(f"「{ROOM}」の職員を見る・外す").click()
    await expect(dialog.get_by_text(re.compile("加えられるのは、所属の長だけです"))).to_be_visible()
    await expect(dialog.get_by_role("searchbox")).to_have_count(0)
    await seen(theirs, "federation-no-head")
    await theirs.page.set_viewport_size(WIDE)
    await dialog.get_by_role("button", name="閉じる").last.click()
    await theirs.button(f"「{ROOM}」の担当を決める").click()
    await expect(dialog.get_by_role("heading", name="所属の長")).to_be_visible()
    await dialog.get_by_role("button", name=re.compile("森 葵")).click()
    await seen(theirs, "federation-head-named")
    await theirs.page.set_viewport_size(WIDE)
    await dialog.get_by_role("button", name="保存する").click()
    await expect(card.get_by_text("森 葵")).to_be_visible()
    await _adds(await desks.take(MORI, at="/settings#federation"))


async def _adds(head: Desk) -> None:
    await head.button(f"「{ROOM}」に職員を加える・外す").click()
    picked = head.page.get_by_role("dialog")
    await picked.get_by_text("森 葵").first.click()
    await picked.get_by_role("button", name="1人を加える").click()
    await expect(picked.get_by_role("list", name="入っている職員").get_by_text("森 葵")).to_be_visible()
    await seen(head, "federation-head-adds")
