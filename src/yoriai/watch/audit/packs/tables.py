"""Tables of a pack: each is declared once, and written for a spreadsheet and for a program."""

from collections.abc import AsyncIterable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import cast
from uuid import UUID

import orjson

from yoriai.kit.csv_out import csv_lines
from yoriai.kit.days import JST
from yoriai.watch.audit.policy import without_my_number

Cell = object
Line = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: under which name its files are, what it holds, and how its rows are read."""

    name: str
    title: str
    about: str
    columns: Mapping[str, str]
    """The names for a program, and what a person reads above the column."""
    rows: Callable[[], AsyncIterable[Sequence[Line]]]


def csv_head(table: Table) -> bytes:
    """With the mark by which spreadsheets know that it is UTF-8 (BASE-6)."""
    return b"\xef\xbb\xbf" + csv_lines([list(table.columns.values())])


def csv_of(lines: Sequence[Line]) -> bytes:
    """Lines for a spreadsheet; no cell is a formula, whatever it begins with (N64)."""
    return csv_lines([[_said(clean(each)) for each in line] for line in lines])


def json_of(table: Table, lines: Sequence[Line]) -> list[bytes]:
    """The same lines for a program, one object each."""
    return [
        orjson.dumps({name: _plain(clean(each)) for name, each in zip(table.columns, line, strict=True)})
        for line in lines
    ]


def clean(value: Cell) -> Cell:
    """The value without anything that could be a 個人番号, however deep it stands (AUDIT-4)."""
    match value:
        case str():
            return without_my_number(value)
        case UUID():
            return str(value)
        case Mapping():
            held = cast("Mapping[object, object]", value)
            return {clean(str(name)): clean(each) for name, each in held.items()}
        case list() | tuple() | set() | frozenset():
            return [clean(each) for each in cast("Sequence[object]", value)]
        case _:
            return value


def _said(value: Cell) -> str | int | None:
    match value:
        case None | str():
            return value
        case bool():
            return "はい" if value else "いいえ"
        case int():
            return value
        case datetime():
            return f"{value.astimezone(JST):%Y-%m-%d %H:%M:%S}"
        case date() | float():
            return str(value)
        case _:
            return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()


def _plain(value: Cell) -> object:
    return value.astimezone(UTC) if isinstance(value, datetime) else value
