"""The cookie by which a browser is known: whose it is, and for how many people of a shared PC."""

import pytest

from tests.cast import SATO, token_of
from tests.town import Town
from yoriai.people.sessions import known
from yoriai.people.sessions.authenticate import COOKIE
from yoriai.platform.bus.notes import SEAL

pytestmark = pytest.mark.req("N32")


@pytest.mark.asvs("V9.1.1", "V9.2.3")
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


@pytest.mark.asvs("V11.4.3")
def test_a_mark_and_a_note_are_sealed_with_enough_bits():
    """Whoever would make one up has to hit on all of them: 128 bits each."""
    _, _, seal = known.with_mark(b"k" * 32, "sato", None).partition(".")
    assert len(bytes.fromhex(seal)) * 8 >= 128
    assert SEAL * 8 >= 128


@pytest.mark.anyio
@pytest.mark.asvs("V9.2.2")
async def test_a_mark_is_no_session_and_a_session_no_mark(town: Town):
    token, key = token_of(SATO, "lgwan"), town.assembly.entrance.key
    mark = known.with_mark(key, "sato", None)
    for worthless in (mark, mark.partition(".")[0], mark.partition(".")[2]):
        headers = {"cookie": f"{COOKIE}={worthless}"}
        assert (await town.call(None, "GET", "/api/screen", headers=headers)).status_code == 401
    headers = {"cookie": f"{known.COOKIE}={token}"}
    assert (await town.call(None, "GET", "/api/screen", headers=headers)).status_code == 401
    assert known.mark_in(key, "sato", token) is None
