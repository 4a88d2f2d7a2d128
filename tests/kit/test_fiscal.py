"""年度 runs from April to March, and is read and written as offices do."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kit.vectors import cases
from yoriai.kit.errors import Refused
from yoriai.kit.fiscal import FiscalYear


@dataclass(frozen=True)
class Reading:
    text: str
    name: str | None = None
    first: str | None = None
    last: str | None = None
    refused: str | None = None
    nearest: str | None = None


READINGS = cases("fiscal_years", Reading)


def _text(case: Reading) -> str:
    return case.text


@pytest.mark.req("TEXT-2", "TEXT-3", "FIG-13")
@pytest.mark.parametrize("case", [case for case in READINGS if case.name], ids=_text)
def test_a_fiscal_year_is_read_with_its_first_and_last_day(case: Reading):
    year = FiscalYear.parse(case.text)

    assert (year.name, str(year.first), str(year.last)) == (case.name, case.first, case.last)


@pytest.mark.req("TEXT-2")
@pytest.mark.parametrize("case", [case for case in READINGS if case.refused], ids=_text)
def test_a_fiscal_year_that_does_not_exist_is_refused(case: Reading):
    with pytest.raises(Refused) as refused:
        FiscalYear.parse(case.text)

    assert (refused.value.code, refused.value.details.get("nearest")) == (case.refused, case.nearest)


@pytest.mark.req("TEXT-3")
@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31)))
def test_every_day_lies_in_its_own_fiscal_year_alone(day: date):
    year = FiscalYear.of(day)

    assert day in year
    assert day not in FiscalYear(year.year + 1)
    assert year.first <= day <= year.last


@pytest.mark.req("TEXT-3")
def test_its_months_run_from_four_to_three():
    year = FiscalYear(2026)

    assert [month.month for month in year.months] == [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]
    assert {month.year for month in year.months[9:]} == {2027}
    assert [month.month for month in year.quarter(1)] == [4, 5, 6]
    assert [month.month for month in year.quarter(4)] == [1, 2, 3]


@pytest.mark.req("TEXT-3")
def test_it_is_written_with_its_span_as_in_papers():
    year = FiscalYear.of(date(2027, 3, 31))

    assert f"{year.name}（{year.span}）" == "令和8年度（R8.4.1～R9.3.31）"
    assert FiscalYear(2025) < year
