"""使用率 as it is defined, and which months are to be closed. Pure."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

TENTH = Decimal("0.1")


def rate(active: int, registered: int) -> str | None:
    """Active ÷ registered in per cent, rounded once, half-up, to one decimal (STAT-2). None where nobody is registered."""
    if registered == 0:
        return None
    return str((Decimal(active * 100) / Decimal(registered)).quantize(TENTH, ROUND_HALF_UP))


def month_of(day: date) -> date:
    """The first day of the month of a day."""
    return day.replace(day=1)


def next_month(month: date) -> date:
    """The first day of the month after."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def months(first: date, until: date) -> Iterator[date]:
    """The months from `first` on that are over when the month `until` has begun."""
    month = month_of(first)
    while month < month_of(until):
        yield month
        month = next_month(month)
