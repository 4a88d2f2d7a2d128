"""和暦 is read as offices write it, written in one way, and refused with the nearest valid form."""

from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kit.vectors import cases
from yoriai.kit import eras
from yoriai.kit.errors import Refused

REIWA = eras.ERAS[0]


@dataclass(frozen=True)
class Reading:
    text: str
    day: str | None = None
    year: int | None = None
    bare: bool = False
    refused: str | None = None
    reason: str | None = None
    nearest: str | None = None

    def parse(self) -> date:
        return eras.parse(self.text, bare=REIWA if self.bare else None)


@dataclass(frozen=True)
class Writing:
    day: str
    written: str
    dense: str


READINGS = cases("dates_read", Reading)
YEARS = cases("years", Reading)


def _text(case: Reading) -> str:
    return case.text


@pytest.mark.req("TEXT-2", "FIG-13")
@pytest.mark.parametrize("case", [case for case in READINGS if case.day], ids=_text)
def test_a_date_is_read_in_every_form_and_width(case: Reading):
    assert case.parse().isoformat() == case.day


@pytest.mark.req("TEXT-2")
@pytest.mark.parametrize("case", [case for case in READINGS if case.refused], ids=_text)
def test_a_day_that_does_not_exist_is_refused_with_the_nearest_that_does(case: Reading):
    with pytest.raises(Refused) as refused:
        case.parse()

    details = refused.value.details
    assert (refused.value.code, refused.value.status) == (case.refused, 422)
    assert (details["field"], details["got"], details.get("nearest")) == ("date", case.text, case.nearest)
    assert case.reason in (None, details["reason"])


@pytest.mark.req("TEXT-2")
@pytest.mark.parametrize("case", [case for case in READINGS if case.nearest], ids=_text)
def test_the_nearest_form_can_itself_be_read(case: Reading):
    assert case.nearest
    assert isinstance(eras.parse(case.nearest), date)


@pytest.mark.req("TEXT-2", "FIG-13")
@pytest.mark.parametrize("case", [case for case in YEARS if case.year], ids=_text)
def test_a_year_is_read(case: Reading):
    assert eras.parse_year(case.text) == case.year


@pytest.mark.req("TEXT-2")
@pytest.mark.parametrize("case", [case for case in YEARS if case.refused], ids=_text)
def test_a_year_that_does_not_exist_is_refused(case: Reading):
    with pytest.raises(Refused) as refused:
        eras.parse_year(case.text)

    assert (refused.value.code, refused.value.details.get("nearest")) == (case.refused, case.nearest)


@pytest.mark.req("TEXT-2", "FIG-13")
@pytest.mark.parametrize("case", cases("dates_written", Writing), ids=lambda case: case.day)
def test_a_day_is_written_in_one_way(case: Writing):
    day = date.fromisoformat(case.day)

    assert (eras.written(day), eras.dense(day)) == (case.written, case.dense)


@pytest.mark.req("TEXT-2")
@given(st.dates(max_value=date(2117, 12, 31)))  # no era has yet had a hundredth year
def test_what_is_written_is_read_again(day: date):
    assert eras.parse(eras.dense(day)) == day
    if eras.era_of(day):
        assert eras.parse(eras.written(day)) == day


@given(st.text())
def test_anything_else_is_refused_and_never_a_fault(text: str):
    try:
        eras.parse(text, bare=REIWA)
    except Refused as refused:
        assert refused.status == 422


def test_a_refusal_repeats_only_the_beginning_of_a_long_text():
    with pytest.raises(Refused) as refused:
        eras.parse("あ" * 5000)

    assert refused.value.details["got"] == "あ" * 40
