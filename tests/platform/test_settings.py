"""Settings: what an operator writes means one thing, and what cannot be meant is said at once."""

import stat
from pathlib import Path

import pytest
from pydantic import ValidationError

from yoriai.platform.settings import ListenerSettings, Settings

FILE = """
data_dir = "/srv/yoriai"
log_level = "warning"

[[listeners]]
zone = "lgwan"
url = "https://chat.lgwan.example"
bind = "10.0.0.1:443"
certificate = "/etc/yoriai/tls.crt"
key = "/etc/yoriai/tls.key"
"""


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("YORIAI_CONFIG", "YORIAI_DATABASE", "YORIAI_DATA_DIR", "YORIAI_LISTENERS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def listener(
    url: str = "http://lgwan.localhost:8600", bind: str = "127.0.0.1:8600", *proxies: str
) -> ListenerSettings:
    return ListenerSettings(zone="lgwan", url=url, bind=bind, proxies=proxies)


def test_without_a_word_it_is_one_machine_with_two_doors_on_loopback():
    settings = Settings.load()

    assert settings.database_url.endswith("/data/yoriai.db")
    assert [(door.zone, door.host, door.is_loopback) for door in settings.listeners] == [
        ("lgwan", "lgwan.localhost", True),
        ("internet", "internet.localhost", True),
    ]


def test_the_environment_stands_above_the_file_and_the_file_above_the_defaults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "yoriai.toml"
    file.write_text(FILE)
    monkeypatch.setenv("YORIAI_LOG_LEVEL", "debug")

    settings = Settings.load(file)
    assert (settings.data_dir, settings.log_level, settings.session_idle_hours) == (
        Path("/srv/yoriai"),
        "debug",
        12,
    )
    assert [door.address for door in settings.listeners] == [("10.0.0.1", 443)]
    assert not settings.listeners[0].is_plain


def test_the_environment_may_name_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "yoriai.toml"
    file.write_text(FILE)
    monkeypatch.setenv("YORIAI_CONFIG", str(file))
    assert Settings.load().data_dir == Path("/srv/yoriai")


def test_reading_one_file_leaves_nothing_behind_for_the_next(tmp_path: Path):
    file = tmp_path / "yoriai.toml"
    file.write_text(FILE)
    Settings.load(file)
    assert Settings.load().data_dir == Path("data")


def test_a_file_that_is_not_there_is_said(tmp_path: Path):
    with pytest.raises(FileNotFoundError):
        Settings.load(tmp_path / "nowhere.toml")


@pytest.mark.parametrize(
    "written",
    [
        "datadir = '/srv'",
        "log_level = 'loud'",
        "session_idle_hours = 0",
        "listeners = []",
        "session_longest_days = 366",
        "most_connections = 99",
        "asks_per_second = 0",
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, written: str):
    file = tmp_path / "yoriai.toml"
    file.write_text(written)
    with pytest.raises(ValidationError):
        Settings.load(file)


@pytest.mark.req("N39", "ZONE-1")
@pytest.mark.parametrize(
    ("url", "host", "origin"),
    [
        ("https://Yoriai.City.Example/", "yoriai.city.example", "https://yoriai.city.example"),
        ("HTTPS://yoriai.city.example:443", "yoriai.city.example", "https://yoriai.city.example"),
        ("http://lgwan.localhost:8600", "lgwan.localhost:8600", "http://lgwan.localhost:8600"),
        ("http://yoriai.city.example:80", "yoriai.city.example", "http://yoriai.city.example"),
        ("http://[::1]:8600", "[::1]:8600", "http://[::1]:8600"),
    ],
)
def test_an_address_is_known_in_the_form_that_browsers_send(url: str, host: str, origin: str):
    rules = listener(url).rules()
    assert (rules.zone, rules.hosts, rules.origins) == ("lgwan", {host}, {origin})


@pytest.mark.parametrize(
    "url",
    [
        "yoriai.city.example",
        "ftp://yoriai.city.example",
        "https://",
        "https://a.example/chat",
        "https://a.example:0x",
    ],
)
def test_an_address_that_no_browser_sends_is_refused(url: str):
    with pytest.raises(ValidationError):
        listener(url)


@pytest.mark.parametrize(
    ("bind", "address", "is_loopback"),
    [
        ("127.0.0.1:8600", ("127.0.0.1", 8600), True),
        ("0.0.0.0:80", ("0.0.0.0", 80), False),
        ("[::1]:8600", ("::1", 8600), True),
        ("[::]:443", ("::", 443), False),
    ],
)
def test_a_place_to_listen_is_an_address_and_a_port(bind: str, address: tuple[str, int], is_loopback: bool):
    made = listener(bind=bind)
    assert (made.address, made.is_loopback) == (address, is_loopback)


@pytest.mark.parametrize(
    "bind", ["8600", "localhost:8600", "127.0.0.1:", "127.0.0.1:http", "127.0.0.1:70000", ":80"]
)
def test_a_place_where_nobody_can_listen_is_refused(bind: str):
    with pytest.raises(ValidationError):
        listener(bind=bind)


@pytest.mark.req("N28")
def test_proxies_are_networks_and_nothing_else():
    rules = listener("http://a.example", "10.0.0.1:80", "10.0.0.5", "10.1.0.0/16", "fd00::/8").rules()
    assert [str(network) for network in rules.proxies] == ["10.0.0.5/32", "10.1.0.0/16", "fd00::/8"]
    for wrong in ("proxy.example", "10.0.0.5/8", "*", ""):
        with pytest.raises(ValidationError):
            listener("http://a.example", "10.0.0.1:80", wrong)


@pytest.mark.req("N127")
@pytest.mark.asvs("V13.3.2")
def test_the_secret_of_an_installation_is_made_once_for_the_owner_alone(tmp_path: Path):
    settings = Settings(data_dir=tmp_path / "data")
    settings.make_server_key()
    key = settings.server_key()
    settings.make_server_key()

    assert settings.server_key() == key
    assert len(key) == 32
    assert settings.key_is_private()
    assert stat.S_IMODE(settings.key_file.parent.stat().st_mode) == 0o700
    settings.key_file.chmod(0o640)
    assert not settings.key_is_private()


def test_a_shared_database_is_named_in_full():
    address = "postgresql://yoriai@db.example/chat"
    assert Settings(database=address).database_url == address
