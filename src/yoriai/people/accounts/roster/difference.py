"""What taking a file over would change, row by row, as people look at it before they say yes."""

import hashlib
import zlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from pydantic import BaseModel, ConfigDict

from yoriai.people.accounts.roster.cells import joined
from yoriai.people.accounts.roster.entries import Entry, Remark, Roster, Shown
from yoriai.people.accounts.roster.faults import Fault
from yoriai.people.accounts.roster.known import Known
from yoriai.people.accounts.roster.plan import Compared, LineKind, Plan
from yoriai.people.accounts.roster.words import SEAT_WORDS, as_read, posts_of, words_of

MOST_LISTED = 1000  # remarks and new units; beyond that the count says enough


class _Told(BaseModel):
    """Every field is always there for whoever reads it, whatever was given."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)


class WordChange(BaseModel):
    """One word that changes."""

    field: str
    before: str
    after: str


class WrongCell(BaseModel):
    """One cell that was not taken; `reason` is the code of its sentence."""

    row: int
    column: str
    reason: str
    value: str
    most: int | None
    other: str | None


class RosterLine(_Told):
    """One row of the file, or somebody who is in none (then `row` is None)."""

    row: int | None
    kind: LineKind
    number: str
    name: str
    kana: str
    department: str
    job_title: str
    deltas: list[WordChange] = []
    wrong: list[WrongCell] = []
    is_back: bool = False
    """Somebody who was here before and comes back under the same number."""
    is_stoppable: bool = False
    """Somebody in no row whose use would be stopped, if that were asked for."""


class RosterCounts(_Told):
    """How many of each kind; `stoppable` are those among the missing whose use may be stopped."""

    new: int = 0
    changed: int = 0
    moved: int = 0
    unchanged: int = 0
    missing: int = 0
    error: int = 0
    stoppable: int = 0
    new_units: int = 0
    changed_units: int = 0
    rows: int = 0


class Notice(BaseModel):
    """Something to look at that stops nothing."""

    row: int
    column: str
    value: str


class Difference(BaseModel):
    """The whole of it, as it is kept with the draft."""

    counts: RosterCounts
    lines: list[RosterLine]
    private_use: list[Notice] = []
    unparted: list[Notice] = []
    unlike: list[Notice] = []
    new_units: list[str] = []

    def digest(self, *, is_stopping: bool) -> str:
        """The same as long as the same would change: of those in no row only who would be stopped, if that is asked."""
        counting = (
            line
            for line in self.lines
            if line.kind is not LineKind.MISSING or (is_stopping and line.is_stoppable)
        )
        said = "\n".join(line.model_dump_json() for line in counting)
        return hashlib.sha256("\n".join((said, *self.new_units)).encode()).hexdigest()


def difference_of(roster: Roster, plan: Plan, stoppable: Iterable[Known]) -> Difference:
    """The lines in the order of the file, then those who are in none."""
    may_stop = {known.person.account_id for known in stoppable}
    faulty = _faulty(roster, plan)
    taken = {row.entry.row: _taken(row) for row in plan.rows if row.entry.row not in faulty}
    lines = [taken.get(row) or faulty[row] for row in sorted({*taken, *faulty})]
    missing = [_missing(known, known.person.account_id in may_stop) for known in plan.missing]
    count = {kind: sum(line.kind is kind for line in lines) for kind in LineKind}
    return Difference(
        counts=RosterCounts(
            new=count[LineKind.NEW],
            changed=count[LineKind.CHANGED],
            moved=count[LineKind.MOVED],
            unchanged=count[LineKind.UNCHANGED],
            missing=len(missing),
            error=count[LineKind.ERROR],
            stoppable=len(may_stop),
            new_units=len(plan.units.new),
            changed_units=len({*plan.units.codes, *plan.units.shorts} - {*plan.units.new}),
            rows=len(lines),
        ),
        lines=[*lines, *missing],
        private_use=noticed(roster.private_use),
        unparted=noticed(roster.unparted),
        unlike=noticed(plan.unlike),
        new_units=list(plan.units.new[:MOST_LISTED]),
    )


def noticed(remarks: Sequence[Remark]) -> list[Notice]:
    """The first of them."""
    return [Notice(row=each.row, column=each.column, value=each.value) for each in remarks[:MOST_LISTED]]


def wrong_of(fault: Fault) -> WrongCell:
    """A fault as it is kept and shown."""
    return WrongCell(
        row=fault.row,
        column=fault.column,
        reason=fault.reason.value,
        value=fault.value,
        most=fault.most,
        other=fault.other,
    )


def packed(difference: Difference) -> bytes:
    """As it lies in the database."""
    return zlib.compress(difference.model_dump_json().encode())


def unpacked(kept: bytes) -> Difference:
    """As it is read again."""
    return Difference.model_validate_json(zlib.decompress(kept))


def _faulty(roster: Roster, plan: Plan) -> Mapping[int, RosterLine]:
    read = {entry.row: entry for entry in roster.entries}
    found: dict[int, RosterLine] = {}
    for row, faults in groupby(plan.faults, key=lambda fault: fault.row):
        entry = read.get(row)
        said = roster.raw.get(row, Shown())
        if entry is not None:
            name = f"{entry.family} {entry.given}".strip()
            unit = entry.path or (f"（{entry.code}）" if entry.code else "")
            said = Shown(entry.login_id, name, entry.kana, unit, entry.job_title)
        found[row] = RosterLine(
            row=row,
            kind=LineKind.ERROR,
            number=said.login_id,
            name=said.name,
            kana=said.kana,
            department=said.department,
            job_title=said.job_title,
            wrong=[wrong_of(fault) for fault in faults],
        )
    return found


def _taken(row: Compared) -> RosterLine:
    entry = row.entry
    return RosterLine(
        row=entry.row,
        kind=row.kind,
        number=entry.login_id,
        name=f"{entry.family} {entry.given}".strip(),
        kana=entry.kana,
        department=entry.path,
        job_title=entry.job_title,
        deltas=_of_somebody_new(entry) if row.known is None else _deltas(row, row.known),
        is_back=row.known is not None and row.known.person.is_removed,
    )


def _of_somebody_new(entry: Entry) -> list[WordChange]:
    """What is worth saying of them: nearly everybody has a seat."""
    return [] if entry.has_seat else [WordChange(field="seat", before="", after=SEAT_WORDS[False])]


def _deltas(row: Compared, known: Known) -> list[WordChange]:
    before, after = as_read(words_of(known.person)), as_read(words_of(row.entry))
    before["department"], after["department"] = known.person.path or "", row.entry.path
    before["concurrent"], after["concurrent"] = posts_of(known), joined(sorted(row.entry.concurrent))
    if row.seat_differs or not row.entry.has_seat:
        before["seat"], after["seat"] = SEAT_WORDS[known.person.has_seat], SEAT_WORDS[row.entry.has_seat]
    return [
        WordChange(field=field, before=before[field], after=after[field])
        for field in dict.fromkeys(("department", *after))
        if before[field] != after[field]
    ]


def _missing(known: Known, is_stoppable: bool) -> RosterLine:
    person = known.person
    return RosterLine(
        row=None,
        kind=LineKind.MISSING,
        number=person.login_id,
        name=person.name,
        kana=person.kana,
        department=person.path or "",
        job_title=person.job_title,
        is_stoppable=is_stoppable,
    )
