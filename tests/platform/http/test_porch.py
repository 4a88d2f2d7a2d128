"""The porch before a route: whom it turns away, the application never hears of; everybody else is heard whole."""

import json

import pytest
from starlette.types import Message, Receive, Scope, Send

from tests.platform.http.conftest import HOST, ORIGIN
from yoriai.kit.errors import Forbidden, Refused, TooMany
from yoriai.platform.http.dress import HEADERS
from yoriai.platform.http.edge import MOST_BYTES, Edge
from yoriai.platform.http.listener import Knock, ListenerRules
from yoriai.platform.http.porch import Porch

pytestmark = pytest.mark.anyio

PATH = "/api/gate"
REFUSALS = {b"again": TooMany(retry_after=7), b"never": Forbidden(reason="porch")}
BROKEN: Message = {"type": "http.disconnect"}


def piece(body: bytes, *, more: bool = False) -> Message:
    return {"type": "http.request", "body": body, "more_body": more}


class House:
    """An application behind a porch, and what each of them heard."""

    def __init__(self) -> None:
        self.seen, self.inside = list[bytes](), list[Message]()
        rules = ListenerRules("lgwan", frozenset({HOST}), frozenset({ORIGIN}))
        self.edge = Edge(self.app, rules, secure=False, porches=[Porch("POST", PATH, self.look)])

    async def look(self, knock: Knock, body: bytes) -> Refused | None:
        assert knock.zone == "lgwan"
        self.seen.append(body)
        return REFUSALS.get(body)

    async def app(self, scope: Scope, receive: Receive, send: Send) -> None:
        while True:
            self.inside.append(await receive())
            if not self.inside[-1].get("more_body"):
                break
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def ask(self, *pieces: Message, path: str = PATH, origin: str = ORIGIN) -> list[Message]:
        left, said = [*pieces], list[Message]()
        headers = {"host": HOST, "origin": origin, "content-type": "application/json"}
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]

        async def receive() -> Message:
            return left.pop(0)

        async def send(message: Message) -> None:
            said.append(message)

        scope = {"type": "http", "method": "POST", "path": path, "client": ("127.0.0.1", 1), "headers": raw}
        await self.edge(scope, receive, send)
        return said


@pytest.mark.req("N32")
async def test_whom_it_turns_away_the_application_never_hears_of():
    house = House()
    start, end = await house.ask(piece(b"ag", more=True), piece(b"ain"))
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    said = json.loads(end["body"])

    assert (start["status"], said["code"], said["details"]) == (429, "too_many", {"retry_after": 7})
    assert headers["retry-after"] == "7"
    assert headers["x-request-id"] == said["request_id"]
    assert headers["content-length"] == str(len(end["body"]))
    assert headers["cache-control"] == "no-store"
    assert HEADERS.items() <= headers.items()
    assert len(headers) == len(start["headers"])
    assert house.inside == []


async def test_a_refusal_that_does_not_pass_by_itself_names_no_time():
    start, _ = await House().ask(piece(b"never"))
    assert start["status"] == 403
    assert b"retry-after" not in dict(start["headers"])


async def test_whoever_may_go_on_is_heard_from_the_beginning():
    house, pieces = House(), [piece(b"a", more=True), piece(b"b", more=True), piece(b"c")]
    assert (await house.ask(*pieces))[0]["status"] == 204
    assert (house.seen, house.inside) == ([b"abc"], pieces)


async def test_what_comes_after_the_whole_body_is_heard_inside():
    house = House()
    heard = list[Message]()

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        heard.extend([await receive(), await receive()])

    house.edge.app = app
    await house.ask(piece(b"a"), BROKEN)
    assert heard == [piece(b"a"), BROKEN]


async def test_a_line_that_breaks_off_is_the_applications_to_see():
    house = House()
    await house.ask(piece(b"aga", more=True), BROKEN)
    assert house.inside == [piece(b"aga", more=True), BROKEN]


@pytest.mark.req("N53")
async def test_nobody_fills_the_porch():
    house = House()
    half = b"x" * (MOST_BYTES // 2 + 1)
    start, _ = await house.ask(piece(half, more=True), piece(half, more=True))
    assert (start["status"], house.seen) == (413, [])


@pytest.mark.req("N39")
async def test_a_page_of_another_origin_does_not_come_as_far_as_the_porch():
    house = House()
    start, _ = await house.ask(piece(b"again"), origin="http://elsewhere.example")
    assert (start["status"], house.seen, house.inside) == (403, [], [])


async def test_other_routes_have_none():
    house = House()
    await house.ask(piece(b"again"), path="/api/other")
    assert (house.seen, house.inside) == ([], [piece(b"again")])
