"""The town to measure in is filled by the product's own services, so it follows when they change."""

from pathlib import Path

import pytest

from bench import town
from bench.scenarios import FANS
from yoriai.platform.settings import Settings


def test_everybody_is_signed_in_and_sits_in_their_rooms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    for name, value in {"POPULATION": 40, "LARGE": 20, "SMALL": 10}.items():
        monkeypatch.setattr(town, name, value)
    settings = Settings(data_dir=tmp_path)
    settings.make_server_key()

    built = town.build(settings)

    assert (len({each.token for each in built.residents}), len(built.small), bool(built.large)) == (
        40,
        4,
        True,
    )
    assert {place.room_id for place in built.places(FANS[-1])} <= {*built.small}
