"""A real Chromium for the tests of the screens, and what must never happen in any of them."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, async_playwright

from tests.browser.desk import Desks
from tests.browser.finder import Browser as Found
from tests.browser.finder import find_browser
from tests.browser.letters import with_the_typeface
from tests.town import Town
from tools.places import ROOT


@pytest.fixture(scope="package")
async def browser() -> AsyncGenerator[Browser]:
    """Started once, in a loop that all of these tests share. What one test leaves in it no other sees, for every desk is a profile of its own."""
    async with started(with_the_typeface(find_browser())) as browser:
        yield browser


@pytest.fixture
async def whole_browser() -> AsyncGenerator[Browser]:
    """One with windows and notifications, where the machine has it; its pages fetch their typeface."""
    async with started(find_browser(whole=True)) as browser:
        yield browser


@asynccontextmanager
async def started(found: Found) -> AsyncGenerator[Browser]:
    assert (ROOT / "web/dist/index.html").is_file(), (
        "the web client is not built: run the tests by `make test`"
    )
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=found.executable_path, args=found.args, env=found.env
        )
        yield browser
        await browser.close()


@pytest.fixture
async def desks(town: Town, browser: Browser) -> AsyncGenerator[Desks]:
    """Desks at which the cast may sit. At the end no page has broken a promise."""
    desks = Desks(browser, town.origin)
    yield desks
    assert await desks.left() == []
