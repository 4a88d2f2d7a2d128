"""Frames: made once, the same bytes for everyone who may read them."""

import json
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from tests.platform.hall import Called
from tests.platform.nodes import unframed
from yoriai.platform.facts.line import Line
from yoriai.platform.realtime.frames import blank, framed, parsed, text_frame, told


@pytest.mark.parametrize(
    ("size", "head"),
    [
        (0, b"\x81\x00"),
        (125, b"\x81\x7d"),
        (126, b"\x81\x7e\x00\x7e"),
        (65_535, b"\x81\x7e\xff\xff"),
        (65_536, b"\x81\x7f\x00\x00\x00\x00\x00\x01\x00\x00"),
    ],
)
def test_a_frame_says_its_length_in_the_shortest_way(size: int, head: bytes):
    frame = text_frame(b"x" * size)

    assert frame[: len(head)] == head
    assert unframed(frame) == [b"x" * size]


@pytest.mark.req("D10", "BASE-5")
def test_a_fact_says_stream_number_moment_in_utc_and_who():
    me, hall_id = uuid4(), uuid4()
    at = datetime(2026, 11, 20, 5, 5, 0, 123_000, tzinfo=UTC)
    line = Line("hall/1", 42, Called(hall_id=hall_id, call_id=uuid4()), me, at)

    assert json.loads(told(line, {"hall_id": hall_id, "words": "はい"})) == {
        "fact": "hall.called",
        "stream": "hall/1",
        "number": 42,
        "at": "2026-11-20T05:05:00.123000Z",
        "by": str(me),
        "body": {"hall_id": str(hall_id), "words": "はい"},
    }


@pytest.mark.req("D10")
def test_a_blank_says_nothing_but_its_number():
    assert json.loads(blank("hall/1", 42)) == {"stream": "hall/1", "number": 42}


def test_an_object_becomes_one_frame():
    assert [json.loads(each) for each in unframed(framed({"beat": {}}))] == [{"beat": {}}]


def test_what_json_has_no_word_for_is_a_defect_of_ours():
    with pytest.raises(TypeError):
        framed({"what": object()})


@pytest.mark.req("N51")
@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"{",
        b"NaN",
        b'{"do": NaN}',
        b'{"do": Infinity}',
        b'{"do": -Infinity}',
        b'{"do": "\xff"}',
        b'{"do": "\\ud800"}',
        b'{"do": "\xed\xa0\x80"}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"[" * 100_000 + b"]" * 100_000,
    ],
)
def test_what_is_not_json_is_refused_without_falling_over(message: bytes):
    with pytest.raises(ValueError):
        parsed(message)


@pytest.mark.req("N51")
@pytest.mark.parametrize("message", [b"[]", b"1", b'"do"', b"null", b"1" * 300])
def test_what_is_no_object_holds_nothing(message: bytes):
    assert parsed(message) == {}


@pytest.mark.req("N51")
@pytest.mark.asvs("V1.2.3", "V15.3.6")
def test_odd_objects_are_plain_data():
    assert parsed(b'{"a": 1, "a": 2}') == {"a": 2}
    assert parsed(b'{"__proto__": {"x": 1}, "constructor": 2}') == {"__proto__": {"x": 1}, "constructor": 2}
