"""Named places where a test may kill the server, to prove that what was acknowledged survives (F1).

Nothing happens unless the environment names a place, as `YORIAI_FAILPOINT=before_commit:20` (at the 20th time).
"""

import os
import signal
from enum import StrEnum


class Failpoint(StrEnum):
    """Where a message can be when the power goes."""

    SOCKET_READ = "socket_read"
    BEFORE_COMMIT = "before_commit"
    AFTER_COMMIT = "after_commit"
    AFTER_ANSWER = "after_answer"


def _from_environment() -> tuple[str, int]:
    name, _, times = os.environ.get("YORIAI_FAILPOINT", "").partition(":")
    if name and name not in set(Failpoint):
        raise SystemExit(f"YORIAI_FAILPOINT: no such place: {name}")
    return name, int(times or 1)


_name, _left = _from_environment()


def reach(place: Failpoint) -> None:
    """Die here, as by `kill -9`, if the environment says so and often enough."""
    global _left  # noqa: PLW0603 a countdown for the whole process is the point
    if place != _name:
        return
    _left -= 1
    if _left <= 0:
        os.kill(os.getpid(), signal.SIGKILL)
