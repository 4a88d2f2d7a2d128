"""Guests, and the labels of the rooms into which they come: at the desk of whoever invites them, and on their own screens."""

from collections.abc import Sequence
from dataclasses import replace

from playwright.sync_api import Page

from tools.pictures.looks import DESK, PHONE, SEATS, SMALL, ZOOMED, Look, Seat
from tools.pictures.screens import HOST, Screen
from tools.pictures.steps import pick, press, press_like, room_menu, then, wait_for
from tools.pictures.talk import MAIN
from yoriai.app.demo.guest import FIRM, MAIL, ROOM

SHARED = f"/rooms/{{{ROOM}}}"
MEMBERS = f"{SHARED}/members"
OUTSIDE = (
    Seat(
        "internet",
        False,
        (
            Look("internet-1440", DESK),
            Look("internet-1440-dark", DESK, dark=True),
            Look("internet-1440-forced", DESK, forced=True),
            Look("internet-zoom-200", ZOOMED),
        ),
    ),
    Seat(
        "internet",
        True,
        (
            Look("internet-390", PHONE),
            Look("internet-390-dark", PHONE, dark=True),
            Look("internet-390-letters-200", PHONE, letters=200),
            Look("internet-320", SMALL),
        ),
    ),
)
"""Guests come by this side alone."""
AT_HOME = [replace(seat, looks=tuple(seat.looks)) for seat in SEATS if seat.zone == "lgwan"]
REFUSED = {"code": "rooms.label_bars_bodies", "details": {"label": "庁内", "names": "森 葵", "count": 1}}
NONE: dict[str, object] = {}
STOPPED = {
    "is_allowed": False,
    "verdicts": [
        {"kind": kind, "is_passed": True, "code": None, "details": NONE, "origin": None}
        for kind in ("side", "account", "module")
    ]
    + [{"kind": "right", "is_passed": False, "code": "forbidden", "details": NONE, "origin": "group"}],
}


def _invite(page: Page) -> None:
    press("ゲストを招待する")(page)
    dialog = page.get_by_role("dialog")
    for label, words in (
        ("氏名", "勅使河原小路 龍之介左衛門"),
        ("ふりがな", "てしがわらこうじ りゅうのすけざえもん"),
        ("会社・団体", FIRM),
        ("メールアドレス", "teshigawara@mihon-tsushin.example"),
    ):
        dialog.get_by_label(label).fill(words)
    dialog.get_by_role("button", name="招待をつくる").click()
    wait_for("招待をつくりました")(page)


def _strictest(page: Page) -> None:
    """The last level of three, with all that is said of it."""
    page.get_by_role("dialog").locator("label").last.click()


def _refused(page: Page) -> None:
    """As if a rule had stopped what was tried a moment ago."""
    page.route("**/api/rooms", lambda route: route.fulfill(status=409, json=REFUSED))
    page.route("**/api/why/**", lambda route: route.fulfill(json=STOPPED))
    press("新しいルーム")(page)
    page.get_by_role("textbox", name="ルームの名前").fill("窓口の相談")
    press("ルームを作る")(page)
    press("なぜ")(page)
    wait_for("権限")(page)


def host(name: str, path: str, **more: object) -> Screen:
    return Screen(name, path, HOST, seats=AT_HOME, **more)  # pyright: ignore[reportArgumentType] as a screen takes them


def guest(name: str, path: str, **more: object) -> Screen:
    return Screen(name, path, MAIL, seats=OUTSIDE, looks=None, **more)  # pyright: ignore[reportArgumentType] as above


LABEL = then(room_menu("ルームの設定"), press("ラベルを変える"))
GUESTS: Sequence[Screen] = (
    guest("guest-list", "/rooms"),
    guest("guest-room", SHARED),
    guest("guest-members", MEMBERS),
    guest("guest-settings", "/settings", is_tall=True),
    guest("guest-no-screen", "/people"),
    Screen("guest-invited", "/invited#{invitation}", "", seats=OUTSIDE, looks=None, is_tall=True),
    host("room-shared", SHARED, looks=MAIN),
    host("room-label", SHARED, then=LABEL, looks=None),
    host("room-label-losers", SHARED, then=then(LABEL, _strictest, press("保存する")), looks=None),
    host("room-guests", MEMBERS, then=press("ゲストを招待する"), looks=None, is_tall=True),
    host("room-guests-list", MEMBERS, then=then(press("ゲストを招待する"), pick("一覧（CSV）でまとめて"))),
    host("room-guests-handed", MEMBERS, then=_invite, looks=None, is_tall=True),
    host(
        "room-guests-slip",
        MEMBERS,
        then=then(_invite, press("紙に印刷する")),
        looks=MAIN,
        is_tall=True,
        prints=True,
    ),
    host("room-refused-why", "/rooms", then=_refused, looks=None),
    Screen("admin-files", "/admin/files", looks=MAIN, is_tall=True),
    Screen("admin-labels", "/admin/labels", looks=None, is_tall=True),
    Screen("admin-guests", "/admin/guests", looks=MAIN, is_tall=True),
    Screen("admin-guests-end", "/admin/guests", then=press_like("の利用を終える")),
    Screen("admin-guest-rules", "/admin/guest-rules", looks=MAIN, is_tall=True),
)
