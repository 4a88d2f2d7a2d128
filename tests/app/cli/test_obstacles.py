"""What a server refuses to start with: one sentence each, and what to do."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from yoriai.app.cli.obstacles import MARK, obstacles
from yoriai.platform.settings import ListenerSettings, Settings
from yoriai.platform.tls.authority import founded
from yoriai.platform.tls.making import key_pem, new_key
from yoriai.platform.tls.placing import put_pair

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


def listener(**wishes: object) -> ListenerSettings:
    usual = {"zone": "lgwan", "url": "https://yoriai.lgwan.city.example", "bind": "0.0.0.0:443"}
    return ListenerSettings(**usual | wishes)  # pyright: ignore[reportArgumentType] whatever a test wishes


def pair_in(folder: Path, host: str, *, ago: int = 0) -> dict[str, Path]:
    """A certificate of this host, made so many days ago, and its key."""
    key, made = new_key(), {"certificate": folder / "a.crt", "key": folder / "a.key"}
    chain = founded(folder / "ca", [host], "CA", now=datetime.now(UTC)).vouch(
        host, key, now=datetime.now(UTC) - timedelta(days=ago)
    )
    put_pair((made["certificate"], chain.pem()), (made["key"], key_pem(key)))
    return made


@pytest.mark.req("ZONE-11", "N127")
def test_a_certificate_that_nobody_could_believe_stops_the_start_with_the_reason(tmp_path: Path) -> None:
    missing = {"certificate": tmp_path / "no.crt", "key": tmp_path / "no.key"}
    for wishes, words in (
        (missing, ["証明書のファイルがないか", "鍵のファイルがないか"]),
        (pair_in(tmp_path, "yoriai.city.example"), ["ホスト名のものではありません"]),
    ):
        said = found(tmp_path, listeners=[listener(**wishes)])
        assert [any(each in sentence for sentence in said) for each in words] == [True] * len(words)
    assert (
        found(tmp_path, listeners=[listener(**pair_in(tmp_path, "yoriai.lgwan.city.example", ago=400))]) == []
    )


@pytest.mark.req("ZONE-11")
@pytest.mark.asvs("V12.2.1")
def test_people_are_given_no_address_without_tls_but_on_this_machine(tmp_path: Path) -> None:
    """A proxy that speaks without TLS to browsers is no better than a listener that does."""
    behind = {"bind": "127.0.0.1:8600", "proxies": ["127.0.0.1/32"]}
    for url, is_well in (
        ("http://yoriai.city.example", False),
        ("http://notlocalhost", False),
        ("https://yoriai.city.example", True),
        ("http://lgwan.localhost:8600", True),
    ):
        said = found(tmp_path, listeners=[listener(url=url, **behind)])
        assert any("https ではありません" in each for each in said) is not is_well


@pytest.mark.asvs("V4.1.2", "V4.4.1", "V12.2.1")
def test_nobody_beyond_this_machine_is_spoken_to_in_the_clear(tmp_path: Path) -> None:
    """Without a certificate, and without a proxy that is declared to speak TLS before it (N127)."""
    assert any("暗号化なし" in each for each in found(tmp_path, listeners=[listener()]))
    half = [listener(certificate="/etc/yoriai/lgwan.crt")]
    assert any("両方とも必要" in each for each in found(tmp_path, listeners=half))
    for well in (
        pair_in(tmp_path, "yoriai.lgwan.city.example"),
        {"bind": "127.0.0.1:8600"},
        {"bind": "10.1.0.11:8600", "proxies": ["10.1.0.10/32"]},
    ):
        assert found(tmp_path, listeners=[listener(**well)]) == []


@pytest.mark.asvs("V3.5.4")
def test_two_zones_do_not_share_a_name(tmp_path: Path) -> None:
    inside = listener(bind="127.0.0.1:8600")
    outside = listener(zone="internet", url="https://yoriai.lgwan.city.example:8443", bind="127.0.0.1:8601")
    assert any("ホスト名が同じ" in each for each in found(tmp_path, listeners=[inside, outside]))


@pytest.mark.parametrize("key", [b"", b"short", b"\0" * 32, b"a" * 64])
@pytest.mark.asvs("V13.2.3")
def test_no_server_starts_with_a_key_that_can_be_guessed(tmp_path: Path, key: bytes) -> None:
    assert found(tmp_path) == []
    Settings(data_dir=tmp_path).key_file.write_bytes(key)
    assert any("既定の値か短すぎる値" in each for each in found(tmp_path))


@pytest.mark.asvs("V13.3.2")
def test_no_server_starts_with_a_key_that_others_can_read(tmp_path: Path) -> None:
    found(tmp_path)
    Settings(data_dir=tmp_path).key_file.chmod(0o640)
    assert any("ほかの人にも読めます" in each for each in found(tmp_path))


@pytest.mark.parametrize("secret", ["password", "change-me-later"])
@pytest.mark.asvs("V13.2.3")
def test_no_server_starts_with_the_password_of_a_sample(tmp_path: Path, secret: str) -> None:
    database = f"postgresql://yoriai:{secret}@db.city.example/yoriai"
    assert any("見本のまま" in each for each in found(tmp_path, database=database))


@pytest.mark.asvs("V6.3.2", "V13.4.2")
def test_no_server_starts_in_the_folder_of_the_demo_town(tmp_path: Path) -> None:
    (tmp_path / MARK).touch()
    assert any("見本の町" in each for each in found(tmp_path))
    assert not Settings().demo
