"""Browsers in which an account was used before. A cookie says so: guesses of strangers cannot hold them up (N32)."""

import hashlib
import hmac
from secrets import token_urlsafe

COOKIE = "__Host-yoriai-known"
LASTS = 180 * 24 * 60 * 60  # seconds
MOST = 8  # people of one shared PC; whoever was there longest ago gives way
MOST_LENGTH = 1024  # characters; ours have less


def mark_in(key: bytes, whose: str, cookie: str | None) -> str | None:
    """The mark of this account in a browser's cookie, or none. No database is asked, and nobody can make one up."""
    for mark in _marks(cookie):
        drawn, _, mac = mark.partition(".")
        if hmac.compare_digest(mac, _mac(key, whose, drawn)):
            return drawn
    return None


def with_mark(key: bytes, whose: str, cookie: str | None) -> str:
    """The cookie for a browser in which this account has just been used; those who were there before stay known."""
    drawn = mark_in(key, whose, cookie) or token_urlsafe(9)
    own = f"{drawn}.{_mac(key, whose, drawn)}"
    others = [mark for mark in _marks(cookie) if mark != own]
    return "~".join([own, *others][:MOST])


def _marks(cookie: str | None) -> list[str]:
    return cookie.split("~")[:MOST] if cookie and len(cookie) <= MOST_LENGTH and cookie.isascii() else []


def _mac(key: bytes, whose: str, drawn: str) -> str:
    return hmac.new(key, f"known browser\n{whose}\n{drawn}".encode(), hashlib.sha256).hexdigest()[:32]
