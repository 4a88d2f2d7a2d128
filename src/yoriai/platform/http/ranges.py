"""Which part of a file is asked for, and whether the asker has it already (RFC 9110). Pure: it is asked only after the
reader's right is certain, for each of its answers says that there is something (A5)."""

import re
from dataclasses import dataclass

_ONE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Part:
    """A run of bytes of a file: from the first, up to and without the end."""

    start: int
    end: int

    @property
    def size(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered: 200 with the whole, 206 with a part, 304 or 416 with nothing."""

    status: int
    part: Part


def answer_to(
    size: int, etag: str, *, wanted: str = "", if_range: str = "", if_none_match: str = ""
) -> Answer:
    """What to answer to these headers; what cannot be understood of them is as if it had not been said."""
    if if_none_match and _is_among(etag, if_none_match):
        return Answer(304, Part(0, 0))
    if not wanted or (if_range and if_range.strip() != etag):
        return Answer(200, Part(0, size))
    asked = _ONE.fullmatch(wanted.strip())
    if asked is None or asked.groups() == ("", ""):  # several parts at once: all of it is an answer, too
        return Answer(200, Part(0, size))
    return _part_of(size, *asked.groups())


def _part_of(size: int, first: str, last: str) -> Answer:
    if not first:
        part = Part(max(0, size - int(last)), size)
    elif last and int(last) < int(first):
        return Answer(200, Part(0, size))
    else:
        part = Part(int(first), min(size, int(last) + 1) if last else size)
    return Answer(206, part) if part.start < part.end else Answer(416, Part(0, 0))


def _is_among(etag: str, several: str) -> bool:
    tags = [each.strip().removeprefix("W/") for each in several.split(",")]
    return "*" in tags or etag in tags
