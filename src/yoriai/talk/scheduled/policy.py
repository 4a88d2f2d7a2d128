"""When a message may be sent. Pure: no database, no clock, no request."""

from datetime import datetime, timedelta
from typing import Final

from yoriai.kit.errors import Wrong

FARTHEST: Final = timedelta(days=366)


class Past(Wrong):
    """A time that is over."""

    code = "scheduled.past"


class TooFar(Wrong):
    """Later than anybody plans."""

    code = "scheduled.too_far"


def judge(due_at: datetime, now: datetime) -> None:
    """Raise what is wrong with this time."""
    if due_at <= now:
        raise Past(field="due_at", reason="past")
    if due_at > now + FARTHEST:
        raise TooFar(field="due_at", reason="too_far", days=FARTHEST.days)
