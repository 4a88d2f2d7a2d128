"""Letting everybody else go first, for a process of its own whose work may wait."""

import os
import sys


def stand_aside() -> None:
    """Run only while nobody else wants to. Only on Linux can a process do that; elsewhere nothing is lost.

    Its turns stay as long as the system makes them: Linux weighs all that belongs to a session or a service as one
    (sched(7), autogroup) and prefers who asks for short turns, even to the threads of the kernel that bring to the disk
    what the server writes.
    """
    if sys.platform == "linux":
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
