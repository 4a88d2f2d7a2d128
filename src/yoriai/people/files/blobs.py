"""Which bytes lie in the store, and who leans on them. A row is there before its bytes, so that none are ever lost
sight of; it is loose until a file leans on it, and what is loose for a day is taken away."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Self
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Uuid,
    and_,
    bindparam,
    delete,
    exists,
    or_,
    text,
    update,
)

from yoriai.people.files import places
from yoriai.people.files.models import File, State, StoredBlob
from yoriai.people.files.uploads.limits import TIME
from yoriai.platform.blobs.address import Address
from yoriai.platform.db.base import UtcTime
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

GOING: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for `loose_since` while bytes are being taken away, and `created_at` for when that began. Nobody leans on them
any more, and whoever wants to waits until they are gone."""
GIVEN_UP: Final = timedelta(hours=1)
"""After so long whoever was taking them away is dead, and somebody else does it."""
IN_TIME: Final = timedelta(minutes=10)
"""Whoever has come to it only later lets it be: somebody else may be about it by now."""

PLAINLY: Final = {"synchronize_session": False}  # no row is held as an object here
_CLAIM: Final = text(
    "INSERT INTO stored_blobs (tenant_id, zone, is_made, sha256, size, created_at, loose_since)"
    " VALUES (:tenant_id, :zone, :is_made, :sha256, :size, :now, :now)"
    " ON CONFLICT (tenant_id, zone, is_made, sha256) DO UPDATE SET loose_since ="
    " CASE WHEN stored_blobs.loose_since IS NULL THEN NULL"
    " WHEN stored_blobs.loose_since = :going THEN stored_blobs.loose_since ELSE excluded.loose_since END"
    " RETURNING coalesce(loose_since = :going, false)"
).bindparams(
    bindparam("tenant_id", type_=Uuid()),
    bindparam("is_made", type_=Boolean()),
    bindparam("size", type_=BigInteger()),
    bindparam("now", type_=UtcTime()),
    bindparam("going", GOING, type_=UtcTime()),
)


class StillGoing(Exception):
    """These very bytes are being taken away: in a moment they can be put there anew."""


@dataclass(frozen=True, slots=True)
class Bytes:
    """Some content of a body, by the side on which it, or what it was made of, came in."""

    tenant_id: UUID
    zone: str
    is_made: bool
    sha256: str

    @classmethod
    def of(cls, row: StoredBlob) -> Self:
        """Those of a row."""
        return cls(row.tenant_id, row.zone, row.is_made, row.sha256)

    @property
    def place(self) -> Address:
        """Where they lie."""
        return places.at(self.tenant_id, self.zone, self.sha256, is_made=self.is_made)


def original(file: File) -> Bytes:
    """What came in."""
    return Bytes(file.tenant_id, file.zone, is_made=False, sha256=file.sha256)


def made(file: File, sha256: str) -> Bytes:
    """What was built of it."""
    return Bytes(file.tenant_id, file.zone, is_made=True, sha256=sha256)


async def claim(work: Work, these: Bytes, size: int) -> None:
    """Say that these bytes are about to be put away, or leant on anew: for a day nobody takes them away. `StillGoing`
    where somebody is about to."""
    row = {
        "tenant_id": these.tenant_id,
        "zone": these.zone,
        "is_made": these.is_made,
        "sha256": these.sha256,
    }
    if await work.session.scalar(_CLAIM, row | {"size": size, "now": work.now}):
        raise StillGoing


async def tie(work: Work, these: Bytes) -> None:
    """A file leans on them, in this very work."""
    await work.session.execute(update(StoredBlob).where(_is_of([these])).values(loose_since=None))


async def loosen(work: Work, *files: File) -> None:
    """These files lean on nothing any more. What no other one leans on is gone in a day."""
    leant = [
        each
        for file in files
        for each in (original(file), *(made(file, its) for its in _made_of(file)))
        if each.sha256
    ]
    if leant:
        loose = update(StoredBlob).where(_is_of(leant), StoredBlob.loose_since.is_(None))
        await work.session.execute(loose.values(loose_since=work.now))


def is_left(now: datetime) -> ColumnElement[bool]:
    """True of the row of bytes that nobody has leant on for a day, and nobody takes away already."""
    is_free = or_(StoredBlob.loose_since != GOING, StoredBlob.created_at <= now - GIVEN_UP)
    return and_(StoredBlob.loose_since <= now - TIME, is_free)


async def take_away(works: Works, those: Collection[Bytes]) -> None:
    """Take loose bytes away, except those on which a file leans after all. No work is open meanwhile, however slow the
    store is. What was not taken away is found again by the next sweep."""
    began = works.now()
    going = await _going(works, those)
    for these in going:
        if works.now() - began > IN_TIME:
            return
        await works.blobs.delete(these.place)
    if going:
        async with works.writing() as work:
            gone = delete(StoredBlob).where(_is_of(going), StoredBlob.loose_since == GOING)
            await work.session.execute(gone, execution_options=PLAINLY)


async def _going(works: Works, those: Collection[Bytes]) -> Collection[Bytes]:
    """Of these bytes those that nobody leans on, kept from now on from whoever might want to."""
    async with works.writing() as work:
        loose = (_is_of(those), is_left(work.now))
        for is_made in (False, True):  # each by its own indexes
            again = update(StoredBlob).where(
                *loose, StoredBlob.is_made.is_(is_made), _is_leant_on(is_made=is_made)
            )
            await work.session.execute(again.values(loose_since=None), execution_options=PLAINLY)
        taken = update(StoredBlob).where(*loose).values(loose_since=GOING, created_at=work.now)
        keys = (StoredBlob.tenant_id, StoredBlob.zone, StoredBlob.is_made, StoredBlob.sha256)
        rows = await work.session.execute(taken.returning(*keys), execution_options=PLAINLY)
        return [Bytes(*row) for row in rows]


def _is_of(those: Collection[Bytes]) -> ColumnElement[bool]:
    """True of their rows."""
    groups = defaultdict[tuple[UUID, str, bool], list[str]](list)
    for each in those:
        groups[each.tenant_id, each.zone, each.is_made].append(each.sha256)
    return or_(
        *(
            and_(
                StoredBlob.tenant_id == tenant_id,
                StoredBlob.zone == zone,
                StoredBlob.is_made.is_(is_made),
                StoredBlob.sha256.in_(hashes),
            )
            for (tenant_id, zone, is_made), hashes in groups.items()
        )
    )


def _made_of(file: File) -> tuple[str, ...]:
    return file.sha256_made, file.sha256_small, file.sha256_face


def _is_leant_on(*, is_made: bool) -> ColumnElement[bool]:
    columns = [File.sha256_made, File.sha256_small, File.sha256_face] if is_made else [File.sha256]
    same = (File.tenant_id == StoredBlob.tenant_id, File.zone == StoredBlob.zone)
    of_this = or_(*(column == StoredBlob.sha256 for column in columns))
    return exists().where(*same, File.state != State.DECLINED, of_this)
