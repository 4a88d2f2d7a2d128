"""Where the bus is found, as an operator writes it."""

from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import quote, urlsplit

SCHEMES = {"valkey": "redis", "redis": "redis", "valkeys": "rediss", "rediss": "rediss"}
"""What may be written, and how the library calls it. What ends with an s is encrypted."""
USUAL_PORT = 6379

Place = tuple[str, int]
"""Host and port of one server."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the bus is found, and whom to believe that it is the bus."""

    url: str = field(repr=False)  # a password may stand in it
    authority: Path | None = None

    @property
    def place(self) -> Place:
        said = urlsplit(self.url)
        return said.hostname or "", said.port or USUAL_PORT

    @property
    def is_encrypted(self) -> bool:
        return SCHEMES[urlsplit(self.url).scheme] == "rediss"

    @property
    def is_loopback(self) -> bool:
        try:
            return ip_address(self.place[0]).is_loopback
        except ValueError:
            return self.place[0] == "localhost"

    def url_of(self, place: Place) -> str:
        """The same for another server of the same cluster, as the library wants it."""
        said = urlsplit(self.url)
        host = f"[{place[0]}]" if ":" in place[0] else quote(place[0])
        secret = "" if said.password is None else f"{said.username or ''}:{said.password}@"
        return f"{SCHEMES[said.scheme]}://{secret}{host}:{place[1]}"
