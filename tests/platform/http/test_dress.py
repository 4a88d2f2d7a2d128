"""What every answer wears: what a browser may do with it, and what it may not."""

import pytest

from tests.platform.http.conftest import Counter
from yoriai.kit.errors import Unparseable
from yoriai.platform.http.answers import whole_refusal
from yoriai.platform.http.dress import POLICY, dress

A_YEAR = 31_536_000


def directives() -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for part in POLICY.split("; "):
        name, *values = part.split()
        said[name] = [*values]
    return said


@pytest.mark.asvs("V3.4.3", "V14.2.3")
def test_a_page_loads_and_runs_its_own_things_alone() -> None:
    said = directives()
    for shut in ("default-src", "object-src", "base-uri", "frame-ancestors"):
        assert said[shut] == ["'none'"]
    assert said["script-src"] == said["connect-src"] == ["'self'"]
    everywhere = {value for values in said.values() for value in values}
    assert not everywhere & {"*", "'unsafe-inline'", "'unsafe-eval'", "https:", "http:"}
    assert not any("://" in value for value in everywhere)


@pytest.mark.asvs("V3.4.6")
def test_no_other_site_frames_it() -> None:
    assert directives()["frame-ancestors"] == ["'none'"]
    assert dress(secure=True)["cross-origin-opener-policy"] == "same-origin"


@pytest.mark.asvs("V3.4.5")
def test_nothing_is_told_to_where_one_goes_from_here() -> None:
    assert dress(secure=False)["referrer-policy"] == "no-referrer"


@pytest.mark.asvs("V3.4.1")
def test_where_we_speak_tls_browsers_come_by_tls_for_a_year_and_to_all_below() -> None:
    said = dress(secure=True)["strict-transport-security"].split("; ")
    age = next(int(each.removeprefix("max-age=")) for each in said if each.startswith("max-age="))
    assert age >= A_YEAR
    assert "includeSubDomains" in said


@pytest.mark.asvs("V3.4.4")
def test_an_answer_of_the_connection_itself_wears_the_same() -> None:
    """Where no application is asked: what is no HTTP at all, or one connection too many."""
    said = whole_refusal(Unparseable(field="request"), dress(secure=True)).decode()
    head, _, body = said.partition("\r\n\r\n")
    for name, value in dress(secure=True).items():
        assert f"\r\n{name}: {value}" in head
    assert "\r\ncontent-type: application/json" in head
    assert body.startswith("{")


@pytest.mark.anyio
@pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)
@pytest.mark.parametrize("origin", ["https://evil.example", "null", None])
@pytest.mark.asvs("V3.4.2")
async def test_no_page_of_another_site_may_read_an_answer(counter: Counter, origin: str | None) -> None:
    for method, path in (("GET", "/api/calls"), ("GET", "/api/nothing"), ("OPTIONS", "/api/calls")):
        preflight = {"access_control_request_method": "POST"} if method == "OPTIONS" else {}
        answer = await counter.ask(method, path, origin=origin, **preflight)
        assert not [name for name in answer.headers if name.startswith("access-control-")]
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert answer.status_code != 204


@pytest.mark.anyio
@pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)
@pytest.mark.asvs("V4.1.1")
async def test_whatever_is_said_says_what_it_is(counter: Counter) -> None:
    for path, kind in (
        ("/api/calls", "application/json"),
        ("/api/nothing", "application/json"),
        ("/api/defect", "application/json"),
        ("/api/papers/a", "text/csv; charset=utf-8"),
    ):
        answer = await counter.ask("GET", path)
        assert answer.headers["content-type"] == kind
        assert answer.headers["x-content-type-options"] == "nosniff"
