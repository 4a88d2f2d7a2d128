"""Waiting for a cage without keeping anybody waiting: neither the loop nor the end of the server."""

import asyncio
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def beside(long: Callable[[], T]) -> T:
    """What this gives or raises, in a thread of its own. What is caged may hang until its time is over; a server that
    ends meanwhile does not wait for it, and the caged process ends with the server."""
    loop = asyncio.get_running_loop()
    over: asyncio.Future[T] = loop.create_future()

    def told(result: T | None, error: BaseException | None) -> None:
        if over.done():
            return
        if error is None:
            over.set_result(result)  # pyright: ignore[reportArgumentType] a result, where there is no error
        else:
            over.set_exception(error)

    def run() -> None:
        result: T | None = None
        error: BaseException | None = None
        try:
            result = long()
        except Exception as found:  # noqa: BLE001 it is raised where it is waited for
            error = found
        if not loop.is_closed():
            loop.call_soon_threadsafe(told, result, error)

    threading.Thread(target=run, name="caged", daemon=True).start()
    return await over
