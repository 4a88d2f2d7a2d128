"""Finding colleagues, their cards, saying whether one is there, and what a person chooses for themselves."""

import pytest
from playwright.async_api import expect
from sqlalchemy import insert, update

from tests.browser.desk import DESK, LAPTOP, ON_ONE_DATABASE, PHONE, SMALLEST, TABLET, Desk, Desks
from tests.browser.test_reach import _is_well, _is_well_by_day_and_night, fits
from tests.cast import CITY_HALL, SATO, SUZUKI, TAKAHASHI, TANAKA, named
from tests.town import Town
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.accounts.names import folded, kana_order

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
ROWS = (
    ("山田", "太郎", "やまだ たろう", "福祉課", "主事", "40021"),
    ("山田", "太郎", "やまだ たろう", "福祉課", "主事", "40022"),
    ("山田", "太郎", "やまだ たろう", "土木課", "主査", "40023"),
    ("大野", "真理子", "おおの まりこ", "福祉課", "主任保健師", "40024"),
)


async def _more_people(town: Town, rows=ROWS) -> None:
    async with town.assembly.works.writing() as work:
        template = await work.session.get_one(Account, SATO)
        words = {column.name: getattr(template, column.name) for column in Account.__table__.columns}
        people = [
            words | {
                "id": named(number), "login_id": number, "family": family, "given": given, "kana": kana,
                "kana_order": kana_order(kana), "folded": folded(family, given, kana, number), "job_title": title,
                "extension": number[-4:], "email": None,
            }
            for family, given, kana, _, title, number in rows
        ]  # fmt: skip
        await work.session.execute(insert(Account), people)
        posts = [
            {
                "id": named(f"posting {number}"), "account_id": named(number), "organization_id": CITY_HALL,
                "department_id": named(unit), "main": True, "was_main": True, "since": work.now, "until": None,
            }
            for _, _, _, unit, _, number in rows
        ]  # fmt: skip
        await work.session.execute(insert(Posting), posts)
        await work.session.execute(update(Account).where(Account.id == SUZUKI).values(extension="2301"))


async def _settled(desk: Desk) -> None:
    """The question about larger letters has been answered."""
    await desk.button("いまのまま使う").click()
    await expect(desk.button("いまのまま使う")).to_have_count(0)


async def _at_people(desk: Desk) -> None:
    await desk.page.get_by_role("link", name="名簿").click()
    await expect(desk.page.get_by_role("heading", name="名簿")).to_be_visible()
    await expect(desk.page.get_by_role("link", name="鈴木 﨑子")).to_be_visible()


@pytest.mark.req("ORG-11", "ORG-16", "ORG-19")
async def test_a_colleague_is_found_in_latin_letters_and_the_card_has_an_address(
    town: Town, desks: Desks
) -> None:
    await _more_people(town)
    sato = await desks.take(SATO)
    await _settled(sato)
    await _at_people(sato)
    await _is_well(sato)
    await sato.picture("people-1440")
    search = sato.page.get_by_role("searchbox")
    await search.fill("ohno mariko")
    await expect(sato.page.get_by_role("link", name="大野 真理子")).to_be_visible()
    await expect(sato.page.get_by_role("link", name="鈴木 﨑子")).to_have_count(0)
    await search.fill("yamada")
    row = sato.page.get_by_role("link", name="職員番号 末尾 021")
    await row.click()
    await expect(sato.page.get_by_role("complementary", name="職員の情報")).to_contain_text("0021")
    assert sato.page.url.endswith(f"/people/{named('40021')}")
    await _is_well(sato)
    await sato.picture("people-card-1440")
    await sato.page.reload()
    await expect(sato.page.get_by_role("complementary", name="職員の情報")).to_contain_text("山田 太郎")
    await sato.button("閉じる").click()
    await expect(sato.page.get_by_role("complementary", name="職員の情報")).to_have_count(0)


@pytest.mark.req("ORG-16")
async def test_the_order_is_remembered_and_a_unit_narrows_the_list(town: Town, desks: Desks) -> None:
    await _more_people(town)
    sato = await desks.take(SATO)
    await _settled(sato)
    await _at_people(sato)
    await expect(sato.page.get_by_role("heading", name="福祉課", level=3)).to_be_visible()
    await sato.page.get_by_role("button", name="土木課").click()
    await expect(sato.page.get_by_role("link", name="鈴木 﨑子")).to_have_count(0)
    await expect(sato.page.get_by_role("link", name="田中 美保")).to_be_visible()
    await sato.page.get_by_text("五十音順", exact=True).click()
    await expect(sato.page.get_by_role("radio", name="五十音順")).to_be_checked()
    elsewhere = await desks.take(SATO, zone="internet", at="/people")
    await expect(elsewhere.page.get_by_role("radio", name="五十音順")).to_be_checked()


@pytest.mark.req("A11Y-1", "A11Y-2")
@pytest.mark.parametrize("sizes", [(LAPTOP, TABLET), (PHONE, SMALLEST)], ids=["mouse", "touch"])
async def test_the_directory_fits_every_window(
    town: Town, desks: Desks, sizes: tuple[tuple[int, int], ...]
) -> None:
    await _more_people(town)
    sato = await desks.take(SATO, size=sizes[0], touch=PHONE in sizes)
    await _settled(sato)
    await _at_people(sato)
    async for width, _ in sato.windows(*sizes):
        await fits(sato)
        await sato.picture(f"people-{width}")
    await sato.page.get_by_role("link", name="大野 真理子").click()
    await expect(sato.page.get_by_text("内線", exact=True)).to_be_visible()
    async for width, _ in sato.windows(*reversed(sizes)):
        await fits(sato)
        await sato.picture(f"people-card-{width}")


@pytest.mark.req("A11Y-2")
async def test_the_card_of_a_name_opens_and_closes_by_the_keyboard_alone(town: Town, desks: Desks) -> None:
    await _more_people(town)
    await town.says(SUZUKI, "窓口の当番表です", town.welfare)
    sato = await desks.take(SATO)
    await _settled(sato)
    await sato.open("福祉課")
    name = sato.log.get_by_role("button", name="鈴木 﨑子さんの情報")
    await name.focus()
    await sato.page.keyboard.press("Enter")
    card = sato.page.get_by_role("dialog", name="鈴木 﨑子さんの情報")
    await expect(card).to_contain_text("2301")
    await _is_well(sato)
    await sato.picture("card-over-1440")
    await sato.page.keyboard.press("Escape")
    await expect(card).to_have_count(0)
    await expect(name).to_be_focused()


@pytest.mark.req("ORG-12", "A11Y-6")
async def test_what_somebody_says_is_seen_by_the_others_in_a_shape_and_a_word(
    town: Town, desks: Desks
) -> None:
    sato = await desks.take(SATO)
    await _settled(sato)
    suzuki = await desks.take(SUZUKI)
    await _settled(suzuki)
    await sato.open("福祉課")
    await suzuki.page.get_by_role("button", name="自分の在席状況を選ぶ").click()
    await suzuki.page.get_by_text("会議中", exact=True).click()
    await suzuki.page.get_by_text("1時間後").click()
    await _is_well(suzuki)
    await suzuki.picture("presence-dialog")
    await suzuki.button("この状況にする").click()
    await expect(suzuki.page.get_by_role("button", name="自分の在席状況を選ぶ")).to_contain_text("会議中")
    members = sato.page.get_by_role("complementary", name="ルームのメンバー")
    await expect(members).to_contain_text("会議中（")
    await expect(members.locator("[data-presence=meeting]")).to_have_count(1)
    await _is_well_by_day_and_night(sato, "presence-room")


@pytest.mark.req("ORG-18", "ORG-19")
async def test_a_pasted_list_is_seen_row_by_row_before_anybody_is_added(town: Town, desks: Desks) -> None:
    await _more_people(town)
    sato = await desks.take(SATO)
    await _settled(sato)
    await sato.button("新しいルーム").click()
    await sato.page.get_by_label("ルームの名前").fill("健診の準備")
    await sato.button("一覧から貼り付け").click()
    field = sato.page.get_by_label("職員番号・メール・氏名の一覧")
    await field.fill("10002\n田中　美保\n山田 太郎\n山本 だれか\n佐藤 花子")
    await sato.button("1行ずつ調べる").click()
    await expect(sato.page.get_by_text("5行のうち2人が見つかりました。")).to_be_visible()
    await expect(sato.page.get_by_text("3人に当てはまります。")).to_be_visible()
    await expect(sato.page.get_by_text("すでに入っています。")).to_be_visible()
    await _is_well(sato)
    await sato.picture("pasted-1440")
    await sato.page.get_by_role("radio", name="末尾 022").check()
    await sato.button("3人を選ぶ").click()
    chosen = sato.page.get_by_role("list", name="選んだ人")
    await expect(chosen.get_by_role("listitem")).to_have_count(3)
    await sato.button("ルームを作る").click()
    await expect(sato.page.get_by_role("heading", name="健診の準備")).to_be_visible()


@pytest.mark.req("ORG-19")
async def test_the_picker_asks_when_a_typed_name_fits_two(town: Town, desks: Desks) -> None:
    await _more_people(town)
    sato = await desks.take(SATO)
    await _settled(sato)
    await sato.button("新しいルーム").click()
    await sato.page.get_by_label("氏名・ふりがな・所属で探す").fill("山田太郎")
    await expect(sato.page.get_by_text("同じ名前の人が3人います。")).to_be_visible()
    await expect(sato.page.get_by_text("職員番号 末尾 021")).to_be_visible()
    await sato.picture("picker-namesakes-1440")


@pytest.mark.req("TEXT-2", "A11Y-3")
async def test_a_choice_holds_on_every_device_and_for_every_date(town: Town, desks: Desks) -> None:
    sato = await desks.take(SATO)
    await _settled(sato)
    phone = await desks.take(SATO, zone="internet", size=PHONE, touch=True)
    await expect(phone.page.get_by_role("heading", name="トーク")).to_be_visible()
    await sato.page.goto(f"{sato.origin}/settings")
    await sato.page.get_by_text("西暦", exact=True).click()
    await sato.page.get_by_text("大きい", exact=True).click()
    await expect(sato.page.get_by_role("banner")).to_contain_text("20")
    await expect(sato.page.get_by_role("banner")).not_to_contain_text("令和")
    await expect(phone.page.locator("html")).to_have_attribute("data-letters", "18")
    await _is_well(sato)
    await sato.picture("settings-1440")
    # On a shared PC the next person gets their own.
    suzuki = await desks.take(SUZUKI)
    await expect(suzuki.page.locator("html")).to_have_attribute("data-letters", "16")


@pytest.mark.req("A11Y-5")
@pytest.mark.parametrize("sizes", [(TABLET, DESK), (SMALLEST, PHONE)], ids=["mouse", "touch"])
async def test_simple_mode_is_one_tap_there_and_one_back(
    town: Town, desks: Desks, sizes: tuple[tuple[int, int], ...]
) -> None:
    asked = await town.says(SUZUKI, "窓口の当番表です", town.welfare)
    sato = await desks.take(SATO, size=sizes[-1], touch=PHONE in sizes)
    await sato.button("かんたん表示にする").click()
    await expect(sato.button("ふつうの表示に戻す")).to_be_visible()
    await expect(sato.page.locator("html")).to_have_attribute("data-letters", "20")
    async for width, _ in sato.windows(*sizes):
        await fits(sato)
        await sato.picture(f"simple-{width}")
    await _is_well(sato)
    await sato.page.get_by_role("link", name="福祉課").click()
    await expect(sato.message("窓口の当番表です")).to_be_visible()
    await sato.composer.fill("確認しました")
    await sato.button("送信").click()
    await expect(sato.message("確認しました")).to_be_visible()
    async for width, _ in sato.windows(*sizes):
        await fits(sato)
        await sato.picture(f"simple-room-{width}")
    await _is_well(sato)
    await expect(sato.button("予約送信")).to_have_count(0)
    await sato.page.get_by_role("link", name="トークの一覧へ戻る").click()
    await expect(sato.page.get_by_text("時刻を決めて送るとき（予約送信）は、ふつうの表示に")).to_be_visible()
    # The same address leads to the same message.
    await sato.page.goto(f"{sato.origin}/rooms/{town.welfare}/messages/{asked}")
    await expect(
        sato.page.get_by_role("article", name="鈴木 﨑子").and_(sato.page.locator("[aria-current]"))
    ).to_be_visible()
    await sato.page.get_by_role("link", name="トークの一覧へ戻る").click()
    await sato.button("ふつうの表示に戻す").click()
    await expect(sato.button("新しいルーム")).to_be_visible()


async def test_forced_colours_keep_shapes_and_words(town: Town, desks: Desks) -> None:
    await _more_people(town)
    await town.call(TANAKA, "PUT", "/api/presence", {"state": "out"})
    sato = await desks.take(SATO, size=LAPTOP)
    await _settled(sato)
    await sato.page.emulate_media(forced_colors="active")
    await _at_people(sato)
    await expect(sato.page.get_by_role("link", name="田中 美保")).to_contain_text("外出中")
    await _is_well(sato)
    await fits(sato)
    await sato.page.evaluate("document.documentElement.style.fontSize = '200%'")
    await fits(sato)


@pytest.mark.req("ORG-15")
async def test_an_administrator_limits_whom_one_may_write_to(town: Town, desks: Desks) -> None:
    takahashi = await desks.take(TAKAHASHI)
    await _settled(takahashi)
    await takahashi.page.goto(f"{takahashi.origin}/admin/reach")
    await takahashi.page.get_by_text("自分の課と、決めた所属の人").click()
    await takahashi.page.get_by_role("checkbox", name="情報政策課").check()
    await _is_well(takahashi)
    await takahashi.picture("reach-1440")
    await takahashi.button("この範囲にする").click()
    await expect(takahashi.page.get_by_text("この範囲になりました。")).to_be_visible()
    sato = await desks.take(SATO)
    await _settled(sato)
    await sato.button("新しいルーム").click()
    await expect(sato.page.get_by_role("checkbox", name="髙橋 渉")).to_be_visible()
    await expect(sato.page.get_by_role("checkbox", name="田中 美保")).to_have_count(0)
