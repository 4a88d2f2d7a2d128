"""The screens of people: the way in, the directory, what one sets for oneself, and 管理."""

from collections.abc import Sequence

from playwright.sync_api import Page

from tools.pictures.screens import CLERK, WITH_A_CODE, Screen, Step
from tools.pictures.steps import keys, look_for, pick, press, press_like, tab, then, write
from tools.pictures.talk import ERROR, LONG_NAMES, MAIN, NEVER, NOTHING
from yoriai.app.demo import PASSWORD

SLIP = "/start#{slip}"


def _try_in_vain(page: Page) -> None:
    page.get_by_role("textbox", name="団体コード").fill("mihon")
    page.get_by_role("textbox", name="職員番号").fill("999999")
    page.get_by_role("textbox", name="パスワード").fill("ちがうパスワード")
    page.get_by_role("button", name="ログイン", exact=True).click()
    page.get_by_role("alert").wait_for()


def _with_password(page: Page) -> None:
    page.get_by_role("textbox", name="団体コード").fill("mihon")
    page.get_by_role("textbox", name="職員番号").fill(WITH_A_CODE)
    page.get_by_role("textbox", name="パスワード").fill(PASSWORD)
    page.get_by_role("button", name="ログイン", exact=True).click()
    page.get_by_label("確認コード").first.wait_for()


def _open_first_person(page: Page) -> None:
    page.get_by_role("region", name="職員の一覧").get_by_role("link").nth(2).click()
    page.get_by_text("内線", exact=True).last.wait_for()


def _open_row(page: Page) -> None:
    look_for("青木 愛")(page)
    page.get_by_role("button", name="青木 愛").first.click()
    page.get_by_role("dialog").wait_for()


def _pick_somebody(page: Page) -> None:
    look_for("青木 愛")(page)
    page.get_by_role("button", name="青木 愛").first.click()
    page.get_by_role("button", name="ITリーダーにする").wait_for()


def _open_act(page: Page) -> None:
    page.get_by_role("rowheader").get_by_role("button").first.click()
    page.get_by_text("この記録の要約").wait_for()


def _choose_days(page: Page) -> None:
    page.get_by_label("期間").select_option("chosen")
    page.get_by_label("この日から").fill("R8.4.1")


def _open_unit(page: Page) -> None:
    page.get_by_role("row", name="健康福祉部").first.press("Enter")
    page.get_by_role("textbox", name="所属コード").wait_for()


def _choose_two(page: Page) -> None:
    boxes = page.get_by_role("checkbox", name="を選ぶ")
    for at in (1, 2):
        boxes.nth(at).check()
    page.get_by_role("button", name="まとめて変える").click()


def _leave_seat(page: Page) -> None:
    page.goto(page.url)
    locked = page.get_by_text("画面をロックしています")
    page.get_by_text("席を離れる").or_(locked).locator("visible=true").first.wait_for()
    # Who has left at one window has left at all of them.
    if not locked.count():
        page.keyboard.press("Alt+l")
        locked.wait_for()


def _comes_in(page: Page) -> None:
    press("ログイン")(page)
    page.get_by_label("新しいパスワード").first.fill("あさひがのぼる まちの灯台 七つ")
    page.get_by_text("強さ：").wait_for()


def _goes_on(*names: str) -> Step:
    """Through the first morning, up to where these buttons lead."""
    return then(_comes_in, press("このパスワードにする", *names))


def of(name: str, path: str, **more: object) -> Screen:
    return Screen(name, path, CLERK, **more)  # pyright: ignore[reportArgumentType] as a screen takes them


def nobody(name: str, path: str = "/", **more: object) -> Screen:
    return Screen(name, path, "", **more)  # pyright: ignore[reportArgumentType] as a screen takes them


def states(name: str, path: str, asks: str) -> Sequence[Screen]:
    """A list of 管理 that is on its way, not read, and empty."""
    return [
        Screen(f"{name}-{state}", path, asks=asks, answers=answers)
        for state, answers in (("loading", NEVER), ("error", ERROR), ("empty", NOTHING))
    ]


OWN: Sequence[Screen] = (
    nobody("sign-in", looks=None),
    nobody("sign-in-nothing", then=press("ログイン")),
    nobody("sign-in-in-vain", then=_try_in_vain, looks=MAIN),
    nobody("sign-in-code", then=_with_password, looks=MAIN),
    nobody("sign-in-recovery", then=then(_with_password, press("復旧コードを使う"))),
    nobody("sign-in-unreached", answers=ERROR, asks="/api/entrance"),
    nobody("morning-slip", SLIP, looks=MAIN),
    nobody("morning-password", SLIP, then=_comes_in, looks=MAIN, is_tall=True),
    nobody("morning-oneself", SLIP, then=_goes_on(), looks=MAIN),
    nobody("morning-wrong", SLIP, then=_goes_on("違うところがあります", "管理者に知らせて次へ")),
    nobody("morning-letters", SLIP, then=_goes_on("正しいので次へ"), looks=MAIN, is_tall=True),
    nobody("morning-calls", SLIP, then=_goes_on("正しいので次へ", "これで次へ"), looks=MAIN),
    of("people", "/people", looks=None),
    of("people-card", "/people", then=_open_first_person, looks=MAIN),
    of("people-kana", "/people", then=pick("五十音順")),
    of("people-units", "/people", then=press("所属で絞る")),
    of("people-none", "/people", then=look_for("いない人")),
    of("people-long-names", "/people", answers=LONG_NAMES, asks="/api/people"),
    of("people-loading", "/people", answers=NEVER, asks="/api/people"),
    of("people-error", "/people", answers=ERROR, asks="/api/people"),
    of("settings", "/settings", looks=MAIN, is_tall=True),
    of("settings-password", "/settings#password", is_tall=True),
    of("settings-second", "/settings", then=press("二要素認証を設定する"), is_tall=True),
    of("settings-loading", "/settings", answers=NEVER, asks="/api/sessions"),
    of("settings-error", "/settings", answers=ERROR, asks="/api/s"),
    of("settings-words-error", "/settings#notify", answers=ERROR, asks="/api/watchwords", is_tall=True),
    of("presence", "/settings", then=press("在席状況を選ぶ")),
    of("no-screen", "/nowhere"),
    of("not-for-you", "/admin/people"),
)
ADMIN: Sequence[Screen] = (
    Screen("admin", "/admin"),
    Screen("admin-units", "/admin/units", looks=MAIN),
    Screen("admin-units-one", "/admin/units", then=_open_unit, looks=MAIN, is_tall=True),
    Screen("admin-units-add", "/admin/units", then=press("所属を加える")),
    Screen("admin-units-none", "/admin/units", then=look_for("いない課")),
    *states("admin-units", "/admin/units", "/units"),
    Screen("admin-units-print", "/admin/units", then=press("印刷"), prints=True),
    Screen("admin-people", "/admin/people", looks=MAIN),
    Screen("admin-people-long", "/admin/people", answers=LONG_NAMES, asks="/api/accounts"),
    *states("admin-people", "/admin/people", "/api/accounts?"),
    Screen("admin-people-print", "/admin/people", then=keys("Control+p"), prints=True),
    Screen("admin-people-columns", "/admin/people", then=press("表示")),
    Screen("admin-people-add", "/admin/people", then=press("職員を加える"), is_tall=True),
    Screen("admin-people-many", "/admin/people", then=_choose_two),
    Screen("admin-person", "/admin/people", then=_open_row, looks=MAIN, is_tall=True),
    Screen("admin-person-posts", "/admin/people", then=then(_open_row, tab("所属")), is_tall=True),
    Screen("admin-person-standing", "/admin/people", then=then(_open_row, tab("役割と利用"))),
    Screen(
        "admin-person-rights", "/admin/people", then=then(_open_row, tab("権限")), looks=MAIN, is_tall=True
    ),
    Screen("admin-person-history", "/admin/people", then=then(_open_row, tab("履歴"))),
    Screen("admin-roster", "/admin/roster", looks=MAIN, is_tall=True),
    *states("admin-roster", "/admin/roster", "/api/roster/imports"),
    Screen("admin-roster-columns", "/admin/roster/{draft}", looks=MAIN, is_tall=True),
    Screen("admin-roster-difference", "/admin/roster/{draft}/difference", looks=MAIN, is_tall=True),
    Screen("admin-roster-imported", "/admin/roster/imports/{import}", looks=MAIN, is_tall=True),
    Screen("admin-slips", "/admin/slips", looks=MAIN),
    Screen("admin-slips-none", "/admin/slips", then=look_for("いない人")),
    *states("admin-slips", "/admin/slips", "/api/slips"),
    Screen("admin-slips-asking", "/admin/slips", then=press_like("まだログインしていない全員")),
    Screen(
        "admin-slips-sheets",
        "/admin/slips",
        then=then(press_like("まだログインしていない全員"), press("用紙を出す")),
        prints=True,
    ),
    Screen("admin-reach", "/admin/reach", then=pick("自分の課と、決めた所属の人"), looks=MAIN, is_tall=True),
    Screen("admin-fields", "/admin/profile-fields", looks=MAIN),
    Screen("admin-fields-add", "/admin/profile-fields", then=press("項目を加える")),
    *states("admin-fields", "/admin/profile-fields", "/api/profile-fields"),
    Screen("admin-leaders", "/admin/leaders", looks=MAIN),
    Screen("admin-leaders-name", "/admin/leaders", then=then(press("ITリーダーを決める"), _pick_somebody)),
    Screen("admin-leaders-room", "/admin/leaders", then=press("ITリーダーのルームを作る")),
    *states("admin-leaders", "/admin/leaders", "/api/leaders"),
    Screen("admin-account-requests", "/admin/account-requests", looks=MAIN),
    *states("admin-account-requests", "/admin/account-requests", "/api/account-requests"),
    Screen("admin-department-accounts", "/admin/department-accounts", looks=MAIN),
    Screen(
        "admin-department-accounts-open", "/admin/department-accounts", then=press("所属アカウントを作る")
    ),
    *states("admin-department-accounts", "/admin/department-accounts", "/api/department-accounts"),
    Screen("admin-special-posts", "/admin/special-posts", looks=MAIN),
    *states("admin-special-posts", "/admin/special-posts", "/api/special-posts"),
    Screen("admin-groups", "/admin/groups", looks=MAIN),
    Screen("admin-groups-add", "/admin/groups", then=press("グループを加える"), is_tall=True),
    Screen("admin-groups-rights", "/admin/groups", then=press_like("の権限"), is_tall=True),
    Screen(
        "admin-groups-networks",
        "/admin/groups",
        then=then(
            press_like("の使えるネットワーク"),
            write("10.1.0.0/16\n2001:db8:1234:5678:9abc:def0:1234:0/112", "LGWAN側"),
            press("変わる内容を確かめる"),
        ),
        is_tall=True,
    ),
    *states("admin-groups", "/admin/groups", "/api/account-groups"),
    Screen("admin-corrections", "/admin/corrections", looks=MAIN),
    *states("admin-corrections", "/admin/corrections", "/api/corrections"),
    Screen("admin-sign-in", "/admin/sign-in", looks=MAIN, is_tall=True),
    Screen("admin-sign-in-error", "/admin/sign-in", answers=ERROR, asks="/api/settings"),
    Screen("admin-rights", "/admin/rights", looks=MAIN, is_tall=True),
    Screen("admin-modules", "/admin/modules", looks=MAIN, is_tall=True),
    Screen("admin-modules-ask", "/admin/modules", then=press("れんしゅうを切る")),
    *states("admin-modules", "/admin/modules", "/api/modules"),
    Screen("admin-rooms", "/admin/rooms", looks=MAIN, is_tall=True),
    Screen("admin-handover", "/admin/handover", looks=MAIN, is_tall=True),
    Screen("admin-messages", "/admin/messages", looks=MAIN, is_tall=True),
    Screen("admin-audit", "/admin/audit", looks=MAIN),
    Screen("admin-audit-row", "/admin/audit", then=_open_act, looks=MAIN),
    Screen("admin-audit-days", "/admin/audit", then=_choose_days),
    Screen("admin-audit-out", "/admin/audit", then=press("書き出す")),
    *states("admin-audit", "/admin/audit", "/api/audit/entries"),
    Screen("admin-inspections", "/admin/inspections", looks=MAIN),
    Screen("admin-inspections-ask", "/admin/inspections", then=press("閲覧を申請する")),
    *states("admin-inspections", "/admin/inspections", "/api/inspections"),
    Screen("admin-inspection-rules", "/admin/inspection-rules"),
    Screen("admin-audit-term", "/admin/audit-term", looks=MAIN, is_tall=True),
    Screen("admin-usage", "/admin/usage", looks=MAIN, is_tall=True),
    *states("admin-usage", "/admin/usage", "/api/usage"),
)
LAST: Sequence[Screen] = (of("locked", "/settings", then=_leave_seat, looks=MAIN),)
"""Whatever ends what the page was: nobody is signed in there afterwards."""
