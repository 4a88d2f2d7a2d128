"""Fixtures for the bus: a server for all tests that do it no harm, and doorbells that are connected to it."""

import asyncio
from collections.abc import AsyncGenerator, Generator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.platform.nodes import until
from tests.valkey import Valkey, valkey
from yoriai.platform.bus.address import Address
from yoriai.platform.bus.doorbell import OverBus
from yoriai.platform.work.doorbell import Whisper

KEY = bytes(range(32))


@dataclass
class Heard:
    """What the listeners of one process were told."""

    heads: dict[str, int] = field(default_factory=dict[str, int])
    signals: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    whispers: list[Whisper] = field(default_factory=list[Whisper])
    rings: int = 0

    def __call__(self, heads, signals) -> None:
        self.heads |= heads
        self.signals += signals
        self.rings += 1


def hearing(by: OverBus, *, near: bool = False) -> Heard:
    heard = Heard()
    by.listen(heard, near=near)
    by.overhear(heard.whispers.append)
    return heard


async def rings_through(here: OverBus, heard: Heard, stream: str) -> bool:
    """Ring again and again, as a town does, until it is heard over there."""
    head = heard.heads.get(stream, 0)
    for _ in range(400):
        head += 1
        here.ring({stream: head}, ())
        await asyncio.sleep(0.01)
        if heard.heads.get(stream):
            return True
    return False


@pytest.fixture(scope="session")
def bus() -> Generator[Valkey]:
    with valkey() as running:
        yield running


def bell(url: str, key: bytes = KEY, authority: Path | None = None) -> OverBus:
    return OverBus(Address(url, authority), key)


@asynccontextmanager
async def connected(*bells: OverBus) -> AsyncGenerator[None]:
    """Doorbells that hear one another, for the length of a block."""
    async with AsyncExitStack() as stack:
        for each in bells:
            await stack.enter_async_context(each.running())
        await until(lambda: all(each.is_well for each in bells))
        yield


async def moment() -> None:
    """Long enough for whatever is on its way over the bus."""
    await asyncio.sleep(0.05)
