"""The cookie by which a browser is known: whose it is, and for how many people of a shared PC."""

import pytest

from yoriai.people.sessions import known

pytestmark = pytest.mark.req("N32")


def test_a_browsers_mark_is_for_one_account_and_cannot_be_made_up():
    key, other = b"k" * 32, b"o" * 32
    cookie = known.with_mark(key, "sato", None)
    drawn = known.mark_in(key, "sato", cookie)
    assert drawn
    assert known.mark_in(key, "suzuki", cookie) is None
    assert known.mark_in(other, "sato", cookie) is None
    assert known.mark_in(key, "sato", f"{drawn}.{'0' * 32}") is None
    assert known.mark_in(key, "sato", "half") is None
    assert known.mark_in(key, "sato", "あ") is None
    assert known.mark_in(key, "sato", cookie + "~x" * 2000) is None


def test_a_shared_browser_knows_the_last_eight_people():
    key, cookie = b"k" * 32, None
    for person in range(10):
        cookie = known.with_mark(key, str(person), cookie)
    assert cookie
    assert [known.mark_in(key, str(person), cookie) is not None for person in range(10)] == [False] * 2 + [
        True
    ] * 8
    assert known.with_mark(key, "5", cookie).count("~") == 7
    assert known.mark_in(key, "5", known.with_mark(key, "5", cookie)) == known.mark_in(key, "5", cookie)
