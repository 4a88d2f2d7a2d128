"""The pieces of an upload as they come: each is put away, then counted, and what has come is kept."""

import asyncio
import secrets
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from starlette.requests import ClientDisconnect

from yoriai.kit.errors import Refused, SignedOut, TooLarge
from yoriai.people.access.actor import Actor
from yoriai.people.access.http import Doorkeeper
from yoriai.people.files import places
from yoriai.people.files.models import Upload, UploadPart
from yoriai.people.files.sanitizing.sanitize import MOST_BYTES
from yoriai.people.files.taking.admit import check_content, ruled, sort
from yoriai.people.files.taking.policy import Takes
from yoriai.people.files.uploads.checksum import Checksum, ChecksumWrong
from yoriai.people.files.uploads.create import find, give_up
from yoriai.people.files.uploads.finish import finish
from yoriai.people.files.uploads.limits import MOST_BREAKS, PART, TIME
from yoriai.platform.blobs.address import Address
from yoriai.platform.blobs.store import Blobs
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work


class WrongOffset(Refused):
    """It does not go on there: either side has forgotten something, or another connection was first."""

    code = "files.offset"


class ManyPieces(Refused):
    """It comes in crumbs."""

    code = "files.many_pieces"


@dataclass(frozen=True, slots=True)
class Bringing:
    """Who brings a piece, from where, and where it is put."""

    works: Works
    blobs: Blobs
    doorkeeper: Doorkeeper
    actor: Actor
    cause: Cause
    upload_id: UUID
    looking: asyncio.Semaphore
    """So many files may be looked through as a whole at once."""


@dataclass(frozen=True, slots=True)
class Far:
    """How far an upload has come."""

    offset: int
    length: int
    expires_at: datetime
    file_id: UUID | None


async def receive(
    bringing: Bringing, offset: int, came: AsyncIterator[bytes], checksum: Checksum | None = None
) -> Far:
    """Take in what comes from this offset on. A line that breaks leaves everything that came over it; more than was
    announced is refused without what is too much. With a checksum all of it is taken, or nothing."""
    async with bringing.works.reading(bringing.cause) as work:
        far = far_of(await find(work, bringing.actor, bringing.upload_id))
    if far.offset != offset:
        raise WrongOffset(offset=far.offset)
    if checksum is not None:
        return await _take_all(bringing, far, came, checksum)
    try:
        async for piece in _pieces(far, came):
            far = await _count(bringing, far, [await _put_away(bringing, piece)])
    except _Broke as end:
        if end.rest:
            far = await _count(bringing, far, [await _put_away(bringing, end.rest)])
    return far


async def _take_all(bringing: Bringing, far: Far, came: AsyncIterator[bytes], checksum: Checksum) -> Far:
    """Nothing is counted before all has come and is what its checksum says."""
    hashed, laid = checksum.begun(), list[_Laid]()
    try:
        async for piece in _pieces(far, came):
            hashed.update(piece)
            laid.append(await _put_away(bringing, piece))
        if hashed.digest() != checksum.digest:
            raise ChecksumWrong(offset=far.offset)
    except (_Broke, TooLarge, ChecksumWrong) as end:
        await _forget(bringing, laid)
        if isinstance(end, _Broke):
            return far
        raise
    return await _count(bringing, far, laid)


class _Broke(Exception):
    """The line has ended before its time."""

    def __init__(self, rest: bytes) -> None:
        super().__init__()
        self.rest = rest


@dataclass(frozen=True, slots=True)
class _Laid:
    """A piece that lies there, whether or not it is counted."""

    name: str
    size: int


async def _pieces(far: Far, came: AsyncIterator[bytes]) -> AsyncGenerator[bytes]:
    """What comes, cut as it is put away. `_Broke` holds what was not worth a piece yet."""
    waiting, room = bytearray(), far.length - far.offset
    try:
        async for chunk in came:
            waiting += chunk
            if len(waiting) > room:
                raise TooLarge(most=far.length)
            while len(waiting) >= PART:
                yield bytes(waiting[:PART])
                del waiting[:PART]
                room -= PART
    except ClientDisconnect:
        raise _Broke(bytes(waiting)) from None
    if waiting:
        yield bytes(waiting)


async def _put_away(bringing: Bringing, piece: bytes) -> _Laid:
    """Bytes first, then the row that counts them: what is counted is there."""
    name = secrets.token_hex(16)
    try:
        await bringing.blobs.put_bytes(places.part_at(bringing.upload_id, name), piece)
    except FileNotFoundError:  # given up at this moment, it has no folder any more
        async with bringing.works.reading(bringing.cause) as work:
            await find(work, bringing.actor, bringing.upload_id)
        raise
    return _Laid(name, len(piece))


async def _count(bringing: Bringing, far: Far, laid: Sequence[_Laid]) -> Far:
    """A slow line lasts for hours, and whoever was shut out meanwhile brings nothing more (D20)."""
    try:
        is_last = far.offset + sum(each.size for each in laid) == far.length
        found = await _let_in(bringing, laid) if is_last else ""
        async with bringing.works.writing(bringing.cause) as work:
            if not await bringing.doorkeeper.is_still_in(work, bringing.actor):
                raise SignedOut
            upload = await find(work, bringing.actor, bringing.upload_id, held=True)
            if upload.offset != far.offset:
                raise WrongOffset(offset=upload.offset)
            if any(each.size < PART for each in laid) and await _has_too_many(work, upload, len(laid)):
                raise ManyPieces
            for each in laid:
                part = UploadPart(upload_id=upload.id, offset=upload.offset, size=each.size, name=each.name)
                work.session.add(part)
                upload.offset += each.size
            upload.expires_at = work.now + TIME
            if upload.offset == upload.length:
                await finish(work, upload, client=bringing.actor.client, sort=found)
            return far_of(upload)
    except Refused:
        await _forget(bringing, laid)
        raise


async def _let_in(bringing: Bringing, laid: Sequence[_Laid]) -> str:
    """What sort the whole is with its last pieces, where anybody has to know; refused, the upload is over, and its room
    free again: what may not be brought never becomes a file."""
    async with bringing.works.reading(bringing.cause) as work:
        upload = await find(work, bringing.actor, bringing.upload_id)
        ruling = await ruled(
            work, replace(bringing.actor, client=_common(upload.client, bringing.actor.client))
        )
        lying = [*await _lying(work, upload), *(_place(bringing, each) for each in laid)]
    if ruling.takes is Takes.ALL or upload.length > MOST_BYTES:
        return ""  # too large to be looked into: the check declines it, whatever it is
    try:
        async with bringing.looking:
            found = await sort(b"".join([await bringing.blobs.read_bytes(at) for at in lying]), upload.name)
        check_content(ruling, found, upload.name)
    except Refused:
        async with bringing.works.writing(bringing.cause) as work:
            await give_up(work, bringing.actor, bringing.upload_id)
        raise
    return found


def _common(one: str, other: str) -> str:
    return one if one == other else ""


async def _lying(work: Work, upload: Upload) -> list[Address]:
    parts = select(UploadPart).where(UploadPart.upload_id == upload.id).order_by(UploadPart.offset)
    return [places.part_at(upload.id, each.name) for each in await work.session.scalars(parts)]


async def _has_too_many(work: Work, upload: Upload, more: int) -> bool:
    """To be asked of crumbs alone: of whole pieces there are never more than the file is long."""
    those = select(func.count()).select_from(UploadPart).where(UploadPart.upload_id == upload.id)
    return (await work.session.scalar(those) or 0) + more > upload.length // PART + MOST_BREAKS


async def _forget(bringing: Bringing, laid: Sequence[_Laid]) -> None:
    for each in laid:
        await bringing.blobs.delete(_place(bringing, each))


def _place(bringing: Bringing, laid: _Laid) -> Address:
    return places.part_at(bringing.upload_id, laid.name)


def far_of(upload: Upload) -> Far:
    """The same of a row."""
    return Far(upload.offset, upload.length, upload.expires_at, upload.file_id)
