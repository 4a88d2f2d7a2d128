"""Where the people of a roster serve: codes and names of units, put together with the tree that is there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from yoriai.people.accounts.roster.entries import Entry, Remark, Roster
from yoriai.people.accounts.roster.faults import Fault, Reason
from yoriai.people.accounts.roster.headings import CONCURRENTS, LEVELS, Heading
from yoriai.people.accounts.roster.known import Tree


@dataclass(frozen=True, slots=True)
class Placed:
    """The people with the paths of their units, and what the file says of the units themselves."""

    entries: Sequence[Entry]
    faults: Sequence[Fault]
    codes: Mapping[str, str]
    """Codes of units that had none, by path: taken over as long as no unit of the organization has a code."""
    shorts: Mapping[str, str]
    """Short names by path, where they differ from what is known."""
    unlike: Sequence[Remark]
    """Rows whose code and name say different units; the code counts."""


def place(roster: Roster, tree: Tree) -> Placed:
    """Every entry with the path of its unit. Pure: it reads and writes nothing."""
    placing = _Placing(roster, tree)
    entries = [placed for entry in roster.entries if (placed := placing.entry(entry)) is not None]
    posts = _Posts(roster, tree, {entry.path for entry in entries} | placing.above)
    placed = [posted for entry in entries if (posted := posts.entry(entry)) is not None]
    return Placed(placed, placing.faults + posts.faults, placing.codes, placing.shorts, placing.unlike)


@dataclass(slots=True)
class _Placing:
    roster: Roster
    tree: Tree
    faults: list[Fault] = field(default_factory=list[Fault])
    unlike: list[Remark] = field(default_factory=list[Remark])
    codes: dict[str, str] = field(default_factory=dict[str, str])
    shorts: dict[str, str] = field(default_factory=dict[str, str])
    above: set[str] = field(default_factory=set[str])
    path_of: dict[str, tuple[str, int]] = field(default_factory=dict[str, tuple[str, int]])
    code_of: dict[str, tuple[str, int]] = field(default_factory=dict[str, tuple[str, int]])
    short_of: dict[str, tuple[str, int]] = field(default_factory=dict[str, tuple[str, int]])

    def entry(self, entry: Entry) -> Entry | None:
        path = self._path(entry)
        if path is None or not self._short(entry, path):
            return None
        self.above.update(paths_above(path))
        return replace(entry, path=path)

    def _path(self, entry: Entry) -> str | None:
        if not entry.code:
            return entry.path
        unit = self.tree.by_code.get(entry.code)
        if unit is not None:
            if entry.path and entry.path.rpartition(" ")[2] != unit.path.rpartition(" ")[2]:
                said = f"{entry.code}＝{unit.path}、名前＝{entry.path}"
                self.unlike.append(Remark(entry.row, self._name(Heading.CODE), said))
            return unit.path
        if self.tree.by_code or not entry.path:
            return self._refuse(entry, Heading.CODE, Reason.CODE, value=entry.code)
        return self._taken_over(entry)

    def _taken_over(self, entry: Entry) -> str | None:
        """No unit has a code yet: the file's own are taken, if each belongs to one unit and each unit has one."""
        path, first = self.path_of.setdefault(entry.code, (entry.path, entry.row))
        if path != entry.path:
            return self._refuse(entry, Heading.CODE, Reason.CODE_AND_UNIT, value=entry.code, other=first)
        code, first = self.code_of.setdefault(entry.path, (entry.code, entry.row))
        if code != entry.code:
            return self._refuse(entry, Heading.CODE, Reason.CODE_AND_UNIT, value=entry.code, other=first)
        self.codes[path] = code
        return path

    def _short(self, entry: Entry, path: str) -> bool:
        if not entry.short_name or not path:
            return True
        short, first = self.short_of.setdefault(path, (entry.short_name, entry.row))
        if short != entry.short_name:
            self._refuse(entry, Heading.SHORT, Reason.SHORT, value=entry.short_name, other=first)
            return False
        unit = self.tree.by_path.get(path)
        if unit is None or unit.short_name != short:
            self.shorts[path] = short
        return True

    def _refuse(
        self, entry: Entry, heading: Heading, reason: Reason, *, value: str, other: int | None = None
    ) -> None:
        said = None if other is None else str(other)
        self.faults.append(Fault(entry.row, self._name(heading), reason, value, other=said))

    def _name(self, heading: Heading) -> str:
        return self.roster.names.get(heading, heading)


@dataclass(slots=True)
class _Posts:
    """Concurrent posts: only in units that are there, or that the file itself brings."""

    roster: Roster
    tree: Tree
    brought: set[str]
    faults: list[Fault] = field(default_factory=list[Fault])

    def entry(self, entry: Entry) -> Entry | None:
        found = [self._path(said) for said in entry.concurrent]
        for said, path in zip(entry.concurrent, found, strict=True):
            if path is None:
                column = next(self.roster.names[at] for at in CONCURRENTS if at in self.roster.names)
                self.faults.append(Fault(entry.row, column, Reason.POST, said))
        if None in found:
            return None
        paths = dict.fromkeys(path for path in found if path and path != entry.path)
        return replace(entry, concurrent=tuple(paths))

    def _path(self, said: str) -> str | None:
        if said in self.tree.by_path or said in self.brought:
            return said
        unit = self.tree.by_code.get(said.upper())
        return unit.path if unit else None


def paths_above(path: str) -> Iterator[str]:
    """The unit itself and those in which it lies."""
    names = path.split(" ") if path else []
    return (" ".join(names[:depth]) for depth in range(1, len(names) + 1))


def says_units(headings: frozenset[Heading]) -> bool:
    """Whether a file says where people serve."""
    return bool(headings & {Heading.DEPARTMENT, Heading.CODE, *LEVELS})
