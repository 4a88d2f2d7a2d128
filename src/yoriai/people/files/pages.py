"""Pages of a PDF that was built here, as pictures of its bytes: for whoever looks at it, and wherever nothing is saved."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from yoriai.people.files import places
from yoriai.people.files.content import TYPES
from yoriai.people.files.models import File
from yoriai.people.files.policy import Rendition
from yoriai.people.files.sanitizing.kinds import Kind
from yoriai.people.files.sanitizing.papers.viewing import (
    HEAD,
    TAIL,
    Picture,
    Register,
    Sum,
    picture_in,
    register_in,
)
from yoriai.people.files.sanitizing.verdict import MADE_ENDINGS
from yoriai.platform.blobs.address import Address
from yoriai.platform.blobs.store import Blobs


@dataclass(frozen=True, slots=True)
class Page:
    """One page on its way out. Its bytes are read when they are asked for."""

    blobs: Blobs
    address: Address
    """Of the PDF."""
    name: str
    picture: Picture

    @property
    def media_type(self) -> str:
        """Of what we made ourselves."""
        return TYPES[self.picture.kind]

    async def size(self) -> int:
        """Bytes."""
        return self.picture.size

    async def stream(self, start: int, end: int) -> AsyncIterator[bytes]:
        """From `start` up to but not including `end`; a wrong byte ends it before it is told (`Damaged`)."""
        at = 0
        async for piece in self._pieces():
            if some := piece[max(start - at, 0) : max(end - at, 0)]:
                yield some
            at += len(piece)
            if at >= end:
                return

    async def _pieces(self) -> AsyncIterator[bytes]:
        """From the first byte, whatever is asked for: what ends a PNG is known when all of it has gone by."""
        picture, added = self.picture, Sum()
        yield picture.before
        async for piece in self.blobs.read(self.address, picture.start, picture.end):
            added.add(piece)
            yield piece
        if picture.before:
            yield added.behind()


def has_pages(file: File, which: Rendition) -> bool:
    """Whether there are pages to be looked at by whoever gets this of a file: of what was built, and of nothing else."""
    return which is not Rendition.NONE and file.kind == Kind.PDF and bool(file.sha256_made)


async def count_of(blobs: Blobs, file: File) -> int:
    """How many pages a PDF has. `NoSuchPage` where it is none that we know how to show."""
    return (await _register(blobs, places.clean_of(file))).pages


async def page_of(blobs: Blobs, file: File, number: int) -> Page:
    """The page of this number, from 0. `NoSuchPage` where there is none."""
    address = places.clean_of(file)
    span = (await _register(blobs, address)).span(number)
    picture = picture_in(await _read(blobs, address, span[0], min(span[0] + HEAD, span[1])), span, number)
    return Page(blobs, address, name_of(file, number, picture.kind), picture)


def name_of(file: File, number: int, kind: Kind = Kind.PNG) -> str:
    """What a page is called."""
    return f"{file.name.rpartition('.')[0] or file.name}-{number + 1}.{MADE_ENDINGS[kind]}"


async def _register(blobs: Blobs, address: Address) -> Register:
    size = await blobs.size(address)
    return register_in(await _read(blobs, address, max(0, size - TAIL), size), size)


async def _read(blobs: Blobs, address: Address, start: int, end: int) -> bytes:
    return b"".join([piece async for piece in blobs.read(address, start, end)])
