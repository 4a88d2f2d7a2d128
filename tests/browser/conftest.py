"""A real Chromium for every test of the screens, and what must never happen in any of them."""

from collections.abc import AsyncGenerator

import pytest
from playwright.async_api import async_playwright

from tests.browser.desk import Desks
from tests.browser.finder import find_browser
from tests.town import Town
from tools.places import ROOT


@pytest.fixture
async def desks(town: Town) -> AsyncGenerator[Desks]:
    """Desks at which the cast may sit. At the end no page has broken a promise."""
    assert (ROOT / "web/dist/index.html").is_file(), (
        "the web client is not built: run the tests by `make test`"
    )
    found = find_browser()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=found.executable_path, args=found.args, env=found.env
        )
        desks = Desks(browser, town.origin)
        yield desks
        broken = [each for desk in desks.taken for each in await desk.broken()]
        await browser.close()
    assert broken == []
