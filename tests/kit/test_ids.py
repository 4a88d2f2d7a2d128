"""Ids sort in the order of their making; keys of clients are taken only in their form."""

import math
from datetime import UTC, datetime, timedelta
from uuid import RFC_4122

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yoriai.kit import ids
from yoriai.kit.errors import Wrong

NOON = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
KEY = "01ARZ3NDEKTSV4RRFFQ69G5FAV"


def test_an_id_is_a_uuid_of_version_seven_and_tells_its_moment():
    made = ids.uuid7(NOON + timedelta(milliseconds=5, microseconds=999))

    assert (made.version, made.variant) == (7, RFC_4122)
    assert made.int >> 80 == int(NOON.timestamp() * 1000) + 5


@given(st.lists(st.integers(min_value=0, max_value=20), min_size=2, max_size=50))
def test_ids_sort_as_they_were_made_while_time_goes_on(steps: list[int]):
    moment, made = NOON, [ids.uuid7(NOON)]
    for step in steps:
        moment += timedelta(milliseconds=step)
        made.append(ids.uuid7(moment))

    assert made == sorted(set(made))


def test_a_request_that_began_a_little_earlier_does_not_jump_the_queue():
    first = ids.uuid7(NOON)

    assert ids.uuid7(NOON - timedelta(seconds=9)) > first


def test_history_of_earlier_years_keeps_its_own_time():
    ids.uuid7(NOON)
    old = ids.uuid7(datetime(2019, 11, 1, tzinfo=UTC))

    assert old.int >> 80 == int(datetime(2019, 11, 1, tzinfo=UTC).timestamp() * 1000)


def test_a_millisecond_that_is_full_runs_over_into_the_next(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("yoriai.kit.ids.secrets.randbelow", lambda _: (1 << 74) - 1)
    later = NOON + timedelta(hours=1)
    made = [ids.uuid7(later) for _ in range(3)]

    assert made == sorted(made)
    assert made[1].int >> 80 == (made[0].int >> 80) + 1


def test_a_moment_without_a_zone_is_a_fault_of_ours():
    with pytest.raises(ValueError, match="time zone"):
        ids.uuid7(datetime(2026, 11, 20))  # noqa: DTZ001  the very thing that is refused


@pytest.mark.req("BASE-4")
@pytest.mark.parametrize("text", [KEY, KEY.lower(), "7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "0" * 26])
def test_a_key_of_a_client_is_taken_in_capitals(text: str):
    assert ids.as_send_key(text) == text.upper()


@pytest.mark.req("BASE-4")
@pytest.mark.parametrize(
    "text",
    [
        "",
        KEY[:-1],
        KEY + "0",
        "8" + KEY[1:],
        KEY[:-1] + "I",
        KEY[:-1] + "u",
        KEY + "\n",
        "０" * 26,
        KEY[:-1] + "ſ",
    ],
)
def test_what_is_no_ulid_is_refused(text: str):
    with pytest.raises(Wrong) as refused:
        ids.as_send_key(text, field="request_key")

    assert refused.value.details == {"field": "request_key", "reason": "not_ulid"}


@pytest.mark.parametrize("bits", [1, 60, 64, 128])
@pytest.mark.asvs("V6.5.4", "V11.5.1")
def test_a_secret_has_the_strength_that_was_asked_for_and_no_look_alikes(bits: int):
    secret = ids.one_time_secret(bits=bits)

    assert len(secret) * math.log2(len(ids.CLEAR_LETTERS)) >= bits
    assert set(secret) <= set(ids.CLEAR_LETTERS)
    assert not set("01ilo") & set(ids.CLEAR_LETTERS)


def test_no_two_secrets_are_alike():
    assert len({ids.one_time_secret() for _ in range(1000)}) == 1000
