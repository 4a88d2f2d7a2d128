"""The tests' own ground: a PostgreSQL that is thrown away, a browser that draws a page."""

import subprocess

import pytest
from playwright.async_api import async_playwright

from tests.browser.finder import HOW_TO_GET_ONE, Browser, find_browser, runs
from tests.postgres import NEWEST, WHEEL, database, postgres


def answer(url: str, question: str) -> str:
    command = [WHEEL / NEWEST / "bin" / "psql", "--no-psqlrc", "-Atqc", question, url]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()


@pytest.mark.parametrize(("durable", "fsync"), [(True, "on"), (False, "off")])
def test_a_server_is_durable_unless_it_is_told_to_forget(durable: bool, fsync: str):
    with postgres(durable=durable) as url:
        assert answer(url, "SHOW fsync") == fsync


def test_a_copy_of_a_database_leaves_its_template_alone():
    with postgres(durable=False) as url, database(url, name="town") as town:
        answer(town, "CREATE TABLE people (name text)")
        answer(town, "INSERT INTO people VALUES ('髙橋')")
        with database(url, "town") as copy:
            answer(copy, "DELETE FROM people")
            assert answer(copy, "SELECT count(*) FROM people") == "0"
        assert answer(town, "SELECT string_agg(name, '') FROM people") == "髙橋"


@pytest.mark.anyio
async def test_the_browser_shows_japanese():
    found = find_browser()
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(
            executable_path=found.executable_path, args=found.args, env=found.env
        )
        page = await browser.new_page()
        await page.goto("data:text/html;charset=utf-8,<h1>寄合の髙橋﨑󠄁</h1>")
        assert await page.inner_text("h1") == "寄合の髙橋﨑󠄁"
        await browser.close()


def test_a_stub_that_only_names_a_browser_is_passed_over():
    assert not runs(Browser("/bin/false", []))
    assert not runs(Browser("/nowhere/chromium", []))
    assert "apt-get install chromium" in HOW_TO_GET_ONE
