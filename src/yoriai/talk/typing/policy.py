"""Where it is shown that somebody is writing. Pure: no database, no clock, no request."""

from typing import Final

from yoriai.talk.rooms.policy import Seated, may_post

MOST_MEMBERS: Final = 100
"""In a larger room somebody is always writing (MSG-21)."""


def is_shown(here: Seated, members: int) -> bool:
    """Whether the others are told that somebody writes here."""
    return may_post(here) and members <= MOST_MEMBERS
