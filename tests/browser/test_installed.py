"""The client as an app of its own: it can be installed, opens without its server, and keeps nothing of anybody."""

import asyncio
import json
import shutil
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Browser, expect

from tests.browser.desk import ON_ONE_DATABASE, PHONE, Desk, Desks
from tests.cast import SATO
from tests.faults.server import Server
from tests.grounds import Ground
from tests.town import Town
from tools.places import ROOT

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
LINE_IS_CUT = "通信が切れています。書いたものは残っています。"
SHELLS = """async () => {
  const shells = {};
  for (const name of await caches.keys())
    shells[name] = (await (await caches.open(name)).keys()).map((each) => new URL(each.url).pathname);
  return shells;
}"""
# Everything else that a browser keeps for a page, in one text.
KEPT = """async () => {
  const found = [JSON.stringify({...localStorage}), JSON.stringify({...sessionStorage})];
  for (const {name} of await indexedDB.databases()) {
    const box = await new Promise((done) => (indexedDB.open(name).onsuccess = (event) => done(event.target.result)));
    for (const store of box.objectStoreNames) {
      const rows = box.transaction(store).objectStore(store).getAll();
      found.push(JSON.stringify(await new Promise((done) => (rows.onsuccess = () => done(rows.result)))));
    }
    box.close();
  }
  return found.join("\\n");
}"""

RENEWED = """async () => {
  const worker = await navigator.serviceWorker.ready;
  await worker.update();
  const fresh = worker.installing ?? worker.waiting;
  while (fresh?.state === "installing")
    await new Promise((done) => fresh.addEventListener("statechange", done, {once: true}));
  return fresh?.state ?? "nothing new";
}"""


async def under_its_worker(desk: Desk) -> None:
    await desk.page.evaluate("navigator.serviceWorker.ready")
    await desk.page.wait_for_function("() => navigator.serviceWorker.controller !== null")


async def opened_anew(desk: Desk) -> None:
    """The last page is closed, and somebody comes back."""
    await desk.page.close()
    desk.page = await desk.context.new_page()
    desk.watch()
    await desk.page.goto(desk.origin)
    await under_its_worker(desk)


async def shells(desk: Desk) -> dict[str, list[str]]:
    """What the worker keeps: the names of its shells, each with the paths of its files."""
    return await desk.page.evaluate(SHELLS)


@pytest.mark.req("DEVICE-8")
@pytest.mark.parametrize("zone", ["lgwan", "internet"])
async def test_it_can_be_installed_from_either_listener(desks: Desks, zone: str) -> None:
    desk = await desks.take(zone=zone, worker=True)
    await desk.page.goto(desk.origin)
    await under_its_worker(desk)
    browser = await desk.keyboard()
    told: dict[str, Any] = await browser.send("Page.getAppManifest")
    assert told["errors"] == []
    manifest = json.loads(told["data"])
    assert (manifest["name"], manifest["lang"], manifest["display"]) == ("寄合", "ja", "standalone")
    for icon in manifest["icons"]:
        size = await desk.page.evaluate(
            "async (src) => { const shown = new Image(); shown.src = src; await shown.decode();"
            " return `${shown.naturalWidth}x${shown.naturalHeight}`; }",
            icon["src"],
        )
        assert size == icon["sizes"]
    hindered: dict[str, Any] = await browser.send("Page.getInstallabilityErrors")
    # The profiles of these tests are of those that forget everything, and into such nothing can be installed.
    assert {each["errorId"] for each in hindered["installabilityErrors"]} <= {"in-incognito"}


@pytest.mark.req("N129", "A11Y-1", "DEVICE-8")
@pytest.mark.asvs("V14.3.3")
async def test_without_a_line_it_says_so_and_the_worker_keeps_nothing_of_a_person(
    town: Town, desks: Desks
) -> None:
    phone = await desks.take(SATO, zone="internet", size=PHONE, touch=True, worker=True)
    phone.expects_trouble = True
    await under_its_worker(phone)
    await phone.open("福祉課")
    await phone.say("おくやみの窓口は2番です")
    await expect(phone.message("おくやみの窓口は2番です")).to_have_count(1)
    await town.says(SATO, "午後は3番です", town.welfare)
    await expect(phone.message("午後は3番です")).to_be_visible()

    await phone.context.set_offline(True)
    await phone.page.goto(f"{phone.origin}/people")
    await expect(phone.page.get_by_text(LINE_IS_CUT)).to_be_visible()
    await phone.accessible()
    await phone.picture("without-a-line")
    await phone.context.set_offline(False)
    await phone.button("もう一度つなぐ").tap()
    await expect(phone.page.get_by_role("heading", name="名簿")).to_be_visible()

    await phone.page.goto(f"{phone.origin}/settings")
    await phone.button("ログアウト").tap()
    await expect(phone.page.get_by_role("heading", name="ログイン")).to_be_visible()
    (files,) = (await shells(phone)).values()
    built = {f"/{path.relative_to(ROOT / 'web/dist')}" for path in (ROOT / "web/dist").rglob("*")}
    assert "/index.html" in files
    assert set(files) <= built
    kept = await phone.page.evaluate(KEPT)
    assert not [word for word in ("佐藤", "窓口", "午後", "福祉課") if word in kept], kept


@pytest.fixture
async def city(ground: Ground, tmp_path: Path) -> AsyncGenerator[Server]:
    """A server whose client is built anew while somebody is working."""
    with ground.copied(tmp_path) as url:
        built = shutil.copytree(ROOT / "web/dist", tmp_path / "dist")
        server = Server(tmp_path, url, web_root=built)
        await server.start()
        yield server
        server.stop()


@pytest.mark.req("N129")
async def test_a_new_build_waits_until_the_last_page_of_the_old_one_is_closed(
    city: Server, browser: Browser
) -> None:
    desks = Desks(browser, lambda zone: f"http://{zone}.localhost:{city.ports[zone]}")
    desk = await desks.take(SATO, worker=True)
    await under_its_worker(desk)
    await desk.open("福祉課")
    (old,) = await shells(desk)

    worker = city.web_root / "sw.js"
    worker.write_text(worker.read_text().replace('"revision":"', '"revision":"2', 1))
    assert await desk.page.evaluate(RENEWED) == "installed"
    await desk.say("古い版のまま送りました")
    await expect(desk.message("古い版のまま送りました")).to_be_visible()
    await desk.composer.fill("書きかけの返事")
    assert (
        await desk.page.evaluate("navigator.serviceWorker.ready.then(({waiting}) => waiting?.state)")
        == "installed"
    )
    assert old in await shells(desk)

    async with asyncio.timeout(30):
        await opened_anew(desk)
        while old in await shells(desk):  # the browser had not let go yet of the page that was closed
            await opened_anew(desk)
    await desk.open("福祉課")
    await expect(desk.composer).to_have_value("書きかけの返事")
    assert await desks.left() == []
