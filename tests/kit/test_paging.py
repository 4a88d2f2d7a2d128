"""Cursors come back as they went out, and garbage is refused, whatever it is."""

import base64
import json
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yoriai.kit import paging
from yoriai.kit.errors import Unparseable

SATO = UUID("01a2001e-f9a0-706d-89b1-b67f10c9bb3c")
WORDS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=50)


def word(parts: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


@given(WORDS, st.uuids(), st.integers(min_value=-(2**63) + 1, max_value=2**63 - 1))
def test_a_cursor_comes_back_as_it_went_out(text: str, row: UUID, number: int):
    assert paging.decode(paging.encode(text, row, number), str, UUID, int) == (text, row, number)


def test_a_cursor_can_stand_in_an_address_as_it_is():
    cursor = paging.encode("佐藤 さくら", SATO)

    assert set(cursor) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    assert len(cursor) < 90


@pytest.mark.req("BASE-2")
@given(st.text())
def test_garbage_is_refused_and_nothing_else_happens(text: str):
    with pytest.raises(Unparseable):
        paging.decode(text, str, UUID)


@pytest.mark.parametrize(
    "cursor",
    [
        word(["さとう"]),
        word(["さとう", 1]),
        word(["さとう", "no id"]),
        word([None, str(SATO)]),
        word(["a\0b", str(SATO)]),
        word(["a\ud800b", str(SATO)]),
        word({"さとう": 1}),
        paging.encode("x" * 2000, SATO),
        base64.urlsafe_b64encode(b"[" * 700).decode(),
    ],
)
def test_a_cursor_that_was_tampered_with_is_refused(cursor: str):
    with pytest.raises(Unparseable) as refused:
        paging.decode(cursor, str, UUID)

    assert refused.value.details == {"field": "cursor"}


def test_a_moment_comes_back_as_the_same_moment():
    evening = datetime(2026, 11, 26, 17, 15, tzinfo=timezone(timedelta(hours=9)))

    assert paging.decode(paging.encode(evening, SATO), datetime, UUID) == (evening.astimezone(UTC), SATO)


@pytest.mark.parametrize(
    "moment", ["明日", "2026-11-26", "2026-11-26T08:00:00", "9999-12-31T23:59:59-12:00", 5]
)
def test_a_moment_that_is_none_is_refused(moment: object):
    with pytest.raises(Unparseable):
        paging.decode(word([moment]), datetime)


@pytest.mark.parametrize("number", [True, 1.5, "1", None, 2**63, -(2**63)])
@pytest.mark.asvs("V1.4.2")
def test_a_number_that_no_column_holds_is_refused(number: object):
    with pytest.raises(Unparseable):
        paging.decode(word([number]), int)


@pytest.mark.parametrize(
    ("asked", "read"), [(None, 50), (1, 1), (0, 1), (-5, 1), (200, 200), (201, 200), (10**9, 200)]
)
def test_a_page_holds_at_least_one_row_and_never_too_many(asked: int | None, read: int):
    assert paging.clamp(asked) == read


def test_a_list_may_have_its_own_page():
    assert paging.clamp(None, usual=20, most=30) == 20
    assert paging.clamp(99, usual=20, most=30) == 30
