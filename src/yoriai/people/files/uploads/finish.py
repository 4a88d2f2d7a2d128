"""An upload that is whole becomes a file, which nobody gets before it was checked."""

from uuid import UUID

from yoriai.kit.ids import uuid7
from yoriai.people.files.models import File, State, Upload
from yoriai.platform.jobs.queue import enqueue
from yoriai.platform.work.work import Work

CHECK = "files.check"
CHECK_LONG = "files.check_long"
"""Of what was not done in its first try. It has a line of its own."""


async def finish(work: Work, upload: Upload, *, client: str, sort: str) -> None:
    """Make the file, and leave its check to a job: in the same work as the last piece. Begun with one kind of client
    and ended with another, it came with neither."""
    file = File(
        id=uuid7(work.now),
        tenant_id=upload.tenant_id,
        account_id=upload.account_id,
        name=upload.name,
        size=upload.length,
        zone=upload.zone,
        client=client if client == upload.client else "",
        sort=sort,
        state=State.CHECKING,
        created_at=work.now,
    )
    work.session.add(file)
    upload.file_id = file.id
    body = {"file_id": str(file.id), "upload_id": str(upload.id)}
    await enqueue(work, CHECK, body=body, unique_key=key_of(file.id))


def key_of(file_id: UUID) -> str:
    """Of the one open job that checks this file for the first time."""
    return f"{CHECK} {file_id}"


def long_key_of(account_id: UUID, file_id: UUID) -> str:
    """Of the one open job that takes its time over it; all of one person's begin alike (`long_keys_of`)."""
    return f"{long_keys_of(account_id)}{file_id}"


def long_keys_of(account_id: UUID) -> str:
    """How the keys begin of everything of this person's that waits in the long line."""
    return f"{CHECK_LONG} {account_id} "
