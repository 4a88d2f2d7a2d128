"""使用率 to the decimal, and the months of a year."""

from datetime import date

import pytest

from yoriai.watch.usage.policy import months, next_month, rate

FIG_1 = [
    (7, 60, 43, "71.7"),
    (8, 86, 68, "79.1"),
    (9, 99, 87, "87.9"),
    (10, 99, 86, "86.9"),
    (11, 162, 145, "89.5"),
    (12, 285, 261, "91.6"),
]


@pytest.mark.req("FIG-1", "STAT-2")
@pytest.mark.parametrize(("month", "registered", "active", "printed"), FIG_1)
def test_the_rates_of_the_first_trial_come_out_as_they_were_printed(month, registered, active, printed):
    assert rate(active, registered) == printed


@pytest.mark.req("STAT-2")
@pytest.mark.parametrize(
    ("active", "registered", "printed"),
    [(0, 0, None), (0, 3, "0.0"), (3, 3, "100.0"), (1, 2000, "0.1"), (1, 2001, "0.0"), (1, 8, "12.5")],
)
def test_rates_are_rounded_once_and_half_up_and_nobody_has_none(active, registered, printed):
    assert rate(active, registered) == printed


def test_months_go_over_the_turn_of_the_year():
    assert next_month(date(2026, 12, 1)) == date(2027, 1, 1)
    assert list(months(date(2026, 11, 5), date(2027, 2, 1))) == [
        date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)
    ]  # fmt: skip
    assert list(months(date(2026, 11, 1), date(2026, 11, 30))) == []
