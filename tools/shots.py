"""Pictures of the screens, taken in a fresh demo town, onto contact sheets in shots/. Run: make shots ARGS="slips room"."""

import re
import shutil
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, Route, sync_playwright

from tests.browser.finder import find_browser
from tools.ground import DEMO_PORTS, check_ground
from tools.pictures.screens import SCREENS, Answers, Screen
from tools.pictures.sheets import lay_out
from tools.places import BUILD, PYTHON, ROOT, VENV
from tools.words import Stop, say, speak_in_any_terminal

SHOTS = ROOT / "shots"
TOWN = BUILD / "shots-town"
DESK, LAPTOP, HALF, TABLET, PHONE, SMALL = (
    (1440, 900),
    (1366, 768),
    (960, 1040),
    (1024, 768),
    (390, 844),
    (320, 640),
)
ADDRESS = re.compile(r"http://\S+?:\d+")
WITH_CODE = re.compile(r"団体コード\s*(\S+?)、")
WITH_PASSWORD = re.compile(r"パスワードは全員\s*(\S+?)[）)]")
LINK = re.compile(r"http://\S+/start#\S+")


@dataclass(frozen=True)
class Demo:
    """What the demo printed of itself."""

    lgwan: str
    internet: str
    code: str
    """Of the body: there are others in the installation, so whoever signs in says to which they belong."""
    password: str
    link: str
    """The address on the slip of somebody who has never signed in."""


@contextmanager
def demo() -> Generator[Demo]:
    shutil.rmtree(TOWN, ignore_errors=True)
    command = [PYTHON, VENV / "bin" / "yoriai", "demo", "--data", TOWN]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
        try:
            yield read_table(server)
        finally:
            server.terminate()


def read_table(server: "subprocess.Popen[str]") -> Demo:
    """Read until both listeners have said that they listen."""
    printed: list[str] = []
    for line in server.stdout or ():
        printed.append(line)
        if line.startswith("待ち受けています") and f"{DEMO_PORTS[-1]}" in line:
            break
    text = "".join(printed)
    addresses = [each for each in ADDRESS.findall(text) if not LINK.match(each)]
    code, password, link = WITH_CODE.search(text), WITH_PASSWORD.search(text), LINK.search(text)
    if len(addresses) < len(DEMO_PORTS) or code is None or password is None or link is None:
        raise Stop("実演用の町が起動しませんでした。", "the demo town did not start.")
    return Demo(addresses[0], addresses[1], code[1], password[1], link[0])


@dataclass(frozen=True)
class Look:
    """One way of looking at a screen."""

    name: str
    size: tuple[int, int]
    zone: str = "lgwan"
    dark: bool = False
    letters: int = 100  # per cent
    forced: bool = False
    """The colours of the system alone, as people with weak eyes choose them."""


LOOKS = (
    *(Look(f"{size[0]}", size) for size in (DESK, LAPTOP, HALF, TABLET, PHONE, SMALL)),
    Look("1366-letters-200", LAPTOP, letters=200),
    Look("1024-letters-200", TABLET, letters=200),
    Look("1440-dark", DESK, dark=True),
    Look("1024-forced", TABLET, forced=True),
    Look("390-dark", PHONE, dark=True),
    Look("internet-1440", DESK, zone="internet"),
    Look("internet-390", PHONE, zone="internet"),
)


class Studio:
    """One signed-in page for each person in each zone, looked at again and again."""

    def __init__(self, browser: Browser, town: Demo) -> None:
        self.browser, self.town = browser, town
        self.pages: dict[tuple[str, str], Page] = {}

    def address(self, zone: str) -> str:
        return self.town.lgwan if zone == "lgwan" else self.town.internet

    def page_of(self, who: str, zone: str) -> Page:
        """The page of this person; of nobody, a fresh one."""
        found = self.pages.get((who, zone))
        if found is None:
            found = self.browser.new_context(locale="ja-JP", reduced_motion="reduce").new_page()
            self.pages[who, zone] = found
            if who:
                found.goto(self.address(zone))
                found.get_by_role("textbox", name="団体コード").fill(self.town.code)
                found.get_by_role("textbox", name="職員番号").fill(who)
                found.get_by_role("textbox", name="パスワード").fill(self.town.password)
                found.get_by_role("button", name="ログイン", exact=True).click()
                found.get_by_role("searchbox").wait_for()
                found.get_by_role("button", name="いまのまま使う").click()
        return found

    def look(self, screen: Screen, look: Look) -> bytes | None:
        """A picture of this screen; None where it does not exist for this person there."""
        page = self.page_of(screen.who, look.zone)
        page.set_viewport_size({"width": look.size[0], "height": look.size[1]})
        page.emulate_media(
            color_scheme="dark" if look.dark else "light", forced_colors="active" if look.forced else "none"
        )
        page.unroute_all()
        if screen.answers is not Answers.AS_EVER:
            page.route(lambda url: screen.asks in url, lambda route: answer(screen, route))
        page.goto("about:blank")
        page.goto(f"{self.address(look.zone)}{screen.path}", wait_until="commit")
        page.wait_for_timeout(800)
        if screen.answers is Answers.AS_EVER:  # whatever is on its way has come
            page.wait_for_function("!document.body.innerText.includes('読み込んでいます')", timeout=10_000)
        if look.letters != 100:
            page.evaluate(f"document.documentElement.style.fontSize = '{look.letters}%'")
        if page.get_by_text("この画面はありません").count():
            return None
        if screen.then:
            screen.then(page)
        page.evaluate("document.fonts.ready")
        page.wait_for_timeout(600)  # what moves has come to rest
        return page.screenshot()


def answer(screen: Screen, route: Route) -> None:
    """A server that does not answer, or does so badly."""
    if screen.answers is Answers.WITH_AN_ERROR:
        route.fulfill(status=503, json={"code": "not_now", "details": {"retry_after": 5}, "request_id": "0"})


def take(studio: Studio, screen: Screen) -> None:
    pictures: list[Path] = []
    folder = SHOTS / screen.name
    shutil.rmtree(folder, ignore_errors=True)
    for look in LOOKS:
        if look.zone not in screen.zones:
            continue
        try:
            picture = studio.look(screen, look)
        except Error as trouble:
            say(f"shots/{screen.name}: {look.name}: {trouble.message.splitlines()[0]}")
            continue
        if picture is not None:
            folder.mkdir(exist_ok=True)
            pictures.append(folder / f"{look.name}.png")
            pictures[-1].write_bytes(picture)
        if screen.prints and look is LOOKS[0]:
            page = studio.page_of(screen.who, look.zone)
            (SHOTS / f"{screen.name}.pdf").write_bytes(page.pdf(prefer_css_page_size=True))
    if pictures:
        lay_out(studio.browser, screen.name, pictures, SHOTS / f"{screen.name}.png")
        say(f"shots/{screen.name}.png")


def main(chosen: Sequence[str]) -> int:
    speak_in_any_terminal()
    SHOTS.mkdir(exist_ok=True)
    wanted = [each for each in SCREENS if not chosen or any(part in each.name for part in chosen)]
    try:
        check_ground(ports=DEMO_PORTS)
        found = find_browser()
        with demo() as town, sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path=found.executable_path, args=found.args, env=found.env
            )
            studio = Studio(browser, town)
            for screen in wanted:
                take(studio, screen)
            browser.close()
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
