"""Who may do what in a room. Pure: no database, no clock, no request."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Final, Protocol

from yoriai.kit.errors import Refused
from yoriai.talk.rooms.models import Role, RoomKind

MODULE_OF: Mapping[str, str] = {RoomKind.DEPARTMENT: "department_rooms", RoomKind.PRACTICE: "practice"}
"""The module without which rooms of this kind are not there."""

MADE_BY_PEOPLE: Final = frozenset({RoomKind.GROUP, RoomKind.OPEN})
"""Rooms whose members come and go by their own doing."""


class ReadersPolicy(StrEnum):
    """Who is shown who has read a message (MSG-10)."""

    EVERYONE = "everyone"
    AUTHOR = "author"
    """Names for whoever wrote it; the others see the count."""
    COUNT = "count"
    """The count alone."""
    NONE = "none"


class RoomArchived(Refused):
    """The room has been put away: it is read, and nothing in it changes."""

    code = "rooms.archived"


class PrintingOff(Refused):
    """What is said in the room stays off paper: its own rule."""

    code = "rooms.printing_off"


class Seated(Protocol):
    """Somebody in a room: a Standing, or a row of somebody's list of rooms."""

    @property
    def role(self) -> Role: ...
    @property
    def kind(self) -> RoomKind: ...
    @property
    def is_archived(self) -> bool: ...


def may_post(here: Seated) -> bool:
    """Every member speaks, as long as the room is not put away."""
    return not here.is_archived


def may_arrange_members(here: Seated) -> bool:
    """Managers bring people in and take them out, in rooms that people have made. Leaving is everybody's own."""
    return here.kind in MADE_BY_PEOPLE and here.role is Role.MANAGER and not here.is_archived


def may_set(here: Seated) -> bool:
    """Managers say what the room is called and is for, who else manages it, and when it is put away or taken out."""
    return here.kind in MADE_BY_PEOPLE and here.role is Role.MANAGER


def may_leave(here: Seated) -> bool:
    """Leaving is always possible, save where the body's rule or the room itself says who is in it (ROOM-4)."""
    return here.kind in MADE_BY_PEOPLE


def hidden_kinds(switched_off: Collection[str]) -> list[RoomKind]:
    """Kinds of rooms that are not there for somebody whose body lives without their modules (BASE-7)."""
    return [kind for kind in RoomKind if MODULE_OF.get(kind) in switched_off]


def shows_past(policies: Mapping[str, object]) -> bool:
    """Whether newcomers of a room read what was said before they came. They do, unless the room says otherwise."""
    return policies.get("past") != "hidden"


def shows_lines(policies: Mapping[str, object]) -> bool:
    """Whether comings and goings stand among the messages of a room (ROOM-10)."""
    return policies.get("system_lines") != "hidden"


def has_reactions(policies: Mapping[str, object]) -> bool:
    """Whether one may react in a room (ROOM-11). One may, unless the room says otherwise."""
    return policies.get("reactions") != "off"


def allows_printing(policies: Mapping[str, object]) -> bool:
    """Whether what is said in a room may be put on paper. It may, unless the room says otherwise."""
    return policies.get("printing") != "off"


def readers_policy(policies: Mapping[str, object]) -> ReadersPolicy:
    """Who is shown who has read a message here; everybody, unless the room says otherwise. A choice that this server
    does not know shows nobody anything."""
    chosen = policies.get("readers", ReadersPolicy.EVERYONE)
    known = {str(each): each for each in ReadersPolicy}
    return known.get(str(chosen), ReadersPolicy.NONE)
