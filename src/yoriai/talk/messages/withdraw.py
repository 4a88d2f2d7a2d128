"""送信取消: the words go from every screen at once; what was said stays for those who audit, until retention ends."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from yoriai.kit.errors import Forbidden, NotFound, Refused, Wrong
from yoriai.people.access.actor import Actor
from yoriai.platform.db.statement import Value, statement
from yoriai.platform.facts.numbering import Cause, Told
from yoriai.platform.work.work import Batch
from yoriai.talk.messages.facts import MessageWithdrawn
from yoriai.talk.messages.models import Withdrawal
from yoriai.talk.messages.naming import UNCALL_ALL, names_anybody
from yoriai.talk.messages.policy import TooLateToWithdraw, is_within, leaves_no_trace, may_remove
from yoriai.talk.messages.target import Target, reached_by
from yoriai.talk.messages.versions import KEEP
from yoriai.talk.rooms.policy import RoomArchived
from yoriai.talk.rooms.standing import Standing

WITHDRAW: Final = statement(
    "UPDATE messages SET withdrawn_at = :now, withdrawn_by = :by, withdrawal = :withdrawal WHERE id = :id"
)
LEAVE_BLANK: Final = statement("INSERT INTO blanks (room_id, ordinal) VALUES (:room_id, :ordinal)")


class ReasonMissing(Wrong):
    """Whoever takes another's message away says why."""

    code = "messages.reason_missing"


@dataclass(frozen=True, slots=True)
class Withdrawing:
    """Somebody wants a message gone: their own, or another's with a reason."""

    actor: Actor
    room_id: UUID
    message_id: UUID
    reason: str | None
    cause: Cause


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """It is gone."""

    message_id: UUID
    left_no_trace: bool
    told: Told | None
    """None where it was gone already."""


def withdraw_all(batch: Batch, asked: Sequence[Withdrawing]) -> Sequence[Withdrawn | Refused]:
    """Take these messages back, with a fixed number of statements. What is gone already is gone, and nobody is told twice."""
    going = _Going(batch)
    outcomes = [
        reached if isinstance(reached, Refused) else going.take(each, *reached)
        for each, reached in zip(asked, reached_by(batch, asked), strict=True)
    ]
    going.write()
    return outcomes


@dataclass(slots=True)
class _Going:
    """What was judged so far, and the rows that follow from it."""

    batch: Batch
    changed: list[dict[str, Value]] = field(default_factory=list[dict[str, Value]])
    kept: list[dict[str, Value]] = field(default_factory=list[dict[str, Value]])
    blanks: list[dict[str, Value]] = field(default_factory=list[dict[str, Value]])
    uncalled: list[dict[str, Value]] = field(default_factory=list[dict[str, Value]])

    def take(self, asked: Withdrawing, here: Standing, target: Target) -> Withdrawn | Refused:
        """Say what comes of this one."""
        is_mine = target.author_id == asked.actor.account_id
        if target.withdrawal is Withdrawal.TRACELESS and not is_mine:
            return NotFound()
        if target.withdrawal is not None:
            return Withdrawn(target.message_id, target.withdrawal is Withdrawal.TRACELESS, None)
        refused = _own(target, here, self.batch.now) if is_mine else _anothers(asked, here)
        if refused:
            return refused
        # Whoever manages the room for somebody else does this for them, too.
        cause = asked.cause if is_mine else replace(asked.cause, on_behalf_of=here.on_behalf_of)
        return self._withdraw(replace(asked, cause=cause), target, is_mine=is_mine)

    def write(self) -> None:
        """Everything judged, at once."""
        rows = self.batch.rows
        for words, changes in (
            (KEEP, self.kept),
            (WITHDRAW, self.changed),
            (LEAVE_BLANK, self.blanks),
            (UNCALL_ALL, self.uncalled),
        ):
            if changes:
                rows.each(words, changes)

    def _withdraw(self, asked: Withdrawing, target: Target, *, is_mine: bool) -> Withdrawn:
        now, me = self.batch.now, asked.actor.account_id
        target.withdrawal = Withdrawal.TAKEN_BACK if is_mine else Withdrawal.REMOVED
        age = now - target.posted_at
        if is_mine and leaves_no_trace(age, target.rules.traceless_within, readers=target.readers):
            target.withdrawal = Withdrawal.TRACELESS
            self.blanks.append({"room_id": target.room_id, "ordinal": target.ordinal})
        self.changed.append(
            {"id": target.message_id, "now": now, "by": me, "withdrawal": target.withdrawal.value}
        )
        self.kept.append(
            {
                "id": target.message_id,
                "kind": "withdrawn",
                "parts": target.parts,
                "at": now,
                "by": me,
                "reason": None if is_mine else asked.reason,
            }
        )
        if names_anybody(target.parts):
            self.uncalled.append({"message_id": target.message_id})
        fact = MessageWithdrawn(room_id=target.room_id, message_id=target.message_id, ordinal=target.ordinal)
        # What a unit has said, it takes back: who did it is kept, and told nobody who is not told who wrote it.
        cause = replace(asked.cause, on_behalf_of=target.on_behalf_of if is_mine else None)
        told = self.batch.state(fact, by=me, cause=cause)
        return Withdrawn(target.message_id, target.withdrawal is Withdrawal.TRACELESS, told)


def _own(target: Target, here: Standing, now: datetime) -> Refused | None:
    if here.is_archived:
        return RoomArchived()
    if not is_within(now - target.posted_at, target.rules.withdraw_within):
        return TooLateToWithdraw(hours=-(-target.rules.withdraw_minutes // 60))
    return None


def _anothers(asked: Withdrawing, here: Standing) -> Refused | None:
    if not may_remove(here):
        return RoomArchived() if here.is_archived else Forbidden()
    if not asked.reason:
        return ReasonMissing(field="reason", reason="too_short", least=1, got=0)
    return None
