"""What a room is set to: its name, what it is for, what newcomers read, and whether it is put away (ROOM-3, ROOM-10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from yoriai.kit import text
from yoriai.kit.errors import Refused
from yoriai.people.access.rules import require
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import ordinals
from yoriai.talk.rooms.facts import Aspect, RoomChanged
from yoriai.talk.rooms.models import Room
from yoriai.talk.rooms.open import MOST_OF_NAME, MOST_OF_PURPOSE, folded_of
from yoriai.talk.rooms.policy import MADE_BY_PEOPLE, RoomArchived, may_set, shows_past
from yoriai.talk.rooms.standing import Standing, enter

PAST: Final[Mapping[bool, str]] = {True: "shown", False: "hidden"}
"""How `rooms.policies` says whether newcomers read what was said before they came."""


class SetByRule(Refused):
    """The room follows from the tree, from the two who talk in it or from whose notes they are: nobody sets it."""

    code = "rooms.set_by_rule"


@dataclass(frozen=True, slots=True)
class Change:
    """How somebody wishes a room to be; what is None stays as it is."""

    name: str | None = None
    purpose: str | None = None
    shows_past: bool | None = None


async def change(work: Work, here: Standing, wish: Change) -> None:
    """Set a room otherwise, and tell it. What is so already tells nobody."""
    here = await held_to_set(work, here)
    if here.is_archived:
        raise RoomArchived
    room = await _room(work, here)
    name = room.name if wish.name is None else text.clean_line(wish.name, field="name", most=MOST_OF_NAME)
    purpose = room.purpose
    if wish.purpose is not None:
        purpose = text.clean(wish.purpose, field="purpose", most=MOST_OF_PURPOSE, least=0)
    past = shows_past(room.policies) if wish.shows_past is None else wish.shows_past
    changed: list[Aspect] = []
    if name != room.name:
        changed.append("name")
    if purpose != room.purpose:
        changed.append("purpose")
    if past != shows_past(room.policies):
        changed.append("past")
        room.policies = {**room.policies, "past": PAST[past]}
    room.name, room.purpose, room.folded = name, purpose, folded_of(room.kind, name, purpose)
    _tell(work, here, *changed)


async def put_away(work: Work, here: Standing) -> None:
    """Put a room away: it is read, and nothing in it changes. Who has left it stays away."""
    await close(work, await held_to_set(work, here))


async def close(work: Work, here: Standing) -> None:
    """The same of a room that is held, whoever may do it."""
    room = await _room(work, here)
    if room.archived_at is None:
        room.archived_at = work.now
        _tell(work, here, "archived")


async def take_out(work: Work, here: Standing) -> None:
    """Take a room out again: it goes on where it was."""
    here = await held_to_set(work, here)
    room = await _room(work, here)
    if room.archived_at is not None:
        room.archived_at = None
        _tell(work, here, "archived")


async def held_to_set(work: Work, here: Standing) -> Standing:
    """Keep the room to this work for somebody who sets it, and look again where they stand."""
    await ordinals.hold(work, (here.room_id,))
    here = await enter(work, here.actor, here.room_id)
    if here.kind not in MADE_BY_PEOPLE:
        raise SetByRule
    require(may_set(here))
    return here


async def _room(work: Work, here: Standing) -> Room:
    return (await work.session.scalars(select(Room).where(Room.id == here.room_id))).one()


def _tell(work: Work, here: Standing, *changed: Aspect) -> None:
    if changed:
        work.state(RoomChanged(room_id=here.room_id, changed=changed), by=here.actor.account_id)
