"""Fixtures for real time: a node that is running."""

from collections.abc import AsyncGenerator

import pytest

from tests.platform.nodes import realtime_over
from yoriai.platform.db.store import Store
from yoriai.platform.realtime.realtime import Realtime


@pytest.fixture
async def node(store: Store) -> AsyncGenerator[Realtime]:
    realtime = realtime_over(store)
    async with realtime.running():
        yield realtime
