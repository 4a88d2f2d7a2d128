"""The edge of HTTP: foreign pages change nothing, nothing is endless, and every answer carries the headers."""

import pytest
from starlette.types import Message
from structlog.testing import capture_logs

from tests.platform.hall import TENANT
from tests.platform.http.conftest import HOST, ORIGIN, Counter
from yoriai.platform.http.edge import MOST_BYTES

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)]

BODY = {"hall_id": str(TENANT), "words": "a"}


@pytest.mark.req("N39")
@pytest.mark.parametrize(
    "origin", [None, "", "null", "http://elsewhere.example", "http://lgwan.localhost:8601"]
)
@pytest.mark.asvs("V3.5.1")
async def test_a_page_of_another_origin_changes_nothing(counter: Counter, origin: str | None):
    for method, path in (
        ("POST", "/api/calls"),
        ("PUT", "/api/sneak"),
        ("DELETE", "/api/calls"),
        ("PATCH", "/x"),
    ):
        answer = await counter.ask(method, path, BODY, origin=origin)
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert (await counter.ask("GET", "/api/calls", origin=origin)).status_code == 200


@pytest.mark.req("ZONE-1")
async def test_under_a_foreign_name_there_is_nothing(counter: Counter):
    answer = await counter.ask("GET", "/api/calls", host="internet.localhost:8601")
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
@pytest.mark.asvs("V3.5.2")
async def test_only_json_is_taken(counter: Counter, kind: str):
    answer = await counter.ask("POST", "/api/calls", BODY, content_type=kind)
    assert (answer.status_code, answer.json()["code"]) == (415, "wrong_type")


async def test_json_may_say_its_character_set(counter: Counter):
    answer = await counter.ask("POST", "/api/calls", BODY, content_type="application/json; charset=utf-8")
    assert answer.status_code == 201


@pytest.mark.req("N53", "N54")
async def test_a_body_has_an_end(counter: Counter):
    answer = await counter.ask("POST", "/api/calls", {"words": "x" * (MOST_BYTES + 1)})
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")

    async def endless():
        for _ in range(MOST_BYTES // 1024 + 10):
            yield b"x" * 1024

    sent = {"host": HOST, "origin": ORIGIN, "content-type": "application/json"}
    answer = await counter.client.post("/api/calls", content=endless(), headers=sent)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.req("N54", "N57")
@pytest.mark.parametrize("length", ["-1", "+1", "1e3", "1_000", "\u0661", "9" * 5_000, f"{MOST_BYTES + 1}"])
@pytest.mark.asvs("V1.4.2")
async def test_a_length_that_is_too_much_or_no_number_is_refused_unread(counter: Counter, length: str):
    said: list[Message] = []

    async def receive() -> Message:
        raise AssertionError("the body was read")

    async def send(message: Message) -> None:
        said.append(message)

    headers = {"host": HOST, "origin": ORIGIN, "content-type": "application/json", "content-length": length}
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/api/calls",
        "client": ("127.0.0.1", 50_000),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }
    await counter.edge(scope, receive, send)
    assert said[0]["status"] == 413


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/api/calls"), ("GET", "/api/nothing"), ("POST", "/api/calls"), ("GET", "/api/defect")],
)
@pytest.mark.asvs("V3.4.3", "V3.4.4", "V3.4.5")
async def test_every_answer_carries_the_headers_that_protect(counter: Counter, method: str, path: str):
    headers = (await counter.ask(method, path)).headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cache-control"] == "no-store"
    assert headers["x-request-id"]
    assert "strict-transport-security" not in headers


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/nothing", 404, "not_found"),
        ("DELETE", "/api/calls", 404, "not_found"),
        ("GET", "/api/defect", 500, "defect"),
        ("GET", "/api/away", 503, "not_now"),
    ],
)
@pytest.mark.asvs("V16.5.1")
async def test_every_refusal_has_one_form(counter: Counter, method: str, path: str, status: int, code: str):
    answer = await counter.ask(method, path)
    said = answer.json()

    assert (answer.status_code, said["code"], set(said)) == (status, code, {"code", "details", "request_id"})
    assert said["request_id"] == answer.headers["x-request-id"]
    assert "words" not in answer.text
    assert "internal" not in answer.text


@pytest.mark.req("N51")
@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b"", 422),
        (b"{", 400),
        (b"[]", 422),
        (b'{"words": NaN}', 422),
        (b'{"hall_id": "x", "words": "a"}', 422),
        (b'{"words": "\\ud800", "hall_id": 1}', 422),
        (b"[" * 100_000, 400),
        (b'{"a":' * 100_000, 400),
        (b"\xff", 400),
        (b"1" * 10_000, 400),
    ],
)
@pytest.mark.asvs("V2.2.1", "V15.3.5")
async def test_what_cannot_be_read_or_is_wrong_is_refused(counter: Counter, content: bytes, status: int):
    sent = {"host": HOST, "origin": ORIGIN, "content-type": "application/json"}
    answer = await counter.client.post("/api/calls", content=content, headers=sent)

    assert answer.status_code in {status, 400, 422}
    assert answer.json()["code"] in {"unparseable", "wrong"}


@pytest.mark.asvs("V16.3.4")
async def test_a_defect_is_written_down_under_the_number_that_was_told(counter: Counter):
    with capture_logs() as logged:
        answer = await counter.ask("GET", "/api/defect")
    (line,) = [each for each in logged if each["log_level"] == "error"]
    assert (line["event"], line["request_id"]) == ("request failed", answer.headers["x-request-id"])
    assert line["exc_info"]
