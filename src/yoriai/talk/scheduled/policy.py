"""When a message may be sent, and why it could not be. Pure: no database, no clock, no request."""

from datetime import datetime, timedelta
from typing import Final

from yoriai.kit.errors import Refused, Wrong

FARTHEST: Final = timedelta(days=366)


class Past(Wrong):
    """A time that is over."""

    code = "scheduled.past"


class TooFar(Wrong):
    """Later than anybody plans."""

    code = "scheduled.too_far"


class Left(Refused):
    """Its author is in the room no longer."""

    code = "scheduled.left"


class Unanswerable(Refused):
    """The message that it answers is gone, or its author may read it no longer."""

    code = "scheduled.unanswerable"


class OnlyAsSeated(Refused):
    """What waits is said in the name in which its author sits in the room, and in no other one."""

    code = "scheduled.only_as_seated"


class OnlyWords(Refused):
    """What a message brings is kept for a day at most until it is sent: it would be gone before its time."""

    code = "scheduled.only_words"


class Suspended(Refused):
    """Its author may not use Yoriai at present."""

    code = "scheduled.suspended"


def judge(due_at: datetime, now: datetime) -> None:
    """Raise what is wrong with this time."""
    if due_at <= now:
        raise Past(field="due_at", reason="past")
    if due_at > now + FARTHEST:
        raise TooFar(field="due_at", reason="too_far", days=FARTHEST.days)
