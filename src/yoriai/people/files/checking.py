"""The check of one file: put together, made anew where that can be, and judged, once. A job, and nobody waits for it."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from uuid import UUID

from sqlalchemy import delete, select

from yoriai.people.files import places
from yoriai.people.files.blobs import claim, loosen, made, original, tie
from yoriai.people.files.facts import FileJudged
from yoriai.people.files.models import File, State, UploadPart
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.sanitizing.sanitize import MOST_BYTES, sanitize, unread
from yoriai.people.files.sanitizing.verdict import CleanFile, Disarmed, Verdict
from yoriai.people.files.taking.admit import sort
from yoriai.people.files.taking.policy import Sort
from yoriai.people.files.uploads.create import clear
from yoriai.people.files.usage import give_back
from yoriai.platform.blobs.address import Address
from yoriai.platform.blobs.store import Blobs
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.outside.cage.beside import beside
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work


async def check(works: Works, body: Mapping[str, object]) -> None:
    """Judge a file that waits for it. It is the same if it is done again: what is judged stays so."""
    file = await _waiting(works, UUID(str(body["file_id"])))
    if file is not None and not file.sha256:
        await _put_together(works, file, UUID(str(body["upload_id"])))
        file = await _waiting(works, file.id)
    if file is None:
        return
    verdict, found = await _judged(works, file)
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


async def _judged(works: Works, file: File) -> tuple[Verdict, str]:
    """With its sort, which a later rule, or that of another body, may ask for though nobody had to know it before."""
    if file.size > MOST_BYTES:
        return unread(Reason.TOO_LARGE, file.sha256, file.size), Sort.OTHER
    data = await works.blobs.read_bytes(places.original_of(file))
    home = works.home
    faces, scanner = (home.typefaces, home.scanner) if home else (None, None)
    verdict = await beside(lambda: sanitize(data, file.name, faces=faces, scanner=scanner))
    found = await sort(data, file.name)
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
