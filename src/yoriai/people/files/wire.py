"""What is said about files over HTTP."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from yoriai.people.files.models import File


class LimitsOut(BaseModel):
    """What may come in; to be shown before anything does (FILE-1)."""

    most_bytes: int
    """Of one file."""
    piece_bytes: int
    """Of one request that brings a piece."""
    under_way: int
    """Files of one person that are not whole yet."""
    quota_bytes: int
    used_bytes: int
    """Of the body."""
    endings: list[str]
    """What names of files end in that can be made safe here; all others are held or declined."""


class FileOut(BaseModel):
    """A file as whoever brought it sees it. Where its bytes are to be had is not said here."""

    file_id: UUID
    name: str
    size: int
    zone: str
    state: str
    reason: str
    kind: str
    method: str
    width: int | None
    height: int | None
    created_at: datetime


def file_out(file: File) -> FileOut:
    """The row, without hashes and without the proof."""
    return FileOut(
        file_id=file.id,
        name=file.name,
        size=file.size,
        zone=file.zone,
        state=file.state,
        reason=file.reason,
        kind=file.kind,
        method=file.method,
        width=file.width,
        height=file.height,
        created_at=file.created_at,
    )
