"""Plain SQL for the hot path: one text for both databases, with lists of any length as one parameter.

A list travels as JSON and is joined as a table, so a statement has one shape and is prepared once, whatever it is asked.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Protocol, cast
from uuid import UUID

import orjson

Cell = str | int | None | UUID | date | datetime
Value = Cell | Mapping[str, object] | Sequence[object]
Row = tuple[object, ...]


HELD = re.compile(r"\{hold\}( OF \w+)?")
HORIZON = "CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint)"
"""The oldest transaction that is still open."""
SETTLED = f"(xid < {HORIZON})"
"""Older than every transaction that is still open (see `platform.facts.durable`)."""
BEYOND = "((xid, position) > (:xid, :position))"
BEYOND_EMBEDDED = "(xid = 0 AND position > :position)"
"""SQLite seeks by the first column of a row of values alone, and every line has the same there: it would walk through
the whole journal."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One question in both spellings."""

    embedded: str
    shared: str

    def sql(self, *, is_embedded: bool) -> str:
        return self.embedded if is_embedded else self.shared


def statement(words: str, **lists: Mapping[str, str]) -> Statement:
    """SQL with `:name` for values, `{name}` for lists, `{json}` for the type of structured values,
    `{transaction}` for the number of the writing transaction, `{settled}` for what is true of journal rows before
    which no other can still appear, `{beyond}` for what is true of those after `:xid` and `:position`, `{horizon}` for
    the oldest transaction that is still open, and `{hold}` to keep the rows read until the commit.

    For each list the columns of its rows: `uuid`, `text` or `bigint`.
    """
    embedded = words.replace("{json}", "TEXT").replace("{transaction}", "0").replace("{settled}", "true")
    embedded = embedded.replace("{horizon}", "0").replace("{beyond}", BEYOND_EMBEDDED)
    shared = (
        words.replace("{json}", "jsonb").replace("{hold}", "FOR NO KEY UPDATE").replace("{settled}", SETTLED)
    )
    shared = shared.replace("{horizon}", HORIZON).replace("{beyond}", BEYOND)
    shared = shared.replace("{transaction}", "CAST(CAST(pg_current_xact_id() AS text) AS bigint)")
    embedded = HELD.sub("", embedded)  # where there is one writer, nothing moves meanwhile anyway
    for name, columns in lists.items():
        embedded = embedded.replace("{" + name + "}", _embedded_list(name, columns))
        shared = shared.replace("{" + name + "}", _shared_list(name, columns))
    return Statement(embedded, shared)


def _embedded_list(name: str, columns: Mapping[str, str]) -> str:
    cells = ", ".join(
        f"{_embedded_cell(at, kind)} AS {column}" for at, (column, kind) in enumerate(columns.items())
    )
    return f"(SELECT {cells} FROM json_each(:{name})) AS {name}"  # noqa: S608 names of our own


def _embedded_cell(at: int, kind: str) -> str:
    if kind == "uuid":  # kept without hyphens there
        return f"replace(value->>{at}, '-', '')"
    return f"CAST(value->>{at} AS {'INTEGER' if kind == 'bigint' else 'TEXT'})"


def _shared_list(name: str, columns: Mapping[str, str]) -> str:
    cells = ", ".join(
        f"CAST(e->>{at} AS {kind}) AS {column}" for at, (column, kind) in enumerate(columns.items())
    )
    rows = f"jsonb_array_elements(CAST(:{name} AS jsonb))"
    return f"(SELECT {cells} FROM {rows} AS e) AS {name}"  # noqa: S608 names of our own


class Rows(Protocol):
    """A transaction as the hot path sees it: plain statements, plain tuples, no waiting in between."""

    def all(self, asked: Statement, /, **values: Value) -> list[Row]:
        """Run once and return every row."""
        ...

    def each(self, asked: Statement, rows: Sequence[Mapping[str, Value]]) -> None:
        """Run for every one of these."""
        ...

    def commit(self) -> None:
        """Make it durable. Only the edge of the work says this."""
        ...


def packed(value: Value, *, is_embedded: bool) -> object:
    """A value as the driver takes it."""
    if isinstance(value, UUID):
        return value.hex if is_embedded else value
    if isinstance(value, datetime):
        return _moment(value) if is_embedded else value
    if isinstance(value, date):
        return value.isoformat() if is_embedded else value
    if value is None or isinstance(value, str | int):
        return value
    return orjson.dumps(value, default=_text).decode()


@lru_cache(maxsize=16)  # all rows of a batch carry one moment
def _moment(value: datetime) -> str:
    return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def _text(value: object) -> str:
    """One of the drivers gives its own kind of UUID, which the encoder does not take for one."""
    if isinstance(value, UUID):
        return str(value)
    raise TypeError(type(value).__name__)


def as_id(value: object) -> UUID:
    """An id as it came out."""
    return _spelled(value) if isinstance(value, str) else UUID(int=cast("UUID", value).int)


@lru_cache(maxsize=16_384)  # the same people and rooms stand in every answer
def _spelled(value: str) -> UUID:
    return UUID(value)


def as_id_or_none(value: object) -> UUID | None:
    """The same for a column that may be empty."""
    return None if value is None else as_id(value)


def as_moment(value: object) -> datetime:
    """A moment as it came out."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else cast("datetime", value)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def as_moment_or_none(value: object) -> datetime | None:
    """The same for a column that may be empty."""
    return None if value is None else as_moment(value)


def as_day_or_none(value: object) -> date | None:
    """A day as it came out, or nothing."""
    return date.fromisoformat(value) if isinstance(value, str) else cast("date | None", value)


def as_json(value: object) -> object:
    """A structured value as it came out."""
    return orjson.loads(value) if isinstance(value, str) else value
