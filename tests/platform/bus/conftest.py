"""Fixtures for the bus: a server for all tests that do it no harm, and doorbells that are connected to it."""

import asyncio
from collections.abc import AsyncGenerator, Generator
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

from tests.platform.nodes import until
from tests.valkey import Valkey, valkey
from yoriai.platform.bus.address import Address
from yoriai.platform.bus.doorbell import OverBus

KEY = bytes(range(32))


@pytest.fixture(scope="session")
def bus() -> Generator[Valkey]:
    with valkey() as running:
        yield running


def bell(url: str, key: bytes = KEY) -> OverBus:
    return OverBus(Address(url), key)


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
