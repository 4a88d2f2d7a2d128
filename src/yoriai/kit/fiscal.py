"""年度: the year of offices, from 1 April to 31 March (TEXT-3)."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from yoriai.kit import eras
from yoriai.kit.eras import Era


@dataclass(frozen=True, slots=True, order=True)
class FiscalYear:
    """One 年度, known by the calendar year in which it begins."""

    year: int

    @classmethod
    def of(cls, day: date) -> Self:
        """The 年度 of a day: January to March belong to the one that began the year before."""
        return cls(day.year if day.month >= 4 else day.year - 1)

    @classmethod
    def parse(cls, text: str, *, field: str = "fiscal_year") -> Self:
        """令和6年度, R6, 平成31年度 (the same as 令和元年度), 2024年度, in any width."""
        plain = eras.half_width(text)
        era, number = eras.read_year(plain.removesuffix("度"), field=field)
        year = max(number, 1) + (era.year_one - 1 if era else 0)
        meant = cls(min(year, date.max.year - 1))  # its last day must still have a date
        if number < 1 or meant.year < year or (era and not meant._touches(era)):
            raise eras.no_such(text, field=field, nearest=meant.name)
        return meant

    @property
    def first(self) -> date:
        return date(self.year, 4, 1)

    @property
    def last(self) -> date:
        return date(self.year + 1, 3, 31)

    @property
    def months(self) -> tuple[date, ...]:
        """The first days of its twelve months, 4…12 and 1…3."""
        return tuple(date(self.year + (month > 12), (month - 1) % 12 + 1, 1) for month in range(4, 16))

    @property
    def name(self) -> str:
        """令和6年度. One in which an era began carries the new name: 令和元年度."""
        return f"{eras.name_of_year(self.year)}度"

    @property
    def span(self) -> str:
        """R8.4.1～R9.3.31, as it stands in brackets after the name."""
        return f"{eras.dense(self.first)}～{eras.dense(self.last)}"

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def quarter(self, number: int) -> tuple[date, date, date]:
        """The first days of the months of a quarter; the first one is April to June."""
        first, second, third = self.months[3 * number - 3 : 3 * number]
        return first, second, third

    def _touches(self, era: Era) -> bool:
        # 昭和64年 ended in January: nobody ever wrote 昭和64年度, which would begin in April.
        return era.first <= date(self.year, 12, 31) and self.first <= era.last
