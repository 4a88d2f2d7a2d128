"""Moments of the demo: days of the office and minutes, counted back from now, so that the town never grows old."""

from datetime import datetime, time, timedelta
from typing import Final

from yoriai.kit.days import JST

SATURDAY: Final = 5


def moment_of(written: str, now: datetime) -> datetime:
    """`-25m` is so many minutes ago; `-3d 13:41` is that time of the third office day before today."""
    back, _, clock = written.partition(" ")
    if back.endswith("m"):
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
