"""What a server refuses to start with: one sentence each, and what to do."""

from pathlib import Path

import pytest

from yoriai.app.cli.obstacles import obstacles
from yoriai.platform.settings import Settings

SHARED = "postgresql://yoriai@db.city.example/yoriai"


def found(folder: Path, **wishes: object) -> list[str]:
    settings = Settings(data_dir=folder, **wishes)  # pyright: ignore[reportArgumentType] whatever a test wishes
    settings.make_server_key()
    return obstacles(settings)


@pytest.mark.parametrize(
    ("wishes", "words"),
    [
        ({"bus": "valkey://bus.city.example"}, "組込みのもの"),
        ({"workers": 2}, "PostgreSQL と Valkey が要ります"),
        ({"workers": 2, "bus": "valkey://bus.city.example"}, "PostgreSQL と Valkey が要ります"),
        ({"workers": 2, "database": SHARED}, "Valkey が要ります"),
        ({"bus": "valkeys://b", "database": SHARED, "bus_ca": "/nowhere"}, "/nowhere がありません"),
        ({"bus": "valkey://u:password@b", "database": SHARED}, "見本のまま"),
    ],
)
def test_what_does_not_go_together_is_said(tmp_path: Path, wishes: dict[str, object], words: str) -> None:
    assert any(words in sentence for sentence in found(tmp_path, **wishes))


@pytest.mark.parametrize(
    "wishes",
    [
        {},
        {"database": SHARED},
        {"database": SHARED, "bus": "redis://bus.city.example"},
        {"database": SHARED, "bus": "valkeys://u:s3@bus.city.example:6380", "workers": 8},
    ],
)
def test_what_goes_together_is_no_obstacle(tmp_path: Path, wishes: dict[str, object]) -> None:
    assert found(tmp_path, **wishes) == []


@pytest.mark.parametrize(
    "bus", ["bus.city.example", "http://bus", "valkey://", "valkey://bus/1", "valkey://bus?db=1", "unix:///x"]
)
def test_an_address_that_is_none_is_refused_when_it_is_read(bus: str) -> None:
    with pytest.raises(ValueError, match="valkey://"):
        Settings(bus=bus)
