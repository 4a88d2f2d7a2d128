"""Bands and words of presence. Pure: no database, no clock, no request."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID


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


def stand_in(who: UUID, deputies: Mapping[UUID, UUID | None], there: Collection[UUID]) -> UUID | None:
    """Who acts for somebody: their deputy or, where that one is absent too or has gone, the deputy's own (ORG-13).

    `deputies` has everybody who is absent today; `there` those who may be written to at all.
    """
    passed_over = {who}
    at = deputies.get(who)
    while at is not None and at not in passed_over:
        if at in there and at not in deputies:
            return at
        passed_over.add(at)
        at = deputies.get(at)
    return None


def circle(who: UUID, deputy: UUID, deputies: Mapping[UUID, UUID | None]) -> Sequence[UUID]:
    """Those over whom somebody would come back to themselves with this deputy; empty where they would not."""
    passed = [deputy]
    while (at := deputies.get(passed[-1])) is not None and at not in passed:
        if at == who:
            return passed
        passed.append(at)
    return ()
