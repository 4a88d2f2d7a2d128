"""When a session still counts. Pure: no database, no clock, no request."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from yoriai.people.accounts.policy import may_sign_in
from yoriai.people.zones.policy import is_worth_something


@dataclass(frozen=True, slots=True)
class Held:
    """A session and its account, as far as it matters for whether it counts."""

    zone: str
    began_at: datetime
    idle_until: datetime
    expires_at: datetime
    ended_at: datetime | None
    signed_out_at: datetime | None
    status: str
    ends_on: date | None
    locked_at: datetime | None = None


def is_live(held: Held, here: str, now: datetime, today: date) -> bool:
    """Whether this session is still its account's, on this side, at this moment: open, or locked."""
    if held.ended_at is not None or now >= held.expires_at or now >= held.idle_until:
        return False
    # Suspending somebody ends what they had open for ever: restoring them brings no session back.
    if held.signed_out_at is not None and held.began_at <= held.signed_out_at:
        return False
    if not is_worth_something(held.zone, here):
        return False
    return may_sign_in(held.status, held.ends_on, today)


def is_open(held: Held, here: str, now: datetime, today: date) -> bool:
    """Whether it speaks for its account: it counts, and its holder has not left the seat."""
    return held.locked_at is None and is_live(held, here, now, today)


def ends_at(changed_at: datetime | None, expires_days: int) -> datetime | None:
    """When a password is too old (AUTH-2); None: never."""
    if not expires_days or changed_at is None:
        return None
    return changed_at + timedelta(days=expires_days)
