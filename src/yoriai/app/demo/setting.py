"""What stands in `town.toml`: the words from which the demo town is made."""

from pydantic import BaseModel, ConfigDict

from yoriai.app.demo import shipped
from yoriai.people.orgs.models import TenantKind
from yoriai.people.presence.policy import Whereabouts


class Brigade(BaseModel):
    """A second organization, in which some of the office serve as well (ORG-7)."""

    model_config = ConfigDict(extra="forbid")

    name: str
    units: list[tuple[str, str, str]]
    members: dict[str, str]


class Common(BaseModel):
    """An organization of the town in which people of other bodies serve as well."""

    model_config = ConfigDict(extra="forbid")

    name: str


class Neighbour(BaseModel):
    """Another body of the same installation."""

    model_config = ConfigDict(extra="forbid")

    code: str
    name: str
    hall: str
    contact: str
    kind: TenantKind
    population: int
    administrators: set[str]
    roster: str
    shown: dict[str, str]


class Setting(BaseModel):
    """`town.toml`. Its units and people stand in `units.csv` and `staff.csv`, as a personnel office would send them."""

    model_config = ConfigDict(extra="forbid")

    code: str
    name: str
    hall: str
    contact: str
    population: int
    former: tuple[str, int, str, list[str]]
    renamed: tuple[str, str, int]
    owners: set[str]
    administrators: set[str]
    waiting: str
    outside: set[str]
    second_factor: dict[str, str]
    today: dict[str, Whereabouts]
    leaders: dict[str, str]
    """By number the path of the unit."""
    absent: dict[str, tuple[int, str]]
    brigade: Brigade
    common: Common
    neighbours: list[Neighbour]
    hints: dict[str, str]

    @property
    def shown(self) -> frozenset[str]:
        """As whom visitors sign in."""
        return frozenset(self.hints).union(*(each.shown for each in self.neighbours))


def setting() -> Setting:
    """The town that ships with the product."""
    return Setting.model_validate(shipped.words("town.toml"))
