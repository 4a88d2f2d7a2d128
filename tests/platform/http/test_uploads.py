"""The few routes that take a file: raw bytes, counted as they come, and never more than was declared."""

from collections.abc import AsyncIterator

import anyio
import pytest
from starlette.requests import Request
from starlette.types import Message

from tests.platform.http.conftest import HOST, ORIGIN, SCAN, Counter
from yoriai.kit.errors import NotNow, Unparseable
from yoriai.platform.http import uploads
from yoriai.platform.http.uploads import OCTETS, Receiving, Upload, Uploads

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)]

PATH = "/api/papers/7/scan"
GIGABYTE = 1024**3


def scope_of(path: str, **headers: str) -> dict[str, object]:
    sent = {"host": HOST, "origin": ORIGIN, "content-type": OCTETS} | headers
    return {
        "type": "http",
        "method": "POST",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "client": ("127.0.0.1", 50_000),
        "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in sent.items()],
    }


async def status_of(counter: Counter, scope: dict[str, object], *chunks: bytes, unread: bool = False) -> int:
    """What is answered to these pieces of a body; `unread` when none of them may be asked for."""
    said: list[Message] = []
    left = [*chunks]

    async def receive() -> Message:
        assert not unread, "the body was read"
        if not left:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": left.pop(0), "more_body": bool(left)}

    async def send(message: Message) -> None:
        said.append(message)

    await counter.edge(scope, receive, send)
    return int(said[0]["status"])


async def test_a_file_of_more_than_a_mebibyte_is_taken_where_files_are_taken(counter: Counter):
    sent = {"host": HOST, "origin": ORIGIN, "content-type": OCTETS}
    answer = await counter.client.post(PATH, content=b"x" * SCAN.most, headers=sent)
    assert (answer.status_code, answer.json()) == (200, {"size": SCAN.most})

    answer = await counter.client.post(PATH, content=b"x" * (SCAN.most + 1), headers=sent)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    assert answer.json()["details"] == {"most": SCAN.most}


@pytest.mark.parametrize("length", [str(GIGABYTE), "9" * 5_000, "-1", "1e3", ""])
@pytest.mark.asvs("V5.2.1")
async def test_a_stated_gigabyte_is_refused_before_a_byte_of_it_is_read(counter: Counter, length: str):
    assert await status_of(counter, scope_of(PATH, content_length=length), unread=True) == 413


@pytest.mark.asvs("V5.2.1")
async def test_a_length_that_lies_and_pieces_without_an_end_are_counted_as_they_come(counter: Counter):
    mebibyte = b"x" * 1024 * 1024
    lies = scope_of(PATH, content_length="10")
    assert await status_of(counter, lies, *[mebibyte] * 5) == 413

    came = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal came
        for _ in range(1_000):
            came += 1
            yield mebibyte

    sent = {"host": HOST, "origin": ORIGIN, "content-type": OCTETS}
    answer = await counter.client.post(PATH, content=endless(), headers=sent)
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


@pytest.mark.req("N39")
async def test_a_page_of_another_origin_brings_no_file(counter: Counter):
    for origin in (None, "null", "http://elsewhere.example"):
        answer = await counter.ask("POST", PATH, {}, origin=origin, content_type=OCTETS)
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")


async def test_a_file_comes_as_bytes_and_everything_else_as_json(counter: Counter):
    for kind in ("application/json", "multipart/form-data", "text/csv", ""):
        answer = await counter.ask("POST", PATH, {}, content_type=kind)
        assert (answer.status_code, answer.json()["details"]) == (415, {"takes": OCTETS})
    answer = await counter.ask("POST", "/api/calls", {}, content_type=OCTETS)
    assert (answer.status_code, answer.json()["details"]) == (415, {"takes": "application/json"})
    too_much = await counter.ask("POST", "/api/calls", {"words": "x" * 2 * 1024 * 1024})
    assert too_much.status_code == 413


async def test_a_line_that_breaks_off_brings_no_file(counter: Counter):
    broken = scope_of(PATH, content_length="10")
    said: list[Message] = []
    messages: list[Message] = [{"type": "http.request", "body": b"half", "more_body": True}]

    async def receive() -> Message:
        return messages.pop(0) if messages else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        said.append(message)

    await counter.edge(broken, receive, send)
    assert said[0]["status"] == 400


async def test_who_dawdles_brings_no_file_and_makes_room_again(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(uploads, "PATIENCE", 0.01)
    receiving = Receiving()

    async def never() -> Message:
        await anyio.sleep(5)
        raise AssertionError("waited on")

    with pytest.raises(Unparseable):
        await receiving.body(Request(scope_of(PATH), never))
    assert receiving.under_way == 0


async def test_only_a_few_files_come_in_at_once(counter: Counter):
    receiving = Receiving()
    receiving.under_way = uploads.MOST_AT_ONCE

    async def nothing() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    with pytest.raises(NotNow):
        await receiving.body(Request(scope_of(PATH), nothing))


async def test_a_template_fits_its_own_places_only(counter: Counter):
    known = Uploads([Upload("PUT", "/api/a.b/{id}/file", most=1)])

    assert known.at("PUT", "/api/a.b/1/file") is not None
    for method, path in (
        ("POST", "/api/a.b/1/file"),
        ("PUT", "/api/a.b/1/2/file"),
        ("PUT", "/api/a.b//file"),
        ("PUT", "/api/aXb/1/file"),
        ("PUT", "/api/a.b/1/file/more"),
    ):
        assert known.at(method, path) is None
