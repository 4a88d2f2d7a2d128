"""What a cell means, whichever database it came from: read the same, handed on the same, and told apart by the same bytes."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Protocol, TypeVar, cast
from uuid import UUID

import orjson
from sqlalchemy import JSON, Boolean, Column, Date, DateTime, Integer, LargeBinary, String, Table, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine

Bytes = Callable[[object], bytes]
Reading = Callable[[object], object]
Does = TypeVar("Does")


class _HasBytes(Protocol):
    @property
    def bytes(self) -> bytes: ...


def kind_of(column: Column[object]) -> TypeEngine[object]:
    """The plain type of a column, without what the house puts around it."""
    kind = column.type
    return cast("TypeEngine[object]", kind.impl_instance) if isinstance(kind, TypeDecorator) else kind


def is_json(column: Column[object]) -> bool:
    return isinstance(kind_of(column), JSON)


def is_words(column: Column[object]) -> bool:
    """Whether its order depends on a language, where the database knows one."""
    return isinstance(kind_of(column), String)


def keys_of(table: Table) -> list[Column[object]]:
    """The columns by which the rows of a table are in one order everywhere."""
    return list(table.primary_key.columns)


def reading(column: Column[object]) -> Reading | None:
    """How a cell of the embedded file becomes what the other database takes; None where it is that already."""
    return _of(READINGS, kind_of(column))


def writing(column: Column[object]) -> Bytes:
    """The bytes of a cell: equal exactly when the cells mean the same."""
    found = _of(BYTES, kind_of(column))
    if found is None:
        raise TypeError(f"{column}: nobody has said what its cells mean")
    return found


def _of(known: Mapping[type[object], Does], kind: TypeEngine[object]) -> Does | None:
    return next((does for each, does in known.items() if isinstance(kind, each)), None)


def _uuid(cell: object) -> UUID:
    return UUID(cast("str", cell))


def _moment(cell: object) -> datetime:
    found = datetime.fromisoformat(cast("str", cell))
    if found.tzinfo is not None:
        raise ValueError("a moment of a zone of its own, where all are kept in UTC")
    return found.replace(tzinfo=UTC)


def _date(cell: object) -> date:
    return date.fromisoformat(cast("str", cell))


def _moment_bytes(cell: object) -> bytes:
    return cast("datetime", cell).astimezone(UTC).isoformat(timespec="microseconds").encode()


def _json_bytes(cell: object) -> bytes:
    """The order of keys and the spaces between them mean nothing, and one of the databases does not keep them."""
    return orjson.dumps(orjson.loads(cast("str", cell)), option=orjson.OPT_SORT_KEYS)


def _words_bytes(cell: object) -> bytes:
    if not isinstance(cell, str):
        raise TypeError("no words where there must be some")
    return cell.encode()


def _number_bytes(cell: object) -> bytes:
    """One of the databases keeps parts of numbers where whole ones belong; the other would cut them off."""
    if not isinstance(cell, int):
        raise TypeError("no whole number where there must be one")
    return b"%d" % cell


READINGS: Mapping[type[object], Reading] = {
    Uuid: _uuid,
    DateTime: _moment,
    Date: _date,
    Boolean: bool,
}
BYTES: Mapping[type[object], Bytes] = {
    Uuid: lambda cell: cast("_HasBytes", cell).bytes,
    DateTime: _moment_bytes,
    Date: lambda cell: cast("date", cell).isoformat().encode(),
    Boolean: lambda cell: b"t" if cell else b"f",
    JSON: _json_bytes,
    LargeBinary: lambda cell: cast("bytes", cell),
    Integer: _number_bytes,
    String: _words_bytes,
}
