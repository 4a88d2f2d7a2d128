"""Fixtures for works: the ways to the committer, and a count of commits."""

import pytest

from tests.platform.work.calling import Put, call_all, call_all_quickly
from yoriai.platform.failpoints import Failpoint
from yoriai.platform.work import edge


@pytest.fixture(params=["through a session", "the quick way"])
def put(request: pytest.FixtureRequest) -> Put:
    """Hand an item to the committer, by either way to the database."""
    if request.param == "the quick way":
        return lambda works, item: works.together_quickly(call_all_quickly, item)
    return lambda works, item: works.together(call_all, item)


@pytest.fixture
def commits(monkeypatch: pytest.MonkeyPatch) -> list[Failpoint]:
    """One entry for every commit from now on."""
    seen: list[Failpoint] = []
    monkeypatch.setattr(
        edge, "reach", lambda place: seen.append(place) if place is Failpoint.AFTER_COMMIT else None
    )
    return seen
