"""Who may do what with a request about an account. Pure: no database, no clock, no request."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal
from uuid import UUID

MOST_WAITING: Final = 30
"""Of one asker at a time."""
MOST_WORDS: Final = 300
LAPSES_AFTER: Final = timedelta(days=30)
"""So long somebody may answer; after that it is to be asked anew, for what was wanted may be so no longer."""

StateName = Literal["proposed", "asked", "accepted", "declined", "withdrawn", "lapsed"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, as far as its rules need it."""

    asker_id: UUID
    state: StateName
    is_beyond: bool = False
    """Whether it is about somebody whom the reader may not change."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who looks at it, as far as its rules need them."""

    account_id: UUID
    leads: bool
    """Whether they are the ITリーダー of its unit now."""
    answers: bool
    """Whether they administer accounts."""


def state_at(now: datetime, state: StateName, lapses_at: datetime) -> StateName:
    """How far a request has come: what nobody has answered in its time is over."""
    return "lapsed" if state in ("proposed", "asked") and lapses_at <= now else state


def is_open(asked: Asked) -> bool:
    """Whether it waits for an answer."""
    return asked.state in ("proposed", "asked")


def may_pass_on(asked: Asked, who: Reader) -> bool:
    """The ITリーダー of the unit asks the administrators for what somebody of it has proposed."""
    return asked.state == "proposed" and who.leads


def may_accept(asked: Asked, who: Reader) -> bool:
    """An administrator carries out what an ITリーダー has asked for; never what is their own wish, or
    about an owner, if they are none (N19)."""
    is_theirs = asked.asker_id == who.account_id
    return asked.state == "asked" and who.answers and not (is_theirs or asked.is_beyond)


def may_decline(asked: Asked, who: Reader) -> bool:
    """Whoever it waits for turns it down."""
    return may_pass_on(asked, who) or (asked.state == "asked" and who.answers)


def may_withdraw(asked: Asked, who: Reader) -> bool:
    """Whoever asked, as long as nobody has answered."""
    return is_open(asked) and asked.asker_id == who.account_id
