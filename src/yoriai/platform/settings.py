"""Settings: one commented TOML file, and the environment above it (`YORIAI_…`)."""

import os
import stat
from ipaddress import ip_address, ip_network
from pathlib import Path
from typing import Annotated, ClassVar, Literal, Self, cast
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from yoriai.platform.bus.address import SCHEMES
from yoriai.platform.db.store import embedded_url
from yoriai.platform.http.listener import ListenerRules, Network
from yoriai.platform.outside.antivirus import Scanner, place_of

SECRET_BYTES = 32
MEBIBYTE = 1024 * 1024
USUAL_PORTS = {"http": 80, "https": 443}


def _network(value: str) -> str:
    ip_network(value)  # raises what pydantic shows
    return value


def _url(value: str) -> str:
    """In the form in which browsers name an origin: lower case, no path, no port that goes without saying."""
    said = urlsplit(value)
    if said.scheme not in USUAL_PORTS or not said.hostname or said.path not in ("", "/") or said.query:
        raise ValueError("must be the address of the first page, as https://yoriai.city.example")
    host = f"[{said.hostname}]" if ":" in said.hostname else said.hostname
    port = "" if said.port in (None, USUAL_PORTS[said.scheme]) else f":{said.port}"
    return f"{said.scheme}://{host}{port}"


def _url_or_none(value: str) -> str:
    return _url(value) if value else ""


def _bind(value: str) -> str:
    host, _, port = value.rpartition(":")
    if not port.isascii() or not port.isdigit() or int(port) > 65_535:
        raise ValueError("must be an address and a port, as 127.0.0.1:8600")
    ip_address(host.removeprefix("[").removesuffix("]"))
    return value


def _bus(value: str) -> str:
    """An address without a path: what is told over a bus is told to all of its databases alike."""
    said = urlsplit(value)
    if value and (
        said.scheme not in SCHEMES or not said.hostname or said.path not in ("", "/") or said.query
    ):
        raise ValueError("must be the address of a server, as valkey://bus.city.example:6379")
    return value


def _antivirus(value: str) -> str:
    if value:
        place_of(value)  # raises what pydantic shows
    return value


class ListenerSettings(BaseModel):
    """One door of the building: which network it stands in, and under which name browsers reach it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    zone: Literal["lgwan", "internet"]
    url: Annotated[str, AfterValidator(_url)]
    """What people type, as https://yoriai.city.example. Its host name belongs to this listener alone."""
    files_url: Annotated[str, AfterValidator(_url_or_none)] = ""
    """Where the same socket hands out what people have attached, as https://yoriai-files.city.example: a host name on
    which nothing else lives and no cookie counts. Empty: no files are handed out here."""
    bind: Annotated[str, AfterValidator(_bind)]
    """Address and port to listen on, as 127.0.0.1:8600."""
    proxies: tuple[Annotated[str, AfterValidator(_network)], ...] = ()
    """Addresses or networks of reverse proxies whose X-Forwarded-For is believed."""
    certificate: Path | None = None
    key: Path | None = None

    @property
    def host(self) -> str:
        """The host name without port, by which cookies are kept apart."""
        return urlsplit(self.url).hostname or ""

    @property
    def files_host(self) -> str:
        """The same of what hands out files; empty where nothing does."""
        return urlsplit(self.files_url).hostname or ""

    @property
    def names(self) -> tuple[str, ...]:
        """All host names that this socket answers to, the application's first: its certificate must have each."""
        return (self.host, *((self.files_host,) if self.files_host else ()))

    @property
    def address(self) -> tuple[str, int]:
        host, _, port = self.bind.rpartition(":")
        return host.strip("[]"), int(port)

    @property
    def is_loopback(self) -> bool:
        return ip_address(self.address[0]).is_loopback

    @property
    def is_of_this_machine(self) -> bool:
        """Whether only browsers of this very machine can mean it by its name: nothing goes over a network."""
        return all(name == "localhost" or name.endswith(".localhost") for name in self.names)

    @property
    def is_encrypted(self) -> bool:
        """Whether browsers come by TLS, whoever speaks it: the listener itself, or the proxy before it."""
        return all(each.startswith("https://") for each in (self.url, self.files_url) if each)

    @property
    def is_plain(self) -> bool:
        """Whether this socket itself speaks without TLS."""
        return self.certificate is None

    def rules(self) -> ListenerRules:
        """What the listener knows about itself at run time."""
        networks: tuple[Network, ...] = tuple(ip_network(each) for each in self.proxies)
        return ListenerRules(
            self.zone,
            frozenset({urlsplit(self.url).netloc}),
            frozenset({self.url}),
            networks,
            self.files_url,
        )


DEMO_LISTENERS = (
    ListenerSettings(
        zone="lgwan",
        url="http://lgwan.localhost:8600",
        files_url="http://files.localhost:8600",
        bind="127.0.0.1:8600",
    ),
    ListenerSettings(
        zone="internet",
        url="http://internet.localhost:8601",
        files_url="http://files.localhost:8601",
        bind="127.0.0.1:8601",
    ),
)


class Settings(BaseSettings):
    """Everything an operator decides. Defaults are those of one machine with an embedded database."""

    model_config = SettingsConfigDict(env_prefix="YORIAI_", env_nested_delimiter="__", extra="forbid")
    file: ClassVar[Path | None] = None

    data_dir: Path = Path("data")
    """Where the embedded database, keys and files live."""
    database: str = ""
    """Empty: an embedded database in data_dir. Else the address of one that several machines share."""
    standby: bool = False
    """Whether what is acknowledged is to lie on two machines of the database: doctor looks whether it does."""
    bus: Annotated[str, AfterValidator(_bus)] = Field(default="", repr=False)
    """Empty: one process tells itself what is new. Else the Valkey by which all processes over one database do."""
    bus_ca: Path | None = None
    """Whose certificates are believed of an encrypted bus; without it, those that this machine believes."""
    workers: int = Field(default=1, ge=1, le=64)
    """Processes on this machine that serve at the same doors. More than one need the bus."""
    profile: str = "alpha"
    """The network model of this body: which side leads, and what each side may do (`people/zones/profiles`)."""
    listeners: tuple[ListenerSettings, ...] = DEMO_LISTENERS
    files_at: str = ""
    """Empty: files lie in data_dir. Else a folder that all machines share, or a bucket as s3://name/prefix."""
    file_most_bytes: int = Field(default=50 * MEBIBYTE, ge=1, le=64 * 1024 * MEBIBYTE)
    """The largest file that is taken. What is larger than 50 MiB is declined by the check all the same."""
    files_under_way: int = Field(default=20, ge=1, le=10_000)
    """Of one person: files that have begun to come in and are not whole yet."""
    files_quota_bytes: int = Field(default=100 * 1024 * MEBIBYTE, ge=0)
    """Of one body: what its files may take together, those that are coming in included."""
    web_root: Path = Path("web/dist")
    """The built web client."""
    antivirus: Annotated[str, AfterValidator(_antivirus)] = ""
    """Empty: files are not scanned for malware. Else the socket of ClamAV; what it has not scanned is not handed on."""
    demo: bool = False
    """The demo town: published passwords are allowed, nothing in it is real."""
    session_idle_hours: float = Field(default=12, gt=0, le=24 * 30)
    session_longest_days: float = Field(default=30, gt=0, le=365)
    most_connections: int = Field(default=10_000, ge=100, le=1_000_000)
    """Of each listener; fewer where the system allows fewer open files."""
    asks_per_second: float = Field(default=300, ge=10, le=1_000_000)
    """Of one account, over all of its sockets and requests together, to each process."""
    drain_seconds: float = Field(default=0, ge=0, le=60)
    """How long the doors stay open after the server was asked to end, with /healthz saying so: as long as a balancer
    takes to notice. 0 where there is none."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @classmethod
    def load(cls, file: Path | None = None) -> Self:
        """Read settings: environment over the named file over defaults."""
        found = file or (Path(named) if (named := os.environ.get("YORIAI_CONFIG")) else None)
        if found is not None and not found.is_file():
            raise FileNotFoundError(found)
        # The library asks the class where to read from: a class of its own for each file keeps that out of globals.
        from_file = type(cls.__name__, (cls,), {"file": found, "__module__": cls.__module__})
        return cast("Self", from_file())

    @classmethod
    def settings_customise_sources(  # noqa: PLR0917 the library's own signature
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        named = (TomlConfigSettingsSource(settings_cls, cls.file),) if cls.file else ()
        return (init_settings, env_settings, *named)

    @model_validator(mode="after")
    def _has_a_door(self) -> Self:
        if not self.listeners:
            raise ValueError("at least one listener is needed")
        return self

    @property
    def scanner(self) -> Scanner | None:
        """Who scans files for malware; None where nobody does."""
        return Scanner(self.antivirus) if self.antivirus else None

    @property
    def database_url(self) -> str:
        return self.database or embedded_url(self.data_dir)

    @property
    def key_file(self) -> Path:
        return self.data_dir / "keys" / "server.key"

    def server_key(self) -> bytes:
        """The secret of this installation, under which one-time secrets are stored."""
        return self.key_file.read_bytes()

    def make_server_key(self) -> None:
        """Make the secret once, readable by the owner alone. An existing one is never touched."""
        self.key_file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            made = os.open(self.key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return
        with os.fdopen(made, "wb") as file:
            file.write(os.urandom(SECRET_BYTES))

    def key_is_private(self) -> bool:
        """Whether nobody but the owner can read the secret."""
        return not stat.S_IMODE(self.key_file.stat().st_mode) & 0o077
