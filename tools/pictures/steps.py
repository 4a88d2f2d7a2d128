"""What is done on a page before it is photographed: buttons pressed, menus opened, fields filled."""

from playwright.sync_api import Page

from tools.pictures.screens import Step

LETTERS = "α′ β′ 第Ⅲ期 ⅳ ≒ 髙﨑 𠮷 葛󠄀 ①㈱㎡"


def then(*steps: Step) -> Step:
    """One step after another."""

    def step(page: Page) -> None:
        for each in steps:
            each(page)

    return step


def press(*names: str, among: int = 0) -> Step:
    """One button after another, by their whole names; where there are several, the one of this place."""

    def step(page: Page) -> None:
        for name in names:
            page.get_by_role("button", name=name, exact=True).nth(among).click()

    return step


def press_like(name: str) -> Step:
    """The last button in whose name these words stand."""
    return lambda page: page.get_by_role("button", name=name).last.click()


def first_time(name: str, *, until: str) -> Step:
    """What is asked once on a device, where it has not been answered at another seat."""

    def step(page: Page) -> None:
        asked = page.get_by_role("button", name=name).last
        then = page.get_by_role("button", name=until).last
        asked.or_(then).first.wait_for()
        if not then.is_visible():
            asked.click()

    return step


def choose(item: str) -> Step:
    """In a menu that stands open."""
    return lambda page: page.get_by_role("menuitem", name=item, exact=True).click()


def tab(name: str) -> Step:
    return lambda page: page.get_by_role("tab", name=name).first.click()


def pick(name: str) -> Step:
    """One of several round points."""
    return lambda page: page.locator("label", has=page.get_by_role("radio", name=name, exact=True)).click()


def on_paper(days: str) -> Step:
    """Which days of a room are printed; they are there before the picture is taken."""

    def step(page: Page) -> None:
        page.get_by_role("dialog").get_by_text(days, exact=True).first.click()
        page.wait_for_timeout(800)

    return step


def look_for(words: str) -> Step:
    def step(page: Page) -> None:
        page.wait_for_timeout(500)  # a dialog may be on its way
        inside = page.get_by_role("dialog").get_by_role("searchbox")
        (inside if inside.count() else page.get_by_role("searchbox")).last.fill(words)
        page.wait_for_timeout(500)

    return step


def write(words: str, field: str = "メッセージ") -> Step:
    def step(page: Page) -> None:
        box = page.get_by_role("textbox", name=field, exact=True).first
        box.fill("")  # what was written at another seat is there already
        box.fill(words)

    return step


def room_menu(item: str) -> Step:
    return then(press("ルームのメニュー"), choose(item))


def message_menu(*items: str, who: str = "article") -> Step:
    """The menu of the last message of somebody else, and what is chosen in it; `who` narrows the message by its name."""

    def step(page: Page) -> None:
        said = page.locator("[role=log] article[data-message]").filter(has_not_text="取り消")
        if who != "article":
            said = page.locator(f'[role=log] article[aria-label^="{who}"]')
        said.last.locator("[data-fill]").first.click(button="right")
        page.get_by_role("menuitem").first.wait_for()
        for item in items:
            page.get_by_role("menuitem", name=item, exact=True).click()

    return step


def row_menu(*items: str) -> Step:
    """The menu of the first room in the list."""

    def step(page: Page) -> None:
        row = page.get_by_role("region", name="トーク一覧").locator("[data-walk]").nth(1)
        row.click(button="right")
        page.get_by_role("menuitem").first.wait_for()
        for item in items:
            page.get_by_role("menuitem", name=item, exact=True).click()

    return step


def offline(page: Page) -> None:
    page.context.set_offline(True)
    page.get_by_text("通信が切れています").first.wait_for()


def keys(*pressed: str) -> Step:
    def step(page: Page) -> None:
        for each in pressed:
            page.keyboard.press(each)

    return step


def up(page: Page) -> None:
    """To where a long log begins."""
    page.get_by_role("log").first.focus()
    page.keyboard.press("Home")
    page.wait_for_timeout(500)


def wait_for(words: str) -> Step:
    return lambda page: page.get_by_text(words).locator("visible=true").last.wait_for()
