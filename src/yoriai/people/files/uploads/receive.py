"""The pieces of an upload as they come: each is put away, then counted, and what has come is kept."""

import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from starlette.requests import ClientDisconnect

from yoriai.kit.errors import NotFound, Refused, SignedOut, TooLarge
from yoriai.people.access.actor import Actor
from yoriai.people.access.http import Doorkeeper
from yoriai.people.files import places
from yoriai.people.files.models import Upload, UploadPart
from yoriai.people.files.uploads.create import find
from yoriai.people.files.uploads.finish import finish
from yoriai.people.files.uploads.limits import MOST_BREAKS, PART, TIME
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


@dataclass(frozen=True, slots=True)
class Far:
    """How far an upload has come."""

    offset: int
    length: int
    expires_at: datetime
    file_id: UUID | None


async def receive(bringing: Bringing, offset: int, came: AsyncIterator[bytes]) -> Far:
    """Take in what comes from this offset on. A line that breaks leaves everything that came over it; more than was
    announced is refused without what is too much."""
    async with bringing.works.reading(bringing.cause) as work:
        far = far_of(await find(work, bringing.actor, bringing.upload_id))
    if far.offset != offset:
        raise WrongOffset(offset=far.offset)
    waiting = bytearray()
    try:
        async for chunk in came:
            waiting += chunk
            if far.offset + len(waiting) > far.length:
                raise TooLarge(most=far.length)
            while len(waiting) >= PART:
                far = await _put_away(bringing, far, bytes(waiting[:PART]))
                del waiting[:PART]
    except ClientDisconnect:
        pass
    if waiting:
        far = await _put_away(bringing, far, bytes(waiting))
    return far


async def _put_away(bringing: Bringing, far: Far, piece: bytes) -> Far:
    """Bytes first, then the row that counts them: what is counted is there. A slow line lasts for hours, and whoever
    was shut out meanwhile brings nothing more (D20)."""
    name = secrets.token_hex(16)
    place = places.part_at(bringing.upload_id, name)
    try:
        await bringing.blobs.put_bytes(place, piece)
    except FileNotFoundError:  # given up at this moment, it has no folder any more
        async with bringing.works.reading(bringing.cause) as work:
            await find(work, bringing.actor, bringing.upload_id)
        raise
    try:
        async with bringing.works.writing(bringing.cause) as work:
            if not await bringing.doorkeeper.is_still_in(work, bringing.actor):
                raise SignedOut
            upload = await find(work, bringing.actor, bringing.upload_id, held=True)
            if upload.offset != far.offset:
                raise WrongOffset(offset=upload.offset)
            if await _pieces_of(work, upload) >= upload.length // PART + MOST_BREAKS:
                raise ManyPieces
            part = UploadPart(upload_id=upload.id, offset=upload.offset, size=len(piece), name=name)
            work.session.add(part)
            upload.offset += len(piece)
            upload.expires_at = work.now + TIME
            if upload.offset == upload.length:
                await finish(work, upload)
            return far_of(upload)
    except (WrongOffset, NotFound, SignedOut, ManyPieces):
        await bringing.blobs.delete(place)
        raise


async def _pieces_of(work: Work, upload: Upload) -> int:
    those = select(func.count()).select_from(UploadPart).where(UploadPart.upload_id == upload.id)
    return await work.session.scalar(those) or 0


def far_of(upload: Upload) -> Far:
    """The same of a row."""
    return Far(upload.offset, upload.length, upload.expires_at, upload.file_id)
