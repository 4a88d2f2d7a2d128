"""Who may bring other bodies into a room, and why one may not come. Pure: no database, no clock, no request."""

from typing import Final
from uuid import UUID

from yoriai.kit.errors import Refused, Wrong
from yoriai.people.access.actor import Actor
from yoriai.talk.rooms.models import BodyState, Role, RoomKind
from yoriai.talk.rooms.policy import Seated

MOST_WORDS: Final = 500
MOST_CONTACT: Final = 100
MOST_BODIES: Final = 200
WAITING: Final = (BodyState.INVITED, BodyState.ASKED)


class NotHere(Refused):
    """Other bodies come into rooms that people have made for a purpose, and into no others."""

    code = "federation.not_in_such_rooms"


class TooMany(Refused):
    """A room has a list of bodies that one can read."""

    code = "federation.too_many"


class TooManyAsk(Refused):
    """A room has a list of askings that one can answer."""

    code = "federation.too_many_ask"


class NotTheirsToName(Refused):
    """Who brings a body's people in is named by its administrators, and by nobody who was named so."""

    code = "federation.not_theirs_to_name"
    status = 403


class NotAtThisLabel(Refused):
    """The label of the room lets in no other bodies."""

    code = "federation.not_at_this_label"


class KindBarred(Refused):
    """The body of the room lets in no bodies of this kind (FED-2)."""

    code = "federation.kind_barred"


class OwnRulesForbid(Refused):
    """The body's own labels let its people be in no room with other bodies."""

    code = "federation.own_rules_forbid"


class NeedsLgwan(Refused):
    """The body's people may only be in rooms that are not there on the Internet side."""

    code = "federation.needs_lgwan"


class GuestsAreHere(Refused):
    """The body's people may be in no room with guests, and some are in this one."""

    code = "federation.guests_are_here"


class NotYetIn(Refused):
    """The body has not come into the room: its people come after it."""

    code = "federation.not_yet_in"


class NotOfTheDepartment(Refused):
    """The body is here as one of its departments, and somebody chosen does not serve there."""

    code = "federation.not_of_the_department"


class NotItsHead(Wrong):
    """Whoever shall be the head of the department as which the body is here does not serve there."""

    code = "federation.not_its_head"


class NoHead(Refused):
    """The body is here as one of its departments, and nobody is its head: nobody brings people in."""

    code = "federation.no_head"


class OnlyTheHead(Refused):
    """The body is here as one of its departments: its head brings people in, and no administrator."""

    code = "federation.only_the_head"
    status = 403


def may_arrange_bodies(here: Seated) -> bool:
    """Whoever manages a group brings other bodies into it and takes them out."""
    return here.kind is RoomKind.GROUP and here.role is Role.MANAGER


def may_bring(actor: Actor, department_id: UUID | None, head_id: UUID | None) -> bool:
    """Whether somebody who arranges a part brings people in: of a body everybody who does, of a department its head."""
    return department_id is None or head_id == actor.account_id


def arranges_all(actor: Actor) -> bool:
    """Whether somebody arranges the body's part in every room, and not only where they were named."""
    return actor.may("federation.manage")
