"""Taking a roster over: read and compared without a lock, then written in one work, all of it or nothing."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from yoriai.people.accounts import first_passwords
from yoriai.people.accounts.facts import RosterImported
from yoriai.people.accounts.roster.entries import Entry, Remark, Roster, roster_of
from yoriai.people.accounts.roster.plan import Plan, plan
from yoriai.people.accounts.roster.queries import known_people, with_main_posting
from yoriai.people.accounts.roster.read import read
from yoriai.people.accounts.roster.write import Target, write
from yoriai.people.orgs.queries import queue_up
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works


@dataclass(frozen=True, slots=True)
class FirstPassword:
    """What a new person is handed, once. It stands nowhere else."""

    login_id: str
    name: str
    department: str
    secret: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a roster file, or would come of it."""

    added: Sequence[FirstPassword]
    changed: int
    unchanged: int
    unknown_headings: Sequence[str]
    private_use: Sequence[Remark]
    unparted: Sequence[Remark]


HandOver = Callable[[Sequence[FirstPassword]], None]


async def try_roster(works: Works, target: Target, data: bytes) -> Imported:
    """What taking this file over would do. Nothing is written, and the passwords shown are nobody's."""
    return await _compared(works, target, await _parsed(data))


async def import_roster(works: Works, target: Target, data: bytes, *, hand_over: HandOver) -> Imported:
    """Take a roster file over. A second time it changes nothing and tells nobody; a wrong row refuses the file.

    `hand_over` gets the first passwords of the new people before anything is committed: if it fails, nobody
    is added, so nobody can be added whose password is lost.
    """
    roster = await _parsed(data)
    foreseen = await _compared(works, target, roster)
    if not foreseen.added and not foreseen.changed:
        return foreseen
    async with works.writing(_cause(target)) as work:
        await queue_up(work, target.organization_id)
        # Compared again under the lock, for somebody may have been faster.
        differs = plan(roster, await known_people(work, target.tenant_id, target.organization_id))
        drawn = {each.login_id: each.secret for each in foreseen.added}
        done = _outcome(roster, differs, drawn)
        with_main = await with_main_posting(work, target.tenant_id)
        secrets = {each.login_id: each.secret for each in done.added}
        await write(work, target, differs, secrets=secrets, with_main=with_main)
        if not differs.is_empty:
            work.state(_fact(target, differs), by=target.by)
        hand_over(done.added)
    return done


async def _parsed(data: bytes) -> Roster:
    """Reading thousands of rows takes a while: not in the event loop, and long before any lock."""
    return await asyncio.to_thread(lambda: roster_of(read(data)))


async def _compared(works: Works, target: Target, roster: Roster) -> Imported:
    async with works.reading(_cause(target)) as work:
        differs = plan(roster, await known_people(work, target.tenant_id, target.organization_id))
    return _outcome(roster, differs, {})


def _cause(target: Target) -> Cause:
    return Cause(account_id=target.by, tenant_id=target.tenant_id)


def _fact(target: Target, done: Plan) -> RosterImported:
    return RosterImported(
        organization_id=target.organization_id, added=len(done.new), changed=len(done.changes)
    )


def _outcome(roster: Roster, differs: Plan, drawn: Mapping[str, str]) -> Imported:
    return Imported(
        added=[_handed(entry, drawn.get(entry.login_id) or first_passwords.draw()) for entry in differs.new],
        changed=len(differs.changes),
        unchanged=differs.unchanged,
        unknown_headings=roster.unknown,
        private_use=roster.private_use,
        unparted=roster.unparted,
    )


def _handed(entry: Entry, secret: str) -> FirstPassword:
    return FirstPassword(entry.login_id, f"{entry.family} {entry.given}".strip(), entry.path, secret)
