"""Ids and keys: numbers for things, keys that a client makes, secrets handed out once."""

import math
import re
import secrets
import threading
from datetime import UTC, datetime, timedelta
from typing import NewType
from uuid import UUID

from yoriai.kit.errors import Wrong

SendKey = NewType("SendKey", str)
"""A client's own key for one act (BASE-4): a ULID in its canonical capital letters."""

# Digits and small letters without 0/o, 1/i/l: read from paper or over the phone without a slip.
CLEAR_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_TAIL_BITS = 74
_MOST_STEP = 1 << 32
_MOST_BACKWARDS_MS = 10_000
# 26 characters hold 130 bits; a first character above 7 would not fit the 128 of a ULID.
_ULID = re.compile(r"[0-7][0-9A-HJKMNP-TV-Z]{25}", re.ASCII | re.IGNORECASE)


class _Sequence:
    """The last id given out by this process, so that the next one sorts after it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._milliseconds = 0
        self._tail = 0

    def next(self, milliseconds: int) -> tuple[int, int]:
        with self._lock:
            behind = self._milliseconds - milliseconds
            # A request that began a moment earlier must not jump the queue; a clock that was set
            # right, or history taken over from another product, keeps its honest time.
            if not 0 <= behind <= _MOST_BACKWARDS_MS:
                self._milliseconds = milliseconds
                self._tail = secrets.randbits(_TAIL_BITS - 1)
            else:
                self._advance()
            return self._milliseconds, self._tail

    def _advance(self) -> None:
        # A random step keeps the next id from being guessed (RFC 9562, 6.2, method 2).
        self._tail += 1 + secrets.randbelow(_MOST_STEP)
        if self._tail >> _TAIL_BITS:
            self._milliseconds += 1
            self._tail = secrets.randbits(_TAIL_BITS - 1)


_sequence = _Sequence()


def uuid7(at: datetime) -> UUID:
    """A new id of the given moment (RFC 9562 version 7). Within this process ids of moments
    that do not go back by more than ten seconds sort in the order in which they were made."""
    if at.tzinfo is None:
        raise ValueError("a moment without a time zone")
    milliseconds, tail = _sequence.next((at - _EPOCH) // _MILLISECOND)
    high, low = tail >> 62, tail & ((1 << 62) - 1)
    return UUID(int=milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low)


def as_send_key(text: str, *, field: str = "send_key") -> SendKey:
    """The key in its canonical form. Whatever is no ULID of 26 characters is refused."""
    if not _ULID.fullmatch(text):
        raise Wrong(field=field, reason="not_ulid")
    return SendKey(text.upper())


def one_time_secret(*, bits: int = 60) -> str:
    """A new secret of at least so many bits, to be typed once from paper."""
    length = math.ceil(bits / math.log2(len(CLEAR_LETTERS)))
    return "".join(secrets.choice(CLEAR_LETTERS) for _ in range(length))
