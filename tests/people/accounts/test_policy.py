"""Whose account may be used, and who may stop whose."""

from dataclasses import replace
from datetime import date

import pytest

from tests.people.access.test_capabilities import CLERK
from yoriai.people.access.capabilities import Role, granted
from yoriai.people.accounts.policy import may_sign_in, may_suspend

TODAY = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("status", "ends_on", "answer"),
    [
        ("active", None, True),
        ("active", TODAY, True),  # the last day is still theirs
        ("active", date(2026, 3, 30), False),
        ("suspended", None, False),
        ("suspended", date(2027, 3, 31), False),
    ],
)
def test_an_account_is_used_while_it_is_active_and_until_its_last_day(status, ends_on, answer):
    assert may_sign_in(status, ends_on, TODAY) is answer


@pytest.mark.req("N19")
@pytest.mark.parametrize(
    ("by", "of", "answer"),
    [
        (Role.ADMINISTRATOR, Role.MEMBER, True),
        (Role.ADMINISTRATOR, Role.ADMINISTRATOR, True),
        (Role.ADMINISTRATOR, Role.OWNER, False),
        (Role.OWNER, Role.OWNER, True),
    ],
)
def test_nobody_stops_somebody_who_has_more_rights(by, of, answer):
    assert may_suspend(replace(CLERK, capabilities=granted([by])), [of]) is answer
