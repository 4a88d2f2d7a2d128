"""The parent of several servers, in small: what happens to it is not to happen to those it looks after."""

import errno
import os
import signal
import socket
from collections.abc import Generator, Sequence

import pytest
from structlog.testing import capture_logs

from yoriai.app.cli.workers import LONGEST_PAUSE, Parent


def serve(_number: int, _doors: Sequence[socket.socket], lifeline: int) -> None:
    os.read(lifeline, 1)  # until nobody holds the other end


@pytest.fixture
def parent() -> Generator[Parent]:
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    made = Parent(serve, [[], []])
    yield made
    for place in made._places:
        if place.process_id is not None:
            os.kill(place.process_id, signal.SIGKILL)
            os.waitpid(place.process_id, 0)
    signal.pthread_sigmask(signal.SIG_SETMASK, before)


def test_a_machine_that_has_no_room_for_another_process_does_not_end_those_who_live(
    parent: Parent, monkeypatch: pytest.MonkeyPatch
):
    """They ended with their parent, which had only wished to begin one of them anew."""
    fork = os.fork
    parent._fill()
    first, second = parent._places
    assert first.process_id is not None
    assert second.process_id is not None
    os.kill(first.process_id, signal.SIGKILL)
    assert parent._heard(10) == signal.SIGCHLD
    parent._bury()

    def full() -> int:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(os, "fork", full)
    first.due_at = 0
    with capture_logs() as logged:
        parent._fill()
    assert [line["event"] for line in logged] == ["worker not begun"]
    assert 0 < (parent._patience() or 0) <= LONGEST_PAUSE
    monkeypatch.setattr(os, "fork", fork)
    first.due_at = 0
    parent._fill()
    assert first.process_id is not None
