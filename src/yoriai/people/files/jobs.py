"""What is done for files by the clock: what came to nothing goes within a day, and nothing waits for its check for ever."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from sqlalchemy import exists, select

from yoriai.people.files import places
from yoriai.people.files.blobs import Bytes, loosen, take_away
from yoriai.people.files.checking import judge
from yoriai.people.files.models import File, State, StoredBlob, Upload
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.sanitizing.sanitize import unread
from yoriai.people.files.uploads.create import drop
from yoriai.people.files.uploads.finish import key_of
from yoriai.people.files.uploads.limits import TIME
from yoriai.people.files.usage import give_back
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.jobs.models import Job
from yoriai.platform.work.edge import Works

SWEEP = "files.sweep"
MOST_AT_ONCE = 500
LONGEST = timedelta(hours=1)
"""After so long a file that no job is about any more was given up: its check has failed as often as may be."""


async def clear(works: Works, body: Mapping[str, object]) -> None:
    """Take the pieces of an upload away."""
    await works.blobs.delete_below(places.below(UUID(str(body["upload_id"]))))


async def sweep(works: Works, _: Mapping[str, object]) -> None:
    """Let go of uploads that were given up, of files that nothing holds on to, and of bytes that no file leans on."""
    await _hold_what_was_given_up(works)
    await _drop_uploads(works)
    await _drop_files(works)
    await _drop_blobs(works)


async def _drop_uploads(works: Works) -> None:
    async with works.reading() as work:
        over = select(Upload.id).where(Upload.expires_at <= work.now).limit(MOST_AT_ONCE)
        found = (await work.session.scalars(over)).all()
    for upload_id in found:
        async with works.writing() as work:
            upload = await work.session.get(Upload, upload_id, with_for_update=True)
            if upload is not None and upload.expires_at <= work.now:
                await drop(work, upload)


async def _drop_files(works: Works) -> None:
    async with works.reading() as work:
        lonely = (File.attached_at.is_(None), File.created_at <= work.now - TIME)
        those = select(File.id).where(*lonely, File.state != State.CHECKING).limit(MOST_AT_ONCE)
        found = (await work.session.scalars(those)).all()
    for file_id in found:
        async with works.writing() as work:
            file = await work.session.get(File, file_id, with_for_update=True)
            if file is None or file.attached_at is not None:
                continue
            if file.state != State.DECLINED:
                await give_back(work, file.tenant_id, file.size)
            await loosen(work, file)
            await work.session.delete(file)


async def _drop_blobs(works: Works) -> None:
    async with works.reading() as work:
        loose = select(StoredBlob).where(StoredBlob.loose_since <= work.now - TIME).limit(MOST_AT_ONCE)
        found = (await work.session.scalars(loose)).all()
    for each in found:
        these = Bytes(each.tenant_id, each.zone, is_made=each.is_made, sha256=each.sha256)
        await take_away(works, works.blobs, these)


async def _hold_what_was_given_up(works: Works) -> None:
    """An end for a file of which nobody can say what it is: it is held, and goes to nobody (S11)."""
    async with works.reading() as work:
        stuck = (File.state == State.CHECKING, File.created_at <= work.now - LONGEST)
        found = (await work.session.scalars(select(File.id).where(*stuck).limit(MOST_AT_ONCE))).all()
    for file_id in found:
        async with works.writing() as work:
            file = await work.session.get(File, file_id, with_for_update=True)
            is_open = select(exists().where(Job.unique_key == key_of(file_id)))
            if file is None or file.state != State.CHECKING or await work.session.scalar(is_open):
                continue
            work.cause = Cause(tenant_id=file.tenant_id, zone=file.zone)
            await judge(work, file, unread(Reason.DIED, file.sha256, file.size))
