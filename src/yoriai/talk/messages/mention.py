"""The part of a message that names somebody: a person, a unit, or everybody in the room."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, cast
from uuid import UUID

from yoriai.kit import text
from yoriai.kit.errors import Wrong

MOST_OF_WORDS: Final = 200
FIELDS: Final = frozenset({"kind", "of", "id", "words", "confirmed"})


class Of(StrEnum):
    """What is named."""

    ACCOUNT = "account"
    DEPARTMENT = "department"
    EVERYONE = "everyone"


@dataclass(frozen=True, slots=True)
class Named:
    """A person or a unit; with everybody there is nothing more to say."""

    of: Of
    id: UUID | None


def accept(part: Mapping[str, object], field: str) -> dict[str, object]:
    """The part as it came, known to be well formed. Whether those named are there is asked in the room, which gives
    them their names too: nobody is called by a name that is not theirs."""
    if not {"kind", "of", "words"} <= set(part) <= FIELDS:
        raise Wrong(field=field, reason="unexpected")
    of = _of(part["of"], f"{field}.of")
    confirmed = part.get("confirmed", False)
    if not isinstance(confirmed, bool):
        raise Wrong(field=f"{field}.confirmed", reason="unexpected")
    words = part["words"]
    if not isinstance(words, str):
        raise Wrong(field=f"{field}.words", reason="not_text")
    cleaned = text.clean_line(words, field=f"{field}.words", most=MOST_OF_WORDS)
    named = _id(part.get("id"), of, f"{field}.id")
    return {"kind": "mention", "of": of.value, "id": named, "words": cleaned, "confirmed": confirmed}


def plain(part: Mapping[str, object]) -> str:
    """As it is copied and as it stands in one line."""
    return f"＠{part['words']}"


def named_in(part: Mapping[str, object]) -> Named | None:
    """Whom a part names; None of every other kind."""
    if part["kind"] != "mention":
        return None
    of, named = Of(str(part["of"])), cast("str | None", part["id"])
    return Named(of, UUID(named) if named else None)


def _of(said: object, field: str) -> Of:
    try:
        return Of(str(said))
    except ValueError:
        raise Wrong(field=field, reason="unknown") from None


def _id(said: object, of: Of, field: str) -> str | None:
    if of is Of.EVERYONE:
        if said is not None:
            raise Wrong(field=field, reason="unexpected")
        return None
    try:
        return str(UUID(str(said)))
    except ValueError:
        raise Wrong(field=field, reason="unknown") from None
