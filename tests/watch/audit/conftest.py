"""What tests of the log share."""

import pytest

from yoriai.watch.audit.packs import asking


@pytest.fixture
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packs are made when the test says so, and not by the town's own worker as well."""

    async def nothing(*_: object, **__: object) -> None: ...

    monkeypatch.setattr(asking, "enqueue", nothing)
