"""編集: the words are put right for everybody, and what they were is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from yoriai.kit.errors import Forbidden, NotFound, Refused
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.department_accounts.authorized import NotAuthorized, Pair, authorized_at_once
from yoriai.platform.db.statement import Value, statement
from yoriai.platform.facts.numbering import Cause, Told
from yoriai.platform.work.work import Batch
from yoriai.talk.messages.brought import as_they_stood
from yoriai.talk.messages.closed import Place, closed_in
from yoriai.talk.messages.facts import MessageEdited
from yoriai.talk.messages.models import Withdrawal
from yoriai.talk.messages.naming import UNCALL, Naming, naming_in, no_longer_named
from yoriai.talk.messages.parts import Part
from yoriai.talk.messages.policy import TooLateToEdit, is_within
from yoriai.talk.messages.target import Target, reached_by
from yoriai.talk.messages.versions import KEEP
from yoriai.talk.rooms.policy import RoomArchived
from yoriai.talk.rooms.standing import Standing

EDIT: Final = statement("UPDATE messages SET parts = CAST(:parts AS {json}), edited_at = :now WHERE id = :id")


class EditedMeanwhile(Refused):
    """It reads otherwise than whoever edits has seen it: on another device of theirs it was changed first."""

    code = "messages.edited_meanwhile"


class IsWithdrawn(Refused):
    """There is nothing left to put right."""

    code = "messages.is_withdrawn"


class BroughtOtherwise(Refused):
    """Files come with a message and go with it: an edit puts words right."""

    code = "messages.brought_otherwise"


@dataclass(frozen=True, slots=True)
class Editing:
    """What a message shall say, and since when it said what its author has before them."""

    actor: Actor
    room_id: UUID
    message_id: UUID
    parts: list[Part]
    seen: datetime | None
    """When it was last edited, as far as whoever edits knows."""
    cause: Cause


@dataclass(frozen=True, slots=True)
class Edited:
    """It says so now."""

    message_id: UUID
    edited_at: datetime | None
    told: Told | None
    """None where it said so already."""


def edit_all(batch: Batch, asked: Sequence[Editing]) -> Sequence[Edited | Refused]:
    """Put these messages right, with a fixed number of statements. The same words again change nothing."""
    naming = naming_in(batch.rows, [(each.room_id, each.parts) for each in asked])
    found = reached_by(batch, asked)
    pairs = [_speaks_for(*reached) for reached in found if not isinstance(reached, Refused)]
    speaking = authorized_at_once(batch.rows, [pair for pair in pairs if pair], batch.now)
    standings = [reached[0] for reached in found if not isinstance(reached, Refused)]
    changing = _Changing(batch, naming, speaking, closed_in(batch.rows, standings, batch.now))
    outcomes = [
        reached if isinstance(reached, Refused) else changing.take(each, *reached)
        for each, reached in zip(asked, found, strict=True)
    ]
    changing.write()
    return outcomes


@dataclass(slots=True)
class _Changing:
    """What was judged so far, and the rows that follow from it."""

    batch: Batch
    naming: Naming
    speaking: set[Pair]
    """Those who may still speak in the name of the unit for which they spoke."""
    closed: Mapping[Place, Refused]
    """Those who may not write to the other one in a talk of two."""
    changed: list[dict[str, Value]] = field(default_factory=list[dict[str, Value]])
    kept: list[dict[str, Value]] = field(default_factory=list[dict[str, Value]])
    uncalled: list[dict[str, Value]] = field(default_factory=list[dict[str, Value]])

    def take(self, asked: Editing, here: Standing, target: Target) -> Edited | Refused:
        """Say what comes of this one."""
        if target.author_id != asked.actor.account_id:
            return NotFound() if target.withdrawal is Withdrawal.TRACELESS else Forbidden()
        pair = _speaks_for(here, target)
        if pair and pair not in self.speaking:
            return NotAuthorized()
        if shut := self.closed.get((target.room_id, target.author_id)):
            return shut
        parts = self._put_right(asked, target)
        if target.withdrawal is None and target.parts == parts:
            return Edited(target.message_id, target.edited_at, None)
        judged = _against(asked, here, target, self.batch.now) or parts
        return judged if isinstance(judged, Refused) else self._edit(asked, target, judged)

    def _put_right(self, asked: Editing, target: Target) -> list[Part] | Refused:
        parts = as_they_stood(asked.parts, target.parts)
        if parts is None and target.withdrawal is None:
            return BroughtOtherwise()
        return self.naming.put_right(target.room_id, parts or asked.parts, target.parts)

    def write(self) -> None:
        """Everything judged, at once."""
        if self.changed:
            self.batch.rows.each(KEEP, self.kept)
            self.batch.rows.each(EDIT, self.changed)
        if self.uncalled:
            self.batch.rows.each(UNCALL, self.uncalled)

    def _edit(self, asked: Editing, target: Target, parts: list[Part]) -> Edited:
        now, me = self.batch.now, asked.actor.account_id
        before, target.parts, target.edited_at = target.parts, parts, now
        who = {"id": target.message_id, "at": now, "by": me}
        self.kept.append({**who, "kind": "edited", "parts": before, "reason": None})
        self.changed.append({"id": target.message_id, "parts": parts, "now": now})
        gone = no_longer_named(before, parts, target.room_id)
        self.uncalled.extend({"message_id": target.message_id, "target": named} for named in sorted(gone))
        cause = replace(asked.cause, on_behalf_of=target.on_behalf_of)
        fact = MessageEdited(room_id=target.room_id, message_id=target.message_id, ordinal=target.ordinal)
        return Edited(target.message_id, now, self.batch.state(fact, by=me, cause=cause))


def _speaks_for(here: Standing, target: Target) -> Pair | None:
    return (here.actor.account_id, target.on_behalf_of) if target.on_behalf_of else None


def _against(asked: Editing, here: Standing, target: Target, now: datetime) -> Refused | None:
    """The rule that forbids it, if one does."""
    if here.is_archived:
        return RoomArchived()
    if target.withdrawal is not None:
        return IsWithdrawn()
    if not is_within(now - target.posted_at, target.rules.edit_within):
        return TooLateToEdit(hours=-(-target.rules.edit_minutes // 60))
    if target.edited_at != asked.seen:
        return EditedMeanwhile()
    return None
