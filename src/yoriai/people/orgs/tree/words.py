"""The words of a unit as they are kept: a name that a roster can spell in a path, a code, a place."""

import re
from dataclasses import asdict, dataclass

from yoriai.kit.errors import Wrong
from yoriai.kit.text import as_code, clean_line
from yoriai.people.orgs.models import Department, DepartmentKind

MOST_NAME = 60
MOST_PLACE = 60
MOST_EXTENSION = 40
MOST_DEPTH = 8

# A roster file writes a path with any of these between the names, so no name may hold one.
_BETWEEN_UNITS = re.compile(r"[\s/／›＞>]")
_CALCULATES = re.compile(r"[=+\-@＝＋－＠]")
_CODE = re.compile(r"[0-9A-Z][0-9A-Z._-]{0,39}")


@dataclass(frozen=True, slots=True)
class Words:
    """What a unit is called and where it is found."""

    name: str
    short_name: str = ""
    kind: str = DepartmentKind.OTHER
    code: str | None = None
    place: str = ""
    floor: str = ""
    extension: str = ""

    def differing(self, others: "Words") -> tuple[dict[str, object], dict[str, object]]:
        """The fields in which these two are not the same, before and after."""
        before, after = asdict(others), asdict(self)
        fields = [field for field in before if before[field] != after[field]]
        return {field: before[field] for field in fields}, {field: after[field] for field in fields}


def words_of(unit: Department) -> Words:
    """What a unit is called now."""
    return Words(unit.name, unit.short_name, unit.kind, unit.code, unit.place, unit.floor, unit.extension)


def cleaned(words: Words) -> Words:
    """The same as it is kept; refused with its field when a rule is broken."""
    name = unit_name(words.name)
    short = clean_line(words.short_name, field="short_name", most=MOST_NAME, least=0)
    return Words(
        name=name,
        short_name=short or name,
        kind=_kind(words.kind),
        code=unit_code(words.code or ""),
        place=clean_line(words.place, field="place", most=MOST_PLACE, least=0),
        floor=clean_line(words.floor, field="floor", most=MOST_PLACE, least=0),
        extension=clean_line(words.extension, field="extension", most=MOST_EXTENSION, least=0),
    )


def unit_name(text: str) -> str:
    """The name of a unit. It can be written in a path, and no spreadsheet calculates with it."""
    name = clean_line(text, field="name", most=MOST_NAME)
    if _BETWEEN_UNITS.search(name):
        raise Wrong(field="name", reason="unit_separator")
    if _CALCULATES.match(name):
        raise Wrong(field="name", reason="formula")
    return name


def unit_code(text: str) -> str | None:
    """所属コード in half width and capitals, or none."""
    code = as_code(text).upper()
    if not code:
        return None
    if not _CODE.fullmatch(code):
        raise Wrong(field="code", reason="unit_code")
    return code


def _kind(text: str) -> str:
    if text not in set(DepartmentKind):
        raise Wrong(field="kind", reason="unknown")
    return text
