"""Reading foreign files in a process of its own: it inherits no secret, has bounds, can be killed, and
where the system grants it has no network (R8)."""

import asyncio
import ctypes
import os
import resource
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

MEBIBYTE = 1024 * 1024
NEW_USER, NEW_NETWORK = 0x10000000, 0x40000000  # as Linux numbers its namespaces


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a reader may use up."""

    seconds: int = 20
    memory: int = 768 * MEBIBYTE
    output: int = 64 * MEBIBYTE


class GaveUp(Exception):
    """The reader took too long, grew too large, said too much or died: what it was given cannot be read."""


async def caged(module: str, arguments: Sequence[str], data: bytes, bounds: Bounds) -> bytes:
    """What the module prints about the data. It begins by calling `bind`, and reads the data from its input."""
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-I", "-m", module, str(bounds.seconds), str(bounds.memory), *arguments,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={"LANG": "C.UTF-8", "PATH": os.defpath},
        cwd="/",
        start_new_session=True,
    )  # fmt: skip
    try:
        async with asyncio.timeout(bounds.seconds * 2):  # of waiting; the bound itself counts working
            said = await answer_of(running, data, most=bounds.output)
            code = await running.wait()
    except TimeoutError:
        raise GaveUp from None
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)  # and whatever it may have started
        await running.wait()
    if code != 0:
        raise GaveUp
    return said


async def answer_of(running: asyncio.subprocess.Process, data: bytes, *, most: int) -> bytes:
    """What a child prints when it is fed the data, read while it is fed. One that ends before it has taken all of it
    has said what it has said: its code tells why. `GaveUp` where it prints more bytes than this."""
    said, _ = await asyncio.gather(_heard(running, most), _fed(running, data))
    return said


def bind(seconds: int, memory: int) -> bool:
    """Called by the reader itself before it looks at anything: from now on the system holds it to this. Says whether
    it stands in a network of its own, without a way out: not every system grants that."""
    is_alone = _alone()
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    return is_alone


def _alone() -> bool:
    """Leave the network; whoever is not root can do so where they may have a user namespace of their own."""
    unshare = getattr(ctypes.CDLL(None), "unshare", None)
    if unshare is None:
        return False
    return unshare(NEW_NETWORK) == 0 or unshare(NEW_USER | NEW_NETWORK) == 0


async def _fed(running: asyncio.subprocess.Process, data: bytes) -> None:
    assert running.stdin is not None
    if running.stdin.is_closing():  # it has ended already; its code says why
        return
    with suppress(ConnectionError):  # or does so meanwhile
        running.stdin.write(data)
        await running.stdin.drain()
        # Not waited for until it is closed: whoever stops waiting there breaks asyncio, which tells of the end later.
        running.stdin.close()


async def _heard(running: asyncio.subprocess.Process, most: int) -> bytes:
    assert running.stdout is not None
    said = bytearray()
    while chunk := await running.stdout.read(MEBIBYTE):
        said += chunk
        if len(said) > most:
            raise GaveUp
    return bytes(said)
