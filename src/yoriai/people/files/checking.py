"""The check of one file: put together, made anew where that can be, and judged, once. A job, and nobody waits for it."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from math import inf
from typing import Final
from uuid import UUID

from sqlalchemy import delete, func, select

from yoriai.people.files import places
from yoriai.people.files.blobs import claim, loosen, made, original, tie
from yoriai.people.files.facts import FileJudged
from yoriai.people.files.models import File, State, UploadPart
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.sanitizing.sanitize import MOST_BYTES, Means, judged, unread
from yoriai.people.files.sanitizing.verdict import CleanFile, Disarmed, Verdict, Withheld
from yoriai.people.files.taking.admit import sort
from yoriai.people.files.taking.policy import Sort
from yoriai.people.files.uploads.create import clear
from yoriai.people.files.uploads.finish import CHECK_LONG, long_key_of, long_keys_of
from yoriai.people.files.usage import give_back
from yoriai.platform.blobs.address import Address
from yoriai.platform.blobs.store import Blobs
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.jobs.models import Job
from yoriai.platform.jobs.queue import enqueue
from yoriai.platform.outside.cage.beside import beside
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

FIRST_TRY: Final = 6.0
"""Seconds, in which whatever is usually brought is done with several times over."""
MOST_LATE: Final = 2
"""Files of one person in the long line. While there are so many, their others go there at once."""


async def check(works: Works, body: Mapping[str, object]) -> None:
    """Judge a file that waits for it, if that is soon done; what takes long is left to the long line, where it keeps
    nobody else's waiting. It is the same if it is done again: what is judged stays so."""
    await _check(works, body, FIRST_TRY)


async def check_long(works: Works, body: Mapping[str, object]) -> None:
    """The same with all the time that a file may take."""
    await _check(works, body, inf)


async def _check(works: Works, body: Mapping[str, object], within: float) -> None:
    file, is_first = await _whole(works, body), within < inf
    if file is None:
        return
    if is_first and await _is_late_often(works, file):
        await _leave_for_later(works, file, body)
        return
    verdict, found = await _judged(works, file, within)
    if is_first and isinstance(verdict, Withheld) and verdict.reason is Reason.LATE:
        await _leave_for_later(works, file, body)
    else:
        await _conclude(works, file, verdict, found)


async def _conclude(works: Works, file: File, verdict: Verdict, found: Sort) -> None:
    if isinstance(verdict, Disarmed):
        await _put_away(works, file, verdict.file)
    async with works.writing(Cause(tenant_id=file.tenant_id, zone=file.zone)) as work:
        held = await work.session.get(File, file.id, with_for_update=True)
        if held is not None and held.state == State.CHECKING:
            held.sort = held.sort or found
            await judge(work, held, verdict)


async def judge(work: Work, file: File, verdict: Verdict) -> None:
    """Write the verdict down, and tell whoever brought the file. The decision is bound to the hash (S14)."""
    file.state, file.judged_at = State(verdict.outcome), work.now
    file.proof = asdict(verdict.proof)
    if isinstance(verdict, Disarmed):
        await _lean_on(work, file, verdict.file)
    else:
        file.reason = verdict.reason
    if not file.takes_room:  # nothing is kept of it but the record
        await give_back(work, file.tenant_id, file.size)
        await loosen(work, file)
    fact = FileJudged(
        account_id=file.account_id,
        file_id=file.id,
        zone=file.zone,
        state=file.state,
        reason=file.reason,
        found=verdict.proof.found,
        method=file.method,
        sha256=file.sha256,
        sha256_made=file.sha256_made,
    )
    work.state(fact, by=None)


async def _whole(works: Works, body: Mapping[str, object]) -> File | None:
    """The file, put together, if it still waits."""
    file = await _waiting(works, UUID(str(body["file_id"])))
    if file is None or file.sha256:
        return file
    await _put_together(works, file, UUID(str(body["upload_id"])))
    return await _waiting(works, file.id)


async def _is_late_often(works: Works, file: File) -> bool:
    async with works.reading() as work:
        in_line = (Job.done_at.is_(None), Job.kind == CHECK_LONG)
        theirs = Job.unique_key.startswith(long_keys_of(file.account_id), autoescape=True)
        late = await work.session.scalar(select(func.count()).select_from(Job).where(*in_line, theirs))
        return (late or 0) >= MOST_LATE


async def _leave_for_later(works: Works, file: File, body: Mapping[str, object]) -> None:
    key = long_key_of(file.account_id, file.id)
    async with works.writing() as work:
        await enqueue(work, CHECK_LONG, body=body, unique_key=key)


async def _waiting(works: Works, file_id: UUID) -> File | None:
    async with works.reading() as work:
        file = await work.session.get(File, file_id)
        return file if file is not None and file.state == State.CHECKING else None


async def _put_together(works: Works, file: File, upload_id: UUID) -> None:
    """One blob of all pieces. They are read twice, so that no file is ever in memory as a whole."""
    async with works.reading() as work:
        asked = select(UploadPart).where(UploadPart.upload_id == upload_id).order_by(UploadPart.offset)
        parts = (await work.session.scalars(asked)).all()
        lying = [places.part_at(upload_id, each.name) for each in parts]
        is_all = sum(each.size for each in parts) == file.size
    if not is_all:  # somebody else was faster, and they are gone
        return
    hashed = sha256()
    async for piece in _pieces(works.blobs, lying):
        hashed.update(piece)
    file.sha256 = hashed.hexdigest()
    async with works.writing() as work:
        await claim(work, original(file), file.size)
    await works.blobs.put(places.original_of(file), _pieces(works.blobs, lying))
    async with works.writing() as work:
        held = await work.session.get(File, file.id, with_for_update=True)
        if held is not None and not held.sha256:
            held.sha256 = file.sha256
            await tie(work, original(held))
        await work.session.execute(delete(UploadPart).where(UploadPart.upload_id == upload_id))
        await clear(work, upload_id)


async def _pieces(blobs: Blobs, lying: Sequence[Address]) -> AsyncIterator[bytes]:
    for place in lying:
        async for piece in blobs.read(place):
            yield piece


async def _judged(works: Works, file: File, within: float) -> tuple[Verdict, Sort]:
    """With its sort, which a later rule, or that of another body, may ask for though nobody had to know it before."""
    if file.size > MOST_BYTES:
        return unread(Reason.TOO_LARGE, file.sha256, file.size), Sort.OTHER
    data = await works.blobs.read_bytes(places.original_of(file))
    home = works.home
    faces, scanner = (home.typefaces, home.scanner) if home else (None, None)
    means = Means(faces=faces, scanner=scanner, within=within)
    verdict = await beside(lambda: judged(data, file.name, means))
    found = Sort(file.sort) if file.sort else await sort(data, file.name)
    return verdict, found if isinstance(found, Sort) else Sort.OTHER


async def _put_away(works: Works, file: File, clean: CleanFile) -> None:
    for data in filter(None, (clean.data, clean.small)):
        these = made(file, sha256(data).hexdigest())
        async with works.writing() as work:
            await claim(work, these, len(data))
        await works.blobs.put_bytes(places.made_at(file, these.sha256), data)


async def _lean_on(work: Work, file: File, clean: CleanFile) -> None:
    file.kind, file.method, file.size_made = clean.kind, clean.method, len(clean.data)
    file.sha256_made = sha256(clean.data).hexdigest()
    file.width, file.height = clean.width, clean.height
    await tie(work, made(file, file.sha256_made))
    if clean.small:
        file.sha256_small = sha256(clean.small).hexdigest()
        file.kind_small = clean.small_kind
        await tie(work, made(file, file.sha256_small))
