"""What is said about files over HTTP."""

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
    """What names of files end in that may be brought and can be made safe here; all others are refused, held or
    declined."""
    takes: str
    """What the asker may bring from where they are: nothing, images, images_video, images_video_audio or all (FILE-5)."""
    rule: str
    """Whose rule keeps out the rest: that of the organization, or of the network (FILE-6)."""
    client: str
    """As which kind of client the asker's is counted: desktop or phone."""


class FileOut(BaseModel):
    """A file, without hashes and without the proof. Where its bytes are to be had is not said here."""

    file_id: UUID
    name: str
    size: int
    """Of what came in."""
    entered: str
    """On which side its bytes came in."""
    state: str
    reason: str
    """Of what is held or declined: the code of its sentence."""
    kind: str
    method: str
    """How the clean file was made."""
    width: int | None
    height: int | None

    @classmethod
    def of(cls, file: File) -> "FileOut":
        """The same of a row."""
        return FileOut(
            file_id=file.id,
            name=file.name,
            size=file.size,
            entered=file.zone,
            state=file.state,
            reason=file.reason,
            kind=file.kind,
            method=file.method,
            width=file.width,
            height=file.height,
        )


class ShownFileOut(FileOut):
    """The same as whoever asks may see it on the side on which they stand; its name is that under which it is saved: of
    a clean file with the ending of what was made."""

    may_open: bool
    """Whether anything of it goes to them where they stand."""
    as_it_came: bool
    """Whether that is byte for byte what came in, and not what was built of it."""
    not_saved: str | None
    """Why the whole of it cannot be saved there, as the code of its sentence, though it may be seen (FILE-7)."""
    whole: str | None
    small: str | None
    """Where to fetch it and its small picture; None where there is none, or where no files are handed out."""
