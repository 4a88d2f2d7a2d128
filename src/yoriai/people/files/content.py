"""The bytes of a file on their way out, as the policy has decided; whoever serves them decides nothing more."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Final

from yoriai.kit.file_names import file_name
from yoriai.people.files import places
from yoriai.people.files.models import File
from yoriai.people.files.policy import Rendition
from yoriai.people.files.sanitizing.kinds import ENDINGS, Kind
from yoriai.people.files.sanitizing.verdict import MADE_ENDINGS
from yoriai.platform.blobs.address import Address
from yoriai.platform.blobs.store import Blobs

UNNAMED: Final = "file"
FACE: Final = f"face.{MADE_ENDINGS[Kind.JPEG]}"
"""Whose it is and how the file was called is said to nobody who sees it."""
OCTETS: Final = "application/octet-stream"
TYPES: Final[Mapping[str, str]] = {
    Kind.JPEG: "image/jpeg",
    Kind.PNG: "image/png",
    Kind.GIF: "image/gif",
    Kind.WEBP: "image/webp",
    Kind.PDF: "application/pdf",
    Kind.TEXT: "text/plain; charset=utf-8",
    Kind.CSV: "text/csv; charset=utf-8",
}
"""Of what is made here."""


@dataclass(frozen=True, slots=True)
class Content:
    """What may be handed out, and under which name. Its bytes are read when they are asked for."""

    blobs: Blobs
    address: Address
    name: str
    media_type: str
    """Of what we made ourselves. Of an original nothing is claimed."""

    async def size(self) -> int:
        """Bytes."""
        return await self.blobs.size(self.address)

    def stream(self, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """From `start` up to but not including `end`; a wrong byte ends it before it is told (`Damaged`)."""
        return self.blobs.read(self.address, start, end)


def content_of(blobs: Blobs, file: File, which: Rendition) -> Content | None:
    """The rendition that `policy.rendition` has allowed; None where it allows none, or where nothing was made."""
    if which is Rendition.ORIGINAL and file.sha256:
        return Content(blobs, places.original_of(file), file.name, OCTETS)
    if which is Rendition.CLEAN and file.sha256_made:
        return Content(blobs, places.clean_of(file), clean_name(file), TYPES.get(file.kind, OCTETS))
    return None


def small_of(blobs: Blobs, file: File, which: Rendition) -> Content | None:
    """The small picture, where anything of the file may be handed out at all. It is always one that we made."""
    if which is Rendition.NONE or not file.sha256_small:
        return None
    name = f"{file.name.rpartition('.')[0] or file.name}-small.{MADE_ENDINGS[Kind(file.kind_small)]}"
    return Content(blobs, places.small_of(file), name, TYPES.get(file.kind_small, OCTETS))


def face_of(blobs: Blobs, file: File, which: Rendition) -> Content | None:
    """The face that was made of it, where anything of the file may be handed out at all: on either side the same."""
    if which is Rendition.NONE or not file.sha256_face:
        return None
    return Content(blobs, places.face_of(file), FACE, TYPES[Kind.JPEG])


def clean_name(file: File) -> str:
    """The name with the ending of what was made: of a photograph that came as .heic, .jpg."""
    if not file.kind:
        return file.name
    stem, dot, ending = file.name.rpartition(".")
    if dot and ending.casefold() in ENDINGS[Kind(file.kind)]:
        return file.name
    return f"{stem or ending}.{MADE_ENDINGS[Kind(file.kind)]}"


def shown_name(given: str) -> str:
    """A client's name as it is kept and shown (N61)."""
    return file_name(given, otherwise=UNNAMED)
