"""Running one program in a cage: whoever waits for it counts what it says, and ends it with all that it has begun."""

import os
import signal
import subprocess
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO, Final

from yoriai.platform.outside.cage.kinds import Cage, Program, command
from yoriai.platform.outside.cage.limits import Limits
from yoriai.platform.outside.courtesy import give_way

_PIECE: Final = 1024 * 1024


class GaveUp(Exception):
    """It took too long, said too much or too little, or died: what it was given cannot be read so."""


class Late(GaveUp):
    """It was ended when its time was over."""


class Died(GaveUp):
    """It ended by itself, with a code that it was not asked for or by a signal."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class SaidWrong(GaveUp):
    """What it said is not what it was asked for, or more or less of it."""


class _Failed(Exception):
    """This child, and no other, has not done what was expected of it; its time and its code tell why."""

    def __init__(self, child: "Child") -> None:
        super().__init__()
        self.child = child


@dataclass(slots=True)
class Child:
    """A caged process, as long as somebody waits for it."""

    running: "subprocess.Popen[bytes]"
    limits: Limits
    is_late: bool = False
    code: int | None = None
    _feeding: threading.Thread | None = None

    @property
    def to(self) -> IO[bytes]:
        """Its input."""
        assert self.running.stdin is not None
        return self.running.stdin

    @property
    def said(self) -> IO[bytes]:
        """Its output."""
        assert self.running.stdout is not None
        return self.running.stdout

    def feed(self, data: bytes) -> None:
        """Give it all of its input and no more, while others listen. One that ends before it has taken all of it tells by
        its code why."""
        self._feeding = threading.Thread(target=self._feed, args=(data,), name="feeding")
        self._feeding.start()

    def give(self, piece: bytes) -> None:
        """Give it a piece of its input, and wait until it takes it."""
        try:
            self.to.write(piece)
        except BrokenPipeError:
            self._ended()
            raise _Failed(self) from None

    def shut(self) -> None:
        """That was all of its input. One that has ended already tells by its code why."""
        with suppress(BrokenPipeError):
            self.to.close()

    def exactly(self, count: int) -> bytes:
        """So many bytes of what it says; fewer end the block in which it is caged."""
        said = self.said.read(count)
        if len(said) != count:
            self._ended()
            raise _Failed(self)
        return said

    def pieces(self, count: int) -> Generator[bytes]:
        """The same in pieces, so that nobody holds all of them."""
        while count:
            piece = self.exactly(min(count, _PIECE))
            count -= len(piece)
            yield piece

    def rest(self) -> bytes:
        """All that it still says, if that is no more than it may."""
        said = self.said.read(self.limits.output + 1)
        if len(said) > self.limits.output:
            raise _Failed(self)
        return said

    def end(self) -> None:
        """Wait until it has ended in order and has nothing more to say."""
        if self.said.read(1):
            raise _Failed(self)
        self._ended()

    def stop(self) -> None:
        """End it, and everything in its group."""
        with suppress(ProcessLookupError):
            os.killpg(self.running.pid, signal.SIGKILL)

    def bury(self) -> None:
        """End it. Until this, its number is nobody else's."""
        self.stop()
        if self._feeding is not None:
            self._feeding.join()
        _, status = os.waitpid(self.running.pid, 0)
        self.running.returncode = self.code = os.waitstatus_to_exitcode(status)
        for pipe in (self.to, self.said):
            with suppress(OSError):
                pipe.close()

    def _ended(self) -> None:
        os.waitid(os.P_PID, self.running.pid, os.WEXITED | os.WNOWAIT)

    def _feed(self, data: bytes) -> None:
        with suppress(BrokenPipeError):
            self.to.write(data)
        self.shut()


@contextmanager
def caged(cage: Cage, program: Program, limits: Limits) -> Generator[Child]:
    """A program in a cage, for the length of a block. At the end of the block nothing of it is left.

    It is given nothing of this process but its two pipes: no setting, no secret, no open file. If the block ends in
    order, the program has too. Otherwise `GaveUp`: by its time, its code, or what it said, in this order.
    """
    child = Child(_begun(cage, program, limits), limits)  # it dies with the thread that began it
    timer = threading.Timer(limits.seconds, _too_late, (child,))
    timer.start()
    has_failed = False
    try:
        yield child
        child.end()
    except _Failed as found:
        if found.child is not child:
            raise
        has_failed = True
    finally:
        timer.cancel()
        timer.join()
        child.bury()
    if child.is_late:
        raise Late
    if child.code and not (
        has_failed and child.code == -signal.SIGKILL
    ):  # by which it may have been ended here
        raise Died(child.code)
    if has_failed:
        raise SaidWrong


def run(cage: Cage, program: Program, data: bytes, limits: Limits) -> bytes:
    """What a program says about the data."""
    with caged(cage, program, limits) as child:
        child.feed(data)
        return child.rest()


def _begun(cage: Cage, program: Program, limits: Limits) -> "subprocess.Popen[bytes]":
    running = subprocess.Popen(  # noqa: S603 a line of our own words
        command(cage, program, limits),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"LANG": "C.UTF-8", "PATH": os.defpath},
        cwd="/",
        process_group=0,  # in no session of its own: there the system would give it as much time as the whole server
    )
    give_way(running.pid)
    return running


def _too_late(child: Child) -> None:
    child.is_late = True
    child.stop()
