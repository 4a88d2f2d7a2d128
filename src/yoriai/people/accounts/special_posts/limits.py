"""Who may write to somebody in a special post, asked anew at each act (D19).

One rule in two forms: `closed_at_once` of many pairs, `closed_to` of everybody whom one person might want to write to.
It holds beside the body's own rule of who writes to whom (`reach.py`), and of people of other bodies too. Nobody is
above it: rank gives no rights, and whoever administers names themselves where they must.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final, cast
from uuid import UUID

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.platform.db.plainly import plainly
from yoriai.platform.db.statement import Rows, as_id, as_json, as_moment, statement
from yoriai.platform.work.work import Work

Pair = tuple[UUID, UUID]
"""Somebody who writes, and to whom."""


class Circle(StrEnum):
    """Who writes to somebody in a special post."""

    EVERYBODY = "everybody"
    UNITS = "units"
    """Who serves in one of the units that are named, and who is named."""
    NAMED = "named"
    """Who is named."""


class AskFirst(Refused):
    """Somebody in a special post is written to by few; whoever acts for them takes the matter."""

    code = "special_posts.ask"
    status = 403


class AskContact(AskFirst):
    """The same of one for whom nobody acts."""

    code = "special_posts.ask_contact"


@dataclass(frozen=True, slots=True)
class _Limit:
    circle: str
    units: Sequence[str]
    people: Sequence[str]
    since: datetime


_IN_POST: Final = "JOIN accounts a ON a.id = w.account_id AND a.employment_type = 'special_post'"
LIMITS: Final = statement(
    "SELECT w.account_id, w.circle, w.units, w.people, w.since FROM {asked}"  # noqa: S608 words of our own
    f" JOIN writing_limits w ON w.account_id = asked.target {_IN_POST}",
    asked={"target": "uuid"},
)
LIMITED: Final = statement(
    f"SELECT DISTINCT w.account_id FROM writing_limits w {_IN_POST}"  # noqa: S608 words of our own
    " JOIN postings p ON p.account_id = w.account_id AND p.until IS NULL"
    " JOIN {asked} ON asked.hall = p.organization_id",
    asked={"hall": "uuid"},
)
ACTING: Final = statement(
    "SELECT d.person_id, d.principal_id FROM {asked} JOIN delegates d ON d.person_id = asked.who"
    " AND d.principal_id = asked.target WHERE d.until IS NULL OR d.until >= :today",
    asked={"who": "uuid", "target": "uuid"},
)
SERVING: Final = statement(
    "SELECT p.account_id, u.id FROM {asked} JOIN postings p ON p.account_id = asked.who AND p.until IS NULL"
    " JOIN departments o ON o.id = p.department_id JOIN departments u ON u.organization_id = o.organization_id"
    " AND (o.path = u.path OR substr(o.path, 1, length(u.path) + 1) = u.path || ' ')",
    asked={"who": "uuid"},
)
"""The units in which these people serve, and those above them."""
WHOM: Final = statement(
    "SELECT asked.who, t.id, t.family, t.given, a.family, a.given, u.name FROM {asked}"
    " JOIN accounts t ON t.id = asked.target JOIN accounts me ON me.id = asked.who"
    " LEFT JOIN delegates d ON d.principal_id = t.id AND t.tenant_id = me.tenant_id"
    " AND (d.until IS NULL OR d.until >= :today)"
    " LEFT JOIN accounts a ON a.id = d.person_id AND a.status = 'active'"
    " AND (a.ends_on IS NULL OR a.ends_on >= :today)"
    " LEFT JOIN postings p ON p.account_id = a.id AND p.main LEFT JOIN departments u ON u.id = p.department_id"
    " ORDER BY t.id, d.id",
    asked={"who": "uuid", "target": "uuid"},
)
"""The second of each pair, with everybody who acts for them: where the first is of their body. Whom somebody relies on
is nothing for others."""


def closed_at_once(rows: Rows, pairs: Collection[Pair], today: date) -> dict[Pair, datetime]:
    """Those of these pairs that may not, and since when; one statement where nobody is limited."""
    targets = {target for who, target in pairs if who != target}
    found = rows.all(LIMITS, asked=[(target,) for target in targets]) if targets else ()
    limits = {
        as_id(account): _Limit(str(circle), _words(units), _words(people), as_moment(since))
        for account, circle, units, people, since in found
    }
    asked = {(who, target) for who, target in pairs if who != target and target in limits}
    named = {(who, target) for who, target in asked if str(who) in limits[target].people}
    left = asked - named
    if not left:
        return {}
    acting = {(as_id(who), as_id(target)) for who, target in rows.all(ACTING, asked=list(left), today=today)}
    serving = _serving(rows, {who for who, target in left if limits[target].circle == Circle.UNITS})
    return {
        (who, target): limits[target].since
        for who, target in left - acting
        if not (limits[target].circle == Circle.UNITS and serving[who].intersection(limits[target].units))
    }


async def closed_to(work: Work, actor: Actor) -> set[UUID]:
    """To whom this actor may not write, of everybody in their organizations; one query where nobody is limited."""
    halls = [(hall,) for hall in sorted(actor.organization_ids)]
    if not halls:
        return set()

    def look(rows: Rows) -> set[UUID]:
        pairs = [(actor.account_id, as_id(target)) for (target,) in rows.all(LIMITED, asked=halls)]
        return {target for _, target in closed_at_once(rows, pairs, day_in_japan(work.now))}

    return await plainly(work.session, look)


def refusals_at_once(rows: Rows, pairs: Collection[Pair], today: date) -> dict[Pair, AskFirst]:
    """What is said to the first of each pair, who wanted to write to the second: whom to ask instead."""
    found: dict[Pair, AskFirst] = {}
    if not pairs:
        return found
    for who, target, family, given, *delegate in rows.all(WHOM, asked=list(pairs), today=today):
        pair, name = (as_id(who), as_id(target)), f"{family} {given}".rstrip()
        called, own, unit = delegate
        ask = " ".join(str(word) for word in (unit, called, own) if word)
        known = found.get(pair)
        # The first who is there; delegates who have gone have no name here.
        if known is None or (ask and isinstance(known, AskContact)):
            found[pair] = AskFirst(name=name, ask=ask) if ask else AskContact(name=name)
    return found


def _serving(rows: Rows, people: Collection[UUID]) -> Mapping[UUID, set[str]]:
    serving = defaultdict[UUID, set[str]](set)
    if people:
        for who, unit in rows.all(SERVING, asked=[(each,) for each in people]):
            serving[as_id(who)].add(str(as_id(unit)))
    return serving


def _words(kept: object) -> Sequence[str]:
    return cast("Sequence[str]", as_json(kept))
