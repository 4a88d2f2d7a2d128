"""A child of our own that is fed and heard out."""

import asyncio
import sys

import pytest

from yoriai.platform.outside.child import SaidTooMuch, answer_of

pytestmark = pytest.mark.anyio


async def test_one_that_says_too_much_is_heard_no_further() -> None:
    child = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        "print('x' * 1000)",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    with pytest.raises(SaidTooMuch):
        await answer_of(child, b"", most=999)
    await child.wait()


async def test_whoever_stops_waiting_for_a_child_that_takes_nothing_breaks_nothing() -> None:
    """More than a pipe holds and less than a stream keeps back: all is handed over, and nothing of it is taken."""
    told = list[str]()
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(str(context)))
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-c", "import time; time.sleep(60)",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.2):
            await answer_of(child, b"x" * 250_000, most=10)
    child.kill()
    await child.wait()
    await asyncio.sleep(0.05)
    assert told == []
