"""Paging: where a list goes on, as an opaque word, and how many rows one page holds."""

import base64
import json
from datetime import UTC, datetime
from typing import TypeVar, cast, overload
from uuid import UUID

from yoriai.kit.errors import Unparseable

USUAL_ROWS = 50
MOST_ROWS = 200

# Names of 100 kanji and an id fit; a longer word was not made here.
_MOST_CHARACTERS = 1024
# Databases hold signed 64 bits; a bigger number would fail there instead of here.
_MOST_NUMBER = (1 << 63) - 1

A = TypeVar("A", int, str, UUID, datetime)
B = TypeVar("B", int, str, UUID, datetime)
C = TypeVar("C", int, str, UUID, datetime)


def clamp(limit: int | None, *, usual: int = USUAL_ROWS, most: int = MOST_ROWS) -> int:
    """The number of rows to read: at least one, never more than `most`."""
    return max(1, min(usual if limit is None else limit, most))


def encode(*parts: int | str | UUID | datetime) -> str:
    """A cursor that stands for these parts. It is compact and opaque, and grants nothing:
    whoever makes one up only chooses where in their own list they go on reading."""
    plain = [_plain(part) for part in parts]
    words = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(words.encode()).decode().rstrip("=")


@overload
def decode(cursor: str, first: type[A], /) -> tuple[A]: ...
@overload
def decode(cursor: str, first: type[A], second: type[B], /) -> tuple[A, B]: ...
@overload
def decode(cursor: str, first: type[A], second: type[B], third: type[C], /) -> tuple[A, B, C]: ...


def decode(cursor: str, /, *kinds: type[int] | type[str] | type[UUID] | type[datetime]) -> object:
    """The parts that a cursor stands for, in the kinds asked for; garbage is Unparseable."""
    parts = _parts(cursor)
    if len(parts) != len(kinds):
        raise Unparseable(field="cursor")
    return tuple(_as(kind, part) for kind, part in zip(kinds, parts, strict=True))


def _plain(part: int | str | UUID | datetime) -> int | str:
    if isinstance(part, datetime):
        return part.astimezone(UTC).isoformat()
    return str(part) if isinstance(part, UUID) else part


def _parts(cursor: str) -> list[object]:
    if len(cursor) > _MOST_CHARACTERS:
        raise Unparseable(field="cursor")
    try:
        # The decoder of the standard library skips foreign letters; altchars with validate do not.
        padded = cursor.encode("ascii") + b"=" * (-len(cursor) % 4)
        parts: object = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
    except (ValueError, RecursionError):
        raise Unparseable(field="cursor") from None
    if not isinstance(parts, list):
        raise Unparseable(field="cursor")
    return cast("list[object]", parts)


def _as(
    kind: type[int] | type[str] | type[UUID] | type[datetime], part: object
) -> int | str | UUID | datetime:
    if kind is int:
        return _as_number(part)
    if not isinstance(part, str) or not _is_storable(part):
        raise Unparseable(field="cursor")
    if kind is str:
        return part
    try:
        return UUID(part) if kind is UUID else _moment(part)
    except (ValueError, OverflowError):
        raise Unparseable(field="cursor") from None


def _moment(part: str) -> datetime:
    moment = datetime.fromisoformat(part)
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone")
    return moment.astimezone(UTC)


def _as_number(part: object) -> int:
    if not isinstance(part, int) or isinstance(part, bool) or abs(part) > _MOST_NUMBER:
        raise Unparseable(field="cursor")
    return part


def _is_storable(text: str) -> bool:
    return not any(letter == "\0" or "\ud800" <= letter <= "\udfff" for letter in text)
