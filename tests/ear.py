"""An ear: a test's end of one conversation, whatever carries it. It reads frames as they come and lets the test wait
for what it expects."""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from websockets.exceptions import ConnectionClosed

from tests.carriers import Line, Polls

Frame = dict[str, Any]  # what came over the wire: the test looks into it by name
COME_BACK = 1012
PATIENCE = 15.0  # seconds: a machine may have much else to do; a test that waits longer has failed


class Refusal(Exception):
    """The server refused a command."""

    def __init__(self, said: Mapping[str, Any]) -> None:
        super().__init__(said)
        self.status: int = said["status"]
        self.code: str = said["code"]
        self.details: dict[str, Any] = said["details"]


@dataclass
class Ear:
    """Everything that a socket has said so far."""

    connection: Line
    frames: list[Frame] = field(default_factory=list[Frame])
    asked: int = 0
    news: asyncio.Condition = field(default_factory=asyncio.Condition)
    closed: tuple[int, str] | None = None

    @property
    def hello(self) -> Frame:
        return next(frame["hello"] for frame in self.frames if "hello" in frame)

    @property
    def facts(self) -> list[Frame]:
        """Facts and blanks, in the order in which they came."""
        return [frame for frame in self.frames if "number" in frame]

    async def listen(self) -> None:
        """Gather frames until the socket ends."""
        try:
            async for message in self.connection:
                async with self.news:
                    self.frames.append(json.loads(message))
                    self.news.notify_all()
        except ConnectionClosed:
            pass
        async with self.news:
            self.closed = (self.connection.close_code or 1006, self.connection.close_reason or "")
            self.news.notify_all()

    async def until(self, true: Callable[[], object], patience: float = PATIENCE) -> None:
        """Wait until something holds of what was heard."""
        async with self.news, asyncio.timeout(patience):
            await self.news.wait_for(lambda: bool(true()))

    async def fact(self, name: str, times: int = 1) -> Frame:
        """The n-th fact of this name."""
        await self.until(lambda: len(self.named(name)) >= times)
        return self.named(name)[times - 1]

    def named(self, name: str) -> list[Frame]:
        return [frame for frame in self.frames if frame.get("fact") == name]

    async def ask(self, do: str, **arguments: object) -> Frame:
        """Send a command and return its answer, or raise the refusal."""
        self.asked += 1
        asked = f"c{self.asked}"
        await self.connection.send(json.dumps({"do": do, "id": asked, **arguments}))
        await self.until(lambda: self.closed or any(frame.get("answer") == asked for frame in self.frames))
        answer = next(frame for frame in self.frames if frame.get("answer") == asked)
        if "refused" in answer:
            raise Refusal(answer["refused"])
        ok: Frame = answer["ok"]
        return ok

    async def knocks_again(self, patience: float = 2) -> None:
        """Wait until the rights of this line are read anew: it was closed to come again, or has heard why. Each
        request of a poll knocks by itself, so that what else was told at that moment may end the one that waited."""
        told = ("accounts.rights_changed", "rooms.seat_changed")
        await self.until(lambda: self.closed or any(self.named(name) for name in told), patience)
        if not isinstance(self.connection, Polls):
            assert (await self.ended(patience))[0] == COME_BACK

    async def ended(self, patience: float = PATIENCE) -> tuple[int, str]:
        """Wait until the server has closed this socket; its code and reason."""
        await self.until(lambda: self.closed, patience)
        assert self.closed
        return self.closed
