"""Moments of the demo: days of the office and minutes, counted back from now, so that the town never grows old."""

from datetime import date, datetime, time, timedelta
from typing import Final

from yoriai.kit.days import JST

SATURDAY: Final = 5


def is_lately(written: str) -> bool:
    """Whether it is counted in minutes."""
    return written.endswith("m")


def moment_of(written: str, now: datetime) -> datetime:
    """`-25m` is so many minutes ago; `-3d 13:41` is that time of the third office day before today."""
    back, _, clock = written.partition(" ")
    if is_lately(back):
        return now - timedelta(minutes=_number(back))
    return on_office_day(_number(back), time.fromisoformat(clock), now)


def on_office_day(days: int, at: time, now: datetime) -> datetime:
    """A time of the day that lies so many office days before today. Saturdays and Sundays are not counted."""
    day = now.astimezone(JST).date()
    while days:
        day -= timedelta(days=1)
        days -= day.weekday() < SATURDAY
    return datetime.combine(day, at, JST)


def _number(back: str) -> int:
    return int(back[1:-1])


CLOSED: Final = frozenset(
    {(1, 1), (1, 2), (1, 3), (2, 11), (2, 23), (4, 29), (5, 3), (5, 4), (5, 5), (8, 11), (11, 3), (11, 23)}
    | {(12, day) for day in range(29, 32)}
)
"""Days of the year on which nobody is in the office; holidays that move with the year are worked through here."""
OPENS, CLOSES = time(8, 34), time(17, 12)
OPENED: Final = time(8, 50)
"""From then on the day counts as one on which something has been said."""
WEEKDAYS: Final = "月火水木金土日"


class Calendar:
    """The office days up to now, oldest first. On the day of the beginning itself nobody speaks yet."""

    def __init__(self, since: datetime, now: datetime) -> None:
        self.now = now
        first, last = since.astimezone(JST).date(), now.astimezone(JST).date()
        every = (first + timedelta(days=many) for many in range(1, (last - first).days + 1))
        begun = now.astimezone(JST).time() > OPENED
        self.days = [day for day in every if is_open(day) and (begun or day < last)]

    def on(self, day: date, many: int) -> date:
        """So many office days after a day, in the future too."""
        while many:
            day += timedelta(days=1)
            many -= is_open(day)
        return day


def is_open(day: date) -> bool:
    return day.weekday() < SATURDAY and (day.month, day.day) not in CLOSED


def spoken(day: date) -> str:
    """A date as people write it: 11月26日（木）."""
    return f"{day.month}月{day.day}日（{WEEKDAYS[day.weekday()]}）"
