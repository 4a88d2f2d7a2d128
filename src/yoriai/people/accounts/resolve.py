"""Who is meant by a pasted list: answered row by row before anything is done with it (ORG-18)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select, true

from yoriai.kit.days import day_in_japan
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import Person, cards
from yoriai.people.accounts.listing import in_organization
from yoriai.people.accounts.models import Account, AccountKind, AccountStatus
from yoriai.people.accounts.pasted import PastedRow, name_key, rows_of
from yoriai.people.accounts.policy import may_sign_in
from yoriai.people.accounts.reach import reachable
from yoriai.platform.work.work import Work

MOST_SHOWN = 10
"""People shown for one row that fits several."""


class Outcome(StrEnum):
    """What came of one row."""

    FOUND = "found"
    SEVERAL = "several"
    """It fits several people; which of them is meant is never guessed (ORG-19)."""
    UNKNOWN = "unknown"
    TWICE = "twice"
    """The same person stands further up."""
    SUSPENDED = "suspended"
    PRESENT = "present"
    """They are there already."""
    OUT_OF_REACH = "out_of_reach"


@dataclass(frozen=True, slots=True)
class Resolved:
    """One row, what came of it, and the people whom it fits."""

    row: int
    said: str
    outcome: Outcome
    people: Sequence[Person]


@dataclass(frozen=True, slots=True)
class _Known:
    account_id: UUID
    may_come: bool
    is_reachable: bool


@dataclass(slots=True)
class _Roll:
    """Everybody of the body by number, address and name."""

    known: dict[UUID, _Known] = field(default_factory=dict[UUID, _Known])
    by_code: dict[str, UUID] = field(default_factory=dict[str, UUID])
    by_mail: dict[str, UUID] = field(default_factory=dict[str, UUID])
    by_name: dict[str, list[UUID]] = field(default_factory=lambda: defaultdict[str, list[UUID]](list))

    def meant(self, row: PastedRow) -> set[UUID]:
        """A number or an address names one person; names beside them count only where there is neither."""
        exact = _found(self.by_code, row.codes) | _found(self.by_mail, row.mails)
        named = {account_id for name in row.names for account_id in self.by_name.get(name, ())}
        if exact and named and not exact & named:
            return exact | named  # number and name are of different people: whoever pasted it must say
        return exact or named


async def resolve(
    work: Work, actor: Actor, text: str, present: Collection[UUID], *, organization: UUID | None = None
) -> list[Resolved]:
    """Each row with its outcome, in a fixed number of queries however many there are. Nothing is changed.

    With an organization, nobody is known who does not serve in it.
    """
    rows = rows_of(text)
    roll = await _roll(work, actor, organization)
    meant = [roll.meant(row) for row in rows]
    shown = {account_id for found in meant for account_id in sorted(found)[:MOST_SHOWN]}
    people = await _people(work, actor, shown)
    seen: set[UUID] = set()
    answered: list[Resolved] = []
    for row, found in zip(rows, meant, strict=True):
        outcome = _outcome(roll.known, found, seen, present)
        if len(found) == 1:
            seen |= found
        cards = [people[each] for each in sorted(found)[:MOST_SHOWN] if each in people]
        answered.append(Resolved(row.row, row.said, outcome, cards))
    return answered


def _outcome(
    known: Mapping[UUID, _Known], found: set[UUID], seen: set[UUID], present: Collection[UUID]
) -> Outcome:
    if len(found) != 1:
        return Outcome.SEVERAL if found else Outcome.UNKNOWN
    (account_id,) = found
    person = known[account_id]
    passed = (
        (account_id in seen, Outcome.TWICE),
        (account_id in present, Outcome.PRESENT),
        (not person.may_come, Outcome.SUSPENDED),
        (not person.is_reachable, Outcome.OUT_OF_REACH),
    )
    return next((outcome for holds, outcome in passed if holds), Outcome.FOUND)


async def _roll(work: Work, actor: Actor, organization: UUID | None) -> _Roll:
    reach = await reachable(work, actor)
    inside = true() if organization is None else in_organization(actor, organization)
    rows = await work.session.execute(
        select(
            Account.id,
            Account.login_id,
            Account.email,
            Account.family,
            Account.given,
            Account.status,
            Account.ends_on,
            reach.label("reach"),
        ).where(
            Account.tenant_id == actor.tenant_id,
            Account.kind == AccountKind.MEMBER,
            Account.status != AccountStatus.REMOVED,
            inside,
        )
    )
    roll, today = _Roll(), day_in_japan(work.now)
    for account_id, login_id, email, family, given, status, ends_on, reaches in rows:
        roll.known[account_id] = _Known(account_id, may_sign_in(status, ends_on, today), bool(reaches))
        roll.by_code[login_id] = account_id
        if email:
            roll.by_mail[email] = account_id
        roll.by_name[name_key(family, given)].append(account_id)
    return roll


async def _people(work: Work, actor: Actor, shown: Collection[UUID]) -> dict[UUID, Person]:
    """Read as one list of the whole body when many are shown: no statement grows with the list."""
    asked = cards().where(Account.tenant_id == actor.tenant_id)
    if len(shown) <= MOST_NAMED:
        asked = asked.where(Account.id.in_(shown))
    rows = await work.session.execute(asked)
    return {row[0]: Person(*row) for row in rows if row[0] in shown}


MOST_NAMED = 500


def _found(index: Mapping[str, UUID], words: Iterable[str]) -> set[UUID]:
    return {index[word] for word in words if word in index}
