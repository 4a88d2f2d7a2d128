"""Pictures of the screens, taken in a fresh demo town, onto contact sheets in shots/. Run: make shots ARGS="slips room" or ARGS=2/6."""

import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from tests.browser.finder import find_browser
from tools.ground import DEMO_PORTS, check_ground
from tools.pictures.demo import demo
from tools.pictures.federation import FEDERATION, share
from tools.pictures.furnish import furnish
from tools.pictures.guests import GUESTS
from tools.pictures.neighbours import NEIGHBOURS, meet
from tools.pictures.offices import OFFICES, staff
from tools.pictures.people import ADMIN, LAST, OWN
from tools.pictures.screens import Screen
from tools.pictures.sheets import bind, lay_out
from tools.pictures.studio import Studio
from tools.pictures.talk import LIST, ROOM
from tools.places import ROOT
from tools.words import Stop, say, speak_in_any_terminal

SHOTS = ROOT / "shots"
SCREENS: Sequence[Screen] = (*LIST, *ROOM, *GUESTS, *FEDERATION, *NEIGHBOURS, *OFFICES, *OWN, *ADMIN, *LAST)
PART = re.compile(r"(\d+)/(\d+)")


def wanted(chosen: Sequence[str]) -> Sequence[Screen]:
    """Those in whose names one of these words stands, or one of so many equal parts of all; all without a word."""
    if not chosen:
        return SCREENS
    if part := PART.fullmatch(chosen[0]):
        at, count = int(part[1]), int(part[2])
        return SCREENS[at - 1 :: count]
    return [each for each in SCREENS if any(word in each.name for word in chosen)]


def take(studio: Studio, screen: Screen) -> None:
    folder = SHOTS / screen.name
    shutil.rmtree(folder, ignore_errors=True)
    pictures: list[Path] = []
    for seat in screen.seats:
        try:
            for name, picture in studio.look(screen, seat):
                folder.mkdir(exist_ok=True)
                pictures.append(folder / f"{name}.png")
                pictures[-1].write_bytes(picture)
            if screen.prints and seat is screen.seats[0]:
                page = studio.page_of(screen.who, seat)
                (SHOTS / f"{screen.name}.pdf").write_bytes(page.pdf(prefer_css_page_size=True))
        except Error as trouble:
            say(f"shots/{screen.name}: {seat.looks[0].name}: {trouble.message.splitlines()[0]}")
    if pictures:
        lay_out(studio.browser, screen.name, pictures, SHOTS / f"{screen.name}.png")
        say(f"shots/{screen.name}.png")


def main(chosen: Sequence[str]) -> int:
    speak_in_any_terminal()
    SHOTS.mkdir(exist_ok=True)
    try:
        check_ground(ports=DEMO_PORTS)
        found = find_browser()
        with demo() as town, sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path=found.executable_path, args=found.args, env=found.env
            )
            studio = Studio(browser, town)
            furnish(studio)
            share(studio)
            meet(studio)
            staff(studio)
            for screen in wanted(chosen):
                take(studio, screen)
            browser.close()
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    say(str(bind(SHOTS)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
