"""What is told to somebody in a special post about who may write to them."""

from typing import Literal
from uuid import UUID

from yoriai.people.access.facts import PersonFact


class WritingLimited(PersonFact):
    """Others than before may write to them from now on."""

    name = "special_posts.limited"
    circle: Literal["everybody", "units", "named"]
    units: tuple[UUID, ...] = ()
    people: tuple[UUID, ...] = ()
