"""What becomes of a file, and the record that proves it (S11, S14)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.people.files.sanitizing.reasons import Reason

RULES: Final = 3
"""Counted up whenever a rule here finds, keeps or drops something that it did not before."""


class Method(StrEnum):
    """How a file was made."""

    RECONSTRUCTED = "reconstructed"
    """Built anew of its pixels."""
    IMAGE_PDF = "image_pdf"
    """Pictures of its pages, with their letters to search and copy."""
    TEXT = "text"
    """Its letters, and proven to be nothing else."""


class Outcome(StrEnum):
    """The three ends, and no fourth."""

    DISARMED = "disarmed"
    HELD = "held"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Proof:
    """What was done, to be kept for as long as anybody may ask."""

    found: str
    """The kind that the content is, or the reason why it is none."""
    sha256: str
    size: int
    sha256_made: str
    """Empty where nothing was made."""
    size_made: int
    method: str
    cage: str
    scanner: str
    """The version of the scanner for malware and of its signatures, if it has seen all of the file; empty otherwise."""
    malware: str
    """What it has found, as it calls it."""
    versions: Mapping[str, str]
    seconds: float
    peak: int
    """Bytes of memory that the larger of the processes used."""


@dataclass(frozen=True, slots=True)
class CleanFile:
    """Bytes of which we have made every one. Only `sanitize` makes it."""

    data: bytes
    kind: Kind
    method: Method
    small: bytes
    """A small image to show in lists, made of the same pixels, of a PDF of its first page; empty for text."""
    width: int | None = None
    height: int | None = None
    """In pixels, of an image."""

    @property
    def small_kind(self) -> Kind:
        """The small image is one of two kinds: where anything shines through, it is the one that keeps that."""
        return Kind.PNG if self.small.startswith(b"\x89PNG") else Kind.JPEG

    @property
    def ending(self) -> str:
        """What a name of this file ends in."""
        return MADE_ENDINGS[self.kind]


MADE_ENDINGS: Final[Mapping[Kind, str]] = {
    Kind.JPEG: "jpg",
    Kind.PNG: "png",
    Kind.GIF: "gif",
    Kind.WEBP: "webp",
    Kind.PDF: "pdf",
    Kind.TEXT: "txt",
    Kind.CSV: "csv",
}
"""What names of each kind that is made end in."""


@dataclass(frozen=True, slots=True)
class Disarmed:
    """無害化済み: whoever may read the room may have this file."""

    file: CleanFile
    proof: Proof
    outcome = Outcome.DISARMED


@dataclass(frozen=True, slots=True)
class Withheld:
    """保留 or 拒否, with the one reason. There is nothing that could be handed on."""

    reason: Reason
    proof: Proof

    @property
    def outcome(self) -> Outcome:
        """Whether somebody may still decide otherwise."""
        return Outcome.HELD if self.reason.holds else Outcome.DECLINED


Verdict: TypeAlias = Disarmed | Withheld
