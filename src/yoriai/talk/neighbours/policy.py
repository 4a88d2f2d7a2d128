"""Between whom there is anything to find, to ask and to say. Pure: no database, no clock, no request."""

from datetime import timedelta
from typing import Final

from yoriai.kit.errors import Refused
from yoriai.people.orgs.bodies.settings import FederationRules
from yoriai.people.zones.zone import Zone
from yoriai.talk.rooms.labels import Level

MOST_QUERY: Final = 50  # characters
LEAST: Final = 2
"""So many letters at least: by one alone a whole city would be gone through."""
MOST_FOUND: Final = 20
"""So many people at most, and no way to the next ones: whoever is meant is found by a longer name."""
MOST_WORDS: Final = 200  # characters
LAPSES_AFTER: Final = timedelta(days=14)
"""So long an asking waits; after it one may ask again, however it was answered."""
MOST_A_DAY: Final = 10
"""So many people one asks in 24 hours, however they answer."""
DAY: Final = timedelta(days=1)


class NotBoth(Refused):
    """Only whoever is found finds: the actor, or their body, has not said yes."""

    code = "neighbours.not_both"


class AskedEnough(Refused):
    """Somebody has asked as many people as one may in a day."""

    code = "neighbours.asked_enough"


class AskedLately(Refused):
    """They have taken their asking back, and ask the same person again only after it would have lapsed."""

    code = "neighbours.asked_lately"


class BlockedByOneself(Refused):
    """They have blocked this person themselves."""

    code = "neighbours.blocked_by_oneself"


class BeyondReach(Refused):
    """Their body lets them write to a narrower circle of people only (ORG-15)."""

    code = "neighbours.beyond_reach"
    status = 403


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
