"""One signed-in page for each person at each kind of seat, on which screens are opened and looked at in several ways."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress

from playwright.sync_api import Browser, CDPSession, Error, Page

from tools.pictures.answers import Answers, answer
from tools.pictures.demo import Demo
from tools.pictures.looks import Look, Seat
from tools.pictures.screens import Screen

IS_STILL = """() => new Promise((done) => {
  const ends = Date.now() + 6_000;
  const look = () => /(読み込んで|開いて)います/.test(document.body.innerText) && Date.now() < ends
    ? setTimeout(look, 50) : done();
  look();
})"""
"""Whatever was on its way has come."""
HIDDEN = """() => Math.max(0, ...[...(document.querySelector('[role=dialog]') ?? document.body).querySelectorAll('*')]
  .filter((each) => /auto|scroll/.test(getComputedStyle(each).overflowY))
  .map((each) => each.scrollHeight - each.clientHeight))"""
"""How much of what scrolls is out of sight, in pixels."""
FIND_ROOM = """async (name) => (await (await fetch('/api/screen')).json()).rooms
  .find((room) => room.name.includes(name)).room_id"""
NAMED = re.compile(r"\{(.+?)\}")
MOST = 6_000  # pixels of a whole screen
PATIENCE = 6_000  # ms


class Studio:
    """Where pictures are taken."""

    def __init__(self, browser: Browser, town: Demo) -> None:
        self.browser, self.town = browser, town
        self.pages: dict[tuple[str, str, bool], Page] = {}
        self.drivers: dict[Page, CDPSession] = {}
        self.kept: dict[str, str] = {}
        """What a path may name in braces: ids of what was furnished, and of rooms by a piece of their name."""
        self.fresh: dict[str, Callable[[], str]] = {}
        """The same of what is good for one picture only."""

    def page_of(self, who: str, seat: Seat) -> Page:
        """The page of this person; of nobody, a fresh one."""
        key = (who, seat.zone, seat.touch)
        found = self.pages.get(key)
        if found is None:
            context = self.browser.new_context(
                locale="ja-JP",
                timezone_id="Asia/Tokyo",
                reduced_motion="reduce",
                has_touch=seat.touch,
                is_mobile=seat.touch,
                service_workers="block",
            )
            context.set_default_timeout(PATIENCE)
            found = self.pages[key] = context.new_page()
            self.drivers[found] = context.new_cdp_session(found)
            if who:
                self._sign_in(found, who, seat.zone)
        return found

    def _sign_in(self, page: Page, who: str, zone: str) -> None:
        page.goto(self.town.address(zone))
        code, _, number = who.rpartition("/")
        page.get_by_role("textbox", name="団体コード").fill(code or self.town.code)
        page.get_by_role("textbox", name="職員番号").fill(number)
        page.get_by_role("textbox", name="パスワード").fill(self.town.password)
        page.get_by_role("button", name="ログイン", exact=True).click()
        page.get_by_role("navigation").or_(page.get_by_text("ふつうの表示に戻す")).first.wait_for()
        with suppress(Error):  # whoever has been asked before is not asked again
            page.get_by_role("button", name="いまのまま使う").click(timeout=600)

    def look(self, screen: Screen, seat: Seat) -> Iterator[tuple[str, bytes]]:
        """Pictures of this screen from this seat, each with its name; none where it does not exist there."""
        looks = [each for each in seat.looks if screen.is_looked_at(each.name)]
        if not looks:
            return
        page = self.page_of(screen.who, seat)
        self._dress(page, looks[0])
        self._open(page, screen, seat)
        if page.get_by_text("この画面はありません").count():
            return
        if screen.then:
            screen.then(page)
            page.wait_for_timeout(600)  # what opens comes over the wire
        for look in looks:
            self._dress(page, look)
            page.wait_for_timeout(250)  # what moves has come to rest
            yield look.name, page.screenshot(animations="disabled")
            if screen.is_tall and look.name in ("1440", "390"):
                yield f"{look.name}-whole", self._whole(page, look)
        self._dress(page, looks[0])

    def _dress(self, page: Page, look: Look) -> None:
        page.set_viewport_size({"width": look.size[0], "height": look.size[1]})
        page.emulate_media(
            color_scheme="dark" if look.dark else "light", forced_colors="active" if look.forced else "none"
        )
        # As in the settings of the browser: what the windows' limits are measured in grows with the letters.
        sizes = {"standard": 16 * look.letters // 100}
        self.drivers[page].send("Page.setFontSizes", {"fontSizes": sizes})  # pyright: ignore[reportUnknownMemberType] its types are loose

    def _open(self, page: Page, screen: Screen, seat: Seat) -> None:
        page.unroute_all()
        page.context.set_offline(False)
        if not screen.who:
            page.context.clear_cookies()
        # What the address names is asked of the server itself.
        path = self._path(page, screen, seat)
        if screen.answers is not Answers.AS_EVER:
            page.route(lambda url: screen.asks in url, lambda route: answer(screen.answers, route))
        page.goto("about:blank")
        page.goto(f"{self.town.address(seat.zone)}{path}", wait_until="commit")
        page.wait_for_load_state("load")
        page.wait_for_timeout(500)
        if screen.answers is not Answers.NEVER:
            page.evaluate(IS_STILL)
        page.evaluate("document.fonts.ready.then(() => true)")

    def _path(self, page: Page, screen: Screen, seat: Seat) -> str:
        """The address with ids where it names something in braces."""

        def found(named: "re.Match[str]") -> str:
            name = named[1]
            if name in self.fresh:
                return self.fresh[name]()
            if name not in self.kept:
                page.goto(f"{self.town.address(seat.zone)}/", wait_until="commit")
                self.kept[name] = page.evaluate(FIND_ROOM, name)
            return self.kept[name]

        return NAMED.sub(found, screen.path)

    def _whole(self, page: Page, look: Look) -> bytes:
        """As if the window were as high as what it shows."""
        width, height = look.size
        for _ in range(2):  # what grows may show more yet
            height = min(MOST, height + page.evaluate(HIDDEN))
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(150)
        return page.screenshot(animations="disabled")
