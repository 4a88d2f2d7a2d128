"""What is done for files by the clock: what came to nothing goes within a day, and nothing waits for its check for ever."""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, exists, not_, select

from yoriai.people.files import places
from yoriai.people.files.blobs import PLAINLY, Bytes, is_left, loosen, take_away
from yoriai.people.files.checking import judge
from yoriai.people.files.models import File, State, StoredBlob, Upload
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.sanitizing.sanitize import unread
from yoriai.people.files.uploads.create import clear as clear_pieces
from yoriai.people.files.uploads.create import drop
from yoriai.people.files.uploads.finish import key_of, long_key_of
from yoriai.people.files.uploads.limits import TIME
from yoriai.people.files.usage import give_back
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.jobs.models import Job
from yoriai.platform.work.edge import Works

SWEEP = "files.sweep"
TIDY = "files.tidy"
AT_A_TIME = 200
"""In one work, which is over in less than the fifth of a second that others wait for."""
MOST_AT_ONCE = 500
LONGEST = timedelta(hours=1)
"""After so long a file that no job is about any more was given up: its check has failed as often as may be."""


async def clear(works: Works, body: Mapping[str, object]) -> None:
    """Take the pieces of an upload away."""
    await works.blobs.delete_below(places.below(UUID(str(body["upload_id"]))))


async def sweep(works: Works, _: Mapping[str, object]) -> None:
    """Let go of uploads that were given up, of files that nothing holds on to, and of bytes that no file leans on:
    however many there are, many at a time."""
    await _hold_what_was_given_up(works)
    for drops in (_drop_uploads, _drop_files, _drop_blobs):
        while await drops(works) == AT_A_TIME:
            pass


async def tidy(works: Works, _: Mapping[str, object]) -> None:
    """Take away what was left where a server died while it put a blob away."""
    await works.blobs.tidy()


async def _drop_uploads(works: Works) -> int:
    """How many were dropped. Of a file that waits for its check the pieces are all that there is: it keeps them."""
    async with works.writing() as work:
        waits = exists().where(File.id == Upload.file_id, File.state == State.CHECKING)
        over = (Upload.expires_at <= work.now, not_(waits))
        some = select(Upload).where(*over).order_by(Upload.id).limit(AT_A_TIME)
        found = (await work.session.scalars(some.with_for_update())).all()
        for upload in found:
            if upload.file_id is None:
                await drop(work, upload)
        whole = [upload.id for upload in found if upload.file_id is not None]
        await work.session.execute(delete(Upload).where(Upload.id.in_(whole)), execution_options=PLAINLY)
        return len(found)


async def _drop_files(works: Works) -> int:
    async with works.writing() as work:
        lonely = (
            File.attached_at.is_(None),
            File.created_at <= work.now - TIME,
            File.state != State.CHECKING,
        )
        some = select(File).where(*lonely).order_by(File.id).limit(AT_A_TIME)
        found = (await work.session.scalars(some.with_for_update())).all()
        taken = Counter[UUID]()
        for file in found:
            if file.takes_room:
                taken[file.tenant_id] += file.size
        for tenant_id, size in taken.items():
            await give_back(work, tenant_id, size)
        await loosen(work, *found)
        gone = delete(File).where(File.id.in_([file.id for file in found]))
        await work.session.execute(gone, execution_options=PLAINLY)
        return len(found)


async def _drop_blobs(works: Works) -> int:
    """How many were looked at: those that a file leans on after all are loose no more."""
    async with works.reading() as work:
        loose = select(StoredBlob).where(is_left(work.now)).limit(AT_A_TIME)
        found = [Bytes.of(row) for row in await work.session.scalars(loose)]
    if found:
        await take_away(works, found)
    return len(found)


async def _hold_what_was_given_up(works: Works) -> None:
    """An end for a file of which nobody can say what it is: it is held, and goes to nobody (S11)."""
    async with works.reading() as work:
        stuck = (File.state == State.CHECKING, File.created_at <= work.now - LONGEST)
        found = (await work.session.scalars(select(File.id).where(*stuck).limit(MOST_AT_ONCE))).all()
    for file_id in found:
        async with works.writing() as work:
            file = await work.session.get(File, file_id, with_for_update=True)
            if file is None or file.state != State.CHECKING:
                continue
            keys = (key_of(file_id), long_key_of(file.account_id, file_id))
            if await work.session.scalar(select(exists().where(Job.unique_key.in_(keys)))):
                continue
            work.cause = Cause(tenant_id=file.tenant_id, zone=file.zone)
            await judge(work, file, unread(Reason.DIED, file.sha256, file.size))
            for upload_id in await work.session.scalars(select(Upload.id).where(Upload.file_id == file_id)):
                await clear_pieces(work, upload_id)
