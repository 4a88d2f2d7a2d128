"""Passwords: argon2id beside the event loop, bounded, and just as slow for people who do not exist."""

import asyncio
import os
import re
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from time import monotonic
from typing import ParamSpec, TypeVar

from argon2 import PasswordHasher
from zxcvbn import zxcvbn
from zxcvbn.matching import L33T_TABLE

from yoriai.kit import graphemes
from yoriai.kit.errors import NotNow, Refused
from yoriai.people.sessions import aside
from yoriai.people.sessions.aside import Aside
from yoriai.people.sessions.rules import PasswordRules

MOST, MOST_BYTES = 128, 1024  # characters, bytes
LEAST_GUESSES = 2e8
"""zxcvbn's own line against guessing over the network is 1e8; a name said twice lies exactly on it."""
MOST_LOOKED_AT = 72  # characters: zxcvbn takes no more, and what is longer is not found either
STANDS_FOR = {
    "a": "4@", "b": "8", "c": "(", "e": "3", "g": "9", "i": "1!", "l": "1", "o": "0", "s": "$5", "t": "7", "x": "%", "z": "2",
}  # fmt: skip
"""Signs that people write for letters. zxcvbn goes through its words once for each way of reading the signs of a
password; with the rare ones of its own table, 72 characters kept it at work for ten seconds."""
L33T_TABLE.clear()
L33T_TABLE.update({letter: list(signs) for letter, signs in STANDS_FOR.items()})
OURS = ("yoriai", "寄合", "よりあい", "ヨリアイ")
"""The words of the product, which come to mind at its entrance."""

P = ParamSpec("P")
T = TypeVar("T")


class Lane(StrEnum):
    """Two ways to the hashing, so that guesses of strangers cannot starve people at their own place. Those of strangers
    are checked in a process that stands aside, for a machine may guess all day."""

    KNOWN = "known"
    STRANGERS = "strangers"


THREADS = {Lane.KNOWN: 2, Lane.STRANGERS: 1}
MOST_WAITING = {Lane.KNOWN: 64, Lane.STRANGERS: 64}
PATIENCE = 15.0  # seconds that a stranger waits for an answer at most; then they are asked to come back
ASIDE = Aside()  # one is enough for whatever this process is: it remembers nothing


def step_back() -> None:
    """Let this thread take turns after those that answer in milliseconds. Only on Linux has a thread a niceness."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 5)


KINDS = tuple(map(re.compile, ("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]")))


class WeakPassword(Refused):
    """Too short, too long, of too few kinds, or the login id or the old password itself."""

    code = "sessions.weak_password"
    status = 422


class EasyPassword(Refused):
    """Somebody who knows whose it is would find it soon: common words, names, rows of keys, repetitions."""

    code = "sessions.easy_password"
    status = 422


class Passwords:
    """Hashes and checks passwords outside the event loop and outside every transaction."""

    def __init__(self) -> None:
        # OWASP's setting for argon2id with 19 MiB: small enough for two at once on the smallest machine.
        self._hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
        self._threads = {
            lane: ThreadPoolExecutor(
                THREADS[lane],
                thread_name_prefix=f"passwords-{lane}",
                initializer=step_back,
            )
            for lane in Lane
        }
        self._waiting = dict.fromkeys(Lane, 0)
        # Checked for accounts that do not exist or have no password, so that they answer no faster (A6).
        # Made beside the event loop: the first try of the day must not make everybody wait.
        self._nobodys = self._threads[Lane.KNOWN].submit(self._hasher.hash, "nobody has this password")

    async def check(self, password: str, kept: str | None, lane: Lane = Lane.KNOWN) -> bool:
        """Whether this is the password that was kept. Without one it takes as long and says no."""
        until = monotonic() + PATIENCE
        is_right = await self._run(lane, self._is_right, lane, kept, password, until)
        return is_right and kept is not None

    async def hash(self, password: str) -> str:
        """What is kept of a new password."""
        return await self._run(Lane.KNOWN, self._hasher.hash, password)

    def is_dated(self, kept: str) -> bool:
        """Whether it was kept with other effort, or in another way, than a password is from today on."""
        return self._hasher.check_needs_rehash(kept)

    def _is_right(self, lane: Lane, kept: str | None, password: str, until: float) -> bool:
        kept = kept or self._nobodys.result()
        if lane is Lane.STRANGERS:
            return ASIDE.is_right(kept, password, until=until)
        return aside.is_right(kept, password)

    async def _run(self, lane: Lane, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        if self._waiting[lane] >= MOST_WAITING[lane]:
            raise NotNow(retry_after=2)
        self._waiting[lane] += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(
                self._threads[lane], lambda: work(*args, **kwargs)
            )
        finally:
            self._waiting[lane] -= 1


def could_be_one(password: str) -> bool:
    """Whether anybody can have this password; what is longer is never hashed (N32)."""
    if not 0 < len(password) <= MOST_BYTES:
        return False
    try:
        return len(password.encode()) <= MOST_BYTES
    except UnicodeEncodeError:
        return False  # half a character: no keyboard types it


def check_new(password: str, *others: str, rules: PasswordRules, names: Sequence[str] = ()) -> None:
    """Refuse a new password that breaks a rule of the body, is one of the words that must not be it, or is found soon
    by somebody who knows the person, the body and what people commonly choose."""
    weak = WeakPassword(least=rules.least, most=MOST, kinds=rules.kinds)
    if not could_be_one(password) or not rules.least <= graphemes.count(password) <= MOST:
        raise weak
    if sum(bool(kind.search(password)) for kind in KINDS) < rules.kinds:
        raise weak
    if password.casefold() in {other.casefold() for other in others}:
        raise weak
    if _guesses(password, [*OURS, *others, *names]) < LEAST_GUESSES:
        raise EasyPassword


def _guesses(password: str, known: Sequence[str]) -> float:
    """After how many tries somebody finds it who knows these words (D. L. Wheeler, zxcvbn, USENIX Security 2016)."""
    return float(zxcvbn(password[:MOST_LOOKED_AT], user_inputs=[word for word in known if word])["guesses"])
