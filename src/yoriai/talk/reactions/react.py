"""Reacting: signs that wait together are set and taken back together, by a fixed number of statements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, cast
from uuid import UUID

from yoriai.kit.errors import NotFound, Refused, SignedOut
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.department_accounts.authorized import NotAuthorized, Pair, authorized_at_once
from yoriai.people.sessions.authenticate import still_signed_in
from yoriai.platform.db.statement import Rows, as_id, as_json, statement
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Batch
from yoriai.talk.messages.models import Withdrawal
from yoriai.talk.reactions.facts import ReactionChanged
from yoriai.talk.reactions.models import Kind
from yoriai.talk.reactions.policy import OffHere, Withdrawn
from yoriai.talk.rooms.policy import RoomArchived, has_reactions
from yoriai.talk.rooms.standing import Standing, enter_at_once

Sign = tuple[UUID, str, UUID]
"""A message, the kind of the sign, and whose it is."""

# The message is held: whoever takes it back waits, or is waited for.
FOUND: Final = statement(
    "SELECT m.id, m.room_id, m.ordinal, m.withdrawal, r.policies FROM {asked}"
    " JOIN messages m ON m.id = asked.message JOIN rooms r ON r.id = m.room_id ORDER BY m.id {hold} OF m",
    asked={"message": "uuid"},
)
STANDING: Final = statement(
    "SELECT r.message_id, r.kind, r.account_id FROM {asked} JOIN reactions r"
    " ON r.message_id = asked.message AND r.account_id = asked.account",
    asked={"message": "uuid", "account": "uuid"},
)
SET: Final = statement(
    "INSERT INTO reactions (message_id, kind, account_id, reacted_at)"
    " VALUES (:message_id, :kind, :account_id, :reacted_at)"
)
UNSET: Final = statement(
    "DELETE FROM reactions WHERE message_id = :message_id AND kind = :kind AND account_id = :account_id"
)


@dataclass(frozen=True, slots=True)
class Reacting:
    """Somebody wishes a sign of theirs to stand at a message, or not to."""

    actor: Actor
    room_id: UUID
    message_id: UUID
    kind: Kind
    is_on: bool
    cause: Cause

    def sign(self, here: Standing) -> Sign:
        """Whoever sits there for a unit sets the unit's sign: there is one, whichever of them has set it."""
        return self.message_id, self.kind.value, here.held_for or self.actor.account_id


def react_all(batch: Batch, wishes: Sequence[Reacting]) -> Sequence[bool | Refused]:
    """Whether each sign stands afterwards. What stands already as it is wished changes nothing and tells nobody.

    Memberships are held, so that two devices of one person cannot set the same sign at once; and the messages, so that
    two who sit there for one unit cannot.
    """
    rows = batch.rows
    standings = enter_at_once(rows, [(wish.actor, wish.room_id) for wish in wishes], batch.now)
    live = still_signed_in(rows, [wish.actor for wish in wishes], batch.now)
    places = [here for here in standings if isinstance(here, Standing)]
    speaking = authorized_at_once(rows, [pair for here in places if (pair := _speaks_for(here))], batch.now)
    gathered = _Gathered(batch, live, speaking, _messages(rows, wishes), _before(rows, wishes, standings))
    outcomes = [gathered.take(wish, here) for wish, here in zip(wishes, standings, strict=True)]
    gathered.write()
    return outcomes


@dataclass(frozen=True, slots=True)
class _Message:
    """What has to be known of a message before one may react to it."""

    room_id: UUID
    ordinal: int
    withdrawal: str | None
    policies: Mapping[str, object]


@dataclass(slots=True)
class _Gathered:
    """Wishes judged so far, and how the signs they are about will stand."""

    batch: Batch
    live: set[UUID]
    speaking: set[Pair]
    """Those who may act in the name of the unit for which they sit there."""
    messages: Mapping[UUID, _Message]
    before: frozenset[Sign]
    after: dict[Sign, bool] = field(default_factory=dict[Sign, bool])

    def take(self, wish: Reacting, here: Standing | Refused) -> bool | Refused:
        """Say what comes of this one."""
        if wish.actor.session_id not in self.live:
            return SignedOut()
        if isinstance(here, Refused):
            return here
        message = self.messages.get(wish.message_id)
        if message is None or not _may_read(here, message):
            return NotFound()
        sign = wish.sign(here)
        if self.after.get(sign, sign in self.before) is wish.is_on:
            return wish.is_on
        refused = self._refusal(wish, here, message)
        if refused is not None:
            return refused
        self.after[sign] = wish.is_on
        self._tell(wish, here, message)
        return wish.is_on

    def write(self) -> None:
        """Everything taken, at once."""
        changed = {sign: is_on for sign, is_on in self.after.items() if is_on is not (sign in self.before)}
        gone = [_row(sign) for sign in sorted(changed) if not changed[sign]]
        come = [_row(sign) | {"reacted_at": self.batch.now} for sign in sorted(changed) if changed[sign]]
        if gone:
            self.batch.rows.each(UNSET, gone)
        if come:
            self.batch.rows.each(SET, come)

    def _refusal(self, wish: Reacting, here: Standing, message: _Message) -> Refused | None:
        pair = _speaks_for(here)
        return NotAuthorized() if pair and pair not in self.speaking else _refusal(wish, here, message)

    def _tell(self, wish: Reacting, here: Standing, message: _Message) -> None:
        fact = ReactionChanged(
            room_id=wish.room_id,
            message_id=wish.message_id,
            ordinal=message.ordinal,
            kind=wish.kind,
            account_id=here.held_for or wish.actor.account_id,
            is_on=wish.is_on,
        )
        cause = replace(wish.cause, on_behalf_of=here.held_for)
        self.batch.state(fact, by=wish.actor.account_id, cause=cause)


def _speaks_for(here: Standing) -> Pair | None:
    return (here.actor.account_id, here.held_for) if here.held_for else None


def _may_read(here: Standing, message: _Message) -> bool:
    if message.withdrawal == Withdrawal.TRACELESS:  # it never was there (MSG-6)
        return False
    return message.room_id == here.room_id and message.ordinal >= here.sees_from


def _refusal(wish: Reacting, here: Standing, message: _Message) -> Refused | None:
    if here.is_archived:
        return RoomArchived()
    if message.withdrawal is not None:
        return Withdrawn()
    # What was set before the room made its rule may still be taken back.
    return OffHere() if wish.is_on and not has_reactions(message.policies) else None


def _messages(rows: Rows, wishes: Sequence[Reacting]) -> dict[UUID, _Message]:
    found = rows.all(FOUND, asked=[(message_id,) for message_id in {wish.message_id for wish in wishes}])
    return {
        as_id(message_id): _Message(
            as_id(room_id),
            cast("int", ordinal),
            cast("str | None", withdrawal),
            cast("dict[str, object]", as_json(policies)),
        )
        for message_id, room_id, ordinal, withdrawal, policies in found
    }


def _before(
    rows: Rows, wishes: Sequence[Reacting], standings: Sequence[Standing | Refused]
) -> frozenset[Sign]:
    """Those of the signs that they are about which stand already."""
    signs = {
        wish.sign(here) for wish, here in zip(wishes, standings, strict=True) if isinstance(here, Standing)
    }
    asked = list({(message_id, whose) for message_id, _, whose in signs})
    return frozenset((as_id(row[0]), str(row[1]), as_id(row[2])) for row in rows.all(STANDING, asked=asked))


def _row(sign: Sign) -> dict[str, UUID | str]:
    message_id, kind, account_id = sign
    return {"message_id": message_id, "kind": kind, "account_id": account_id}
