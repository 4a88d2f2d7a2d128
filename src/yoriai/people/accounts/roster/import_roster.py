"""Taking a roster over: read and compared without a lock, then written in one work, all of it or nothing."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from yoriai.people.access.capabilities import Role
from yoriai.people.accounts import first_passwords
from yoriai.people.accounts.facts import RosterImported
from yoriai.people.accounts.roster import undo_record
from yoriai.people.accounts.roster.difference import Difference, RosterCounts, difference_of
from yoriai.people.accounts.roster.entries import Roster, roster_of
from yoriai.people.accounts.roster.faults import RosterMoved, RosterWrong
from yoriai.people.accounts.roster.headings import Heading, plain
from yoriai.people.accounts.roster.imports import Import, keep_import
from yoriai.people.accounts.roster.known import Known, Seen, look
from yoriai.people.accounts.roster.mapping import Laid, guessed, laid
from yoriai.people.accounts.roster.plan import LineKind, Plan, plan
from yoriai.people.accounts.roster.progress import Progress
from yoriai.people.accounts.roster.read import read
from yoriai.people.accounts.roster.ready import Making, Ready, Target
from yoriai.people.accounts.roster.stop import stop_missing
from yoriai.people.accounts.roster.write import Writing
from yoriai.people.orgs.queries import queue_up
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work


@dataclass(frozen=True, slots=True)
class FirstPassword:
    """What a new person is handed, once. It stands nowhere else."""

    login_id: str
    name: str
    department: str
    secret: str


HandOver = Callable[[Sequence[FirstPassword]], None]


@dataclass(frozen=True, slots=True)
class Wish:
    """How a file is to be taken over."""

    act: Import
    is_stopping: bool = False
    """Whether the use of those who are in no row is stopped."""
    seen: str = ""
    """The digest of the difference that somebody said yes to; empty where nobody was asked."""
    far: Progress = field(default_factory=Progress)
    hand_over: HandOver | None = None
    """Gets the first passwords of the new people before anything is committed: if it fails, nobody is added.
    Without it nobody gets one: it is issued afterwards."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a roster file, or would come of it."""

    difference: Difference
    added: Sequence[FirstPassword] = ()
    stopped: int = 0
    import_id: UUID | None = None
    """None when there was nothing to change."""
    unknown_headings: Sequence[str] = ()

    @property
    def changed(self) -> int:
        """Who changed, those among them who moved."""
        return self.difference.counts.changed + self.difference.counts.moved

    @property
    def unchanged(self) -> int:
        return self.difference.counts.unchanged


async def roster_in(data: bytes, *, sheet: str = "", named: Mapping[str, Heading] | None = None) -> Roster:
    """The people in a file, where nobody is asked what its columns are: by their headings, or as they are named."""
    table = laid(await read(data, sheet))
    said = {plain(heading): what for heading, what in (named or {}).items()}
    columns = [
        said.get(plain(heading), guess if guess not in said.values() else None)
        for heading, guess in zip(table.headings, guessed(table), strict=True)
    ]
    return await people_in(table, columns)


async def people_in(table: Laid, columns: Sequence[Heading | None]) -> Roster:
    """Checking thousands of rows takes a while: not in the event loop, and long before any lock."""
    return await asyncio.to_thread(roster_of, table, columns)


async def try_roster(works: Works, target: Target, roster: Roster) -> Imported:
    """What taking this over would do. Nothing is written; wrong rows are among its lines."""
    async with works.reading(cause_of(target)) as work:
        seen = await look(work, target.tenant_id, target.organization_id)
    shown, _ = await asyncio.to_thread(_compared, roster, seen, target)
    return Imported(shown, unknown_headings=roster.unknown)


async def import_roster(works: Works, target: Target, roster: Roster, wish: Wish) -> Imported:
    """Take a roster over. A second time it changes nothing and tells nobody; a wrong row refuses the file."""
    wish.far.step = "comparing"
    async with works.reading(cause_of(target)) as work:
        seen = await look(work, target.tenant_id, target.organization_id)
    found = await asyncio.to_thread(_found, roster, seen, target, wish=wish, at=works.now())
    counts = found.shown.counts
    if not _changes_anything(counts) and not (wish.is_stopping and counts.stoppable):
        return Imported(found.shown, unknown_headings=roster.unknown)
    wish.far.step, wish.far.of = "waiting", counts.new + counts.changed + counts.moved
    async with works.writing(cause_of(target)) as work:
        wish.far.step = "writing"
        await queue_up(work, target.organization_id)
        seen = await look(work, target.tenant_id, target.organization_id)
        if seen != found.seen:  # somebody was faster: whatever was compared and made ready counts for nothing
            found = await asyncio.to_thread(_found, roster, seen, target, wish=wish, at=work.now)
        if wish.seen and found.digest != wish.seen:
            raise RosterMoved
        return await _written(work, target, wish, found)


@dataclass(frozen=True, slots=True)
class _Found:
    """What a roster comes to, compared with what was seen: all that can be known and made without a lock."""

    unknown: Sequence[str]
    seen: Seen
    plan: Plan
    shown: Difference
    digest: str
    drawn: Mapping[str, str]
    ready: Ready


def _found(roster: Roster, seen: Seen, target: Target, *, wish: Wish, at: datetime) -> _Found:
    """Raises where any row is wrong."""
    shown, differs = _compared(roster, seen, target)
    refuse_faults(shown)
    new = differs.of(LineKind.NEW) if wish.hand_over else ()
    drawn = {row.entry.login_id: first_passwords.draw() for row in new}
    digest = shown.digest(is_stopping=wish.is_stopping) if wish.seen else ""
    ready = Making(target, at, drawn, seen.elsewhere).ready(differs.differing)
    return _Found(roster.unknown, seen, differs, shown, digest, drawn, ready)


def _compared(roster: Roster, seen: Seen, target: Target) -> tuple[Difference, Plan]:
    differs = plan(roster, seen.people, seen.tree)
    return difference_of(roster, differs, stoppable(differs, target)), differs


def refuse_faults(shown: Difference) -> None:
    """If any row is wrong, all that is wrong at once, and nobody is taken."""
    faults = [wrong for line in shown.lines for wrong in line.wrong]
    if faults:
        raise RosterWrong([each.model_dump() for each in faults])


def stoppable(differs: Plan, target: Target) -> Sequence[Known]:
    """Whose use may be stopped by a roster: nobody who gives rights to others, and never one's own."""
    return [
        known
        for known in differs.missing
        if known.person.account_id != target.by and Role.OWNER not in known.person.roles
    ]


def cause_of(target: Target) -> Cause:
    """Who does it, for the journal."""
    return replace(target.cause, account_id=target.by, tenant_id=target.tenant_id)


def _changes_anything(counts: RosterCounts) -> bool:
    return bool(counts.new or counts.changed or counts.moved or counts.new_units or counts.changed_units)


async def _written(work: Work, target: Target, wish: Wish, found: _Found) -> Imported:
    writing = Writing(work, target, wish.act.import_id, wish.far)
    record = await writing.write(found.seen.tree, found.plan.units, found.ready)
    stopping = stoppable(found.plan, target) if wish.is_stopping else ()
    stopped = await stop_missing(work, target, wish.act.import_id, stopping)
    counts = found.shown.counts
    work.state(
        RosterImported(
            organization_id=target.organization_id,
            added=counts.new,
            changed=counts.changed + counts.moved + len(stopped),
        ),
        by=target.by,
    )
    record = record.model_copy(update={"suspended": stopped})
    kept = counts.model_dump() | {"stopped": len(stopped)}
    await keep_import(work, target, wish.act, counts=kept, undo=undo_record.packed(record))
    handed = _handed(found)
    if wish.hand_over is not None:
        wish.hand_over(handed)
    return Imported(found.shown, handed, len(stopped), wish.act.import_id, found.unknown)


def _handed(found: _Found) -> Sequence[FirstPassword]:
    new = (row.entry for row in found.plan.of(LineKind.NEW))
    return [
        FirstPassword(
            entry.login_id,
            f"{entry.family} {entry.given}".strip(),
            entry.path,
            found.drawn[entry.login_id],
        )
        for entry in new
        if entry.login_id in found.drawn
    ]
