"""Behind proxies that kill WebSockets, and behind those that hold back streams as well, people talk all the same."""

import pytest
from playwright.async_api import BrowserContext, Page, Route, WebSocketRoute, expect

from tests.browser.desk import ON_ONE_DATABASE, Desks
from tests.cast import SATO, SUZUKI
from tests.platform.nodes import until
from tests.town import Town

pytestmark = [pytest.mark.anyio, ON_ONE_DATABASE]
LEARNED = "JSON.parse(localStorage.getItem('yoriai.carrier') ?? '{}').carrier"


async def no_sockets(context: BrowserContext) -> None:
    """Each is cut before anything has come over it."""

    async def cut(socket: WebSocketRoute) -> None:
        await socket.close()

    await context.route_web_socket("**/socket?*", cut)


async def no_streams(context: BrowserContext) -> None:
    """And an answer that does not end is none."""

    async def refuse(route: Route) -> None:
        await route.fulfill(status=502, body="<h1>Bad Gateway</h1>")

    await no_sockets(context)
    await context.route("**/events?*", refuse)


def asked(page: Page) -> list[str]:
    """The addresses that this page will ask from now on, as it asks them."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url.rpartition("/")[2]))
    return found


@pytest.mark.req("R3", "A7", "MSG-9", "MSG-14", "ZONE-2")
@pytest.mark.parametrize("carrier", ["events", "poll"])
async def test_whoever_has_no_websockets_talks_with_whoever_has_in_both_directions(
    town: Town, desks: Desks, carrier: str
) -> None:
    proxy = no_sockets if carrier == "events" else no_streams
    suzuki = await desks.take(SUZUKI, zone="internet", behind=proxy)
    suzuki.expects_trouble = True
    await suzuki.open("福祉課")
    sato = await desks.take(SATO)
    await sato.open("福祉課")
    await suzuki.page.wait_for_function(f"() => {LEARNED} === '{carrier}'", timeout=15_000)
    await until(lambda: sum(bool(each.looks_at) for each in town.assembly.realtime.hub.listeners) == 2)
    asked_by_suzuki = asked(suzuki.page)

    await sato.composer.fill("こちらはプロキシの中です")
    if carrier == "events":  # between two polls nobody hears what is said once and kept nowhere
        await expect(suzuki.page.get_by_text("佐藤 花子さんが入力中")).to_be_visible()
    await sato.composer.press("Control+Enter")
    await expect(suzuki.message("こちらはプロキシの中です")).to_be_visible()
    await suzuki.say("こちらもです")
    await expect(sato.message("こちらもです")).to_have_count(1)
    await expect(sato.log.get_by_text("既読 1").first).to_be_visible()

    assert "say?v=1" in asked_by_suzuki
    assert ("poll?v=1" in asked_by_suzuki) == (carrier == "poll")
    assert not [
        each for each in asked_by_suzuki if each.startswith("facts?")
    ]  # nothing had to be asked for again
