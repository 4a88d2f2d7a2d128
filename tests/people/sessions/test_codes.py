"""Codes and recovery codes as such: how they are drawn, for how long one is right, and what is kept of them."""

from datetime import UTC, datetime, timedelta
from math import log2
from uuid import uuid4

import pytest

from yoriai.kit.ids import CLEAR_LETTERS
from yoriai.people.sessions.second_factor import codes, recovery, seal

pytestmark = pytest.mark.req("AUTH-7")
NOW = datetime(2026, 11, 27, 0, 0, 15, tzinfo=UTC)
KEY = b"a key of thirty-two bytes, no less"


@pytest.mark.asvs("V6.5.5")
def test_a_code_is_right_in_its_half_minute_and_for_a_clock_that_is_one_off() -> None:
    secret = codes.draw()
    code = codes.current(secret, NOW)
    step = int(NOW.timestamp()) // codes.EVERY
    for seconds, right in (
        (0, True),
        (14, True),
        (30, True),
        (44, True),
        (46, False),
        (-16, True),
        (-46, False),
    ):
        found = codes.step_of(secret, code, NOW + timedelta(seconds=seconds))
        assert found == (step if right else None), seconds


@pytest.mark.asvs("V6.5.3", "V6.5.4")
def test_what_is_drawn_is_long_and_never_twice_the_same() -> None:
    secrets = {codes.draw() for _ in range(200)}
    assert len(secrets) == 200
    assert {len(secret) for secret in secrets} == {32}  # of base 32: 160 bits
    papers = [code for _ in range(50) for code in recovery.draw()]
    assert len(set(papers)) == 500
    assert all(len(code.replace("-", "")) * log2(len(CLEAR_LETTERS)) >= recovery.BITS for code in papers)


@pytest.mark.req("N18")
@pytest.mark.asvs("V6.5.2")
def test_what_is_kept_opens_under_the_servers_key_and_for_its_own_account_alone() -> None:
    here, there, (code, *_) = uuid4(), uuid4(), recovery.draw()
    plain = recovery.as_typed(f" {code.upper()} ")
    assert plain is not None
    assert plain == code.replace("-", "")
    kept = recovery.mac(KEY, here, plain)
    assert kept == recovery.mac(KEY, here, code)
    assert kept not in {recovery.mac(KEY, there, plain), recovery.mac(KEY[::-1], here, plain)}

    closed = seal.close(KEY, b"secret", about="of this")
    assert seal.open_up(KEY, closed, about="of this") == b"secret"
    torn = closed[:-1] + bytes([closed[-1] ^ 1])
    for key, given, about in (
        (KEY[::-1], closed, "of this"),
        (KEY, closed, "of that"),
        (KEY, torn, "of this"),
        (KEY, b"", "of this"),
    ):
        assert seal.open_up(key, given, about=about) is None
    assert closed != seal.close(KEY, b"secret", about="of this")
