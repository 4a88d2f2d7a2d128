"""Fixtures for the jobs: works with a doorbell of their own."""

import pytest

from yoriai.platform.db.store import Store
from yoriai.platform.work.doorbell import InProcess
from yoriai.platform.work.edge import Works


@pytest.fixture
def works(store: Store) -> Works:
    return Works(store, InProcess())
