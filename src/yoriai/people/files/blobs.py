"""Which bytes lie in the store, and who leans on them. A row is there before its bytes, so that none are ever lost
sight of; it is loose until a file leans on it, and what is loose for a day is taken away."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Uuid,
    and_,
    bindparam,
    exists,
    or_,
    select,
    text,
    update,
)

from yoriai.people.files import places
from yoriai.people.files.models import File, State, StoredBlob
from yoriai.people.files.uploads.limits import TIME
from yoriai.platform.blobs.store import Blobs
from yoriai.platform.db.base import UtcTime
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

_CLAIM: Final = text(
    "INSERT INTO stored_blobs (tenant_id, zone, is_made, sha256, size, created_at, loose_since)"
    " VALUES (:tenant_id, :zone, :is_made, :sha256, :size, :now, :now)"
    " ON CONFLICT (tenant_id, zone, is_made, sha256) DO UPDATE SET loose_since ="
    " CASE WHEN stored_blobs.loose_since IS NULL THEN NULL ELSE excluded.loose_since END"
).bindparams(
    bindparam("tenant_id", type_=Uuid()),
    bindparam("is_made", type_=Boolean()),
    bindparam("size", type_=BigInteger()),
    bindparam("now", type_=UtcTime()),
)


@dataclass(frozen=True, slots=True)
class Bytes:
    """Some content of a body, by the side on which it, or what it was made of, came in."""

    tenant_id: UUID
    zone: str
    is_made: bool
    sha256: str

    def is_this(self) -> ColumnElement[bool]:
        """True of its row."""
        return and_(
            StoredBlob.tenant_id == self.tenant_id,
            StoredBlob.zone == self.zone,
            StoredBlob.is_made.is_(self.is_made),
            StoredBlob.sha256 == self.sha256,
        )


def original(file: File) -> Bytes:
    """What came in."""
    return Bytes(file.tenant_id, file.zone, is_made=False, sha256=file.sha256)


def made(file: File, sha256: str) -> Bytes:
    """What was built of it."""
    return Bytes(file.tenant_id, file.zone, is_made=True, sha256=sha256)


async def claim(work: Work, these: Bytes, size: int) -> None:
    """Say that these bytes are about to be put away, or leant on anew: for a day nobody takes them away."""
    row = {
        "tenant_id": these.tenant_id,
        "zone": these.zone,
        "is_made": these.is_made,
        "sha256": these.sha256,
    }
    await work.session.execute(_CLAIM, row | {"size": size, "now": work.now})


async def tie(work: Work, these: Bytes) -> None:
    """A file leans on them, in this very work."""
    await work.session.execute(update(StoredBlob).where(these.is_this()).values(loose_since=None))


async def loosen(work: Work, file: File) -> None:
    """The file leans on nothing any more. What no other one leans on is gone in a day."""
    leant = [original(file), *(made(file, each) for each in (file.sha256_made, file.sha256_small))]
    those = [each.is_this() for each in leant if each.sha256]
    if those:
        loose = update(StoredBlob).where(or_(*those), StoredBlob.loose_since.is_(None))
        await work.session.execute(loose.values(loose_since=work.now))


async def take_away(works: Works, blobs: Blobs, these: Bytes) -> None:
    """Take loose bytes away, unless a file leans on them after all. Whoever wants them again meanwhile waits for the
    end of this, and puts them there anew."""
    async with works.writing() as work:
        held = select(StoredBlob).where(these.is_this()).with_for_update()
        row = await work.session.scalar(held)
        if row is None or row.loose_since is None or row.loose_since > work.now - TIME:
            return
        if await work.session.scalar(select(_is_leant_on(these))):
            row.loose_since = None
            return
        await blobs.delete(places.place_of(row))
        await work.session.delete(row)


def _is_leant_on(these: Bytes) -> ColumnElement[bool]:
    hashes = [File.sha256_made, File.sha256_small] if these.is_made else [File.sha256]
    of_this = or_(*(column == these.sha256 for column in hashes))
    same = (File.tenant_id == these.tenant_id, File.zone == these.zone, File.state != State.DECLINED)
    return exists().where(*same, of_this)
