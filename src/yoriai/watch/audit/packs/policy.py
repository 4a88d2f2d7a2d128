"""For which days a pack is made, how long it is there, and who may take it. Pure."""

from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

MOST_DAYS: Final = 366
"""A 年度, with both its ends."""
MOST_ENTRIES: Final = 500_000
MOST_REASON: Final = 200
MOST_KEPT: Final = 3
"""So many files of one person at a time."""
MADE_WITHIN: Final = timedelta(hours=3)
KEPT: Final = timedelta(hours=24)
PIECE: Final = 512 * 1024  # bytes


def is_too_long(days: int) -> bool:
    """Whether these are more days than go into one pack."""
    return days > MOST_DAYS


def is_to_come(last: date, today: date) -> bool:
    """Whether the last day is not here yet: nobody can look back on it."""
    return last > today


def is_there(state: str, ends_at: datetime, now: datetime) -> bool:
    """Whether a file can be taken, whether the job that lets go has come by or not."""
    return state == "ready" and ends_at > now


def is_theirs(asker_id: UUID | None, who: UUID) -> bool:
    """Whoever asked has it, and nobody else: another asks for one of their own, with their own reason."""
    return asker_id == who
