"""The half-way ticket: that somebody's password was right, for the one step that is left, and for nothing else."""

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from pydantic import BaseModel, ConfigDict, ValidationError

from yoriai.kit.errors import Refused
from yoriai.people.sessions.second_factor import seal
from yoriai.people.sessions.second_factor.policy import Step

COOKIE = "__Host-yoriai-step"
"""It lies in a cookie of its own that no script reads: bound to the browser and, like all cookies here, to one side."""
LASTS = timedelta(minutes=10)
AHEAD = timedelta(minutes=1)
"""So far the clocks of two machines may be apart."""
MOST = 2048  # characters; ours have some 700


class StepOver(Refused):
    """The half-finished sign-in counts no longer: too old, of the other side, used, or overtaken by a change."""

    code = "second_factor.over"
    status = 401


@dataclass(frozen=True, slots=True)
class Second:
    """A second factor as far as it matters for whether a ticket still fits it."""

    set_up_at: datetime
    uses: int


class Ticket(BaseModel):
    """What was proved, by whom, on which side, until when it counts. It is sealed, so nobody reads or makes one."""

    model_config = ConfigDict(frozen=True)

    account_id: UUID
    step: Step
    whose: str
    """The name under which tries of what was claimed are counted."""
    stamp: str
    """Of the account as it was: whatever is changed, or opened with its second factor, makes this worthless."""
    until: datetime
    fresh: str | None
    """What will be kept of a password that was chosen on the way; it counts once the second step is done."""


def stamp(status: str, password_hash: str | None, first_mac: str | None, second: Second | None) -> str:
    """One word for what an account was when its password was right."""
    factor = (int(second.set_up_at.timestamp()), second.uses) if second else None
    return hashlib.sha256(repr((status, password_hash, first_mac, factor)).encode()).hexdigest()


def write(key: bytes, ticket: Ticket, zone: str) -> str:
    """As it goes into the cookie of the side on which it counts."""
    return urlsafe_b64encode(seal.close(key, ticket.model_dump_json().encode(), about=_about(zone))).decode()


def read(key: bytes, cookie: str | None, zone: str, now: datetime) -> Ticket:
    """The ticket in a cookie; raises StepOver for whatever else is there."""
    if not cookie or len(cookie) > MOST:
        raise StepOver
    try:
        closed = urlsafe_b64decode(cookie.encode("ascii", "replace"))
        ticket = Ticket.model_validate_json(seal.open_up(key, closed, about=_about(zone)) or b"")
    except (Error, ValidationError):
        raise StepOver from None
    # One that counts for longer than any does was written while a clock stood wrong.
    if not timedelta(0) < ticket.until - now <= LASTS + AHEAD:
        raise StepOver
    return ticket


def _about(zone: str) -> str:
    return f"half-way ticket of {zone}"
