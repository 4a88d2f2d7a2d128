"""Rights (権限): what a role brings, and what a body, a group of accounts or a word about one person gives or withholds.

Pure: no database, no clock, no request. The one place where a person's capabilities come from (ORG-9).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, cast

from yoriai.people.access.capabilities import Role, granted


class Right(StrEnum):
    """Something that may be given or withheld by itself. What administrators do is given by role alone."""

    FIND_PEOPLE = "find_people"
    """Look somebody up in the directory, outside one's own rooms."""
    WRITE_DIRECTLY = "write_directly"
    """Begin a talk between two."""
    OPEN_ROOMS = "open_rooms"
    """Make a room."""
    JOIN_OPEN_ROOMS = "join_open_rooms"
    """Find open rooms, come into them and follow them."""
    INVITE_GUESTS = "invite_guests"
    """Bring people from outside into rooms that one manages."""
    PRINT = "print"
    """Put what is said in a room on paper."""


BRINGS: Final[Mapping[Right, frozenset[str]]] = {
    Right.FIND_PEOPLE: frozenset({"accounts.find", "neighbours.find"}),
    Right.WRITE_DIRECTLY: frozenset({"rooms.write_to", "neighbours.ask"}),
    Right.OPEN_ROOMS: frozenset({"rooms.open", "delegated_rooms.open"}),
    Right.JOIN_OPEN_ROOMS: frozenset({"rooms.join", "following.follow"}),
    Right.INVITE_GUESTS: frozenset({"guests.invite"}),
    Right.PRINT: frozenset({"timeline.print"}),
}
"""The capabilities of each right; no capability hangs on two."""


class Origin(StrEnum):
    """Whose word decided about a right. A later one of these goes before an earlier one."""

    ROLE = "role"
    BODY = "body"
    GROUP = "group"
    PERSON = "person"


Word = Mapping[str, bool]
"""What somebody has said of rights, by their names; nothing of a right leaves it as it was. Names that this server does
not know (of a newer one) decide nothing."""


@dataclass(frozen=True, slots=True)
class Said:
    """Everything that was said of one person's rights."""

    body: Word = field(default_factory=dict[str, bool])
    group: Word = field(default_factory=dict[str, bool])
    own: Word = field(default_factory=dict[str, bool])


@dataclass(frozen=True, slots=True)
class Decided:
    """Whether a right is there, and by whose word."""

    right: Right
    is_given: bool
    origin: Origin


def decided(roles: Sequence[str], said: Said) -> list[Decided]:
    """Every right of somebody with these roles, in the order of the table.

    What a body and its groups say is said of members: whoever administers has every right by role, unless it was
    withheld from them by name. Somebody without a role that this server knows has none, whatever was said.
    """
    by_role = granted(roles)
    return [_of(right, by_role, _words(roles, said)) for right in Right]


def capabilities_of(roles: Sequence[str], said: Said) -> frozenset[str]:
    """What somebody with these roles may do when all of that was said."""
    by_role = granted(roles)
    if not by_role or not (said.body or said.group or said.own):
        return by_role
    rights = decided(roles, said)
    given = frozenset[str]().union(*(BRINGS[each.right] for each in rights if each.is_given))
    withheld = frozenset[str]().union(*(BRINGS[each.right] for each in rights if not each.is_given))
    return (by_role | given) - withheld


def word_of(kept: object, *inside: str) -> Word:
    """What is kept of somebody's word, found under these names; whatever is no yes and no no is passed over."""
    for name in inside:
        kept = _mapping(kept).get(name)
    return {name: value for name, value in _mapping(kept).items() if isinstance(value, bool)}


def _mapping(kept: object) -> Mapping[str, object]:
    return cast("Mapping[str, object]", kept) if isinstance(kept, Mapping) else {}


def _words(roles: Collection[str], said: Said) -> list[tuple[Origin, Word]]:
    if Role.SERVED in roles:  # nothing that is said brings them what takes a seat
        return []
    # What is said of members is not said of guests; one of them may be let print by name.
    if Role.GUEST in roles:
        return [(Origin.PERSON, {name: yes for name, yes in said.own.items() if name == Right.PRINT})]
    of_members = [(Origin.BODY, said.body), (Origin.GROUP, said.group)] if _is_bound(roles) else []
    return [*of_members, (Origin.PERSON, said.own)]


def _is_bound(roles: Collection[str]) -> bool:
    return Role.OWNER not in roles and Role.ADMINISTRATOR not in roles


def _of(right: Right, by_role: Collection[str], words: Sequence[tuple[Origin, Word]]) -> Decided:
    last = Decided(right, BRINGS[right] <= frozenset(by_role), Origin.ROLE)
    if not by_role:
        return last
    for origin, word in words:
        if right in word:
            last = Decided(right, word[right], origin)
    return last
