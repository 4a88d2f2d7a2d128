"""Days: which one it is in Japan, and how an office counts them."""

from datetime import date, datetime, time, timedelta, timezone

from yoriai.kit.errors import Wrong

# Japan has had one time zone and no summer time since 1951; no table of zones is needed.
JST = timezone(timedelta(hours=9), "JST")


class EndsBeforeStart(Wrong):
    """A period whose last day comes before its first."""

    code = "ends_before_start"


def day_in_japan(moment: datetime) -> date:
    """The date on the wall of the office at a moment."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(JST).date()


def end_of_day_in_japan(day: date) -> datetime:
    """The moment at which a day is over. After the last day of the calendar, by which personnel offices say
    「期限なし」 (9999年12月31日), comes no other: it is over with its last moment."""
    if day == date.max:
        return datetime.combine(day, time.max, JST)
    return datetime.combine(day + timedelta(days=1), time.min, JST)


def days_with_both_ends(first: date, last: date, *, field: str = "period") -> int:
    """How long a period is: both ends count, so that one day lasts one day (FIG-13)."""
    if last < first:
        raise EndsBeforeStart(field=field, reason="ends_before_start")
    return (last - first).days + 1


def last_day_after(start: date, days: int, *, at_latest: date | None = None) -> date:
    """The last of so many days that begin on the morrow: 初日不算入, the first day is not counted
    (民法第140条). `at_latest` cuts it, for instance at the end of the 年度."""
    last = start + timedelta(days=days)
    return last if at_latest is None else min(last, at_latest)
