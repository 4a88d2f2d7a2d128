"""Bands and words of presence. Pure: no database, no clock, no request."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final


class Band(StrEnum):
    """How long ago somebody last used Yoriai. Finer than this nobody learns it (ORG-12)."""

    NOW = "now"
    """Within fifteen minutes."""
    LATELY = "lately"
    """Within an hour."""
    AWAY = "away"


class State(StrEnum):
    """What somebody says of themselves."""

    PRESENT = "present"
    MEETING = "meeting"
    OUT = "out"
    LEAVE = "leave"


class Whereabouts(StrEnum):
    """Where somebody works today. It says nothing about whether they can be reached (ORG-14)."""

    OFFICE = "office"
    HOME = "home"
    OUT = "out"
    TRIP = "trip"


NOW: Final = timedelta(minutes=15)
LATELY: Final = timedelta(minutes=60)
LONGEST: Final = timedelta(days=366)
"""So far ahead may somebody say when they will be back."""


def band_of(last_use: datetime | None, now: datetime) -> Band:
    """The band of a last use; of nobody's use it is the last one."""
    if last_use is None or now - last_use > LATELY:
        return Band.AWAY
    return Band.NOW if now - last_use <= NOW else Band.LATELY


def still_says(until: datetime | None, now: datetime) -> bool:
    """Whether what somebody said still holds."""
    return until is None or now < until


def whereabouts(place: str | None, place_on: date | None, today: date) -> Whereabouts | None:
    """Where somebody works today; what they said on another day is said no longer."""
    return Whereabouts(place) if place and place_on == today else None
