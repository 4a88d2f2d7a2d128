"""Beginning an upload, looking at it, and giving it up."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from yoriai.kit.errors import NotFound, Refused, TooLarge, Wrong
from yoriai.kit.ids import uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.files.content import shown_name
from yoriai.people.files.models import File, State, Upload
from yoriai.people.files.taking.admit import check_name, ruled
from yoriai.people.files.uploads.limits import (
    MOST_IN_LINE,
    TIME,
    Limits,
    ManyInLine,
    ManyUnderWay,
    NoRoom,
)
from yoriai.people.files.usage import give_back, held_usage
from yoriai.platform.jobs.queue import enqueue
from yoriai.platform.work.work import Work

CLEAR = "files.clear"
AGAIN = 20  # seconds


class EmptyFile(Refused):
    """There is nothing in it."""

    code = "files.nothing_in_it"
    status = 422


@dataclass(frozen=True, slots=True)
class Announced:
    """What is said of a file before it comes."""

    request_key: str
    name: str
    length: int


async def begin(work: Work, actor: Actor, limits: Limits, announced: Announced) -> Upload:
    """Begin an upload, with room for all of it; the same request key by the same person is the same upload."""
    if announced.length > limits.most_bytes:
        raise TooLarge(most=limits.most_bytes, name=shown_name(announced.name))
    if not announced.length:
        raise EmptyFile(name=shown_name(announced.name))
    check_name(await ruled(work, actor), shown_name(announced.name))
    usage = await held_usage(work, actor.tenant_id)  # from here on nobody else of this body begins one
    known = await _of_key(work, actor, announced.request_key)
    if known is not None:
        return known
    if await _under_way(work, actor.account_id) >= limits.under_way:
        raise ManyUnderWay(most=limits.under_way)
    if await _in_line(work, actor.account_id) >= MOST_IN_LINE:
        raise ManyInLine(retry_after=AGAIN, most=MOST_IN_LINE)
    if usage.used + announced.length > limits.quota:
        raise NoRoom(most=limits.quota, used=usage.used)
    usage.used += announced.length
    upload = Upload(
        id=uuid7(work.now),
        tenant_id=actor.tenant_id,
        account_id=actor.account_id,
        zone=actor.zone,
        client=actor.client,
        request_key=announced.request_key,
        name=shown_name(announced.name),
        length=announced.length,
        offset=0,
        created_at=work.now,
        expires_at=work.now + TIME,
    )
    work.session.add(upload)
    return upload


async def find(work: Work, actor: Actor, upload_id: UUID, *, held: bool = False) -> Upload:
    """An upload of the actor's own, begun on this side and not over; to anybody else, and over there, there is none."""
    upload = await work.session.get(Upload, upload_id, with_for_update=held or None)
    if upload is None or not _is_here(upload, actor) or upload.expires_at <= work.now:
        raise NotFound
    return upload


async def give_up(work: Work, actor: Actor, upload_id: UUID) -> None:
    """Forget an upload and everything that has come of it. What is whole already is a file, and stays one."""
    await drop(work, await find(work, actor, upload_id, held=True))


async def drop(work: Work, upload: Upload) -> None:
    """The same of one that is held already. Of a file that waits for its check the pieces are all that there is: until
    then its upload is only out of sight, and goes when it is dropped again."""
    if upload.file_id is None:
        await give_back(work, upload.tenant_id, upload.length)
    elif await _waits_for_its_check(work, upload.file_id):
        upload.expires_at = min(upload.expires_at, work.now)
        return
    # Also of what was put together: a piece that came too late, over another line, may lie there still.
    await clear(work, upload.id)
    await work.session.delete(upload)


async def clear(work: Work, upload_id: UUID) -> None:
    """Have the pieces taken away, once this is committed: nothing needs them any more."""
    await enqueue(work, CLEAR, body={"upload_id": str(upload_id)}, unique_key=f"{CLEAR} {upload_id}")


async def _of_key(work: Work, actor: Actor, request_key: str) -> Upload | None:
    mine = (Upload.account_id == actor.account_id, Upload.request_key == request_key)
    known = await work.session.scalar(select(Upload).where(*mine))
    if known is not None and not (_is_here(known, actor) and known.expires_at > work.now):
        raise Wrong(field="request_key", reason="used")
    return known


async def _under_way(work: Work, account_id: UUID) -> int:
    those = (Upload.account_id == account_id, Upload.file_id.is_(None), Upload.expires_at > work.now)
    return await work.session.scalar(select(func.count()).select_from(Upload).where(*those)) or 0


async def _in_line(work: Work, account_id: UUID) -> int:
    those = (File.account_id == account_id, File.state == State.CHECKING)
    return await work.session.scalar(select(func.count()).select_from(File).where(*those)) or 0


async def _waits_for_its_check(work: Work, file_id: UUID) -> bool:
    state = select(File.state).where(File.id == file_id)
    return await work.session.scalar(state) == State.CHECKING


def _is_here(upload: Upload, actor: Actor) -> bool:
    return upload.account_id == actor.account_id and upload.zone == actor.zone
