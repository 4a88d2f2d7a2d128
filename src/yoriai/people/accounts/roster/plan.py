"""What a roster changes, compared with the people already there. Pure: reads and writes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple
from uuid import UUID

from yoriai.people.accounts.roster.entries import Entry, Roster
from yoriai.people.accounts.roster.faults import Fault, Reason, RosterWrong
from yoriai.people.accounts.roster.headings import Heading


class Known(NamedTuple):
    """A person who is already there, and where they serve in the roster's organization."""

    account_id: UUID
    login_id: str
    family: str
    given: str
    kana: str
    email: str | None
    job_title: str
    employment_type: str
    extension: str
    display_order: int | None
    posting_id: UUID | None
    is_main: bool | None
    path: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """Somebody whose words or department differ from what is known."""

    known: Known
    entry: Entry
    words_differ: bool
    department_differs: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything to write, and how many stay as they are."""

    new: Sequence[Entry]
    changes: Sequence[Change]
    unchanged: int

    @property
    def is_empty(self) -> bool:
        return not self.new and not self.changes


def plan(roster: Roster, known: Mapping[str, Known]) -> Plan:
    """Who is new and who differs. Refuses when a mail address belongs to somebody who is not in the file."""
    whose = {person.email: person for person in known.values() if person.email is not None}
    entries = [_filled(entry, roster.headings, known.get(entry.login_id)) for entry in roster.entries]
    in_file = {entry.login_id for entry in entries}
    taken = [
        Fault(entry.row, Heading.EMAIL, Reason.TAKEN, entry.email, other=whose[entry.email].login_id)
        for entry in entries
        if entry.email is not None and entry.email in whose and whose[entry.email].login_id not in in_file
    ]
    if taken:
        raise RosterWrong(taken)
    changes = [_change(known[entry.login_id], entry) for entry in entries if entry.login_id in known]
    differing = [change for change in changes if change.words_differ or change.department_differs]
    return Plan(
        new=[entry for entry in entries if entry.login_id not in known],
        changes=differing,
        unchanged=len(changes) - len(differing),
    )


def _filled(entry: Entry, headings: frozenset[Heading], person: Known | None) -> Entry:
    """A column that the file does not have says nothing: what is known stays."""
    if person is None:
        return entry
    return replace(
        entry,
        job_title=entry.job_title if Heading.TITLE in headings else person.job_title,
        email=entry.email if Heading.EMAIL in headings else person.email,
        employment_type=entry.employment_type if Heading.EMPLOYMENT in headings else person.employment_type,
        extension=entry.extension if Heading.EXTENSION in headings else person.extension,
        display_order=entry.display_order if Heading.ORDER in headings else person.display_order,
    )


def _change(person: Known, entry: Entry) -> Change:
    words = (
        (person.family, entry.family),
        (person.given, entry.given),
        (person.kana, entry.kana),
        (person.email, entry.email),
        (person.job_title, entry.job_title),
        (person.employment_type, entry.employment_type),
        (person.extension, entry.extension),
        (person.display_order, entry.display_order),
    )
    return Change(
        known=person,
        entry=entry,
        words_differ=any(before != after for before, after in words),
        department_differs=person.posting_id is None or (person.path or "") != entry.path,
    )
