"""Who may invite guests, and until when they may stay. Pure: no database, no clock, no request."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from yoriai.kit.days import last_day_after
from yoriai.kit.errors import Refused, Wrong
from yoriai.kit.fiscal import FiscalYear
from yoriai.talk.rooms.models import Role, RoomKind
from yoriai.talk.rooms.policy import Seated

WARNINGS: Final[Sequence[int]] = (3, 14)
"""So many days before the end of a guest their sponsor hears of it."""
LONGEST: Final = timedelta(days=366)


class NoGuests(Refused):
    """The body has no guests."""

    code = "guests.not_allowed"
    status = 403


class NotHere(Refused):
    """Guests come into rooms that people have made for a purpose, and into no others."""

    code = "guests.not_in_such_rooms"


class NotAtThisLabel(Refused):
    """The label of the room lets in no guests."""

    code = "guests.not_at_this_label"


class NotValid(Refused):
    """No invitation opens with this code: nobody can tell why (A6)."""

    code = "guests.not_valid"
    status = 404


class OtherWords(Refused):
    """The text about secrecy is another than the one that was read."""

    code = "guests.other_words"


class Over(Refused):
    """The guest's time has ended: an invitation opens another."""

    code = "guests.over"


def may_invite(here: Seated) -> bool:
    """Whoever manages a group brings guests into it."""
    return here.kind is RoomKind.GROUP and here.role is Role.MANAGER and not here.is_archived


def usual_end(today: date, days: int) -> date:
    """So many days, the first not counted, or the end of the 年度 if that comes earlier (GUEST-2)."""
    return last_day_after(today, days, at_latest=FiscalYear.of(today).last)


def clean_end(today: date, ends_on: date) -> date:
    """A last day that somebody has chosen: to come, and not beyond a year."""
    if not today <= ends_on <= today + LONGEST:
        raise Wrong(field="ends_on", reason="past" if ends_on < today else "too_late")
    return ends_on


def warning_due(days_left: int, warned: int | None) -> int | None:
    """The warning that is to be given now; None: there is none, or it was given."""
    due = next((days for days in WARNINGS if days_left <= days), None)
    return due if due is not None and (warned is None or warned > due) else None
