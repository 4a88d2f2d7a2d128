"""What must not be in a file that was handed on, looked for by eyes that share nothing with the product's own."""

import csv
import io
import re
import struct
import unicodedata
from collections.abc import Iterator
from typing import Final

from tests.people.files.corpus.samples import CANARY
from tests.people.files.sanitizing.corpus import SECRET
from tests.people.files.sanitizing.test_hostile_papers import ACTIVE, keys_in

LONGEST_RUN: Final = 4096
"""Of original bytes: from here on it counts as one of them crossing (R2)."""
_WINDOW: Final = 64
_HIDDEN: Final = (CANARY, SECRET, b"ACME")
_WORDS: Final = (
    *(b"Exif\0\0", b"http://ns.adobe.com", b"ICC_PROFILE", b"iCCP", b"<script", b"<?php", b"%PDF-", b"<svg"),
    *(b"PK\x03\x04\x14", b"PK\x05\x06\0\0", b"8BIM", b"MPF\0", b"This program cannot"),
)
_PNG_NAMES: Final = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
_CONTROLS: Final = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]"
)
_NUMBER: Final = re.compile(r"[-+]?[\d,]+(\.\d+)?%?", re.ASCII)
_WHITE: Final = " \u3000"


def unsafe(original: bytes, made: bytes, kind: str) -> list[str]:
    """Everything that is wrong with what was made; empty for nothing."""
    found = [f"hidden: {each!r}" for each in _HIDDEN if _holds(made, each)]
    if kind in ("text", "csv"):
        return [*found, *_of_text(made), *(_of_table(made) if kind == "csv" else ())]
    found += [f"words: {each!r}" for each in _WORDS if each in made[1 if kind == "pdf" else 0 :]]
    if made == original or shares_a_run(original, made):
        found.append("a run of the original")
    return [*found, *_SHAPES[kind](made)]


def _holds(made: bytes, what: bytes) -> bool:
    words = what.decode()
    return any(each in made for each in (what, words.encode("utf-16-le"), words.encode("utf-16-be")))


def shares_a_run(original: bytes, made: bytes, length: int = LONGEST_RUN) -> bool:
    """Whether so many bytes at a stretch are in both: then a whole block of half that length is."""
    half = length // 2
    for at in range(0, len(made) - half, half):
        block = made[at : at + half]
        place = original.find(block) if len(set(block)) > 8 else -1
        if place >= 0 and _around(original, made, place, at, half) >= length:
            return True
    return False


def _around(original: bytes, made: bytes, there: int, here: int, length: int) -> int:
    before, after = 0, length
    while before < min(there, here) and original[there - before - 1] == made[here - before - 1]:
        before += 1
    while (
        after < min(len(original) - there, len(made) - here) and original[there + after] == made[here + after]
    ):
        after += 1
    return before + after


def shared_windows(original: bytes, made: bytes) -> int:
    """How many windows of 64 bytes, of those that are not all alike, stand in both."""
    seen = {original[at : at + _WINDOW] for at in range(len(original) - _WINDOW)}
    windows = (made[at : at + _WINDOW] for at in range(0, len(made) - _WINDOW, _WINDOW))
    return sum(window in seen for window in windows if len(set(window)) > 16)


def _of_text(made: bytes) -> Iterator[str]:
    try:
        text = made.decode()
    except UnicodeDecodeError:
        yield "no UTF-8"
        return
    if found := _CONTROLS.search(text.removeprefix("\ufeff")):
        yield f"a control: {found[0]!r}"
    if any(0xD800 <= ord(each) < 0xE000 or unicodedata.category(each) == "Zl" for each in set(text)):
        yield "half a letter, or a line of another kind"


def _of_table(made: bytes) -> Iterator[str]:
    """By the splitting of each program that is known: by commas in quotes, and within a cell at whatever else may be."""
    text = made.decode(errors="replace").removeprefix("\ufeff")
    if text.casefold().lstrip('"').startswith("sep="):
        yield "a line that says how to split"
    csv.field_size_limit(2**31 - 1)
    for separator in ",;\t":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            for cell in row:
                if _is_formula(cell.rstrip("\r\n")) and not _NUMBER.fullmatch(cell.strip(_WHITE)):
                    yield f"a formula: {cell[:40]!r}"


def _is_formula(cell: str) -> bool:
    start = unicodedata.normalize("NFKC", cell.lstrip(_WHITE)[:1])
    return start.startswith(("=", "+", "-", "@", "\t", "\r"))


def _png(made: bytes) -> Iterator[str]:
    at = 8
    while at + 12 <= len(made):
        (size,) = struct.unpack_from(">I", made, at)
        if made[at + 4 : at + 8] not in _PNG_NAMES:
            yield f"a part {made[at + 4 : at + 8]!r}"
        at += size + 12
    if at != len(made):
        yield "something behind the end"


def _jpeg(made: bytes) -> Iterator[str]:
    at = 2
    while made[at : at + 2] not in (b"\xff\xd9", b""):
        mark = made[at + 1]
        if 0xE1 <= mark <= 0xEF or mark == 0xFE:
            yield f"a segment {mark:#x}"
        at += 2 + struct.unpack_from(">H", made, at + 2)[0]
        if mark == 0xDA:
            end = re.compile(rb"\xff[^\0\xd0-\xd7]").search(made, at)
            at = end.start() if end else len(made)
    if at + 2 != len(made):
        yield "something behind the end"


def _gif(made: bytes) -> Iterator[str]:
    if b"!\xfe" in made[:13] or not made.endswith(b";"):
        yield "something behind the end"
    at = 13 + (3 * 2 ** ((made[10] & 7) + 1) if made[10] & 0x80 else 0)
    while at < len(made) and made[at] != 0x3B:
        if made[at] == 0x21 and made[at + 1] not in (0xF9, 0xFF):
            yield f"a note {made[at + 1]:#x}"
        local = made[at + 9] if made[at] == 0x2C else 0
        at += 2 if made[at] == 0x21 else 11 + (3 * 2 ** ((local & 7) + 1) if local & 0x80 else 0)
        while made[at]:
            at += made[at] + 1
        at += 1
    if at + 1 != len(made):
        yield "something behind the end"


def _webp(made: bytes) -> Iterator[str]:
    at = 12
    while at + 8 <= len(made):
        if made[at : at + 4] in (b"EXIF", b"XMP ", b"ICCP"):
            yield f"a part {made[at : at + 4]!r}"
        size = struct.unpack_from("<I", made, at + 4)[0]
        at += 8 + size + size % 2
    if at != len(made):
        yield "something behind the end"


def _pdf(made: bytes) -> Iterator[str]:
    yield from (f"a key {each}" for each in sorted(keys_in(made) & set(ACTIVE)))
    if not made.rstrip().endswith(b"%%EOF") or made.count(b"%%EOF") != 1:
        yield "something behind the end"


_SHAPES: Final = {"pdf": _pdf, "png": _png, "jpeg": _jpeg, "gif": _gif, "webp": _webp}
