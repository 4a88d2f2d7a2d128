"""Between whom there is anything to find. Pure: no database, no clock, no request."""

from typing import Final

from yoriai.people.orgs.bodies.settings import FederationRules
from yoriai.people.zones.zone import Zone
from yoriai.talk.rooms.labels import Level

MOST_QUERY: Final = 50  # characters
LEAST: Final = 2
"""So many letters at least: by one alone a whole city would be gone through."""
MOST_FOUND: Final = 20
"""So many people at most, and no way to the next ones: whoever is meant is found by a longer name."""


def find_each_other(mine: tuple[str, FederationRules], theirs: tuple[str, FederationRules]) -> bool:
    """Whether both bodies let their people be found, and neither bars the kind of the other (FED-2)."""
    (my_kind, my_rules), (their_kind, their_rules) = mine, theirs
    return (
        my_rules.shows_people
        and their_rules.shows_people
        and their_kind not in my_rules.barred
        and my_kind not in their_rules.barred
    )


def may_meet_here(outward: Level | None, zone: str) -> bool:
    """Whether a body lets its people be with others on this side at all: by the strictest of its levels that lets in
    other bodies (ZONE-5)."""
    return outward is not None and (zone != Zone.INTERNET or outward.internet)
