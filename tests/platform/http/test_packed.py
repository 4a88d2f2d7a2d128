"""Long answers go packed to whoever can unpack them, and their length tells nothing of their words."""

import gzip
import json

import pytest

from tests.platform.http.conftest import Counter
from yoriai.platform.http.packed import LEAST, LONG, MOST_IDLE, gzipped, takes_gzip

pytestmark = pytest.mark.anyio
WHATEVER_THE_DATABASE = pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)


@WHATEVER_THE_DATABASE
@pytest.mark.parametrize("size", [LEAST, LONG])
async def test_a_long_answer_is_packed_for_who_can_unpack_it(counter: Counter, size: int):
    plain = await counter.ask("GET", f"/api/long/{size}", accept_encoding="identity")
    packed = await counter.ask("GET", f"/api/long/{size}", accept_encoding="br, gzip")

    assert packed.json() == plain.json()
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < int(plain.headers["content-length"]) / 4
    assert packed.headers["x-content-type-options"] == "nosniff"


@WHATEVER_THE_DATABASE
async def test_what_is_short_or_a_file_goes_as_it_is(counter: Counter):
    for path in ("/api/calls", "/api/papers/a", "/api/nowhere"):
        answer = await counter.ask("GET", path, accept_encoding="gzip")
        assert "content-encoding" not in answer.headers


@WHATEVER_THE_DATABASE
@pytest.mark.parametrize(
    ("site", "encoding"), [("same-origin", "gzip"), ("cross-site", None), ("none", None)]
)
async def test_what_another_site_has_somebody_ask_is_not_packed(
    counter: Counter, site: str, encoding: str | None
):
    """Nor what is typed into the address line: our pages ask by themselves."""
    answer = await counter.ask("GET", f"/api/long/{LEAST}", accept_encoding="gzip", sec_fetch_site=site)
    assert answer.headers.get("content-encoding") == encoding


def test_the_same_words_are_of_another_length_each_time():
    body = json.dumps({"rooms": ["福祉課"] * 500}).encode()
    packed = [gzipped(body) for _ in range(50)]

    assert {gzip.decompress(each) for each in packed} == {body}
    lengths = [len(each) for each in packed]
    assert len(set(lengths)) > 10
    assert max(lengths) - min(lengths) <= MOST_IDLE


@pytest.mark.parametrize(
    ("accepts", "takes"),
    [
        ("gzip", True),
        ("gzip, deflate, br", True),
        ("deflate, GZIP;q=0.5", True),
        ("gzip;q=0", False),
        ("gzip; q=0.000, br", False),
        ("x-gzipped", False),
        ("", False),
    ],
)
def test_only_who_names_gzip_is_sent_gzip(accepts: str, takes: bool):
    assert takes_gzip(accepts) is takes
