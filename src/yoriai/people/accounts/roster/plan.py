"""What a roster changes, compared with the people already there. Pure: reads and writes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from yoriai.people.accounts.models import AccountKind, AccountStatus
from yoriai.people.accounts.names import folded
from yoriai.people.accounts.roster.entries import Entry, Remark, Roster
from yoriai.people.accounts.roster.faults import Fault, Reason
from yoriai.people.accounts.roster.headings import CONCURRENTS, Heading
from yoriai.people.accounts.roster.known import Known, People, Person, Tree
from yoriai.people.accounts.roster.placing import paths_above, place


class LineKind(StrEnum):
    """What becomes of a row, or of somebody who is in none."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    UNCHANGED = "unchanged"
    MISSING = "missing"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Compared:
    """One row that can be taken, beside the person who is there."""

    entry: Entry
    known: Known | None
    words_differ: bool
    department_differs: bool
    posts_differ: bool
    seat_differs: bool = False

    @property
    def kind(self) -> LineKind:
        if self.known is None or self.known.person.is_removed:
            return LineKind.NEW
        if self.department_differs:
            return LineKind.MOVED
        differs = self.words_differ or self.posts_differ or self.seat_differs
        return LineKind.CHANGED if differs else LineKind.UNCHANGED


@dataclass(frozen=True, slots=True)
class UnitsToWrite:
    """What the file says of units: those that come, codes and short names of those that have none or others."""

    new: Sequence[str]
    codes: Mapping[str, str]
    shorts: Mapping[str, str]

    @property
    def is_empty(self) -> bool:
        return not self.new and not self.codes and not self.shorts


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything to write, who stays as they are, who is in no row, and what is wrong."""

    rows: Sequence[Compared]
    missing: Sequence[Known]
    faults: Sequence[Fault]
    units: UnitsToWrite
    unlike: Sequence[Remark]

    def of(self, kind: LineKind) -> list[Compared]:
        return [row for row in self.rows if row.kind is kind]

    @property
    def differing(self) -> Sequence[Compared]:
        return [row for row in self.rows if row.kind is not LineKind.UNCHANGED]

    @property
    def is_empty(self) -> bool:
        return not self.differing and self.units.is_empty


def plan(roster: Roster, people: People, tree: Tree) -> Plan:
    """Who is new, who differs, who is missing. What is wrong is named, and nothing of it is in the plan."""
    placed = place(roster, tree)
    checked = _Checked(roster, people)
    entries = checked.taken(placed.entries)
    numbers = {entry.login_id for entry in placed.entries} | {each.login_id for each in entries}
    numbers |= {said.login_id.upper() for said in roster.raw.values()}
    needed = dict.fromkeys(path for entry in entries for path in paths_above(entry.path))
    return Plan(
        rows=[_compared(_filled(entry, roster, people), people) for entry in entries],
        missing=[each for each in people.by_number.values() if _is_missing(each, numbers)],
        faults=sorted([*roster.faults, *placed.faults, *checked.faults], key=lambda fault: fault.row),
        units=UnitsToWrite(
            [path for path in needed if path not in tree.by_path],
            placed.codes,
            {path: short for path, short in placed.shorts.items() if path in needed or path in tree.by_path},
        ),
        unlike=placed.unlike,
    )


def _is_missing(known: Known, numbers: set[str]) -> bool:
    person = known.person
    is_of_the_roster = person.kind == AccountKind.MEMBER and known.serves_here
    return is_of_the_roster and person.status == AccountStatus.ACTIVE and person.login_id not in numbers


@dataclass(slots=True)
class _Checked:
    """Each entry with the number of the person it is about, and at most one entry for each."""

    roster: Roster
    people: People
    faults: list[Fault] = field(default_factory=list[Fault])

    def taken(self, entries: Sequence[Entry]) -> list[Entry]:
        numbered = [found for entry in entries if (found := self._numbered(entry)) is not None]
        numbered = self._once(numbered, Heading.NUMBER, {entry.row: entry.login_id for entry in numbered})
        numbered = self._once(numbered, Heading.EMAIL, {entry.row: entry.email for entry in numbered})
        numbered = [entry for entry in numbered if self._may_sit(entry)]
        in_file = {entry.login_id for entry in numbered}
        whose = {known.person.email: known.person for known in self.people.by_number.values()}
        return [entry for entry in numbered if self._may_have(entry, in_file, whose)]

    def _numbered(self, entry: Entry) -> Entry | None:
        if entry.login_id:
            return self._of_number(entry)
        fitting = self.people.by_name.get(entry.family + entry.given, ())
        if len(fitting) > 1:
            both = "と".join(_told_apart(known.person) for known in fitting)
            said = f"{entry.family} {entry.given}".strip()
            return self._refuse(entry, Heading.NUMBER, Reason.SAME_NAME, value=said, other=both)
        if not fitting:
            return self._refuse(entry, Heading.NUMBER, Reason.MISSING, value="")
        number = fitting[0].person.login_id
        words = folded(entry.family, entry.given, entry.kana, number)
        return replace(entry, login_id=number, folded=words)

    def _of_number(self, entry: Entry) -> Entry | None:
        known = self.people.by_number.get(entry.login_id)
        if known is not None and known.person.kind != AccountKind.MEMBER:
            return self._refuse(entry, Heading.NUMBER, Reason.KIND, value=entry.login_id)
        if known is not None and known.person.has_left and not _is_called(known.person, entry):
            former = known.person.name
            return self._refuse(entry, Heading.NUMBER, Reason.FORMER, value=entry.login_id, other=former)
        return entry

    def _once(
        self, entries: Sequence[Entry], heading: Heading, values: Mapping[int, str | None]
    ) -> list[Entry]:
        """Rows that say the same where each must be the only one; both are named."""
        first: dict[str, int] = {}
        kept: list[Entry] = []
        for entry in entries:
            value = values[entry.row]
            if value is not None and first.setdefault(value, entry.row) != entry.row:
                self._refuse(entry, heading, Reason.TWICE, value=value, other=str(first[value]))
            else:
                kept.append(entry)
        return kept

    def _may_have(self, entry: Entry, in_file: set[str], whose: Mapping[str | None, Person]) -> bool:
        owner = whose.get(entry.email) if entry.email is not None else None
        if owner is None or owner.login_id in in_file:
            return True
        self._refuse(entry, Heading.EMAIL, Reason.TAKEN, value=entry.email or "", other=owner.login_id)
        return False

    def _may_sit(self, entry: Entry) -> bool:
        known = self.people.by_number.get(entry.login_id)
        if entry.has_seat or known is None or known.person.is_removed or not known.person.has_duties:
            return True
        self._refuse(entry, Heading.SEAT, Reason.DUTIES, value=known.person.name)
        return False

    def _refuse(
        self, entry: Entry, heading: Heading, reason: Reason, *, value: str, other: str | None = None
    ) -> None:
        column = self.roster.names.get(heading, heading)
        self.faults.append(Fault(entry.row, column, reason, value, other=other))


def _is_called(person: Person, entry: Entry) -> bool:
    """Whether whoever left is the one in the row, by name or by reading: to somebody else with their number all that
    they said, and what was said to them, would be open (K13)."""
    by_name = folded(person.family, person.given, "") == folded(entry.family, entry.given, "")
    return by_name or folded("", "", person.kana) == folded("", "", entry.kana) != ""


def _told_apart(person: Person) -> str:
    return f"職員番号{person.login_id}（{person.path or '所属なし'}）"


def _filled(entry: Entry, roster: Roster, people: People) -> Entry:
    """A column that the file does not have says nothing: what is known stays."""
    known = people.by_number.get(entry.login_id)
    if known is None:
        return entry
    person, headings = known.person, roster.headings
    posts = tuple(post.path for post in known.concurrent if post.path != entry.path)
    return replace(
        entry,
        job_title=entry.job_title if Heading.TITLE in headings else person.job_title,
        email=entry.email if Heading.EMAIL in headings else person.email,
        employment_type=entry.employment_type if Heading.EMPLOYMENT in headings else person.employment_type,
        has_seat=entry.has_seat if Heading.SEAT in headings else person.has_seat or person.is_removed,
        extension=entry.extension if Heading.EXTENSION in headings else person.extension,
        display_order=entry.display_order if Heading.ORDER in headings else person.display_order,
        concurrent=entry.concurrent if headings & set(CONCURRENTS) else posts,
    )


def _compared(entry: Entry, people: People) -> Compared:
    known = people.by_number.get(entry.login_id)
    if known is None:
        return Compared(entry, None, words_differ=True, department_differs=True, posts_differ=True)
    person = known.person
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
    return Compared(
        entry,
        known,
        words_differ=any(before != after for before, after in words),
        department_differs=not known.serves_here or (person.path or "") != entry.path,
        posts_differ={post.path for post in known.concurrent} != set(entry.concurrent),
        seat_differs=not person.is_removed and person.has_seat != entry.has_seat,
    )
