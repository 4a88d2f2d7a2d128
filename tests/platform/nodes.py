"""Nodes: the machinery of one process over a database, and sockets that stay in the test's own memory."""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable, Collection, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import Any
from uuid import UUID

from tests.platform.hall import HALL, Someone, call, sit
from yoriai.platform.db.store import Store
from yoriai.platform.facts.journal import Journal
from yoriai.platform.facts.sight import Sight
from yoriai.platform.realtime.listener import Listener
from yoriai.platform.realtime.realtime import Realtime
from yoriai.platform.realtime.rendering import Renderer
from yoriai.platform.work.doorbell import Doorbell, InProcess, Whisper
from yoriai.platform.work.edge import Works

Frame = dict[str, Any]
PATIENCE = 5.0

KINDS = {fact.name: fact for fact in HALL.facts}


def realtime_over(store: Store, doorbell: Doorbell | None = None) -> Realtime:
    """The machinery of one process. Two of them over one store are two nodes."""
    assert HALL.hears is not None
    works = Works(store, doorbell or InProcess())
    return Realtime(
        works=works,
        journal=Journal(KINDS),
        hears=HALL.hears,
        renderer=Renderer(works, HALL.renders, HALL.quick_renders),
        signal_bodies=HALL.signals,
    )


class Deaf:
    """A doorbell whose wires are cut."""

    def ring(self, heads: Mapping[str, int], signals: Collection[tuple[str, str]]) -> None:
        pass

    def whisper(self, whisper: Whisper) -> None:
        pass

    def listen(self, hear: object, *, near: bool = False) -> None:
        pass

    def overhear(self, overhear: object) -> None:
        pass


@dataclass
class Ear:
    """What one socket was sent, in the test's own memory."""

    who: Someone
    sent: bytearray = field(default_factory=bytearray)
    closed: tuple[int, str] | None = None

    def listener(self) -> Listener:
        return Listener(self.who, self.sent.extend, self._close, heard_at=monotonic())

    def _close(self, code: int, reason: str) -> None:
        self.closed = self.closed or (code, reason)

    @property
    def frames(self) -> list[Frame]:
        return [json.loads(body) for body in unframed(bytes(self.sent))]

    @property
    def numbers(self) -> list[int]:
        """The numbers of facts and blanks, in the order in which they came."""
        return [frame["number"] for frame in self.frames if "number" in frame]

    def numbers_of(self, stream: str) -> list[int]:
        return [frame["number"] for frame in self.frames if frame.get("stream") == stream]

    @property
    def words(self) -> list[str]:
        return [frame["body"]["words"] for frame in self.frames if "words" in frame.get("body", {})]


def unframed(sent: bytes) -> list[bytes]:
    """The payloads of unmasked text frames."""
    found: list[bytes] = []
    while sent:
        assert sent[0] == 0x81, "whole text frames only"
        size, at = sent[1], 2
        if size == 126:
            size, at = int.from_bytes(sent[2:4], "big"), 4
        elif size == 127:
            size, at = int.from_bytes(sent[2:10], "big"), 10
        found.append(sent[at : at + size])
        sent = sent[at + size :]
    return found


@asynccontextmanager
async def hearing(realtime: Realtime, who: Someone) -> AsyncGenerator[Ear]:
    """Somebody's socket on this node, for the length of a block."""
    ear = Ear(who)
    listener = ear.listener()
    await welcome(realtime, listener)
    try:
        yield ear
    finally:
        realtime.hub.forget(listener)


async def welcome(realtime: Realtime, listener: Listener) -> Mapping[str, int]:
    """Admit a socket as the handshake does; if its rights changed meanwhile, it comes again."""
    heads = None
    while heads is None:
        async with realtime.works.reading() as work:
            (rights,) = await realtime.rights(work, [listener.who])
        heads = realtime.welcome(listener, rights)
    return heads


async def until(true: Callable[[], object], patience: float = PATIENCE) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(patience):
        while not true():  # noqa: ASYNC110 there is no event to wait for: whatever the test looks at
            await asyncio.sleep(0.005)


async def seat(works: Works, hall_id: UUID, *people: Someone, sight: Sight | None = None) -> None:
    async with works.writing() as work:
        for who in people:
            await sit(work, hall_id, who.account_id, sight or Sight())


async def say(works: Works, hall_id: UUID, *words: str) -> None:
    async with works.writing() as work:
        for each in words:
            call(work, hall_id, each)
