"""Who may speak in the name of a unit, now. Asked anew at each act and never kept: whoever is named no longer, whose
last day has passed, or whose unit is closed, speaks in its name no more (D19).

One rule in three forms: `authorized_at_once` of many pairs, `own` of one person, `holders_of` of some accounts.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Forbidden
from yoriai.people.access.actor import Actor
from yoriai.platform.db.plainly import plainly
from yoriai.platform.db.statement import Rows, as_id, statement
from yoriai.platform.work.work import Work

Pair = tuple[UUID, UUID]
"""A person and the account in whose name they want to speak."""

_RULE: Final = (
    " JOIN accounts me ON me.id = s.person_id AND me.status = 'active'"
    " AND (me.ends_on IS NULL OR me.ends_on >= :today)"
    " JOIN accounts a ON a.id = s.account_id AND a.status = 'active' AND a.tenant_id = me.tenant_id"
    " JOIN department_accounts o ON o.account_id = a.id"
    " JOIN departments u ON u.id = o.department_id AND u.is_open"
)
PAIRS: Final = statement(
    "SELECT s.person_id, s.account_id FROM {asked} JOIN department_speakers s"  # noqa: S608 words of our own
    f" ON s.person_id = asked.person AND s.account_id = asked.account{_RULE}",
    asked={"person": "uuid", "account": "uuid"},
)
OWN: Final = statement(
    f"SELECT a.id, a.family, u.path FROM department_speakers s{_RULE}"  # noqa: S608 words of our own
    " WHERE s.person_id = :person ORDER BY u.path, a.id"
)
HOLDERS: Final = statement(
    "SELECT s.account_id, s.person_id FROM {asked} JOIN department_speakers s"  # noqa: S608 words of our own
    f" ON s.account_id = asked.account{_RULE}",
    asked={"account": "uuid"},
)


class NotAuthorized(Forbidden):
    """Nobody speaks in the name of a unit who was not named. Said alike of an account that is not there (A4)."""

    code = "department_accounts.not_authorized"


@dataclass(frozen=True, slots=True)
class Own:
    """An account in whose name somebody may speak."""

    account_id: UUID
    name: str
    path: str


def authorized_at_once(rows: Rows, pairs: Collection[Pair], now: datetime) -> set[Pair]:
    """Those of these pairs that hold: one statement, and none where nobody asks."""
    if not pairs:
        return set()
    found = rows.all(PAIRS, asked=list(set(pairs)), today=day_in_japan(now))
    return {(as_id(person), as_id(account)) for person, account in found}


async def own(work: Work, actor: Actor) -> Sequence[Own]:
    """In whose names somebody may speak; for nearly everybody none."""
    today = day_in_japan(work.now)
    found = await plainly(work.session, lambda rows: rows.all(OWN, person=actor.account_id, today=today))
    return [Own(as_id(account_id), str(name), str(path)) for account_id, name, path in found]


async def holders_of(work: Work, account_ids: Collection[UUID]) -> Mapping[UUID, frozenset[UUID]]:
    """Who may speak in the name of each of these accounts; nobody for any other account."""
    asked, today = [(each,) for each in sorted(set(account_ids))], day_in_japan(work.now)
    found = (
        await plainly(work.session, lambda rows: rows.all(HOLDERS, asked=asked, today=today)) if asked else ()
    )
    people = {account_id: set[UUID]() for account_id in account_ids}
    for account_id, person_id in found:
        people[as_id(account_id)].add(as_id(person_id))
    return {account_id: frozenset(those) for account_id, those in people.items()}
