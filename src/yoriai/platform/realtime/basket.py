"""A basket: what a conversation has said and nobody has carried away yet, where there is no socket to write it to."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from yoriai.platform.realtime.conversation import Wire
from yoriai.platform.realtime.frames import bodies
from yoriai.platform.realtime.hub import MOST_WAITING, TOO_SLOW

EMPTY_BEAT = b'{"beat":{}}'


@dataclass(eq=False)
class Basket:
    """Holds as much as may wait for a socket's reader; beyond, the conversation ends, and its client resumes."""

    flows: bool = False
    """Whether somebody carries away what is in it while more comes; else it is emptied once, at the end."""
    held: list[bytes] = field(default_factory=list[bytes])
    size: int = 0
    closed: tuple[int, str] | None = None
    news: asyncio.Event = field(default_factory=asyncio.Event)
    over: Callable[[], None] = lambda: None
    """Called when the conversation ends."""

    def wire(self) -> Wire:
        """What a conversation knows of it. Whoever asks for too much is refused: there is no reading to be stopped."""
        waiting = (lambda: self.size) if self.flows else None
        return Wire(self.write, self.close, lambda _: None, waiting)

    def write(self, frames: bytes) -> None:
        """Take frames in, if there is still room."""
        if self.closed is not None:
            return
        self.held.append(frames)
        self.size += len(frames)
        self.news.set()
        if self.size > MOST_WAITING:
            self.held.clear()
            self.close(TOO_SLOW, "resume")

    def close(self, code: int, reason: str) -> None:
        """Say why, and end. What was said before may still be carried away."""
        if self.closed is None:
            self.closed = code, reason
            self.news.set()
            self.over()

    def take(self) -> list[bytes]:
        """The bodies of the frames so far."""
        held, self.held, self.size = b"".join(self.held), [], 0
        if self.closed is None:
            self.news.clear()
        return list(bodies(held))

    async def told(self, seconds: float) -> list[bytes]:
        """The same, but wait for so long until there is something besides the hello, answers and empty beats."""
        gathered = self.take()
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while self.closed is None and not any(map(_tells, gathered)):
                    await self.news.wait()
                    gathered += self.take()
        return gathered


def _tells(body: bytes) -> bool:
    return not body.startswith((b'{"hello":', b'{"answer":', EMPTY_BEAT))
