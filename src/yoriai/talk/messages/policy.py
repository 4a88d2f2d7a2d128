"""Who may do what with a message that is there. Pure: no database, no clock, no request."""

from datetime import timedelta
from typing import Protocol
from uuid import UUID

from yoriai.kit.errors import NotFound, Refused
from yoriai.talk.rooms.models import Role, RoomKind
from yoriai.talk.rooms.policy import Seated


class TooLateToWithdraw(Refused):
    """The body lets messages be taken back for so long and no longer."""

    code = "messages.too_late_to_withdraw"


class TooLateToEdit(Refused):
    """The body lets messages be put right for so long and no longer."""

    code = "messages.too_late_to_edit"


class NothingToAnswer(NotFound):
    """What it answers, or would stand under, is not there for its author. Whoever asks is told what strangers are."""


class OnlyAsOneself(Refused):
    """Between two people, and in what is one person's own, everybody speaks as who they are."""

    code = "messages.only_as_oneself"


class OnlyAsTheUnit(Refused):
    """Whoever sits in a room for a unit speaks there in its name, and in nobody else's."""

    code = "messages.only_as_the_unit"


class SeatOtherwise(Refused):
    """It was written in another name than the one in which its author would say it now: of a unit, or their own."""

    code = "messages.seat_otherwise"


class Speaker(Seated, Protocol):
    """Somebody in a room, perhaps for a unit."""

    @property
    def held_for(self) -> UUID | None: ...


def why_not_for(here: Speaker, unit: UUID) -> Refused | None:
    """Why somebody may not speak in the name of this unit here. In rooms of several people one may; whoever sits there
    for a unit speaks in its name alone."""
    if here.held_for:
        return None if here.held_for == unit else OnlyAsTheUnit()
    return None if here.kind in (RoomKind.GROUP, RoomKind.OPEN, RoomKind.DEPARTMENT) else OnlyAsOneself()


def may_remove(here: Seated) -> bool:
    """Whoever manages a room may take another's message away, at any time and with a reason."""
    return here.role is Role.MANAGER and not here.is_archived


def is_within(age: timedelta, window: timedelta) -> bool:
    """Whether something this old may still be changed; a window of no length was never open."""
    return bool(window) and age <= window


def leaves_no_trace(age: timedelta, window: timedelta, *, readers: int) -> bool:
    """Gone before anybody had read it: members are shown nothing in its place (MSG-6)."""
    return readers == 0 and is_within(age, window)
