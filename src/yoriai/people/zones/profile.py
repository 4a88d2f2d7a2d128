"""Network models (α, α′, β, β′) as readable files: which side leads, what each side may do, and what is said of it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from yoriai.people.zones.zone import Zone

NAMES: Final = ("alpha", "alpha-prime", "beta", "beta-prime")
"""Each is a file of this name in the folder `profiles`."""


class Point(BaseModel):
    """One thing that a model decides, in words, and whether this version of the product does so."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    what: str
    says: str
    in_force: bool


class LabelDefaults(BaseModel):
    """With how many levels of labels a body begins, and from which on rooms are not there on the Internet side."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    levels: int
    sealed_from: int = Field(ge=0)
    """0: none of them."""


class Profile(BaseModel):
    """One network model."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    about: str
    primary: Zone
    """The side that people are led to first."""
    needs: tuple[Zone, ...]
    """Without a listener on each of these sides a server does not start."""
    one_body: bool
    """Whether this installation holds one body and no more."""
    withheld: Mapping[Zone, frozenset[str]]
    """By side the capabilities that nobody has there, whatever their roles are."""
    second_factor: frozenset[Zone]
    """On which sides everybody needs a second factor at every login, whatever a body says (AUTH-7)."""
    labels: LabelDefaults
    points: tuple[Point, ...]

    def withheld_at(self, zone: str) -> frozenset[str]:
        """What nobody may do on this side. On a side that nobody knows, what is withheld on the Internet side."""
        return self.withheld[Zone.LGWAN if zone == Zone.LGWAN else Zone.INTERNET]


def profile_of(name: str) -> Profile | None:
    """The model of this name; None where there is none."""
    return model(name) if name in NAMES else None


@cache
def model(name: str) -> Profile:
    """The model of a name that is known."""
    file = files("yoriai.people.zones").joinpath("profiles", f"{name}.toml")
    return Profile.model_validate(tomllib.loads(file.read_text("utf-8")))
