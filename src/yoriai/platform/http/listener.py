"""A listener's own rules: its zone, its host names, its origins, and whose word about a client's address it takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit
from uuid import uuid4

from yoriai.kit.errors import NotFound

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


@dataclass(frozen=True, slots=True)
class Knock:
    """A request as far as any door needs it, whatever carried it."""

    zone: str
    address: str
    request_id: str
    headers: Mapping[str, str]
    """Names in lower case."""

    def header(self, name: str) -> str:
        return self.headers.get(name, "")

    def cookie(self, name: str) -> str | None:
        """The value of a cookie; of one that came twice, none: it cannot be told whose it is."""
        pairs = (part.strip().partition("=") for part in self.header("cookie").split(";"))
        values = [value for key, _, value in pairs if key == name]
        return values[0] if len(values) == 1 else None


@dataclass(frozen=True, slots=True)
class ListenerRules:
    """What one listening socket knows about itself. Nothing in a request can change it (ZONE-1)."""

    zone: str
    hosts: frozenset[str]
    """The names with port, in lower case, under which browsers reach it."""
    origins: frozenset[str]
    proxies: tuple[Network, ...] = ()
    files: str = ""
    """The origin at which it hands out files, and nothing else; empty where it hands out none."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names alone, as a certificate has them."""
        own = str(urlsplit(f"//{min(self.hosts)}").hostname)
        return (own, *((str(urlsplit(self.files).hostname),) if self.files else ()))

    def is_for_files(self, host: str) -> bool:
        """Whether a request for this host asks for a file: then it meets nothing of the application (S15)."""
        return bool(self.files) and host.lower() == urlsplit(self.files).netloc

    def knock(
        self, headers: Mapping[str, str], peer: str, request_id: str, *, for_files: bool = False
    ) -> Knock:
        """See who is there. A request for another listener's name meets nothing here."""
        host = headers.get("host", "").lower()
        if not (self.is_for_files(host) if for_files else host in self.hosts):
            raise NotFound
        return Knock(self.zone, self.client(headers, peer), request_id, headers)

    def is_own_origin(self, origin: str) -> bool:
        """Whether a page of this very listener asks; no Origin and `null` are nobody's."""
        return origin in self.origins

    def client(self, headers: Mapping[str, str], peer: str) -> str:
        """The client's address. A header is believed from declared proxies only, and only its last foreign hop."""
        if not self.proxies or not self._is_proxy(peer):
            return plain(peer)
        for hop in reversed(headers.get("x-forwarded-for", "").split(",")):
            if hop.strip() and not self._is_proxy(hop.strip()):
                return plain(hop.strip())
        return plain(peer)

    def is_keeper(self, address: str) -> bool:
        """Whether the machine itself asks, or one of its proxies on its own behalf: for others it names them."""
        return is_loopback(address) or self._is_proxy(address)

    def _is_proxy(self, address: str) -> bool:
        try:
            found = ip_address(plain(address))
        except ValueError:
            return False
        return any(found in network for network in self.proxies)


def plain(address: str) -> str:
    """One form for one address: `::ffff:10.0.0.1` is 10.0.0.1; what is no address is cut short (N27)."""
    try:
        found = ip_address(address.strip("[]"))
    except ValueError:
        return address[:64]
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return str(mapped or found)


def is_loopback(address: str) -> bool:
    """Whether a client stands on this very machine."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def new_request_id() -> str:
    """A number to ask about a request by; it tells nothing about it."""
    return uuid4().hex
