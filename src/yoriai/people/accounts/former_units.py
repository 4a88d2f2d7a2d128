"""Former units: where somebody mainly served at a moment of the past, and what that unit was called then."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.people.accounts.cards import Person
from yoriai.platform.db.plainly import plainly
from yoriai.platform.db.statement import Rows, as_id, as_moment, as_moment_or_none, statement


@dataclass(frozen=True, slots=True)
class Spell:
    """Serving mainly in a unit while it was called so. A unit that was renamed gives one for each of its names."""

    since: datetime
    until: datetime | None
    name: str
    path: str
    called_until: datetime | None = None
    """None: it is called so today, or was when it was closed."""


Spells = Mapping[UUID, Sequence[Spell]]


def unit_then(spells: Iterable[Spell], at: datetime, today: Person) -> str:
    """The unit that stood beside a name at this moment, as it was called; nothing where there was none.

    One that is called as today's but is another is said with the unit above it, to tell 庶務係 from 庶務係.
    """
    held = [spell for spell in spells if spell.since <= at and _lasts(spell.until, at)]
    if not held:
        return ""
    newest = max(spell.since for spell in held)
    called = [spell for spell in held if spell.since == newest and _lasts(spell.called_until, at)]
    then = min(called, key=lambda spell: (spell.called_until is None, spell.called_until or at))
    if then.name == today.department and then.path != today.department_path:
        return " ".join(then.path.split(" ")[-2:])
    return then.name


@dataclass(frozen=True, slots=True)
class FormerUnit:
    """Where somebody mainly served once, as it was called then, and until when."""

    path: str
    until: datetime


def former_units(spells: Iterable[Spell], today: Person) -> list[FormerUnit]:
    """Where they served before, the latest first. What bears the name of today's unit is not said again."""
    postings: dict[datetime, list[Spell]] = defaultdict(list)
    for spell in spells:
        postings[spell.since].append(spell)
    last: dict[str, datetime] = {}
    for names in postings.values():
        for path, until in _names_borne(names):
            last[path] = max(until, last.get(path, until))
    last.pop(today.department_path, None)
    found = [FormerUnit(path, until) for path, until in last.items()]
    return sorted(found, key=lambda unit: unit.until, reverse=True)


def _names_borne(posting: Sequence[Spell]) -> Iterable[tuple[str, datetime]]:
    """The names that a unit bore and has given up while somebody served in it, each with its end."""
    began = posting[0].since
    for spell in sorted(posting, key=lambda each: (each.called_until is None, each.called_until or began)):
        ends = [each for each in (spell.until, spell.called_until) if each is not None]
        if not ends:
            return
        if min(ends) > began:
            yield spell.path, min(ends)
            began = min(ends)
        if began == spell.until:
            return


def _lasts(until: datetime | None, at: datetime) -> bool:
    return until is None or at < until


HELD = statement(
    "SELECT p.account_id, p.since, p.until, d.name, d.path, n.name, n.path, n.until FROM {asked}"
    " JOIN postings p ON p.account_id = asked.id AND p.was_main JOIN departments d ON d.id = p.department_id"
    " LEFT JOIN department_names n ON n.department_id = d.id",
    asked={"id": "uuid"},
)


async def spells_of(session: AsyncSession, ids: Collection[UUID]) -> Spells:
    """All main posts that these people hold and have held, in one query."""
    return await plainly(session, lambda rows: spells_at_once(rows, ids))


def spells_at_once(rows: Rows, ids: Collection[UUID]) -> Spells:
    """The same on plain rows."""
    return _spells(rows.all(HELD, asked=[(each,) for each in ids])) if ids else {}


def _spells(rows: Iterable[tuple[object, ...]]) -> Spells:
    found: dict[UUID, list[Spell]] = defaultdict(list)
    for account_id, since, until, name, path, was_name, was_path, called_until in rows:
        spells, today = found[as_id(account_id)], _spell(since, until, name, path, None)
        if today not in spells:  # it comes with every former name again
            spells.append(today)
        if called_until is not None:
            spells.append(_spell(since, until, was_name, was_path, called_until))
    return found


@lru_cache(maxsize=8_192)  # the same people have written most of what is read
def _spell(*columns: object) -> Spell:
    since, until, name, path, called_until = columns
    return Spell(
        as_moment(since),
        as_moment_or_none(until),
        str(name),
        str(path),
        as_moment_or_none(called_until),
    )
