"""What may be brought and what may be saved, by network, kind of client and role (FILE-5, FILE-6, FILE-7).

Two rules are asked, that of the organization and that of the network. The stricter holds, and says so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol


class Takes(StrEnum):
    """What a rule lets in, from the strictest to the mildest."""

    NOTHING = "nothing"
    IMAGES = "images"
    MOVING = "images_video"
    SOUND = "images_video_audio"
    ALL = "all"


class Sort(StrEnum):
    """What a content is, as rules tell it apart."""

    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"
    OTHER = "other"


class Client(StrEnum):
    """With what somebody works, as their browser says it."""

    DESKTOP = "desktop"
    PHONE = "phone"


class Role(StrEnum):
    """As whom somebody brings a file."""

    STAFF = "staff"
    GUEST = "guest"
    OTHER = "other"
    """Somebody of another body, in a room of this one."""


class Rule(StrEnum):
    """Whose rule it is that says no."""

    ORGANIZATION = "organization"
    NETWORK = "network"
    HOST = "host"
    """That of the body whose room it is."""


ORDER: Final = tuple(Takes)
NEEDS: Final[Mapping[str, Takes]] = {
    Sort.IMAGE: Takes.IMAGES,
    Sort.VIDEO: Takes.MOVING,
    Sort.AUDIO: Takes.SOUND,
    Sort.OTHER: Takes.ALL,
}
"""The strictest rule that lets each sort in. What nobody knows needs the mildest."""

Cells = Mapping[str, Mapping[str, str]]
"""By role and by kind of client a `Takes`."""


class Says(Protocol):
    """Everything that a body has decided about files."""

    @property
    def of_organization(self) -> Cells: ...

    @property
    def of_networks(self) -> Mapping[str, Cells]: ...

    @property
    def of_saving(self) -> Mapping[str, Mapping[str, bool]]: ...


@dataclass(frozen=True, slots=True)
class Ruling:
    """What may be brought, and which rule keeps out the rest."""

    takes: Takes
    rule: Rule

    def lets_in(self, sort: str) -> bool:
        """Whether a content of this sort may be brought."""
        return _at(self.takes) >= _at(NEEDS.get(sort, Takes.ALL))


def ruling(says: Says, *, zone: str, client: str, role: Role) -> Ruling:
    """What somebody may bring from this side with this kind of client. Where both rules are as strict, it is the
    organization's; a side or a client that nobody knows has what is the least of all."""
    organization = _least([says.of_organization], role, client)
    networks = says.of_networks
    of_side = [networks[zone]] if zone in networks else networks.values()
    network = _least(of_side, role, client)
    if _at(network) < _at(organization):
        return Ruling(network, Rule.NETWORK)
    return Ruling(organization, Rule.ORGANIZATION)


def stricter(one: Ruling, other: Ruling) -> Ruling:
    """Of two, the one that lets less in; the first where they let in the same."""
    return other if _at(other.takes) < _at(one.takes) else one


def may_save(says: Says, *, zone: str, client: str) -> bool:
    """Whether a whole file may be saved there; where nobody knows, only if it may be everywhere."""
    sides = says.of_saving
    of_side = [sides[zone]] if zone in sides else sides.values()
    return all(cells[each] for cells in of_side for each in _clients(cells, client))


def _least(all_cells: Iterable[Cells], role: str, client: str) -> Takes:
    found = [Takes(cells[role][each]) for cells in all_cells for each in _clients(cells[role], client)]
    return min(found, key=_at, default=Takes.NOTHING)


def _clients(cells: Mapping[str, object], client: str) -> Iterable[str]:
    return [client] if client in cells else cells


def _at(takes: Takes) -> int:
    return ORDER.index(takes)
