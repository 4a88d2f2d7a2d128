"""A desk: one person at one browser in one zone. Finds things by role and name, as people and screen readers do."""

import asyncio
import os
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from playwright.async_api import (
    Browser,
    BrowserContext,
    CDPSession,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    expect,
)

from tests.cast import token_of
from tools.places import ROOT
from yoriai.people.sessions.authenticate import COOKIE

AXE = ROOT / "web/node_modules/axe-core/axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
OF_COLOURS = ("color-contrast", "link-in-text-block")
DESK, LAPTOP, HALF, TABLET, PHONE = (1440, 900), (1366, 768), (960, 1040), (1024, 768), (390, 844)
SMALLEST = (320, 640)
# A screen does not know its database. What it is told does, and is asked on both below tests/people and tests/talk.
ON_ONE_DATABASE = pytest.mark.parametrize("ground", ["sqlite"], indirect=True)
PATIENCE = 15_000  # ms: a machine may have much else to do than to draw
expect.set_options(timeout=PATIENCE)
FILES = "files.localhost"
"""The host of the town's files, beside that of its pages."""
PICTURES = "YORIAI_PICTURES"
"""Set to anything, and every test leaves what it saw in shots/: YORIAI_PICTURES=1 make test ARGS=tests/browser"""
# Written before anything else of a page, so that no violation comes too early to be seen.
WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""
# To fetch the whole client once more for every fresh profile costs as much as all that a test does on its page.
NO_WORKER = "delete Navigator.prototype.serviceWorker;"
CHECK = """
([rules, but]) => axe.run(document, {
  runOnly: rules, rules: Object.fromEntries(but.map(each => [each, {enabled: false}])), resultTypes: ["violations"],
}).then(found => found.violations)
"""

OF_THE_BROWSER = (
    "Failed to load resource",
    "HTTP Authentication failed",
    "WebSocket is closed before the connection is established",
)
"""What it writes itself: of a question that was refused, of a line dialled just when its person had left the seat, and of one that was given up while it was dialled."""

Proxy = Callable[[BrowserContext], Awaitable[None]]
"""Something between a browser and the server that does not let everything through."""


@dataclass
class Desk:
    """One browser profile with one page."""

    context: BrowserContext
    page: Page
    origin: str
    expects_trouble: bool = False
    """Set where a test takes the server away: then failed requests are no surprise."""
    said: list[str] = field(default_factory=list[str])

    def watch(self) -> None:
        """Note what must not happen: errors, requests that leave the building."""
        self.page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        self.page.on("console", self._console)
        self.page.on("request", self._request)

    async def broken(self) -> list[str]:
        """Promises that this page has broken (N124, the content policy, plain errors)."""
        if not self.page.is_closed():
            self.said += await self.page.evaluate("window.violations ?? []")
        return [each for each in self.said if not self.expects_trouble or not each.startswith("console")]

    async def sign_in(self, login_id: str, password: str) -> None:
        await self.page.goto(self.origin)
        await self.page.get_by_label("団体コード").fill("mihon")
        await self.page.get_by_label("職員番号またはメール").fill(login_id)
        await self.page.get_by_label("パスワード", exact=False).first.fill(password)
        await self.button("ログイン").click()

    async def open(self, room: str) -> None:
        """Open a room from the list."""
        await self.page.get_by_role("link", name=room).first.click()
        await self.composer.wait_for()

    @property
    def composer(self) -> Locator:
        return self.page.get_by_role("textbox", name="メッセージ", exact=True)

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def message(self, text: str) -> Locator:
        return self.log.get_by_text(text, exact=True)

    async def say(self, text: str) -> None:
        await self.composer.fill(text)
        await self.composer.press("Control+Enter")

    async def keyboard(self) -> CDPSession:
        """A way to type as an input method does."""
        return await self.context.new_cdp_session(self.page)

    async def swipe(self, over: Locator, by: int) -> None:
        """Let a finger go sideways over something, to the left by less than nothing."""
        box, hand = await over.bounding_box(), await self.keyboard()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        steps = [
            ("touchStart", 0),
            *(("touchMove", by * part // 4) for part in (1, 2, 3, 4)),
            ("touchEnd", None),
        ]
        for kind, gone in steps:
            points = [] if gone is None else [{"x": x + gone, "y": y}]
            await hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    async def accessible(self, *, rules: Sequence[str] = RULES, but: Sequence[str] = ()) -> None:
        """No rule of WCAG 2.2 AA that a machine can check is broken on what is shown now (A11Y-1).

        `but` names rules that were asked of the same screen a moment ago and cost most of the time.
        """
        if not await self.page.evaluate("'axe' in window"):
            await self.page.evaluate(AXE.read_text())
        found: list[dict[str, Any]] = await self.page.evaluate(CHECK, [list(rules), list(but)])
        broken = [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found]
        assert broken == [], broken

    async def accessible_by_day_and_night(self, name: str) -> None:
        """The same of both sets of colours. Only colours differ: what a screen is made of is asked once."""
        await self.accessible()
        await self.picture(f"{name}-light")
        await self.page.emulate_media(color_scheme="dark")
        await self.accessible(rules=OF_COLOURS)
        await self.picture(f"{name}-dark")
        await self.page.emulate_media(color_scheme="light")

    async def windows(self, *sizes: tuple[int, int]) -> AsyncGenerator[tuple[int, int]]:
        """This page in one window after another, as when somebody pulls at its corner or turns a tablet."""
        for width, height in sizes:
            await self.page.set_viewport_size({"width": width, "height": height})
            yield width, height

    async def picture(self, name: str) -> None:
        """A screenshot for whoever asked for pictures."""
        if PICTURES in os.environ:
            await self.page.screenshot(path=ROOT / "shots" / f"{name}.png")

    def _console(self, message: ConsoleMessage) -> None:
        is_trouble = message.type in ("error", "warning")
        if is_trouble and not any(words in message.text for words in OF_THE_BROWSER):
            self.said.append(f"console {message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        ours = (urlsplit(self.origin).hostname, FILES)
        if request.url.startswith(("http:", "https:", "ws:")) and urlsplit(request.url).hostname not in ours:
            self.said.append(f"left the building: {request.url}")


@dataclass
class Desks:
    """Where desks are taken."""

    browser: Browser
    origin_of: Callable[[str], str]
    taken: list[Desk] = field(default_factory=list[Desk])

    async def take(
        self,
        who: UUID | None = None,
        *,
        zone: str = "lgwan",
        size: tuple[int, int] = DESK,
        dark: bool = False,
        touch: bool = False,
        worker: bool = False,
        behind: Proxy | None = None,
        at: str = "",
    ) -> Desk:
        """A fresh profile; with somebody's name, one in which they are signed in already and stand at this address.

        Only with `worker` the browser keeps the shell, so that a page comes up without its server.
        """
        context = await self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale="ja-JP",
            timezone_id="Asia/Tokyo",
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            has_touch=touch,
            is_mobile=touch,
        )
        origin = self.origin_of(zone)
        context.set_default_timeout(PATIENCE)
        await context.add_init_script(WATCH if worker else WATCH + NO_WORKER)
        if who is not None:
            await _sign_in(context, origin, token_of(who, zone))
        if behind is not None:
            await behind(context)
        desk = Desk(context, await context.new_page(), origin)
        desk.watch()
        self.taken.append(desk)
        if who is not None:
            await desk.page.goto(origin + at)
        return desk

    async def left(self) -> list[str]:
        """Everybody gets up; the promises that were broken meanwhile."""
        async with asyncio.timeout(30):  # a page that answers no more must not hold up everything
            broken = [each for desk in self.taken for each in await desk.broken()]
            for desk in self.taken:
                await desk.context.close()
        return broken


async def _sign_in(context: BrowserContext, origin: str, token: str) -> None:
    # The browser takes a host-bound cookie from the driver for https only, and sends it to loopback anyway.
    place = {"url": origin.replace("http:", "https:"), "secure": True, "httpOnly": True}
    cookie = {"name": COOKIE, "value": token, **place}
    await context.add_cookies([cookie])  # pyright: ignore[reportArgumentType] its type is not exported
