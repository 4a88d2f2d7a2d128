"""An administrator arranges units and people in a real browser: by mouse, by keys alone, at every size."""

import pytest
from playwright.async_api import expect

from tests.browser.desk import DESK, ON_ONE_DATABASE, PHONE, SMALLEST, TABLET, Desk, Desks
from tests.browser.test_reach import fits
from tests.cast import SATO, TAKAHASHI
from tests.keys import new_send_key
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
SIZES = (DESK, TABLET, PHONE, SMALLEST)


async def at(desks: Desks, path: str, **how: object) -> Desk:
    return await desks.take(TAKAHASHI, at=f"/admin/{path}", **how)  # pyright: ignore[reportArgumentType] as the desk takes them


@pytest.mark.req("A11Y-1", "A11Y-2")
async def test_both_screens_keep_the_rules(town: Town, desks: Desks) -> None:
    desk = await at(desks, "people")
    await expect(desk.page.get_by_role("button", name="佐藤 花子")).to_be_visible()
    await desk.accessible_by_day_and_night("people-table")
    await desk.page.get_by_role("button", name="佐藤 花子").click()
    await expect(desk.page.get_by_role("dialog").get_by_label("ふりがな")).to_have_value("さとう はなこ")
    await desk.accessible_by_day_and_night("person")
    await desk.page.goto(f"{desk.origin}/admin/units")
    await desk.page.get_by_role("row", name="福祉課").click()
    await expect(desk.page.get_by_role("textbox", name="所属コード")).to_be_visible()
    await desk.accessible_by_day_and_night("units")
    await desk.page.emulate_media(forced_colors="active")
    await fits(desk)
    await desk.picture("units-forced")


@pytest.mark.req("ORG-9", "A11Y-1")
async def test_a_right_is_withheld_by_keys_alone_and_the_person_reads_why(town: Town, desks: Desks) -> None:
    sato = await desks.take(SATO, at="/settings")
    own = sato.page.get_by_role("listitem").filter(has_text="ルームを作る")
    await expect(own).to_contain_text("役割による")
    desk = await at(desks, "people")
    await desk.page.get_by_role("button", name="佐藤 花子").click()
    await desk.page.get_by_role("tab", name="権限").click()
    word = desk.page.get_by_role("radiogroup", name="ルームを作る")
    await word.get_by_role("radio", name="指定しない").focus()
    await desk.page.keyboard.press("ArrowLeft")
    await expect(word.get_by_role("radio", name="できない")).to_be_checked()
    await expect(desk.page.get_by_text("個別の指定（髙橋 渉さん")).to_be_visible()
    await expect(desk.button("閉じる").last).to_be_visible()
    await expect(desk.button("保存する")).to_have_count(0)  # it holds already
    await desk.accessible_by_day_and_night("person-rights")
    await desk.picture("person-rights")
    await expect(own).to_contain_text("個別の指定（髙橋 渉さん")
    await sato.accessible_by_day_and_night("own-rights")
    await sato.page.goto(f"{sato.origin}/rooms")
    await expect(sato.page.get_by_role("link", name="福祉課")).to_be_visible()
    await expect(sato.button("新しいルーム")).to_have_count(0)
    await desk.page.goto(f"{desk.origin}/admin/rights")
    found = desk.page.get_by_role("radiogroup", name="名簿で人を探す")
    await found.get_by_text("できない").click()
    await desk.button("保存する").click()
    await expect(desk.page.get_by_text("保存しました。")).to_be_visible()
    await desk.accessible_by_day_and_night("rights")
    # Everybody reads anew within some seconds, not all at one moment.
    await expect(sato.page.get_by_role("link", name="名簿")).to_have_count(0, timeout=20_000)


@pytest.mark.req("A11Y-7")
@pytest.mark.parametrize("sizes", [SIZES[:2], SIZES[2:]], ids=["mouse", "touch"])
async def test_nothing_is_cut_off_at_any_size(
    town: Town, desks: Desks, sizes: tuple[tuple[int, int], ...]
) -> None:
    await adds_fields_and_a_group(town)
    desk = await at(desks, "people", size=sizes[0], touch=PHONE in sizes)
    for screen, shown in (
        ("people", desk.page.get_by_role("button", name="佐藤 花子")),
        ("units", desk.page.get_by_role("row", name="福祉課")),
        ("groups", desk.page.get_by_text("小中学校").first),
        ("profile-fields", desk.page.get_by_text("公用の携帯電話の番号（内線で出ないとき）").first),
    ):
        await desk.page.goto(f"{desk.origin}/admin/{screen}")
        async for width, _ in desk.windows(*sizes):
            await expect(shown).to_be_visible()
            await fits(desk)
            await desk.picture(f"{screen}-{width}")
    if PHONE in sizes:  # where a finger would scroll the list instead of taking a row
        await desk.button("手話を一つ上へ").tap()
        await expect(desk.page.get_by_role("row").first).to_contain_text("手話")


async def adds_fields_and_a_group(town: Town) -> None:
    keys = [new_send_key() for _ in range(2)]
    for key, name in zip(keys, ("公用の携帯電話の番号（内線で出ないとき）", "手話"), strict=True):
        field = {"key": key, "name": name, "by_holder": name == "手話"}
        assert (await town.call(TAKAHASHI, "POST", "/api/profile-fields", field)).status_code == 204
    group = {"name": "小中学校", "hidden": keys[:1], "locked": keys[1:]}
    assert (await town.call(TAKAHASHI, "POST", "/api/account-groups", group)).status_code == 201


@pytest.mark.req("ORG-1")
async def test_a_unit_is_added_renamed_moved_and_taken_back(town: Town, desks: Desks) -> None:
    desk = await at(desks, "units")
    await desk.button("所属を加える").click()
    await desk.page.get_by_role("dialog").get_by_label("所属の名前").fill("健康福祉部")
    await desk.button("加える").click()
    await expect(desk.page.get_by_role("row", name="健康福祉部")).to_be_visible()
    await desk.page.get_by_role("row", name="福祉課").first.click()
    await desk.page.get_by_label("上の所属").select_option(label="健康福祉部")
    await expect(desk.page.get_by_text("「福祉課」を移しました。")).to_be_visible()
    await expect(desk.page.get_by_role("heading", name="健康福祉部 福祉課")).to_be_visible()
    await desk.button("元に戻す").click()
    await expect(desk.page.get_by_role("heading", name="福祉課", exact=True)).to_be_visible()


@pytest.mark.req("A11Y-2", "ORG-1")
async def test_the_tree_is_worked_by_keys_alone(town: Town, desks: Desks) -> None:
    desk = await at(desks, "units")
    row = desk.page.get_by_role("row", name="福祉課")
    await expect(row).to_be_visible()
    await row.focus()
    keys = desk.page.keyboard
    await keys.press("ArrowDown")
    await expect(desk.page.get_by_role("row", name="土木課")).to_be_focused()
    await desk.button("土木課のメニュー").focus()
    await keys.press("Enter")
    await keys.press("ArrowDown")
    await keys.press("Enter")
    field = desk.page.get_by_role("textbox", name="所属の名前")
    await expect(field).to_be_focused()
    await keys.press("Control+A")
    await keys.type("道路課")
    await keys.press("Enter")
    await expect(desk.page.get_by_role("row", name="道路課")).to_be_visible()
    await expect(desk.page.get_by_text("「土木課」を「道路課」に変えました。")).to_be_visible()


@pytest.mark.req("ORG-2")
async def test_a_person_is_changed_and_two_are_moved_at_once(town: Town, desks: Desks) -> None:
    desk = await at(desks, "people")
    await desk.page.get_by_role("button", name="佐藤 花子").click()
    await desk.page.get_by_role("dialog").get_by_label("職名").fill("係長")
    await desk.button("保存する").click()
    await expect(desk.page.get_by_role("row", name="佐藤 花子")).to_contain_text("係長")
    for name in ("佐藤 花子", "鈴木 﨑子"):
        await desk.page.get_by_role("checkbox", name=f"{name}を選ぶ").check()
    await desk.button("選んだ2人をまとめて変える").click()
    await desk.page.get_by_label("新しい所属").select_option(label="土木課")
    await desk.button("変わる内容を確かめる").click()
    await expect(desk.page.get_by_text("変わる2人")).to_be_visible()
    await expect(desk.page.get_by_text("福祉課 → 土木課（ルーム1件、端末2台）")).to_have_count(2)
    await desk.picture("bulk")
    await desk.button("2人を変える").click()
    await expect(desk.page.get_by_role("row", name="鈴木 﨑子")).to_contain_text("土木課")
    await desk.page.get_by_role("button", name="佐藤 花子").click()
    await desk.page.get_by_role("tab", name="役割と利用").click()
    await desk.button("利用を止める").click()
    question = desk.page.get_by_role("alertdialog")
    await expect(question).to_contain_text("いま、ルーム1件に入っていて、端末2台でログインしています。")
    await desk.picture("suspend-question")


@pytest.mark.req("ORG-11", "A11Y-1", "A11Y-2")
async def test_fields_are_added_and_moved_by_keys_alone_or_by_their_grip(town: Town, desks: Desks) -> None:
    desk = await at(desks, "profile-fields")
    keys, rows = desk.page.keyboard, desk.page.get_by_role("row")
    await expect(desk.page.get_by_text("まだ項目はありません。")).to_be_visible()
    for name in ("公用携帯", "手話"):
        await press(desk, "項目を加える")
        await expect(desk.page.get_by_role("textbox", name="項目の名前")).to_be_focused()
        await keys.type(name)
        await keys.press("Tab")
        await keys.press("ArrowRight")
        await expect(desk.page.get_by_role("radio", name="本人も")).to_be_checked()
        await press(desk, "加える")
        await expect(rows.filter(has_text=name)).to_contain_text("本人も書ける")
    await desk.accessible()
    await desk.picture("profile-fields")
    await press_in_row(desk, "手話", "手話を一つ上へ")
    await expect(rows.first).to_contain_text("手話")
    await press_in_row(desk, "手話", "手話を一つ下へ")
    await expect(rows.first).to_contain_text("公用携帯")

    await press_in_row(desk, "手話", "手話を動かす")  # taken by its grip: the keys now choose where it goes
    await expect(desk.page.locator("[aria-roledescription]:focus")).to_have_count(1)
    await keys.press("ArrowUp")
    await keys.press("ArrowUp")
    await keys.press("Enter")
    await expect(rows.first).to_contain_text("手話")
    await rows.filter(has_text="手話").drag_to(
        rows.filter(has_text="公用携帯"),
        source_position={"x": 24, "y": 20},
        target_position={"x": 90, "y": 46},
    )
    await expect(rows.first).to_contain_text("公用携帯")


@pytest.mark.req("ORG-11", "A11Y-1")
async def test_a_person_fills_in_a_field_and_what_goes_with_it_is_said(town: Town, desks: Desks) -> None:
    await adds_fields_and_a_group(town)
    sato = await desks.take(SATO, at="/settings")
    await sato.page.get_by_role("textbox", name="手話").focus()
    await sato.page.keyboard.type("日常会話ができます")
    await sato.page.keyboard.press("Enter")
    await expect(sato.page.get_by_text("保存しました。")).to_be_visible()
    await sato.accessible()
    await sato.picture("own-profile")
    await sato.page.goto(f"{sato.origin}/people/{SATO}")
    await expect(sato.page.get_by_role("article", name="佐藤 花子さん")).to_contain_text("日常会話ができます")

    desk = await at(desks, "profile-fields")
    await press_in_row(desk, "手話", "手話を外す")
    await expect(desk.page.get_by_role("alertdialog")).to_contain_text("1人が書いています")
    await desk.accessible()
    await desk.picture("field-goes")
    await press(desk, "外す")
    await expect(desk.page.get_by_role("row")).to_have_count(1)
    await expect(sato.page.get_by_text("日常会話ができます")).to_have_count(0)


async def press(desk: Desk, name: str) -> None:
    """As somebody without a mouse does."""
    await desk.button(name).focus()
    await desk.page.keyboard.press("Enter")


async def press_in_row(desk: Desk, row: str, name: str) -> None:
    """The same in a list, where the row comes first and Tab leads on to its buttons."""
    await desk.page.get_by_role("row", name=row).focus()
    for _ in range(5):
        await desk.page.keyboard.press("Tab")
        if await desk.button(name).evaluate("button => button === document.activeElement"):
            break
    await expect(desk.button(name)).to_be_focused()
    await desk.page.keyboard.press("Enter")


@pytest.mark.req("ADMIN-17", "AUTH-2", "A11Y-1")
async def test_a_group_is_made_and_has_its_own_rules_about_passwords(town: Town, desks: Desks) -> None:
    await adds_fields_and_a_group(town)
    desk = await at(desks, "sign-in")
    await desk.page.get_by_role("main").get_by_role("link", name="アカウント管理グループ").click()
    await desk.button("グループを加える").click()
    await desk.page.get_by_label("グループの名前").fill("病院")
    await desk.page.get_by_role("group", name="ほかの職員に見せない項目").get_by_label("手話").check()
    await desk.accessible()
    await desk.picture("group-dialog")
    await desk.button("加える").click()
    await desk.button("病院のログインの決まり").click()
    await desk.page.get_by_text("このグループだけの決まり").click()
    await desk.page.get_by_role("radiogroup", name="長さ").get_by_text("16文字以上").click()
    await desk.accessible()
    await desk.picture("group-password")
    await desk.button("保存する").click()
    await expect(desk.page.get_by_role("dialog")).to_have_count(0)
    await desk.accessible()
    groups = (await town.call(TAKAHASHI, "GET", "/api/account-groups")).json()["groups"]
    rules = f"/api/account-groups/{groups[1]['group_id']}/password-rules"
    assert (await town.call(TAKAHASHI, "GET", rules)).json()["rules"]["least"] == 16
    await desk.button("小中学校を消す").click()
    await desk.button("消す").click()
    await expect(desk.page.get_by_role("heading", name="小中学校")).to_have_count(0)
    await desk.page.get_by_role("link", name="病院の0人を表で見る").click()
    await expect(desk.page.get_by_text("当てはまる職員はいません。")).to_be_visible()


async def test_a_form_that_is_too_old_says_so_and_loads_what_is_there(town: Town, desks: Desks) -> None:
    desk = await at(desks, "people")
    await desk.page.get_by_role("button", name="佐藤 花子").click()
    await expect(desk.page.get_by_role("dialog").get_by_label("職名")).to_have_value("主事")
    place = {"ids": [str(SATO)], "what": "place", "text": "北庁舎", "expected": 1, "request_key": "0" * 26}
    assert (await town.call(TAKAHASHI, "POST", "/api/accounts/changes", place)).status_code == 200
    await desk.page.get_by_role("dialog").get_by_label("職名").fill("係長")
    await desk.button("保存する").click()
    await expect(desk.page.get_by_role("alert")).to_contain_text("ほかの人がこの職員の内容を変えています")
    await desk.button("いまの内容を読み込む").click()
    await expect(desk.page.get_by_role("dialog").get_by_label("場所")).to_have_value("北庁舎")


async def test_a_member_has_no_way_there(town: Town, desks: Desks) -> None:
    desk = await desks.take(SATO)
    await expect(desk.page.get_by_role("link", name="トーク")).to_be_visible()
    await expect(desk.page.get_by_role("link", name="管理")).to_have_count(0)
    await desk.page.goto(f"{desk.origin}/admin/people")
    await expect(desk.page.get_by_text("管理は、管理者だけが使えます")).to_be_visible()


@pytest.mark.req("A11Y-2")
async def test_the_open_section_is_in_sight_when_one_comes_by_its_address(town: Town, desks: Desks) -> None:
    desk = await at(desks, "usage")
    sections = desk.page.get_by_role("navigation", name="管理", exact=True).get_by_role("link")
    for path, says in (("usage", "月の利用"), ("units", "組織")):
        await desk.page.goto(f"{desk.origin}/admin/{path}")
        await expect(sections.filter(has_text=says)).to_have_attribute("aria-current", "page")
        await expect(sections.filter(has_text=says)).to_be_in_viewport(ratio=1)
