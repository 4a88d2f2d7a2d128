"""First passwords: random, handed out once on paper or by a link, and kept only as what they hash to."""

import hashlib
import hmac
from datetime import UTC, datetime
from uuid import UUID

from yoriai.kit.days import day_in_japan, end_of_day_in_japan, last_day_after
from yoriai.kit.ids import CLEAR_LETTERS, one_time_secret
from yoriai.kit.text import as_code

DAYS = 90
BITS = 65
LEAST, MOST = 12, 64  # characters as they are typed: none was ever shorter, and nobody types so many blanks


def draw() -> str:
    """A new one. Nobody can read it anywhere afterwards."""
    return one_time_secret(bits=BITS)


def could_be_one(typed: str) -> bool:
    """Whether it looks like one. Hardly anything that people choose or machines guess does."""
    letters = _as_printed(typed[: MOST + 1]).decode("utf-8", "surrogatepass")
    return len(typed) <= MOST and len(letters) >= LEAST and set(letters) <= set(CLEAR_LETTERS)


def mac(key: bytes, account_id: UUID, secret: str) -> str:
    """What is kept of it: worth nothing without the server's key, nor on any other account."""
    return hmac.new(
        key, b"first password\n" + account_id.bytes + _as_printed(secret), hashlib.sha256
    ).hexdigest()


def matches(key: bytes, account_id: UUID, secret: str, kept: str) -> bool:
    """Whether this is the one that was handed out. Takes the same time however much of it is right."""
    return hmac.compare_digest(mac(key, account_id, secret), kept)


def expiry(now: datetime) -> datetime:
    """From this moment on it opens nothing any more: the end, in Japan, of the last of its days, as paper says it."""
    return end_of_day_in_japan(last_day_after(day_in_japan(now), DAYS)).astimezone(UTC)


def _as_printed(secret: str) -> bytes:
    # Typed from paper: capitals, full width and blanks are forgiven; nothing in it depends on them.
    return as_code(secret).lower().encode("utf-8", "surrogatepass")
