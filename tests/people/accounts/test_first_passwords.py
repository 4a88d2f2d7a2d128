"""First passwords as they are typed from paper, told from everything else at a glance."""

import pytest

from yoriai.people.accounts import first_passwords

pytestmark = pytest.mark.req("AUTH-1", "N32")


def test_whatever_is_drawn_looks_like_one_however_it_is_typed():
    for _ in range(20):
        secret = first_passwords.draw()
        for typed in (secret, secret.upper(), f" {secret[:4]} {secret[4:8]}　{secret[8:]} "):
            assert first_passwords.could_be_one(typed)
    assert first_passwords.could_be_one("ＡＢＣＤ２３４５ｅｆｇｈ")


@pytest.mark.parametrize(
    "typed", ["", "short2", "correct horse battery", "Password2026!", "half\ud83d", "a" * 65, "a" * 1_000_000]
)
def test_what_people_choose_and_machines_guess_does_not(typed):
    assert not first_passwords.could_be_one(typed)
