"""What stands in `town.toml`: the words from which the demo town is made."""

from pydantic import BaseModel, ConfigDict


class Brigade(BaseModel):
    """A second organization, in which some of the office serve as well (ORG-7)."""

    model_config = ConfigDict(extra="forbid")

    name: str
    units: list[tuple[str, str, str]]
    members: dict[str, str]


class Setting(BaseModel):
    """`town.toml`."""

    model_config = ConfigDict(extra="forbid")

    code: str
    name: str
    hall: str
    contact: str
    departments: list[tuple[str, str, str]]
    codes: dict[str, str]
    places: dict[str, tuple[str, str]]
    former: tuple[str, int, str, list[str]]
    renamed: tuple[str, str, int]
    people: list[tuple[str, str, str, str, str, str]]
    fixed_term: set[str]
    reappointed: set[str]
    special_post: set[str]
    owners: set[str]
    administrators: set[str]
    concurrent: dict[str, str]
    waiting: str
    brigade: Brigade
    outside: set[str]
    hints: dict[str, str]
