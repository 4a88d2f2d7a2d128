"""Who may do what in a room. Pure: no database, no clock, no request."""

from collections.abc import Mapping
from typing import Protocol

from yoriai.kit.errors import Refused
from yoriai.talk.rooms.models import Role


class RoomArchived(Refused):
    """The room has been put away: it is read, and nothing in it changes."""

    code = "rooms.archived"


class Seated(Protocol):
    """Somebody in a room: a Standing, or a row of somebody's list of rooms."""

    @property
    def role(self) -> Role: ...
    @property
    def is_archived(self) -> bool: ...


def may_post(here: Seated) -> bool:
    """Every member speaks, as long as the room is not put away."""
    return not here.is_archived


def may_arrange_members(here: Seated) -> bool:
    """Managers bring people in and take them out. Leaving is everybody's own."""
    return here.role is Role.MANAGER and not here.is_archived


def shows_past(policies: Mapping[str, object]) -> bool:
    """Whether newcomers of a room read what was said before they came. They do, unless the room says otherwise."""
    return policies.get("past") != "hidden"
