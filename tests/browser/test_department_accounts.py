"""所属アカウント: an administrator opens one and names who writes in its name; colleagues see the unit and the person (ORG-6)."""

import re

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, Desks
from tests.cast import NISHIMURA, SATO, SUZUKI, TAKAHASHI, WELFARE, named, with_guest
from tests.keys import new_send_key
from tests.talk.unit_talks.counter import names, opened, says
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
UNIT = named("福祉課")


@pytest.mark.req("ORG-6", "A11Y-1")
async def test_an_administrator_opens_the_account_of_a_unit_and_names_people(
    town: Town, desks: Desks
) -> None:
    desk = await desks.take(TAKAHASHI, at="/admin/department-accounts")
    await expect(desk.page.get_by_text("まだ所属アカウントはありません。")).to_be_visible()
    await desk.button("所属アカウントを作る").click()
    await desk.page.get_by_label("所属", exact=True).select_option(str(UNIT))
    await expect(desk.page.get_by_label("書くときの名前")).to_have_value("福祉課")
    await desk.accessible_by_day_and_night("department-accounts-open")
    await desk.button("作る").click()
    await desk.button("福祉課で書ける人を追加").click()
    await desk.page.get_by_role("dialog").get_by_role("button", name="佐藤 花子").click()
    line = desk.page.get_by_role("list", name="福祉課で書ける人").get_by_role("listitem")
    await expect(line).to_contain_text("佐藤 花子")
    await desk.accessible_by_day_and_night("department-accounts")
    async for width, _ in desk.windows(PHONE, SMALLEST, DESK):
        await desk.accessible()
        await desk.picture(f"department-accounts-{width}")
    own = (await town.call(SATO, "GET", "/api/own-department-accounts")).json()["accounts"]
    assert [each["name"] for each in own] == ["福祉課"]

    await desk.button("佐藤 花子さんを福祉課から外す").click()
    await expect(desk.page.get_by_text("書ける人がまだいません。")).to_be_visible()
    await desk.button("福祉課を閉じる").click()
    await desk.page.get_by_role("alertdialog").get_by_role("button", name="閉じる").click()
    await expect(desk.page.get_by_text("まだ所属アカウントはありません。")).to_be_visible()


@pytest.mark.req("ORG-6", "ORG-7", "A11Y-1")
async def test_units_of_every_organization_of_the_body_can_have_one(town: Town, desks: Desks) -> None:
    made = {"request_key": new_send_key(), "name": "見本市教育委員会"}
    board = (await town.call(TAKAHASHI, "POST", "/api/organizations", made)).json()["organization_id"]
    made = {"request_key": new_send_key(), "name": "学校教育課", "kind": "課"}
    assert (await town.call(TAKAHASHI, "POST", f"/api/organizations/{board}/units", made)).status_code == 201
    desk = await desks.take(TAKAHASHI, at="/admin/department-accounts")
    await desk.button("所属アカウントを作る").click()
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_label("所属", exact=True).select_option("福祉課")
    await dialog.get_by_label("組織", exact=True).select_option("見本市教育委員会")
    await expect(dialog.get_by_label("書くときの名前")).to_have_value("")
    await dialog.get_by_label("所属", exact=True).select_option("学校教育課")
    await desk.accessible_by_day_and_night("department-accounts-hall")
    await dialog.get_by_role("button", name="作る").click()
    await expect(dialog).to_be_hidden()
    (line,) = (await town.call(TAKAHASHI, "GET", "/api/department-accounts")).json()["accounts"]
    assert (line["name"], line["path"]) == ("学校教育課", "学校教育課")


@pytest.mark.req("ORG-6", "A11Y-1", "N40")
async def test_colleagues_see_the_unit_and_who_writes_for_it_until_they_are_named_no_longer(
    town: Town, desks: Desks
) -> None:
    wish = {"unit_id": str(UNIT), "name": "福祉課"}
    account = (await town.call(TAKAHASHI, "POST", "/api/department-accounts", wish)).json()["account_id"]
    path = f"/api/department-accounts/{account}/speakers"
    speaker = (await town.call(TAKAHASHI, "POST", path, {"account_id": str(SATO)})).json()["speaker_id"]
    desk, colleague = [await desks.take(who, at=f"/rooms/{WELFARE}") for who in (SATO, SUZUKI)]
    choice = desk.page.get_by_label("だれとして書くか")
    await choice.select_option("福祉課として書く")
    await desk.page.get_by_role("textbox", name="メッセージ").fill("窓口は十七時までです")
    await desk.button("送信").click()
    await expect(desk.message("窓口は十七時までです")).to_be_visible()
    await expect(desk.log.get_by_text("福祉課として", exact=True)).to_be_visible()
    said = colleague.page.get_by_role("article").filter(has_text="窓口は十七時までです")
    await expect(said).to_have_accessible_name(re.compile("福祉課（代理：佐藤 花子）"))
    await expect(colleague.page.get_by_label("だれとして書くか")).to_have_count(0)
    for each, whose in ((desk, "own"), (colleague, "colleague")):
        await each.accessible_by_day_and_night(f"speaking-{whose}")
        async for width, _ in each.windows(PHONE, SMALLEST, DESK):
            await each.accessible()
            await each.picture(f"speaking-{whose}-{width}")

    await town.call(TAKAHASHI, "DELETE", f"{path}/{speaker}")
    await expect(choice).to_have_count(0)


@pytest.mark.req("ORG-6", "A8", "A12", "A11Y-1")
async def test_a_guest_sees_the_unit_and_nobody_who_writes_for_it(town: Town, desks: Desks) -> None:
    await with_guest(town.assembly.works, WELFARE)
    account = await opened(town)
    await names(town, account, SUZUKI)
    guest = await desks.take(NISHIMURA, zone="internet", at=f"/rooms/{WELFARE}")
    colleague = await desks.take(SATO, at=f"/rooms/{WELFARE}")
    first = await says(town, SUZUKI, WELFARE, "窓口は十七時までです", on_behalf_of=account)
    quote = first.json()["message_id"]
    await says(town, SUZUKI, WELFARE, "土曜は休みです", on_behalf_of=account, quote=quote)
    said = guest.page.get_by_role("article").filter(has_text="窓口は十七時までです")
    await expect(said.first).to_have_accessible_name(re.compile("^福祉課 "))
    await expect(guest.log.get_by_text("福祉課：窓口は十七時までです")).to_be_visible()
    await expect(guest.page.get_by_role("link", name=re.compile("福祉課：土曜は休みです"))).to_be_visible()
    await expect(guest.log.get_by_text(re.compile("鈴木|﨑子"))).to_have_count(0)
    seen = colleague.page.get_by_role("article").filter(has_text="窓口は十七時までです")
    await expect(seen.first).to_have_accessible_name(re.compile("福祉課（代理：鈴木 﨑子）"))
    await expect(colleague.log.get_by_text("福祉課：窓口は十七時までです")).to_be_visible()
    for each, whose in ((guest, "guest"), (colleague, "inside")):
        await each.accessible_by_day_and_night(f"speaking-{whose}")
        async for width, _ in each.windows(PHONE, SMALLEST, DESK):
            await each.accessible()
            await each.picture(f"speaking-{whose}-{width}")
