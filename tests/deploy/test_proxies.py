"""The settings for proxies that we hand out, tried on real ones before two real servers."""

import asyncio
import json
from collections.abc import Generator

import httpx2
import pytest
from sqlalchemy import select
from websockets.asyncio.client import connect

from tests.cast import SATO, SUZUKI, WELFARE
from tests.deploy.front import ADDRESSES, Front, front, haproxy, nginx, trusting
from tests.grounds import Ground
from tests.keys import new_send_key
from yoriai.platform.db.store import opened
from yoriai.platform.facts.models import JournalRow

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.parametrize("ground", ["postgresql"], indirect=True, scope="module"),
]
PLACE = f"/api/rooms/{WELFARE}/messages"
CLAIMS = {
    "x-forwarded-for": "10.9.9.9",
    "forwarded": "for=10.9.9.9",
    "x-real-ip": "10.9.9.9",
    "x-zone": "lgwan",
    "zone": "lgwan",
    "x-forwarded-host": "lgwan.localhost",
}
LEFT_ALONE = 2.5  # seconds: longer than a proxy sends nobody to a node that it found closed
KEPT_WITHIN = 3.5  # seconds until the other node has seen it without a bus


PROXIES = [
    pytest.param(nginx, marks=pytest.mark.outside("nginx", "openssl"), id="nginx"),
    pytest.param(haproxy, marks=pytest.mark.outside("haproxy", "openssl"), id="haproxy"),
]


@pytest.fixture(scope="module", params=PROXIES)
def before(
    request: pytest.FixtureRequest, ground: Ground, tmp_path_factory: pytest.TempPathFactory
) -> Generator[Front]:
    folder = tmp_path_factory.mktemp("front")
    with ground.copied(folder, rebuilds=True) as url, front(request.param, folder, url) as opened_front:
        yield opened_front


def message(text: str) -> dict[str, object]:
    return {"send_key": new_send_key(), "parts": [{"kind": "text", "text": text}]}


@pytest.mark.req("N28", "ZONE-1")
@pytest.mark.parametrize("zone", ["lgwan", "internet"])
async def test_each_name_leads_to_its_zone_whatever_a_request_claims(before: Front, zone: str):
    async with before.client(SATO, zone) as client:
        answer = await client.get("/api/entrance", headers=CLAIMS)
        assert (answer.status_code, answer.json()["zone"]) == (200, zone)
        assert answer.headers["strict-transport-security"] == "max-age=31536000; includeSubDomains"
        said = await client.post(PLACE, json=message(f"{zone}から"), headers=CLAIMS)
        assert said.status_code == 200, said.text
    async with opened(before.servers[0].database) as store, store.reading() as session:
        newest = select(JournalRow).order_by(JournalRow.position.desc()).limit(1)
        line = await session.scalar(newest.where(JournalRow.name == "messages.posted"))
        assert line is not None
        assert (line.zone, line.address) == (zone, "127.0.0.1")


@pytest.mark.req("N28", "N57")
async def test_nobody_makes_up_an_address_after_a_body(before: Front):
    said = before.headers(SATO, "internet") | {"connection": "close", "content-type": "application/json"}
    head = "".join(f"{name}: {value}\r\n" for name, value in said.items())
    body = json.dumps(message("あとから")).encode()
    chunks = b"%x\r\n%b\r\n0\r\nX-Forwarded-For: 10.9.9.9\r\n\r\n" % (len(body), body)
    asked = f"POST {PLACE} HTTP/1.1\r\n{head}Transfer-Encoding: chunked\r\n\r\n".encode()
    assert b"HTTP/1.1 200" in await asyncio.to_thread(before.raw, asked + chunks, "internet")
    async with opened(before.servers[0].database) as store, store.reading() as session:
        newest = select(JournalRow.address).order_by(JournalRow.position.desc()).limit(1)
        assert await session.scalar(newest.where(JournalRow.name == "messages.posted")) == "127.0.0.1"


async def test_what_is_for_the_keeper_is_not_seen_from_outside(before: Front):
    async with before.client(SATO, "internet") as client:
        assert (await client.get("/healthz")).status_code == 404
    node = f"http://127.0.0.1:{before.servers[0].ports['lgwan']}"
    async with httpx2.AsyncClient(base_url=node) as client:
        asked = await client.get("/healthz", headers={"host": before.host("lgwan")})
        assert asked.json() == {"ok": True}


@pytest.mark.req("N28")
def test_who_names_no_host_of_ours_hears_nothing(before: Front):
    assert before.raw(b"GET / HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n") == b""


@pytest.mark.req("N28", "ZONE-1")
@pytest.mark.parametrize("name", ["lgwan.localhost", "internet.localhost"])
def test_who_comes_from_one_network_is_not_let_into_the_zone_of_another_by_naming_it(
    before: Front, name: str
):
    """By the name of a request, or of TLS: who knows the inner one and comes from outside hears nothing."""
    for zone, other in (("internet", "lgwan"), ("lgwan", "internet")):
        asked = f"GET /api/entrance HTTP/1.1\r\nHost: {before.host(other)}\r\nConnection: close\r\n\r\n"
        assert b'"zone"' not in before.raw(asked.encode(), zone, name)
        asked = f"GET /api/entrance HTTP/1.1\r\nHost: {before.host(zone)}\r\nConnection: close\r\n\r\n"
        assert b'"zone":"%b"' % zone.encode() in before.raw(asked.encode(), zone, name)


@pytest.mark.req("N39")
async def test_a_page_of_elsewhere_changes_nothing(before: Front):
    async with before.client(SATO, "internet") as client:
        foreign = {"origin": f"https://{before.host('lgwan')}"}
        assert (await client.post(PLACE, json=message("よそから"), headers=foreign)).status_code == 403


async def test_a_socket_goes_through_and_hears(before: Front):
    address = f"wss://{before.host('lgwan')}/socket?v=1"
    said = before.headers(SUZUKI, "lgwan")
    headers = {"Cookie": said["cookie"], "Origin": said["origin"]}
    async with connect(
        address,
        host=ADDRESSES["lgwan"],
        port=before.port,
        ssl=trusting(),
        additional_headers=headers,
        proxy=None,
    ) as line:
        assert "hello" in json.loads(await line.recv())
        async with before.client(SATO, "lgwan") as client:
            posted = (await client.post(PLACE, json=message("ソケットへ"))).json()
        async with asyncio.timeout(KEPT_WITHIN):
            while json.loads(await line.recv()).get("number") != posted["number"]:
                pass


async def test_events_flow_as_they_come(before: Front):
    async with (
        before.client(SUZUKI, "internet") as listening,
        before.client(SATO, "lgwan") as client,
        listening.stream("POST", "/events?v=1", json={"said": []}) as answer,
    ):
        assert answer.status_code == 200
        lines = answer.aiter_lines()
        async with asyncio.timeout(10):
            while '"hello"' not in await anext(lines):
                pass
        posted = (await client.post(PLACE, json=message("流れてくる"))).json()
        async with asyncio.timeout(KEPT_WITHIN):
            while posted["message_id"] not in await anext(lines):
                pass


def smuggled(host: str) -> dict[str, bytes]:
    """Ways to hide a request in another one, so that the proxy takes it for a body and the server for a request."""
    inner = f"GET /healthz HTTP/1.1\r\nHost: {host}\r\n\r\n".encode()
    chunk = b"%x\r\n%b\r\n0\r\n\r\n" % (len(inner), inner)
    post = f"POST /api/sign-in HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n".encode()
    upgrade = (
        f"GET /socket?v=1 HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n".encode()
    )
    length = b"Content-Length: %d\r\n" % (len(inner) + 5)
    return {
        "CL.TE": post + length + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + inner,
        "TE.CL": post + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk,
        "TE.TE": post
        + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n"
        + length
        + b"\r\n0\r\n\r\n"
        + inner,
        "TE with a tab": post + b"Transfer-Encoding:\tchunked \r\n" + length + b"\r\n0\r\n\r\n" + inner,
        "two lengths": post + b"Content-Length: 0\r\n" + length + b"\r\n" + inner,
        "a signed length": post + b"Content-Length: +%d\r\n\r\n" % len(inner) + inner,
        "a folded line": post + b"Content-Length: 0\r\nX-A: a\r\n " + inner,
        "bare line feeds": post.replace(b"\r\n", b"\n")
        + b"Content-Length: 0\nX: "
        + inner.replace(b"\r\n", b"\n"),
        "a name with a space": post + b"Content-Length : %d\r\n\r\n" % len(inner) + inner,
        "an upgrade of a wrong version": upgrade + b"Sec-WebSocket-Version: 777\r\n\r\n" + inner,
        "an upgrade that is none": upgrade.replace(b"websocket", b"h2c")
        + b"HTTP2-Settings: AA\r\n\r\n"
        + inner,
        "a header in the path": b"GET /api/entrance%0d%0a%0d%0a" + inner + b"\r\n",
    }


@pytest.mark.req("N57")
@pytest.mark.parametrize("way", smuggled("").keys())
def test_no_request_is_hidden_in_another(before: Front, way: str):
    """The hidden one asks for what the proxy lets nobody ask, and what the server would tell the proxy itself."""
    heard = before.raw(smuggled(before.host("lgwan"))[way])
    assert b'"ok":true' not in heard, heard
    assert b"HTTP/1.1 200" not in heard, heard


@pytest.mark.req("F20", "N108")
async def test_a_node_goes_and_comes_and_nobody_is_refused(before: Front):
    """With a look at their health, or without one: who finds one closed door is sent to the other."""
    tries: list[int] = []
    is_over = asyncio.Event()

    async def speak(number: int) -> None:
        async with before.client(SATO, "lgwan") as client:
            while not is_over.is_set():
                said, again = message(f"{number}人目"), 0
                while (await client.post(PLACE, json=said)).status_code != 200:
                    again += 1
                    await asyncio.sleep(0.2)
                tries.append(again)

    speaking = [asyncio.create_task(speak(number)) for number in range(4)]
    for server in before.servers:
        await asyncio.sleep(0.3)
        await server.end()
        await asyncio.sleep(0.3)
        await server.start()
        await asyncio.sleep(LEFT_ALONE)
    is_over.set()
    await asyncio.gather(*speaking)
    assert len(tries) > 50
    assert max(tries) <= 3
