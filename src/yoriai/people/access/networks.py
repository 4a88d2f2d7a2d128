"""From which networks the people of a group may come (ZONE-8). Pure: no database, no clock, no request."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from typing import Annotated, Final, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

KEPT: Final = "networks"
"""Under which name a group keeps them among its policies."""
MOST: Final = 50
MAPPED: Final = IPv6Network("::ffff:0:0/96")
NAT64: Final = IPv6Network("64:ff9b::/96")
WRAPS: Final = (MAPPED, NAT64)
"""In these an IPv4 address is written as one of IPv6; it is the same machine (N27)."""


def network_of(text: str) -> Network:
    """A network as somebody types it: an address alone is one of itself, and what is wrapped in IPv6 is unwrapped.
    Raises ValueError for what is none."""
    if "%" in text:  # the name of a wire of one machine, which says nothing on another
        raise ValueError(text)
    found = ip_network(text.strip(), strict=False)
    for wrap in WRAPS:
        if isinstance(found, IPv6Network) and found.subnet_of(wrap):
            inner = int(found.network_address) & 0xFFFF_FFFF
            return IPv4Network((inner, found.prefixlen - wrap.prefixlen))
    return found


def address_of(text: str) -> Address | None:
    """The address from which somebody comes, in its one form; None for what is no address."""
    try:
        found = ip_address(text.strip("[]").partition("%")[0])
    except ValueError:
        return None
    if isinstance(found, IPv6Address) and any(found in wrap for wrap in WRAPS):
        return IPv4Address(int(found) & 0xFFFF_FFFF)
    return found


def _said(text: str) -> str:
    return str(network_of(text))


Named = Annotated[tuple[Annotated[str, AfterValidator(_said)], ...], Field(max_length=MOST)]


class Networks(BaseModel):
    """What a group says, for each side; where it names none, its people come from anywhere on that side."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    lgwan: Named = ()
    internet: Named = ()

    def at(self, zone: str) -> Sequence[str]:
        return {"lgwan": self.lgwan, "internet": self.internet}.get(zone, ())

    def let_in(self, zone: str, address: str) -> bool:
        """Whether somebody may come from here. What is no address stands in no network."""
        named = self.at(zone)
        return not named or _is_in(tuple(named), address)

    @property
    def limit(self) -> bool:
        """Whether they keep anybody out."""
        return bool(self.lgwan or self.internet)


ANYWHERE: Final = Networks()


def networks_of(of_group: Mapping[str, object] | None) -> Networks:
    """What the policies of a group say. Whatever cannot be read lets nobody in: a fault is no permission (A2)."""
    kept = (of_group or {}).get(KEPT)
    if kept is None:
        return ANYWHERE
    if not isinstance(kept, dict):
        return NOWHERE
    lists = cast("dict[str, object]", kept)
    return _read(*(_as_words(lists.get(side, ())) for side in ("lgwan", "internet")))


NOWHERE: Final = Networks(lgwan=("255.255.255.255",), internet=("255.255.255.255",))
"""An address that nobody has."""


def _as_words(found: object) -> tuple[str, ...] | None:
    if not isinstance(found, list | tuple):
        return None
    return tuple(str(each) for each in cast("Sequence[object]", found))


@lru_cache(1024)
def _read(lgwan: tuple[str, ...] | None, internet: tuple[str, ...] | None) -> Networks:
    if lgwan is None or internet is None:
        return NOWHERE
    try:
        return Networks(lgwan=lgwan, internet=internet)
    except ValueError:
        return NOWHERE


@lru_cache(8192)
def _is_in(named: tuple[str, ...], address: str) -> bool:
    found = address_of(address)
    return found is not None and any(found in network for network in map(network_of, named))
