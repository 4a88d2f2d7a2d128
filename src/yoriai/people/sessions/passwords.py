"""Passwords: argon2id in threads of its own, bounded, and just as slow for people who do not exist."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from yoriai.kit import graphemes
from yoriai.kit.errors import NotNow, Refused

LEAST, MOST, MOST_BYTES = 12, 128, 1024  # characters, characters, bytes
THREADS = 2
MOST_WAITING = 64

P = ParamSpec("P")
T = TypeVar("T")


class WeakPassword(Refused):
    """Too short, too long, or the login id or the old password itself."""

    code = "sessions.weak_password"
    status = 422


class Passwords:
    """Hashes and checks passwords outside the event loop and outside every transaction."""

    def __init__(self) -> None:
        # OWASP's setting for argon2id with 19 MiB: small enough for two at once on the smallest machine.
        self._hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="passwords")
        self._waiting = 0
        # Checked for accounts that do not exist or have no password, so that they answer no faster (A6).
        self._nobodys = self._hasher.hash("nobody has this password")

    async def check(self, password: str, kept: str | None) -> bool:
        """Whether this is the password that was kept. Without one it takes as long and says no."""
        is_right = await self._run(self._is_right, kept or self._nobodys, password)
        return is_right and kept is not None

    async def hash(self, password: str) -> str:
        """What is kept of a new password."""
        return await self._run(self._hasher.hash, password)

    def _is_right(self, kept: str, password: str) -> bool:
        try:
            return self._hasher.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False

    async def _run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        if self._waiting >= MOST_WAITING:
            raise NotNow(retry_after=2)
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(
                self._threads, lambda: work(*args, **kwargs)
            )
        finally:
            self._waiting -= 1


def could_be_one(password: str) -> bool:
    """Whether anybody can have this password; what is longer is never hashed (N32)."""
    if not 0 < len(password) <= MOST_BYTES:
        return False
    try:
        return len(password.encode()) <= MOST_BYTES
    except UnicodeEncodeError:
        return False  # half a character: no keyboard types it


def check_new(password: str, *others: str) -> None:
    """Refuse a new password that is too short, too long, or one of the words that must not be it."""
    if not could_be_one(password) or not LEAST <= graphemes.count(password) <= MOST:
        raise WeakPassword(least=LEAST, most=MOST)
    if password.casefold() in {other.casefold() for other in others}:
        raise WeakPassword(least=LEAST, most=MOST)
