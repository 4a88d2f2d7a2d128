"""Pictures of the screens, taken in a fresh demo town, into shots/. Run: make shots"""

import re
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.finder import find_browser
from tools.ground import DEMO_PORTS, check_ground
from tools.places import BUILD, PYTHON, ROOT, VENV
from tools.words import Stop, say, speak_in_any_terminal

SHOTS = ROOT / "shots"
TOWN = BUILD / "shots-town"
DESK, TABLET, PHONE = (1440, 900), (1024, 768), (390, 844)
ADDRESS = re.compile(r"http://\S+?:\d+")
WITH_PASSWORD = re.compile(r"パスワードは全員\s*(\S+?)[）)]")
PERSON = re.compile(r"^ +(\d{4,})\s+\S+ \S+")  # indented: lines of a log are not


@dataclass(frozen=True)
class Demo:
    """What the demo printed of itself: the two addresses, a person, the password."""

    lgwan: str
    internet: str
    login_id: str
    password: str


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
        if len(ADDRESS.findall("".join(printed))) >= 2 * len(DEMO_PORTS):
            break
    text = "".join(printed)
    addresses = ADDRESS.findall(text)
    password, person = (
        WITH_PASSWORD.search(text),
        [match for line in printed if (match := PERSON.match(line))],
    )
    if len(addresses) < len(DEMO_PORTS) or password is None or not person:
        raise Stop("実演用の町が起動しませんでした。", "the demo town did not start.")
    return Demo(addresses[0], addresses[1], person[0][1], password[1])


def sign_in(browser: Browser, address: str, town: Demo, size: tuple[int, int]) -> Page:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]}, locale="ja-JP")
    page.goto(address)
    page.get_by_role("textbox", name="職員番号").fill(town.login_id)
    page.get_by_role("textbox", name="パスワード").fill(town.password)
    page.get_by_role("button", name="ログイン", exact=True).click()
    page.get_by_role("searchbox").wait_for()
    return page


def keep(page: Page, name: str) -> None:
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(600)  # what moves has come to rest
    page.screenshot(path=SHOTS / f"{name}.png")
    say(f"shots/{name}.png")


def take(browser: Browser, town: Demo) -> None:
    entrance = browser.new_page(viewport={"width": DESK[0], "height": DESK[1]}, locale="ja-JP")
    entrance.goto(town.lgwan)
    entrance.get_by_role("button", name="ログイン", exact=True).wait_for()
    keep(entrance, "sign-in-1440")
    entrance.close()
    for zone, address in (("lgwan", town.lgwan), ("internet", town.internet)):
        for size in (DESK, TABLET, PHONE):
            page = sign_in(browser, address, town, size)
            keep(page, f"rooms-{zone}-{size[0]}")
            page.get_by_role("tabpanel").get_by_role("link").nth(1).click()
            page.get_by_role("textbox", name="メッセージ").wait_for()
            keep(page, f"room-{zone}-{size[0]}")
            page.goto(f"{address}/settings")
            page.get_by_role("heading", name="設定").first.wait_for()
            keep(page, f"settings-{zone}-{size[0]}")
            page.close()


def main() -> int:
    speak_in_any_terminal()
    SHOTS.mkdir(exist_ok=True)
    try:
        check_ground(ports=DEMO_PORTS)
        found = find_browser()
        with demo() as town, sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path=found.executable_path, args=found.args, env=found.env
            )
            take(browser, town)
            browser.close()
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
