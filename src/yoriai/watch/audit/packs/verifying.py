"""Looking a pack through, far from the server that made it: is every file as it was written, and does the chain hold?

It shows what can be shown by the file alone. A whole pack made up anew would pass, too: only the server's own log knows
what the real one hashes to (`audit_packs.made`).
"""

import hashlib
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated, Final, Literal, Self, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

import orjson
from pydantic import BaseModel, ConfigDict, Field, model_validator

from yoriai.watch.audit.archive import ArchivedRow
from yoriai.watch.audit.chain import hash_of
from yoriai.watch.audit.packs.chapters.log import CHAIN, LINES
from yoriai.watch.audit.packs.packing import COPIED, SUMS

LONGEST_LINE: Final = 16 * 1024 * 1024  # bytes; whoever made the file need not be us
MOST_OF_A_PAGE: Final = 1024 * 1024
MOST_UNPACKED: Final = 64 * 1024**3
"""Far beyond any pack of ours: what unpacks to more was made to keep somebody waiting."""
ENCRYPTED: Final = 0x1

Number = Annotated[int, Field(ge=1, lt=1 << 63)]


class _Said(BaseModel):
    """Of ours nothing else is taken for a number or a word."""

    model_config = ConfigDict(strict=True, frozen=True)


class Gap(_Said):
    """Rows that were not there to be taken, and the hash in which they end."""

    first: Number
    last: Number
    hash: str

    @model_validator(mode="after")
    def _goes_on(self) -> Self:
        if self.last < self.first:
            raise ValueError("a gap that ends before it begins")
        return self


class Chain(_Said):
    """What a pack says of the rows that are in it."""

    form: Literal["yoriai-audit-1"]
    tenant_id: str
    body: str
    count: Annotated[int, Field(ge=0, lt=1 << 63)]
    first: Number | None
    last: Number | None
    before: str | None
    gaps: Sequence[Gap]

    @model_validator(mode="after")
    def _holds_rows_or_none(self) -> Self:
        named = self.first is not None and self.last is not None and self.before is not None
        nothing = not self.count and not self.gaps and self.first is self.last is self.before is None
        if not (named or nothing):
            raise ValueError("rows without a first and a last one")
        return self


class Wrong(StrEnum):
    """What is wrong with a pack."""

    NO_PACK = "no_pack"
    """No such file in it, or it is none of ours."""
    FILE = "file"
    """A file is missing, was added, or is not as it was written."""
    CHAIN = "chain"
    """A row is missing, was changed, or does not follow the one before it."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was found."""

    digest: str
    files: int = 0
    body: str = ""
    first: int | None = None
    last: int | None = None
    entries: int = 0
    gaps: tuple[tuple[int, int], ...] = ()
    wrong: Wrong | None = None
    where: str = ""
    """The name of the file, or the number of the row."""


class _Faulty(Exception):
    def __init__(self, wrong: Wrong, where: str) -> None:
        super().__init__(where)
        self.wrong, self.where = wrong, where


def look_through(path: Path) -> Look:
    """Look one through; a little memory, however large it is."""
    with path.open("rb") as file:
        digest = _digest(file)
    try:
        with ZipFile(path) as zipped:
            files = _check_sums(zipped)
            chain = Chain.model_validate_json(_page(zipped, CHAIN))
            entries = _walk(zipped, chain)
            gaps = tuple((gap.first, gap.last) for gap in chain.gaps)
            return Look(digest, files, chain.body, chain.first, chain.last, entries, gaps)
    except _Faulty as fault:
        return Look(digest, wrong=fault.wrong, where=fault.where)
    except (BadZipFile, zlib.error, ValueError, LookupError, TypeError, OSError, EOFError):
        return Look(digest, wrong=Wrong.NO_PACK)


def _check_sums(zipped: ZipFile) -> int:
    _check_kinds(zipped)
    said = {
        name: digest
        for digest, _, name in (line.partition("  ") for line in _page(zipped, SUMS).splitlines())
    }
    there = Counter(name for name in zipped.namelist() if name != SUMS)
    for name in sorted({*said, *there}):
        if name not in said or there[name] != 1:
            raise _Faulty(Wrong.FILE, name)
        if _digest_in(zipped, name) != said[name]:
            raise _Faulty(Wrong.FILE, name)
    return len(there)


def _check_kinds(zipped: ZipFile) -> None:
    """Refuse what we never write: encrypted files, files that are packed otherwise, and more than anybody could read."""
    inside = zipped.infolist()
    for each in inside:
        if each.flag_bits & ENCRYPTED or each.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise _Faulty(Wrong.FILE, each.filename)
    if sum(each.file_size for each in inside) > MOST_UNPACKED:
        raise _Faulty(Wrong.NO_PACK, "")


def _digest_in(zipped: ZipFile, name: str) -> str:
    """What a file hashes to; nothing of one that cannot be unpacked."""
    try:
        with zipped.open(name) as file:
            return _digest(file)
    except (BadZipFile, zlib.error):
        return ""


def _page(zipped: ZipFile, name: str) -> str:
    with zipped.open(name) as file:
        return file.read(MOST_OF_A_PAGE).decode()


def _digest(file: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while piece := file.read(COPIED):
        digest.update(piece)
    return digest.hexdigest()


def _walk(zipped: ZipFile, chain: Chain) -> int:
    """Go over the rows; how many they are."""
    gaps = {gap.first: (gap.last, gap.hash) for gap in chain.gaps}
    number, before, count = (chain.first or 1) - 1, chain.before, 0
    for row in _rows(zipped):
        while number + 1 in gaps:
            number, before = gaps[number + 1]
        number += 1
        if row.fields.get("number") != number or row.fields.get("tenant_id") != chain.tenant_id:
            raise _Faulty(Wrong.CHAIN, str(number))
        if before is None or hash_of(before, row) != row.fields.get("hash"):
            raise _Faulty(Wrong.CHAIN, str(number))
        before, count = str(row.fields["hash"]), count + 1
    while number + 1 in gaps:
        number, before = gaps[number + 1]
    if count != chain.count or number != (chain.last or 0):
        raise _Faulty(Wrong.CHAIN, str(number + 1))
    return count


def _rows(zipped: ZipFile) -> Iterator[ArchivedRow]:
    with zipped.open(LINES) as file:
        while line := file.readline(LONGEST_LINE):
            fields = orjson.loads(line)
            if not isinstance(fields, dict):
                raise _Faulty(Wrong.NO_PACK, LINES)
            yield ArchivedRow(cast("dict[str, object]", fields))
