"""The host of files: nothing of the application is there, and nothing of a file is said before the right is certain."""

from collections.abc import AsyncGenerator, Callable

import httpx2
import pytest

from tests.platform.http.conftest import HOST, ORIGIN, router
from yoriai.kit.errors import Forbidden, NotFound, Refused, TooMany
from yoriai.platform.http.application import application
from yoriai.platform.http.by_name import ByName
from yoriai.platform.http.content import Content, ContentHost
from yoriai.platform.http.edge import Edge
from yoriai.platform.http.listener import Knock, ListenerRules

pytestmark = pytest.mark.anyio

FILES = "files.localhost:8600"
BYTES = b"0123456789"
TAG = '"a1-whole"'
EVERY_WAY: list[tuple[str, dict[str, str]]] = [
    ("GET", {}),
    ("HEAD", {}),
    ("GET", {"range": "bytes=0-1"}),
    ("GET", {"range": "bytes=99-"}),
    ("GET", {"if-none-match": TAG}),
    ("GET", {"if-none-match": "*"}),
    ("GET", {"range": "bytes=0-1", "if-range": TAG}),
]
Ask = Callable[..., AsyncGenerator[httpx2.Response]]


async def look(_: Knock, token: str) -> Content:
    async def read(start: int, end: int) -> AsyncGenerator[bytes]:
        for at in range(start, end):
            yield BYTES[at : at + 1]

    refusals: dict[str, Refused | Exception] = {
        "forbidden": Forbidden(reason="zone"),
        "gone": NotFound(),
        "often": TooMany(retry_after=7),
        "broken": RuntimeError("words that must not leave the server"),
    }
    if token in refusals:
        raise refusals[token]
    return Content("見積 書.png", "image/png", len(BYTES), TAG, read)


class House:
    """Both hosts of one listener, as browsers reach them."""

    def __init__(self, *, pictures: str = f"http://{FILES}") -> None:
        rules = ListenerRules("lgwan", frozenset({HOST}), frozenset({ORIGIN}), files=pictures)
        app = application()
        app.include_router(router)
        self.files = ContentHost(rules, look, secure=False)
        self.door = ByName(Edge(app, rules, secure=False), self.files, rules)

    async def ask(self, method: str, path: str, *, host: str = FILES, **headers: str) -> httpx2.Response:
        transport = httpx2.ASGITransport(app=self.door)
        async with httpx2.AsyncClient(transport=transport, base_url=ORIGIN) as client:
            return await client.request(method, path, headers={"host": host, **headers})


def apart(answer: httpx2.Response) -> tuple[int, dict[str, str], dict[str, object]]:
    """An answer without the number that each has of its own."""
    headers = {name: value for name, value in answer.headers.items() if name != "x-request-id"}
    body = answer.json() | {"request_id": ""} if answer.content else {}
    return answer.status_code, headers, body


@pytest.mark.req("S15", "N60")
@pytest.mark.parametrize(("method", "headers"), EVERY_WAY)
async def test_a_file_is_saved_and_never_run(method: str, headers: dict[str, str]) -> None:
    answer = await House().ask(method, "/f/good/x.png", **headers)
    said = answer.headers
    assert answer.status_code in {200, 206, 304, 416}
    assert (
        "sandbox" in said["content-security-policy"]
        and "default-src 'none'" in said["content-security-policy"]
    )
    assert (said["x-content-type-options"], said["referrer-policy"]) == ("nosniff", "no-referrer")
    assert (said["cache-control"], said["etag"]) == ("private, no-cache", TAG)
    assert said["cross-origin-resource-policy"] == "cross-origin", "our pages show its pictures"
    assert not {"set-cookie", "access-control-allow-origin"} & said.keys()
    if answer.status_code < 300:
        assert said["content-disposition"].startswith("attachment; filename=")
        assert said["content-type"] == "image/png"


async def test_parts_come_as_they_were_asked_for() -> None:
    house = House()
    whole, part = await house.ask("GET", "/f/good/x"), await house.ask("GET", "/f/good/x", range="bytes=-3")
    assert (whole.status_code, whole.content, whole.headers["content-length"]) == (200, BYTES, "10")
    assert (part.status_code, part.content, part.headers["content-range"]) == (206, b"789", "bytes 7-9/10")
    beyond = await house.ask("GET", "/f/good/x", range="bytes=10-")
    assert (beyond.status_code, beyond.content, beyond.headers["content-range"]) == (416, b"", "bytes */10")
    known = await house.ask("GET", "/f/good/x", **{"if-none-match": TAG})
    assert (known.status_code, known.content, "content-length" in known.headers) == (304, b"", False)
    head = await house.ask("HEAD", "/f/good/x", range="bytes=0-3")
    assert (head.status_code, head.content, head.headers["content-length"]) == (206, b"", "4")


@pytest.mark.req("A4", "A5", "N7")
async def test_every_no_is_the_same_no_whatever_was_asked_for() -> None:
    house = House()
    paths = [
        "/f/gone/x",
        "/f/forbidden/x",
        "/f/good",
        "/f/good/",
        "/f/good/a/b",
        "/f//x",
        "/",
        "/f/",
        "/F/good/x",
    ]
    paths += ["/api/calls", "/socket", "/healthz", "/assets/x.js", "/index.html", "/thumbnails/good/x"]
    answers = [apart(await house.ask("GET", path, **headers)) for path in paths for _, headers in EVERY_WAY]
    answers += [
        apart(await house.ask(method, "/f/good/x")) for method in ("POST", "PUT", "OPTIONS", "PROPFIND")
    ]
    assert answers == [answers[0]] * len(answers)
    assert answers[0][0] == 404 and answers[0][2]["code"] == "not_found"
    assert answers[0][1]["content-disposition"] == "attachment", "a page from which it is followed stays"
    heads = [apart(await house.ask("HEAD", path)) for path in paths]
    assert heads == [(404, answers[0][1], {})] * len(heads)


async def test_what_passes_is_said_to_pass() -> None:
    house = House()
    often, broken = await house.ask("GET", "/f/often/x"), await house.ask("GET", "/f/broken/x")
    assert (often.status_code, often.headers["retry-after"]) == (429, "7")
    assert (broken.status_code, broken.json()["code"]) == (503, "not_now")


@pytest.mark.req("S15", "N60")
async def test_each_host_has_what_is_its_own() -> None:
    house = House()
    assert (await house.ask("GET", "/api/long/1", host=HOST)).status_code == 200
    assert (await house.ask("GET", "/f/good/x", host=HOST)).status_code == 404
    assert (await house.ask("GET", "/f/good/x", host="files.localhost:8601")).status_code == 404
    policy = (await house.ask("GET", "/api/long/1", host=HOST)).headers["content-security-policy"]
    assert f"img-src 'self' blob: data: http://{FILES};" in policy
    assert policy.count(FILES) == 1, "nothing but pictures is taken from there"
    without = House(pictures="")
    assert (await without.ask("GET", "/f/good/x")).status_code == 404
    assert (
        "files" not in (await without.ask("GET", "/api/long/1", host=HOST)).headers["content-security-policy"]
    )
