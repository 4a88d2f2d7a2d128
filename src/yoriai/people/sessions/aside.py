"""Checking passwords in a process that runs only while nobody else wants to.

No thread can stand aside like that: the threads of a process share the interpreter's lock, and one that waits for the
processor while the lock is its own keeps everybody waiting.
"""

import atexit
import os
import select
import subprocess
import sys
import threading
from collections.abc import Iterable
from time import monotonic
from typing import IO, BinaryIO

import orjson
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from yoriai.kit.errors import NotNow
from yoriai.platform.outside.courtesy import stand_aside

RIGHT, WRONG = b"1\n", b"0\n"
AGAIN = 5  # seconds

_checker = PasswordHasher()  # how much work it is stands in what was kept


def is_right(kept: str, password: str) -> bool:
    """Whether this is the password that was kept."""
    try:
        return _checker.verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False


class Aside:
    """The process, begun when it is first asked. It ends with this one, however that ends."""

    def __init__(self) -> None:
        self._running: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()
        atexit.register(self.end)

    def is_right(self, kept: str, password: str, *, until: float) -> bool:
        """The same over there. It waits, so it is for a thread; the thread itself costs nothing meanwhile.

        `until` (of the monotonic clock) there must be an answer, or NotNow is raised: where the whole machine is busy,
        whoever stands aside may get no turn for very long.
        """
        asked = orjson.dumps([kept, password]) + b"\n"
        with self._turn:
            # Where memory is short, whatever stands aside is what the system ends first.
            said = self._said(asked, until) or self._said(asked, until)
        if said is None:
            raise NotNow(retry_after=AGAIN)
        return said == RIGHT

    def end(self) -> None:
        """Let it go. Whoever asks again begins another."""
        if self._running is not None:
            self._running.kill()
            self._running.communicate()
            self._running = None

    def _said(self, asked: bytes, until: float) -> bytes | None:
        if monotonic() >= until:  # it waited so long for its turn
            raise NotNow(retry_after=AGAIN)
        running = self._running = self._running or _begun()
        assert running.stdin
        assert running.stdout
        try:
            running.stdin.write(asked)
            running.stdin.flush()
            if not _speaks(running.stdout, until):
                self.end()  # else its answer would be taken for that to the next question
                raise NotNow(retry_after=AGAIN)
            said = running.stdout.readline()
        except BrokenPipeError:
            said = b""
        if not said:
            self.end()
        return said or None


def _speaks(line: IO[bytes], until: float) -> bool:
    """Wait for a word, or for the end of it. Not by `select`: a busy server holds more files than that can count."""
    waiting = select.poll()
    waiting.register(line, select.POLLIN)
    return bool(waiting.poll(max(0.0, until - monotonic()) * 1000))


def _begun() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 a module of our own
        [sys.executable, "-I", "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"LANG": "C.UTF-8", "PATH": os.defpath},
        cwd="/",
        # What is typed at the terminal is for the server. Not by a session of its own: Linux weighs sessions against
        # each other (sched(7), autogroup), and in one of its own whoever stands aside would get half of the processor.
        process_group=0,
    )


def answer(asked: Iterable[bytes], say: BinaryIO) -> None:
    """Say for each line whether its password is right, until there are no more."""
    for line in asked:
        kept, password = orjson.loads(line)
        say.write(RIGHT if is_right(kept, password) else WRONG)
        say.flush()


def main() -> None:
    """Where the system lets it, it stands aside for all others."""
    stand_aside()
    answer(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
