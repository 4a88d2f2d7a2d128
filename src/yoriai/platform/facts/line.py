"""A line of the journal, with its fact made whole again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from yoriai.platform.facts.fact import Fact


@dataclass(frozen=True, slots=True)
class Line:
    """What was told on a stream under a number."""

    stream: str
    number: int
    fact: Fact
    by: UUID | None
    at: datetime
    on_behalf_of: UUID | None = None
    """In whose name it was done, where that is somebody else."""
