"""和暦: dates as an office writes them, read in any width and written in one way (TEXT-2)."""

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from yoriai.kit import graphemes
from yoriai.kit.errors import Wrong
from yoriai.kit.text import as_code


@dataclass(frozen=True, slots=True)
class Era:
    """One era. `first` and `last` are days of the Gregorian calendar, both within it."""

    name: str
    letter: str
    first: date
    last: date
    year_one: int

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


# 明治 begins here with the Gregorian calendar (1 January of 明治6年): an older date on paper is one
# of another calendar, and turning it into ours would be a guess.
ERAS = (
    Era("令和", "R", date(2019, 5, 1), date.max, 2019),
    Era("平成", "H", date(1989, 1, 8), date(2019, 4, 30), 1989),
    Era("昭和", "S", date(1926, 12, 25), date(1989, 1, 7), 1926),
    Era("大正", "T", date(1912, 7, 30), date(1926, 12, 24), 1912),
    Era("明治", "M", date(1873, 1, 1), date(1912, 7, 29), 1868),
)

_BY_MARK = {mark: era for era in ERAS for mark in (era.name, era.letter)}
_MARK = "令和|平成|昭和|大正|明治|[RHSTM]"
_YEAR = re.compile(rf"(?:(?P<mark>{_MARK})\.?)?(?P<year>元|[0-9]{{1,4}})年?")
_DAY = re.compile(
    rf"(?:(?P<mark>{_MARK})\.?)?(?P<year>元|[0-9]{{1,4}})(?P<joint>年|[./-])"
    r"(?P<month>[0-9]{1,2})(?:月|[./-])(?P<day>[0-9]{1,2})日?"
)
_EIGHT_DIGITS = re.compile("(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_MOST_ECHOED = 40


class NotDate(Wrong):
    """What was written is no date in any form that is read here."""

    code = "not_a_date"


class NoSuchDate(Wrong):
    """Written like a date, but no calendar has it: `nearest` is a valid form close to it."""

    code = "no_such_date"


@dataclass(frozen=True, slots=True)
class _Written:
    """A date as it stood on paper, not yet judged."""

    era: Era | None
    year: int
    month: int
    day: int
    joint: str

    def nearest(self) -> date:
        first_year = self.era.year_one - 1 if self.era else 0
        year = min(max(first_year + max(self.year, 1), 1), 9999)
        month = min(max(self.month, 1), 12)
        return date(year, month, min(max(self.day, 1), calendar.monthrange(year, month)[1]))

    def is_valid(self) -> bool:
        there = self.nearest()
        year = there.year - self.era.year_one + 1 if self.era else there.year
        as_written = (year, there.month, there.day) == (self.year, self.month, self.day)
        return as_written and (self.era is None or there in self.era)

    def form_of(self, day: date) -> str:
        if self.joint == "年":
            return written(day) if self.era else f"{day.year}年{day.month}月{day.day}日"
        return dense(day) if self.era else day.isoformat()


def parse(text: str, *, field: str = "date", bare: Era | None = None) -> date:
    """The day that was written: R6.4.1, 令和元年5月1日, 2026-11-24, 20261124, in any width.

    8.11.24 without an era is read only where `bare` names the era that it is in. Days that no
    calendar has, and days outside the era that they name, are refused, never shifted.
    """
    match = _match(text)
    if match is None:
        raise NotDate(field=field, reason="not_a_date", got=echo(text))
    found = _as_written(match, bare)
    if found is None:
        raise NotDate(field=field, reason="year_unclear", got=echo(text))
    if not found.is_valid():
        raise no_such(text, field=field, nearest=found.form_of(found.nearest()))
    return found.nearest()


def parse_year(text: str, *, field: str = "year") -> int:
    """The calendar year that was written: 令和6年, R1, 令和元年, 2024年."""
    era, number = read_year(text, field=field)
    year = max(number, 1) + (era.year_one - 1 if era else 0)
    if number < 1 or (era and not era.first.year <= year <= era.last.year):
        raise no_such(text, field=field, nearest=name_of_year(year))
    return year


def read_year(text: str, *, field: str) -> tuple[Era | None, int]:
    """The era and the number of a year as written, not yet judged; 元 is the first."""
    match = _YEAR.fullmatch(half_width(text))
    if match is None or (match["mark"] is None) != (len(match["year"]) == 4):
        raise NotDate(field=field, reason="not_a_date", got=echo(text))
    return _era_named(match["mark"]), _year_number(match["year"])


def no_such(text: str, *, field: str, nearest: str) -> NoSuchDate:
    """The refusal of a date or year that was written well and does not exist."""
    return NoSuchDate(field=field, reason="no_such_date", got=echo(text), nearest=nearest)


def era_of(day: date) -> Era | None:
    """The era of a day; None before 1873, when the calendar was another one."""
    return next((era for era in ERAS if day in era), None)


def written(day: date) -> str:
    """令和8年11月24日, 令和元年5月1日: for sentences, forms and print."""
    era = era_of(day)
    year = f"{era.name}{_ordinal(day.year - era.year_one + 1)}" if era else str(day.year)
    return f"{year}年{day.month}月{day.day}日"


def dense(day: date) -> str:
    """R8.11.24, R1.5.1: for dense columns and CSV that people read."""
    era = era_of(day)
    if era is None:
        return day.isoformat()
    return f"{era.letter}{day.year - era.year_one + 1}.{day.month}.{day.day}"


def name_of_year(year: int) -> str:
    """令和6年: a calendar year under the era in which it ends (2019年 is 令和元年)."""
    era = era_of(date(year, 12, 31))
    return f"{era.name}{_ordinal(year - era.year_one + 1)}年" if era else f"{year}年"


def half_width(text: str) -> str:
    """Digits, letters, hyphens and one-character eras (㋿) as the patterns here expect them."""
    return as_code(unicodedata.normalize("NFKC", text)).upper()


def echo(text: str) -> str:
    """What was written, cut to what a refusal may repeat."""
    return graphemes.take(text, _MOST_ECHOED)


def _match(text: str) -> re.Match[str] | None:
    plain = half_width(text)
    return _EIGHT_DIGITS.fullmatch(plain) or _DAY.fullmatch(plain)


def _as_written(match: re.Match[str], bare: Era | None) -> _Written | None:
    parts = match.groupdict()
    era = _era_named(parts.get("mark"))
    is_western = era is None and len(parts["year"]) == 4
    if era is None and not is_western:
        era = bare
    # Three digits name no year of any era, and one or two need an era to say what they mean.
    if not is_western and (era is None or len(parts["year"]) > 2):
        return None
    month, day = int(parts["month"]), int(parts["day"])
    return _Written(era, _year_number(parts["year"]), month, day, parts.get("joint", ""))


def _ordinal(year: int) -> str:
    return "元" if year == 1 else str(year)


def _era_named(mark: str | None) -> Era | None:
    return _BY_MARK[mark] if mark else None


def _year_number(digits: str) -> int:
    return 1 if digits == "元" else int(digits)
