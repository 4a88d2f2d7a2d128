"""The built client as it is handed out: scripts packed for whoever can unpack them, names with a hash for ever."""

import gzip
from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI
from starlette.types import Receive, Scope, Send

from yoriai.platform.http.application import application, serve_shell

pytestmark = pytest.mark.anyio

SCRIPT = b"export const town = 1;" * 100


@pytest.fixture
def app(tmp_path: Path) -> FastAPI:
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_bytes(b"<!doctype html>")
    (tmp_path / "assets/index-1.js").write_bytes(SCRIPT)
    (tmp_path / "assets/index-1.js.gz").write_bytes(gzip.compress(SCRIPT))
    (tmp_path / "assets/plain-2.js").write_bytes(SCRIPT)
    (tmp_path / "assets/letters-3.woff2").write_bytes(b"wOF2")
    made = application()
    serve_shell(made, tmp_path)
    return made


async def asked(app: FastAPI, path: str, accepts: str) -> httpx2.Response:
    async def at_the_edge(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "request_id": "a"}, receive, send)

    transport = httpx2.ASGITransport(app=at_the_edge)
    async with httpx2.AsyncClient(transport=transport, base_url="http://lgwan.localhost") as client:
        return await client.get(path, headers={"accept-encoding": accepts})


@pytest.mark.parametrize(
    ("path", "accepts", "encoding"),
    [
        ("/assets/index-1.js", "gzip, deflate, br", "gzip"),
        ("/assets/index-1.js", "identity", None),
        ("/assets/index-1.js", "gzip;q=0", None),
        ("/assets/plain-2.js", "gzip", None),
    ],
)
async def test_a_script_goes_packed_where_it_can_be(
    app: FastAPI, path: str, accepts: str, encoding: str | None
):
    answer = await asked(app, path, accepts)
    assert answer.status_code == 200
    assert answer.content == SCRIPT
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["vary"] == "accept-encoding"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert "immutable" in answer.headers["cache-control"]


async def test_what_is_packed_already_goes_as_it_is(app: FastAPI):
    answer = await asked(app, "/assets/letters-3.woff2", "gzip")
    assert (answer.content, answer.headers.get("content-encoding")) == (b"wOF2", None)
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("path", ["/assets/nothing.js", "/assets/nothing.woff2"])
async def test_what_is_not_there_is_not_found(app: FastAPI, path: str):
    assert (await asked(app, path, "gzip")).status_code == 404


@pytest.mark.parametrize("path", ["/assets/", "/assets", "/assets/."])
@pytest.mark.asvs("V13.4.3")
async def test_no_folder_is_listed(app: FastAPI, path: str):
    answer = await asked(app, path, "identity")
    assert answer.status_code in {200, 307, 404}
    assert "index-1" not in answer.text


@pytest.mark.asvs("V4.1.1")
async def test_the_page_says_what_it_is(app: FastAPI):
    answer = await asked(app, "/", "identity")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    script = await asked(app, "/assets/plain-2.js", "identity")
    assert script.headers["content-type"] == "text/javascript; charset=utf-8"


@pytest.mark.asvs("V13.4.2", "V13.4.5")
def test_nothing_is_shown_of_how_it_works(app: FastAPI):
    assert not app.debug
    assert (app.docs_url, app.redoc_url, app.openapi_url) == (None, None, None)
