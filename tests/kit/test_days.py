"""Days are those of Japan, and are counted as the sources count them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from yoriai.kit.days import (
    EndsBeforeStart,
    day_in_japan,
    days_with_both_ends,
    end_of_day_in_japan,
    last_day_after,
)
from yoriai.kit.fiscal import FiscalYear

TRIAL = (date(2020, 7, 1), date(2021, 3, 31))


@pytest.mark.req("BASE-5")
def test_the_day_begins_at_midnight_in_japan():
    assert day_in_japan(datetime(2026, 11, 20, 14, 59, 59, tzinfo=UTC)) == date(2026, 11, 20)
    assert day_in_japan(datetime(2026, 11, 20, 15, 0, tzinfo=UTC)) == date(2026, 11, 21)


def test_a_moment_without_a_zone_is_a_fault_of_ours():
    with pytest.raises(ValueError, match="time zone"):
        day_in_japan(datetime(2026, 11, 20))  # noqa: DTZ001  the very thing that is refused


@pytest.mark.req("FIG-13")
def test_the_trial_lasted_274_days_with_both_ends():
    first, last = TRIAL

    assert days_with_both_ends(first, last) == 274
    assert days_with_both_ends(first, first) == 1
    assert last_day_after(last, 62) == date(2021, 6, 1)


@pytest.mark.req("FIG-13")
def test_its_end_was_announced_60_30_and_7_days_before():
    warned = [TRIAL[1] - timedelta(days=days) for days in (60, 30, 7)]

    assert warned == [date(2021, 1, 30), date(2021, 3, 1), date(2021, 3, 24)]


@pytest.mark.req("FIG-13")
@pytest.mark.parametrize(
    ("invited", "until"),
    [(date(2021, 6, 1), date(2021, 8, 30)), (date(2021, 2, 1), date(2021, 3, 31))],
)
def test_a_guest_stays_90_days_without_the_first_and_not_beyond_the_fiscal_year(invited: date, until: date):
    assert last_day_after(invited, 90, at_latest=FiscalYear.of(invited).last) == until


@pytest.mark.req("BASE-5")
def test_a_period_that_ends_before_it_starts_is_refused():
    with pytest.raises(EndsBeforeStart) as refused:
        days_with_both_ends(TRIAL[1], TRIAL[0], field="trial")

    assert refused.value.details == {"field": "trial", "reason": "ends_before_start"}


def test_the_last_day_of_the_calendar_ends_too():
    assert end_of_day_in_japan(date(2026, 11, 20)) == datetime(2026, 11, 20, 15, tzinfo=UTC)
    assert end_of_day_in_japan(date.max) > end_of_day_in_japan(date(9999, 12, 30))
