"""The screens of the product as they are photographed: where each is, for whom, and in which state."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from playwright.sync_api import Page

CLERK, ADMINISTRATOR = "100305", "100106"
"""Of the demo town: somebody with unread talk, and somebody who administers it."""
MAYOR, NEWCOMER = "100001", "100307"
"""Who reads large letters, and who is practising."""


class Answers(Enum):
    """What the server is made to do while a picture is taken."""

    AS_EVER = "as ever"
    NEVER = "never"
    WITH_AN_ERROR = "with an error"


@dataclass(frozen=True)
class Screen:
    """One screen in one state. `answers` holds for the addresses that begin with `asks`."""

    name: str
    path: str
    who: str = ADMINISTRATOR
    asks: str = ""
    answers: Answers = Answers.AS_EVER
    then: Callable[[Page], None] | None = None
    zones: Sequence[str] = field(default=("lgwan",))
    prints: bool = False


def _open_room(page: Page) -> None:
    page.get_by_role("tabpanel").get_by_role("link").nth(1).click()
    page.get_by_role("textbox", name="メッセージ").wait_for()


def _look_for(words: str) -> Callable[[Page], None]:
    def look(page: Page) -> None:
        page.get_by_role("searchbox").last.fill(words)
        page.wait_for_timeout(500)

    return look


def _issue(page: Page) -> None:
    page.get_by_role("button", name="まだログインしていない全員").click()
    page.get_by_role("button", name="用紙を出す", exact=True).click()
    page.get_by_role("button", name="印刷する").wait_for()


def _ask_to_issue(page: Page) -> None:
    page.get_by_role("button", name="まだログインしていない全員").click()
    page.get_by_role("alertdialog").wait_for()


def _try_in_vain(page: Page) -> None:
    page.get_by_role("textbox", name="団体コード").fill("mihon")
    page.get_by_role("textbox", name="職員番号").fill("999999")
    page.get_by_role("textbox", name="パスワード").fill("ちがうパスワード")
    page.get_by_role("button", name="ログイン", exact=True).click()
    page.get_by_role("alert").wait_for()


def _try_with_nothing(page: Page) -> None:
    page.get_by_role("button", name="ログイン", exact=True).click()


def _practise(page: Page) -> None:
    page.get_by_role("button", name="れんしゅうを開く").click()
    page.get_by_role("log").get_by_text("こんにちは。案内係です。").wait_for()


def _read_simply(page: Page) -> None:
    if page.get_by_role("button", name="かんたん表示にする").count():
        page.get_by_role("button", name="かんたん表示にする").click()
    page.get_by_role("link", name="トークの一覧へ戻る").click()


def _open_first_person(page: Page) -> None:
    page.get_by_role("region", name="職員の一覧").get_by_role("link").nth(2).click()
    page.get_by_text("内線", exact=True).last.wait_for()


def _open_row(page: Page) -> None:
    page.get_by_role("button", name="青木 愛").first.click()
    page.get_by_role("dialog").wait_for()


BOTH = ("lgwan", "internet")
SCREENS: Sequence[Screen] = (
    Screen("sign-in", "/", who="", zones=BOTH),
    Screen("sign-in-nothing", "/", who="", then=_try_with_nothing, zones=BOTH),
    Screen("sign-in-in-vain", "/", who="", then=_try_in_vain, zones=BOTH),
    Screen("rooms", "/rooms", CLERK, zones=BOTH),
    Screen("room", "/rooms", CLERK, then=_open_room, zones=BOTH),
    Screen("practice", "/settings", NEWCOMER, then=_practise, zones=BOTH),
    Screen("simple", "/settings", MAYOR, then=_read_simply),
    Screen("settings", "/settings", CLERK, zones=BOTH),
    Screen("settings-password", "/settings#password", CLERK, zones=BOTH),
    Screen("people", "/people", CLERK, zones=BOTH),
    Screen("people-card", "/people", CLERK, then=_open_first_person, zones=BOTH),
    Screen("people-empty", "/people", CLERK, then=_look_for("いない人")),
    Screen("admin-units", "/admin/units"),
    Screen("admin-people", "/admin/people"),
    Screen("admin-person", "/admin/people", then=_open_row),
    Screen("admin-people-loading", "/admin/people", asks="/api/accounts", answers=Answers.NEVER),
    Screen("admin-roster", "/admin/roster"),
    Screen("admin-slips", "/admin/slips"),
    Screen("admin-slips-empty", "/admin/slips", then=_look_for("いない人")),
    Screen("admin-slips-loading", "/admin/slips", asks="/api/slips", answers=Answers.NEVER),
    Screen("admin-slips-error", "/admin/slips", asks="/api/slips", answers=Answers.WITH_AN_ERROR),
    Screen("admin-slips-asking", "/admin/slips", then=_ask_to_issue),
    Screen("admin-slips-sheets", "/admin/slips", then=_issue, prints=True),
    Screen("admin-reach", "/admin/reach"),
    Screen("admin-corrections", "/admin/corrections"),
    Screen("admin-sign-in", "/admin/sign-in"),
    Screen("admin-modules", "/admin/modules"),
    Screen("admin-usage", "/admin/usage"),
)
