"""What a link says, to whom, until when; and that nobody else can say it."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from yoriai.people.files.links import AHEAD, AS_PAGE, LASTS, MOST, Form, Link, address, read, write

KEY = bytes(range(32))
NOW = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
ONE, OTHER, THIRD = (UUID(int=each) for each in (1, 2, 3))


def link(form: Form = Form.WHOLE, until: datetime = NOW + LASTS) -> Link:
    return Link(ONE, form, OTHER, THIRD, until)


@pytest.mark.req("N7")
@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("zone", ["lgwan", "internet"])
def test_a_link_says_what_was_written_on_its_own_side_alone(form: Form, zone: str) -> None:
    token = write(KEY, link(form), zone)
    assert len(token) == 112 <= MOST
    assert read(KEY, token, zone, NOW) == link(form)
    assert read(KEY, token, {"lgwan": "internet", "internet": "lgwan"}[zone], NOW) is None


@pytest.mark.req("N7", "FILE-15")
@pytest.mark.parametrize("page", [0, 1, 499, 2**24 - 1])
def test_a_link_to_a_page_is_to_this_page(page: int) -> None:
    said = Link(ONE, AS_PAGE, OTHER, THIRD, NOW + LASTS, page)
    token = write(KEY, said, "lgwan")
    assert len(token) == 116 <= MOST
    assert read(KEY, token, "lgwan", NOW) == said
    whole = urlsafe_b64decode(token)
    for at in range(len(whole) * 8):
        changed = bytearray(whole)
        changed[at // 8] ^= 1 << at % 8
        assert read(KEY, urlsafe_b64encode(bytes(changed)).decode(), "lgwan", NOW) is None


def test_it_counts_for_minutes() -> None:
    token = write(KEY, link(), "lgwan")
    assert read(KEY, token, "lgwan", NOW + LASTS - timedelta(seconds=1)) is not None
    assert read(KEY, token, "lgwan", NOW + LASTS) is None
    assert read(KEY, token, "lgwan", NOW - AHEAD) is not None
    assert read(KEY, token, "lgwan", NOW - AHEAD - timedelta(seconds=1)) is None, "no clock writes that"


def test_no_bit_of_it_can_be_changed() -> None:
    whole = urlsafe_b64decode(write(KEY, link(), "lgwan"))
    for at in range(len(whole) * 8):
        changed = bytearray(whole)
        changed[at // 8] ^= 1 << at % 8
        assert read(KEY, urlsafe_b64encode(bytes(changed)).decode(), "lgwan", NOW) is None


@pytest.mark.parametrize("token", ["", "a", "=", "あ" * 112, "A" * 112, "A" * 201, "../../etc/passwd", "%00"])
def test_what_is_no_link_says_nothing(token: str) -> None:
    assert read(KEY, token, "lgwan", NOW) is None


def test_another_house_has_other_links() -> None:
    assert read(bytes(32), write(KEY, link(), "lgwan"), "lgwan", NOW) is None


@pytest.mark.req("N61")
def test_a_name_is_one_piece_of_the_address() -> None:
    assert (
        address("https://f.example", "t", "a/../b?c#d.png") == "https://f.example/f/t/a%2F..%2Fb%3Fc%23d.png"
    )
