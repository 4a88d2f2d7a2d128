"""What a room is set to: its name, what it is for, its rules, and whether it is put away (ROOM-3, ROOM-10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select

from yoriai.kit import text
from yoriai.kit.errors import Refused
from yoriai.people.access.rules import require
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import behalf, lines, ordinals
from yoriai.talk.rooms.facts import Aspect, RoomChanged
from yoriai.talk.rooms.lines import LineKind, line_of
from yoriai.talk.rooms.models import Room
from yoriai.talk.rooms.open import MOST_OF_NAME, MOST_OF_PURPOSE, clean_end, folded_of
from yoriai.talk.rooms.policy import (
    MADE_BY_PEOPLE,
    ReadersPolicy,
    RoomArchived,
    allows_printing,
    has_reactions,
    may_set,
    readers_policy,
    shows_lines,
    shows_past,
)
from yoriai.talk.rooms.standing import Standing, enter

KEPT_AS: Final[Mapping[Aspect, str]] = {
    "past": "past",
    "readers": "readers",
    "reactions": "reactions",
    "lines": "system_lines",
    "printing": "printing",
}
"""Under which name `rooms.policies` keeps each rule."""
SHOWN: Final[Mapping[bool, str]] = {True: "shown", False: "hidden"}
ON: Final[Mapping[bool, str]] = {True: "on", False: "off"}


class SetByRule(Refused):
    """The room follows from the tree, from the two who talk in it or from whose notes they are: nobody sets it."""

    code = "rooms.set_by_rule"


@dataclass(frozen=True, slots=True)
class Change:
    """How somebody wishes a room to be; what is None stays as it is."""

    name: str | None = None
    purpose: str | None = None
    shows_past: bool | None = None
    readers: ReadersPolicy | None = None
    reactions: bool | None = None
    shows_lines: bool | None = None
    printing: bool | None = None
    ends_on: date | None = None
    moves_end: bool = False
    """Whether the last day shall be this one, or none."""

    def rules(self) -> Mapping[Aspect, str]:
        """The rules that are wished for, as a room keeps them."""
        wished: Mapping[Aspect, str | None] = {
            "past": None if self.shows_past is None else SHOWN[self.shows_past],
            "readers": self.readers,
            "reactions": None if self.reactions is None else ON[self.reactions],
            "lines": None if self.shows_lines is None else SHOWN[self.shows_lines],
            "printing": None if self.printing is None else ON[self.printing],
        }
        return {aspect: str(choice) for aspect, choice in wished.items() if choice is not None}


def rules_of(policies: Mapping[str, object]) -> Mapping[Aspect, str]:
    """The rules that hold in a room, chosen or not."""
    return {
        "past": SHOWN[shows_past(policies)],
        "readers": readers_policy(policies).value,
        "reactions": ON[has_reactions(policies)],
        "lines": SHOWN[shows_lines(policies)],
        "printing": ON[allows_printing(policies)],
    }


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
    changed: dict[Aspect, str] = {}
    if name != room.name:
        changed["name"] = name
    if purpose != room.purpose:
        changed["purpose"] = ""
    if wish.moves_end and wish.ends_on != room.ends_on:
        ends_on = room.ends_on = clean_end(work, wish.ends_on)
        changed["ends"] = ends_on.isoformat() if ends_on else ""
    held = rules_of(room.policies)
    otherwise: dict[Aspect, str] = {
        rule: choice for rule, choice in wish.rules().items() if choice != held[rule]
    }
    room.policies = room.policies | {KEPT_AS[rule]: choice for rule, choice in otherwise.items()}
    room.name, room.purpose, room.folded = name, purpose, folded_of(room.kind, name, purpose)
    await _tell(work, here, changed | otherwise)


async def put_away(work: Work, here: Standing) -> None:
    """Put a room away: it is read, and nothing in it changes. Who has left it stays away."""
    await close(work, await held_to_set(work, here))


async def close(work: Work, here: Standing) -> None:
    """The same of a room that is held, whoever may do it."""
    room = await _room(work, here)
    if room.archived_at is None:
        room.archived_at = work.now
        await _tell(work, here, {"archived": ""})


async def take_out(work: Work, here: Standing) -> None:
    """Take a room out again: it goes on where it was."""
    here = await held_to_set(work, here)
    room = await _room(work, here)
    if room.archived_at is not None:
        room.archived_at = None
        await _tell(work, here, {"archived": ""}, LineKind.TAKEN_OUT)


async def held_to_set(work: Work, here: Standing) -> Standing:
    """Keep the room to this work for somebody who sets it, and look again where they stand."""
    await ordinals.hold(work, (here.room_id,))
    here = await enter(work, here.actor, here.room_id)
    check_may_set(here)
    behalf.attribute(work, here)
    return here


def check_may_set(here: Standing) -> None:
    """Whether whoever stands here may set the room at all."""
    if here.kind not in MADE_BY_PEOPLE:
        raise SetByRule
    require(may_set(here))


async def _room(work: Work, here: Standing) -> Room:
    return (await work.session.scalars(select(Room).where(Room.id == here.room_id))).one()


async def _tell(
    work: Work, here: Standing, changed: Mapping[Aspect, str], kind: LineKind | None = None
) -> None:
    """Tell the room what is otherwise, and leave a line of each: what it has become, where that can be said."""
    if not changed:
        return
    told = [line_of(here, kind or LineKind(aspect), words=words) for aspect, words in changed.items()]
    line_ids = await lines.write(work, told)
    fact = RoomChanged(room_id=here.room_id, changed=tuple(changed), line_ids=tuple(line_ids))
    work.state(fact, by=here.actor.account_id)
