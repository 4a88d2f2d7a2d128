"""The server dies in mid conversation, the line is cut: the page goes on by itself, and nothing typed is lost."""

import asyncio
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.browser.desk import ON_ONE_DATABASE, Desk, Desks
from tests.cast import SATO, SUZUKI, WELFARE
from tests.faults.calls import final_log
from tests.faults.server import Server
from tests.grounds import Ground
from tools.places import ROOT

# What a killed server loses of either database is asked below tests/faults.
pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
KEPT_ON_THE_DEVICE = """([account, text]) => new Promise((done) => {
  const box = indexedDB.open(`yoriai-${account}`);
  box.onsuccess = () => {
    const kept = box.result.transaction("kept").objectStore("kept").getAll();
    kept.onsuccess = () => done(kept.result.some((each) => each.text === text));
    box.result.close();
  };
})"""
ON_THE_SERVER = """(text) => fetch("/api/drafts")
  .then((answer) => answer.json())
  .then(({drafts}) => drafts.some((each) => each.text === text))"""
LINE_IS_CUT = "通信が切れています。書いたものは残っています"


@pytest.fixture
async def server(ground: Ground, tmp_path: Path) -> AsyncGenerator[Server]:
    """A server of its own process, with the built client."""
    with ground.copied(tmp_path) as url:
        server = Server(tmp_path, url, web_root=ROOT / "web/dist")
        await server.start()
        yield server
        server.stop()


@pytest.fixture
async def two(server: Server, browser: Browser) -> AsyncGenerator[tuple[Desk, Desk]]:
    """佐藤 on LGWAN and 鈴木 on the Internet, each in the room of 福祉課."""
    desks = Desks(browser, lambda zone: f"http://{zone}.localhost:{server.ports[zone]}")
    sato = await desks.take(SATO, worker=True)
    suzuki = await desks.take(SUZUKI, zone="internet", worker=True)
    for desk in (sato, suzuki):
        desk.expects_trouble = True
        await desk.open("福祉課")
        await desk.page.evaluate("window.isTheSamePage = true")
    yield sato, suzuki
    assert await desks.left() == []


@pytest.mark.req("F1", "D1", "D5", "MSG-14", "C1", "C2")
async def test_both_pages_outlive_a_killed_server_without_a_reload(
    server: Server, two: tuple[Desk, Desk]
) -> None:
    sato, suzuki = two
    await sato.say("停電の前に送りました")
    await expect(suzuki.message("停電の前に送りました")).to_be_visible()

    await server.kill()
    await expect(sato.page.get_by_text(LINE_IS_CUT)).to_be_visible(timeout=15_000)
    await sato.say("停電中に書きました")
    await expect(sato.log.get_by_text("送信待ち（つながったら送ります）")).to_be_visible()
    await server.start()

    for desk in two:
        await expect(desk.message("停電中に書きました")).to_have_count(1, timeout=30_000)
        assert await desk.page.evaluate("window.isTheSamePage")
    await expect(sato.page.get_by_text(LINE_IS_CUT)).to_have_count(0)
    await suzuki.say("届いています")
    await expect(sato.message("届いています")).to_be_visible()
    texts = await _texts(server)
    assert texts == ["停電の前に送りました", "停電中に書きました", "届いています"]


@pytest.mark.req("D1", "MSG-14", "MSG-15", "N103")
async def test_what_waits_survives_a_reload_and_is_sent_once(server: Server, two: tuple[Desk, Desk]) -> None:
    sato, suzuki = two
    # The shell must be there without the server: the page has to be under its service worker first.
    await sato.page.evaluate("navigator.serviceWorker.ready")
    await sato.page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    await server.kill()
    await sato.say("再読込みの前に書きました")
    await expect(sato.log.get_by_text("送信待ち（つながったら送ります）")).to_be_visible()
    await sato.composer.fill("まだ途中です")
    await _until(sato, KEPT_ON_THE_DEVICE, [str(SATO), "まだ途中です"])
    await sato.page.reload()
    await server.start()

    await expect(suzuki.message("再読込みの前に書きました")).to_have_count(1, timeout=30_000)
    await expect(sato.message("再読込みの前に書きました")).to_have_count(1, timeout=30_000)
    assert await _texts(server) == ["再読込みの前に書きました"]
    # What was not sent is still where it was written, and on its way to the person's other devices.
    await expect(sato.composer).to_have_value("まだ途中です")
    await _until(sato, ON_THE_SERVER, "まだ途中です")


@pytest.mark.req("D5", "MSG-14")
async def test_a_cut_line_is_said_in_words_and_heals(server: Server, two: tuple[Desk, Desk]) -> None:
    sato, suzuki = two
    await sato.context.set_offline(True)
    await expect(sato.page.get_by_text(LINE_IS_CUT)).to_be_visible(timeout=10_000)
    await sato.say("線が切れている間に")
    await suzuki.say("こちらは平気です")
    await sato.context.set_offline(False)
    await expect(sato.message("こちらは平気です")).to_have_count(1, timeout=30_000)
    await expect(suzuki.message("線が切れている間に")).to_have_count(1, timeout=30_000)
    assert sorted(await _texts(server)) == ["こちらは平気です", "線が切れている間に"]


async def _texts(server: Server) -> list[str]:
    final = await final_log(server.node, "lgwan", SATO, WELFARE)
    return [message["parts"][0]["text"] for message in final]


async def _until(desk: Desk, is_so: str, about: str | list[str]) -> None:
    """A page tells nobody when what it has written lies there."""
    async with asyncio.timeout(30):
        while not await desk.page.evaluate(is_so, about):  # noqa: ASYNC110 see above
            await asyncio.sleep(0.05)
