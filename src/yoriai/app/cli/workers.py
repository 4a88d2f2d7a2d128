"""Several servers on one machine: a parent that takes the doors once, and begins anew whoever dies.

Each has a door of its own at the same address, between which the kernel shares out whoever comes: with one door for
all, whoever looks first would take everybody who waits, and sockets stay where they are for hours. While nobody stands
at a door it is shut, so that nobody is left waiting there.
"""

import os
import signal
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic

import structlog

FIRST_PAUSE, LONGEST_PAUSE = 0.2, 5.0  # seconds before one that died soon is begun again, longer each time
LIVED = 30.0  # seconds after which a death is the first again
LONGEST_END = 10.0  # seconds for ending in order; then they are ended
ENDING = frozenset({signal.SIGTERM, signal.SIGINT})
WATCHED = ENDING | {signal.SIGCHLD}

log = structlog.get_logger()


@dataclass
class Place:
    """Where one server stands: its doors, and who stands there now."""

    number: int
    doors: Sequence[socket.socket]
    process_id: int | None = None
    begun_at: float = 0.0
    deaths: int = 0
    due_at: float = 0.0
    """When somebody is to stand here again."""


Serve = Callable[[int, Sequence[socket.socket], int], None]
"""Serve as the so-manieth at these doors until told to end, or until nobody holds the other end of this pipe."""


class Parent:
    """It does nothing but look after its children, so that there is nothing in it that could go wrong."""

    def __init__(self, serve: Serve, doors: Sequence[Sequence[socket.socket]], *, linger: float = 0) -> None:
        self._serve, self._longest_end = serve, LONGEST_END + linger
        self._places = [Place(number, each) for number, each in enumerate(doors, start=1)]
        self._lifeline = os.pipe()
        self._mask = signal.pthread_sigmask(signal.SIG_BLOCK, WATCHED)

    def run(self) -> int:
        """Look after them until asked to end; 0 if all of them ended in order."""
        while True:
            self._fill()
            if self._heard(self._patience()) in ENDING:
                return self._end()
            self._bury()

    def _fill(self) -> None:
        for place in self._places:
            if place.process_id is None and place.due_at <= monotonic():
                place.begun_at = monotonic()
                try:
                    place.process_id = os.fork() or self._become(place)
                except (
                    OSError
                ) as error:  # the machine has no room for it now; those who live are not to die for it
                    place.due_at = monotonic() + LONGEST_PAUSE
                    log.error("worker not begun", worker=place.number, error=error.strerror)

    def _become(self, place: Place) -> int:
        """In the child: serve, and never come back."""
        code = 1
        try:
            os.close(self._lifeline[1])
            for other in self._places:
                if other is not place:
                    for door in other.doors:
                        door.close()
            signal.pthread_sigmask(signal.SIG_SETMASK, self._mask)
            self._serve(place.number, place.doors, self._lifeline[0])
            code = 0
        except Exception:
            log.exception("worker failed", worker=place.number)
        finally:
            os._exit(code)  # what the parent has begun is the parent's to end

    def _patience(self) -> float | None:
        due = [place.due_at for place in self._places if place.process_id is None]
        return max(0.0, min(due) - monotonic()) if due else None

    def _heard(self, patience: float | None) -> int | None:
        if patience is None:
            return signal.sigwait(WATCHED)
        heard = signal.sigtimedwait(WATCHED, patience)
        return None if heard is None else heard.si_signo

    def _bury(self) -> None:
        for place, code in self._dead():
            soon = monotonic() - place.begun_at < LIVED
            place.deaths = place.deaths + 1 if soon else 0
            pause = min(FIRST_PAUSE * 2**place.deaths, LONGEST_PAUSE)
            place.due_at = monotonic() + (pause if soon else 0)
            log.error("worker ended", worker=place.number, code=code, begun_again_in=round(pause, 1))
            for door in place.doors:
                with suppress(OSError):  # it died before it had opened it
                    door.shutdown(socket.SHUT_RD)

    def _dead(self) -> list[tuple[Place, int]]:
        """Those who are dead now, with what they died of: a signal is a negative number."""
        found: list[tuple[Place, int]] = []
        for place in self._places:
            if place.process_id is not None and (status := _ended(place.process_id)) is not None:
                place.process_id = None
                found.append((place, status))
        return found

    def _end(self) -> int:
        until, codes = monotonic() + self._longest_end, list[int]()
        self._pass_on(signal.SIGTERM)
        while any(place.process_id for place in self._places):
            left = until - monotonic()
            if left <= 0:
                self._pass_on(signal.SIGKILL)
            if self._heard(max(left, 0.5)) in ENDING:
                self._pass_on(signal.SIGTERM)
            codes += [code for _, code in self._dead()]
        return int(any(codes))

    def _pass_on(self, what: signal.Signals) -> None:
        for place in self._places:
            if place.process_id is not None:
                with suppress(ProcessLookupError):
                    os.kill(place.process_id, what)


def _ended(process_id: int) -> int | None:
    gone, status = os.waitpid(process_id, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if gone else None
