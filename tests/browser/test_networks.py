"""Deciding from which networks a group may come, by mouse and by keys, and what those see who are outside (ZONE-8)."""

from uuid import UUID

import pytest
from playwright.async_api import expect
from sqlalchemy import update

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desk, Desks
from tests.browser.test_reach import fits
from tests.cast import PASSWORD, SATO, TAKAHASHI
from tests.people.accounts.managing.forms import save
from tests.town import Town
from yoriai.people.sessions.models import Session

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]


async def group_of(town: Town, name: str, *people: UUID) -> str:
    made = await town.call(TAKAHASHI, "POST", "/api/account-groups", {"name": name})
    group = made.json()["group_id"]
    for who in people:
        assert (await save(town, who, {"group_id": group})).status_code == 200
    return f"/api/account-groups/{group}/networks"


async def opens(desk: Desk, name: str) -> None:
    """The dialog about the networks of a group."""
    await desk.button(f"{name}の使えるネットワーク").click()
    await expect(desk.page.get_by_text("から使っています")).to_contain_text("LGWAN側の 127.0.0.1")


@pytest.mark.req("ZONE-8", "ADMIN-17", "A11Y-1")
async def test_whoever_would_shut_out_themselves_says_so_first(town: Town, desks: Desks) -> None:
    where = await group_of(town, "情報政策課", TAKAHASHI)
    desk = await desks.take(TAKAHASHI, at="/admin/groups")
    await opens(desk, "情報政策課")
    await desk.page.get_by_role("textbox", name="LGWAN側").fill("１０.1.0.0／１６\n::ffff:10.2.0.0/112")
    await desk.button("変わる内容を確かめる").click()
    seen = desk.page.get_by_role("region", name="変わる内容")
    await expect(seen).to_contain_text("次のように変わります。")
    await expect(seen).to_contain_text("10.1.0.0/16、10.2.0.0/16")
    await expect(seen).to_contain_text("どこからでも")
    await expect(desk.button("保存する")).to_be_disabled()
    await desk.accessible_by_day_and_night("group-networks-own")
    await seen.get_by_role("checkbox").check()
    await expect(desk.button("保存する")).to_be_enabled()
    # Whoever writes on has not said so of what they write now.
    await desk.page.get_by_role("textbox", name="LGWAN側").fill("10.1.0.0/16\n127.0.0.1")
    await expect(seen).to_have_count(0)
    await desk.button("変わる内容を確かめる").click()
    await expect(seen.get_by_role("checkbox")).to_have_count(0)
    await desk.button("保存する").click()
    await expect(desk.page.get_by_role("dialog")).to_have_count(0)
    await expect(desk.page.get_by_role("listitem").filter(has_text="情報政策課")).to_contain_text(
        "LGWAN側で使えるネットワーク：10.1.0.0/16、127.0.0.1/32"
    )
    assert (await town.call(TAKAHASHI, "GET", where)).json()["lgwan"] == ["10.1.0.0/16", "127.0.0.1/32"]


@pytest.mark.req("ZONE-8", "A11Y-1", "A11Y-2")
async def test_by_keys_alone_and_what_is_no_network_is_said(town: Town, desks: Desks) -> None:
    await group_of(town, "窓口")
    desk = await desks.take(TAKAHASHI, at="/admin/groups")
    await desk.button("窓口の使えるネットワーク").focus()
    await desk.page.keyboard.press("Enter")
    box = desk.page.get_by_role("textbox", name="インターネット側")
    await box.focus()
    await desk.page.keyboard.type("203.0.113.5, 庁舎")
    await desk.button("変わる内容を確かめる").focus()
    await desk.page.keyboard.press("Enter")
    await expect(desk.page.get_by_role("alert")).to_contain_text(
        "「庁舎」は、アドレスかネットワークとして読み取れません"
    )
    await desk.accessible_by_day_and_night("group-networks-wrong")
    await box.fill("203.0.113.5")
    await desk.button("変わる内容を確かめる").focus()
    await desk.page.keyboard.press("Enter")
    await expect(desk.page.get_by_role("region", name="変わる内容")).to_contain_text("0人")
    await desk.button("保存する").focus()
    await desk.page.keyboard.press("Enter")
    await expect(desk.page.get_by_role("listitem").filter(has_text="窓口")).to_contain_text("203.0.113.5/32")


@pytest.mark.req("ZONE-8", "N27")
async def test_whoever_is_outside_sees_why_and_goes_on_once_they_are_back(town: Town, desks: Desks) -> None:
    where = await group_of(town, "窓口", SATO)
    sato = await desks.take(SATO)
    await expect(sato.page.get_by_role("link", name="福祉課")).to_be_visible()
    async with town.assembly.works.writing() as work:
        moved = update(Session).where(Session.account_id == SATO).values(address="10.1.2.3")
        await work.session.execute(moved)
    rule = {"lgwan": ["10.1.0.0/16"], "internet": []}
    assert (await town.call(TAKAHASHI, "PUT", where, rule)).status_code == 204
    why = sato.page.get_by_text("いまいるネットワーク（127.0.0.1）からは使えない決まりです")
    await expect(why).to_be_visible(timeout=15_000)
    await sato.accessible_by_day_and_night("barred")
    await sato.page.get_by_label("団体コード").fill("mihon")
    await sato.page.get_by_label("職員番号").fill("10001")
    await sato.page.get_by_label("パスワード", exact=False).first.fill(PASSWORD)
    await sato.button("ログイン").click()
    await expect(sato.page.get_by_role("alert")).to_contain_text("パスワードは合っていますが")
    assert (await town.call(TAKAHASHI, "PUT", where, {"lgwan": [], "internet": []})).status_code == 204
    await sato.page.reload()
    await expect(sato.page.get_by_role("link", name="福祉課")).to_be_visible()


@pytest.mark.req("A11Y-7")
@pytest.mark.parametrize("size", [DESK, PHONE, SMALLEST], ids=["desk", "phone", "smallest"])
async def test_nothing_is_cut_off_at_any_size(town: Town, desks: Desks, size: tuple[int, int]) -> None:
    await group_of(town, "小中学校・幼稚園・保育園の教職員（県費負担を含む）", TAKAHASHI)
    desk = await desks.take(TAKAHASHI, at="/admin/groups", size=size, touch=size != DESK)
    await opens(desk, "小中学校・幼稚園・保育園の教職員（県費負担を含む）")
    long = "2001:db8:1234:5678:9abc:def0:1234:0/112"
    await desk.page.get_by_role("textbox", name="LGWAN側").fill(f"{long}\n10.1.0.0/16\n172.16.0.0/12")
    await desk.button("変わる内容を確かめる").click()
    seen = desk.page.get_by_role("region", name="変わる内容")
    await expect(seen).to_contain_text(long)
    await expect(seen.get_by_text("すぐに終わるログイン")).to_be_in_viewport()
    await fits(desk)
    await desk.picture(f"group-networks-{size[0]}")
