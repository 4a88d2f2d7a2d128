"""The helper's script: data, so that a step is added where a feature is, without a line of code here."""

import tomllib
from collections.abc import Collection, Mapping, Sequence
from importlib.resources import files
from typing import Final

from pydantic import BaseModel, ConfigDict

from yoriai.platform.facts.fact import Fact
from yoriai.talk.messages.facts import MessagePosted


class Line(BaseModel):
    """Something the helper says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    words: str
    needs: str | None = None
    """The module without which this is not said."""


class Step(BaseModel):
    """What the helper waits for, and what is said then. The first step waits for nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    awaits: str | None = None
    says: Sequence[Line]

    def lines(self, switched_off: Collection[str]) -> Sequence[str]:
        """What is said to somebody whose body lives without these modules."""
        return [line.words for line in self.says if line.needs not in switched_off]


class Script(BaseModel):
    """The whole of it, in its order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    steps: Sequence[Step]

    @property
    def heard(self) -> frozenset[type[Fact]]:
        """The kinds of facts that some step waits for."""
        return frozenset(CAN_BE_AWAITED[step.awaits] for step in self.steps if step.awaits)


CAN_BE_AWAITED: Final[Mapping[str, type[Fact]]] = {fact.name: fact for fact in (MessagePosted,)}
"""What somebody can be asked to do, by the fact that it is done."""

SCRIPT: Final = Script.model_validate(
    tomllib.loads((files("yoriai.talk.practice") / "script.toml").read_text("utf-8"))
)
