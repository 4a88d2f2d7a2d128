"""Feeding a child of our own and hearing it out. What reads foreign bytes does so in a cage (`cage`), never here."""

import asyncio
from contextlib import suppress

_PIECE = 1024 * 1024


class SaidTooMuch(Exception):
    """More than it may say."""


async def answer_of(running: asyncio.subprocess.Process, data: bytes, *, most: int) -> bytes:
    """What a child prints when it is fed the data, read while it is fed. One that ends before it has taken all of it
    has said what it has said: its code tells why. `SaidTooMuch` where it prints more bytes than this."""
    said, _ = await asyncio.gather(_heard(running, most), _fed(running, data))
    return said


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
    while chunk := await running.stdout.read(_PIECE):
        said += chunk
        if len(said) > most:
            raise SaidTooMuch
    return bytes(said)
