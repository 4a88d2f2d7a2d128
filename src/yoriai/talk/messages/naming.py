"""Whom messages name, judged where they are written: in their room, by who is in it at that moment.

A message that names nobody costs nothing here. Rows of those who are called lie beside the message, so that what waits
for somebody is counted without reading it. What an edit adds is shown and calls nobody; what it takes away is no longer
counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, cast
from uuid import UUID

from yoriai.kit.errors import Refused, Wrong
from yoriai.platform.db.statement import Rows, Value, as_id, statement
from yoriai.talk.messages.mention import Named, Of, named_in

MOST_UNASKED: Final = 100
"""Whoever calls more people at once is asked first."""
EVERYBODY: Final = "全員"

Part = dict[str, object]
Place = tuple[UUID, UUID]
"""A room, and somebody or a unit named there."""

MEMBERS: Final = statement(
    "SELECT asked.room, a.id, a.family, a.given, h.account_id FROM {asked}"
    " JOIN memberships m ON m.room_id = asked.room AND m.account_id = asked.named AND m.is_open AND m.held_for IS NULL"
    " JOIN accounts a ON a.id = m.account_id"
    # Whoever names the account of a unit means those of the room who speak for it, by themselves or on a seat of the unit.
    " LEFT JOIN department_speakers s ON s.account_id = m.account_id"
    " LEFT JOIN memberships h ON h.room_id = m.room_id AND h.account_id = s.person_id AND h.is_open",
    asked={"room": "uuid", "named": "uuid"},
)
# Those of the room who serve in the unit or below it, also beside another post.
SERVING: Final = statement(
    "WITH RECURSIVE below (room, top, name, id) AS ("
    " SELECT asked.room, d.id, d.name, d.id FROM {asked} JOIN departments d ON d.id = asked.named AND d.is_open"
    " UNION SELECT b.room, b.top, b.name, d.id FROM below b JOIN departments d ON d.parent_id = b.id)"
    " SELECT DISTINCT b.room, b.top, b.name, m.account_id FROM below b"
    " JOIN postings p ON p.department_id = b.id AND p.until IS NULL"
    " JOIN memberships m ON m.room_id = b.room AND m.account_id = p.account_id AND m.is_open AND m.held_for IS NULL",
    asked={"room": "uuid", "named": "uuid"},
)
COUNTS: Final = statement(
    "SELECT m.room_id, count(*) FROM {asked} JOIN memberships m ON m.room_id = asked.room AND m.is_open"
    " WHERE m.held_for IS NULL GROUP BY m.room_id",
    asked={"room": "uuid"},
)
CALL: Final = statement(
    "INSERT INTO mentions (message_id, target, account_id, room_id, ordinal)"
    " VALUES (:message_id, :target, :account_id, :room_id, :ordinal)"
)
UNCALL: Final = statement("DELETE FROM mentions WHERE message_id = :message_id AND target = :target")
UNCALL_ALL: Final = statement("DELETE FROM mentions WHERE message_id = :message_id")


class NotInRoom(Wrong):
    """Whoever is named is not in this room, or of the unit nobody is: they would never hear of it."""

    code = "messages.not_in_room"


class CallsMany(Refused):
    """More people are called at once than without being asked whether that is meant."""

    code = "messages.calls_many"


@dataclass(frozen=True, slots=True)
class _Several:
    """A name, and whoever is meant by it: people of a unit, or those who speak for one."""

    name: str
    accounts: set[UUID] = field(default_factory=set[UUID])


@dataclass(frozen=True, slots=True)
class Calling:
    """A message as it is stored, and whom it calls: pairs of what is named and who is called by that."""

    parts: list[Part]
    called: frozenset[tuple[UUID, UUID]] = frozenset()

    def rows(self, message_id: UUID, room_id: UUID, ordinal: int) -> list[dict[str, Value]]:
        """One for each pair."""
        return [
            {
                "message_id": message_id,
                "target": target,
                "account_id": account_id,
                "room_id": room_id,
                "ordinal": ordinal,
            }
            for target, account_id in sorted(self.called)
        ]


@dataclass(frozen=True, slots=True)
class Naming:
    """Everybody who can be meant in some rooms, as far as messages ask for them."""

    members: Mapping[Place, _Several]
    units: Mapping[Place, _Several]
    counts: Mapping[UUID, int]

    def judge(self, room_id: UUID, author_id: UUID, parts: list[Part]) -> Calling | Refused:
        """The message as it is stored, with everybody's own name, and whom it calls; or why it cannot be."""
        if not names_anybody(parts):
            return Calling(parts)
        stored = self._rewritten(room_id, parts, ())
        if isinstance(stored, Refused):
            return stored
        called = {pair for part in stored for pair in self._called(room_id, author_id, part)}
        many = self._reach(room_id, called, author_id)
        if many > MOST_UNASKED and not any(part.get("confirmed") for part in parts):
            return CallsMany(most=MOST_UNASKED, count=many)
        return Calling(stored, frozenset(called))

    def put_right(self, room_id: UUID, parts: list[Part], before: Sequence[Part]) -> list[Part] | Refused:
        """The same for a message that is there. Whoever was named before may have left since; whoever is named only
        now is shown and not called."""
        return self._rewritten(room_id, parts, before) if names_anybody(parts) else parts

    def _rewritten(self, room_id: UUID, parts: list[Part], before: Sequence[Part]) -> list[Part] | Refused:
        known = {named: part for part in before if (named := named_in(part))}
        stored: list[Part] = []
        for at, part in enumerate(parts):
            named = named_in(part)
            words = self._words(room_id, named) if named else None
            if named is None or named in known:
                stored.append(known[named] if named else part)
            elif words is None:
                return NotInRoom(field=f"parts.{at}.id", reason="not_in_room", words=str(part["words"]))
            else:
                quiet = {"quiet": True} if before else {}
                stored.append(
                    {"kind": "mention", "of": named.of.value, "id": part["id"], "words": words, **quiet}
                )
        return stored

    def _words(self, room_id: UUID, named: Named) -> str | None:
        if named.id is None:
            return EVERYBODY
        if named.of is Of.ACCOUNT:
            member = self.members.get((room_id, named.id))
            return member.name if member else None
        unit = self.units.get((room_id, named.id))
        return unit.name if unit else None

    def _called(self, room_id: UUID, author_id: UUID, part: Part) -> set[tuple[UUID, UUID]]:
        named = named_in(part)
        if named is None:
            return set()
        if named.id is None:
            return {(room_id, author_id)}
        if named.of is Of.ACCOUNT:
            meant = self.members[room_id, named.id].accounts or {named.id}
        else:
            meant = self.units[room_id, named.id].accounts
        return {(named.id, account_id) for account_id in meant if account_id != author_id}

    def _reach(self, room_id: UUID, called: set[tuple[UUID, UUID]], author_id: UUID) -> int:
        if (room_id, author_id) in called:
            return self.counts[room_id] - 1
        return len({account_id for _, account_id in called})


def naming_in(rows: Rows, asked: Sequence[tuple[UUID, Sequence[Mapping[str, object]]]]) -> Naming:
    """Whoever these messages may mean in their rooms: at most three statements, and none where nobody is named."""
    wanted = [(room_id, named) for room_id, parts in asked for part in parts if (named := named_in(part))]
    people = {(room, named.id) for room, named in wanted if named.id and named.of is Of.ACCOUNT}
    units = {(room, named.id) for room, named in wanted if named.id and named.of is Of.DEPARTMENT}
    rooms = {(room,) for room, named in wanted if named.of is Of.EVERYONE}
    return Naming(
        _members(rows, people) if people else {},
        _units(rows, units) if units else {},
        _counts(rows, rooms) if rooms else {},
    )


def names_anybody(parts: Sequence[Mapping[str, object]]) -> bool:
    """Whether there is anybody to look for."""
    return any(part["kind"] == "mention" for part in parts)


def no_longer_named(before: Sequence[Part], after: Sequence[Part], room_id: UUID) -> set[UUID]:
    """What was named, with everybody the room itself, and is named no more."""
    gone = {named_in(part) for part in before} - {named_in(part) for part in after}
    return {named.id or room_id for named in gone if named}


def _members(rows: Rows, asked: set[Place]) -> dict[Place, _Several]:
    found: dict[Place, _Several] = {}
    for room_id, account_id, family, given, holder in rows.all(MEMBERS, asked=list(asked)):
        place = as_id(room_id), as_id(account_id)
        member = found.setdefault(place, _Several(f"{family} {given}".rstrip()))
        if holder is not None:
            member.accounts.add(as_id(holder))
    return found


def _units(rows: Rows, asked: set[Place]) -> dict[Place, _Several]:
    found: dict[Place, _Several] = {}
    for room_id, top, name, account_id in rows.all(SERVING, asked=list(asked)):
        unit = found.setdefault((as_id(room_id), as_id(top)), _Several(str(name)))
        unit.accounts.add(as_id(account_id))
    return found


def _counts(rows: Rows, asked: set[tuple[UUID]]) -> dict[UUID, int]:
    return {as_id(room_id): cast("int", count) for room_id, count in rows.all(COUNTS, asked=list(asked))}
