"""What a message is made of: a list of typed parts. Features above add kinds of their own, named in the wiring."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from yoriai.kit import graphemes, text
from yoriai.kit.errors import Wrong
from yoriai.talk.messages import mention

MOST_PARTS: Final = 100  # a name in the middle of a sentence makes three of it
MOST_CHARACTERS: Final = 10_000  # of a whole message, as a person counts them (MSG-22)

Part = dict[str, object]


class TooManyParts(Wrong):
    code = "messages.too_many_parts"


class TooLong(Wrong):
    code = "messages.too_long"


class Empty(Wrong):
    code = "messages.empty"


@dataclass(frozen=True, slots=True)
class PartKind:
    """One kind of part: how what came in becomes what is stored, and what of it can be read as plain text."""

    name: str
    accept: Callable[[Mapping[str, object], str], Part]
    """Given the part and the name of its field. Raises `Refused`; returns only what it knows."""
    plain: Callable[[Mapping[str, object]], str]


def accept(parts: Sequence[Mapping[str, object]]) -> list[Part]:
    """The parts as they are stored. Nothing is cut silently and nothing unknown is kept (BASE-1, N9)."""
    if not parts:
        raise Empty(field="parts", reason="too_short", least=1, got=0)
    if len(parts) > MOST_PARTS:
        raise TooManyParts(field="parts", reason="too_many", most=MOST_PARTS, got=len(parts))
    accepted = _without_margins([_accept(part, f"parts.{at}") for at, part in enumerate(parts)])
    words = "".join(plain(part) for part in accepted)
    if all(part["kind"] == "text" for part in accepted) and not text.shows(words):
        raise Empty(field="parts.0.text", reason="too_short", least=1, got=0)
    if graphemes.are_more_than(words, MOST_CHARACTERS):
        raise TooLong(field="parts", reason="too_long", most=MOST_CHARACTERS, got=graphemes.count(words))
    return accepted


def plain(part: Mapping[str, object]) -> str:
    """What can be read of a part where only text fits: in a list, in a search. Of a kind that this server does not
    know, because a newer one wrote it, whatever words it carries (MSG-24)."""
    kind = KINDS.get(str(part["kind"]))
    return kind.plain(part) if kind else _words_in(part)


def first_words(parts: Sequence[Mapping[str, object]], most: int) -> str:
    """The beginning of a message as one line."""
    return graphemes.take(" ".join("".join(plain(part) for part in parts).split()), most)


def _words_in(part: Mapping[str, object]) -> str:
    carried = (part.get(name) for name in ("text", "words"))
    return next((words for words in carried if isinstance(words, str)), "")


def _without_margins(parts: list[Part]) -> list[Part]:
    """No blank line begins a message and no space ends it; what stands between its parts stays."""
    last = len(parts) - 1
    trimmed = [_trimmed(part, is_first=at == 0, is_last=at == last) for at, part in enumerate(parts)]
    return [part for part in trimmed if part.get("text") != ""]


def _trimmed(part: Part, *, is_first: bool, is_last: bool) -> Part:
    words = part.get("text")
    if part["kind"] != "text" or not isinstance(words, str):
        return part
    return {"kind": "text", "text": text.without_margins(words, before=is_first, after=is_last)}


def _accept(part: Mapping[str, object], field: str) -> Part:
    kind = KINDS.get(str(part.get("kind")))
    if kind is None:
        raise Wrong(field=f"{field}.kind", reason="unknown")
    return kind.accept(part, field)


def _accept_text(part: Mapping[str, object], field: str) -> Part:
    if set(part) != {"kind", "text"}:
        raise Wrong(field=field, reason="unexpected")
    words = part["text"]
    if not isinstance(words, str):
        raise Wrong(field=f"{field}.text", reason="not_text")
    try:
        cleaned = text.clean_piece(words, field=f"{field}.text", most=MOST_CHARACTERS)
    except text.TooLong as error:
        raise TooLong(**error.details) from None
    return {"kind": "text", "text": cleaned}


def _plain_text(part: Mapping[str, object]) -> str:
    return str(part["text"])


KINDS: Final[dict[str, PartKind]] = {
    "text": PartKind("text", _accept_text, _plain_text),
    "mention": PartKind("mention", mention.accept, mention.plain),
}
"""Every kind this server knows. Only the wiring adds to it, before anything is served."""
