"""What may come in, stated before anything does, and how long it may take (N87)."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Protocol

from yoriai.kit.errors import Later, Refused

TIME: Final = timedelta(hours=24)
"""For how long an upload waits for its next piece, and a file for somebody who holds on to it."""
PART: Final = 1024 * 1024
"""Bytes that are put away together; so much of one connection is held in memory, and so much is lost where it breaks
together with the server."""
MOST_IN_ONE: Final = 16 * 1024 * 1024
"""Bytes that one request may bring: what every proxy on the way lets through."""

MOST_BREAKS: Final = 1_000
"""Pieces of one upload that are smaller than they might be: so often a line may break. Each lies in the store by itself
until the file is whole, and takes more of it than its bytes."""
MOST_IN_LINE: Final = 40
"""Files of one person that wait for their check. One that is made for it takes two minutes, and behind it stand the
files of everybody else."""


class ManyUnderWay(Refused):
    """So many files of this person are coming in already."""

    code = "files.many_under_way"


class ManyInLine(Later):
    """So many files of this person wait for their check already."""

    code = "files.many_in_line"
    status = 429


class NoRoom(Refused):
    """The body's files would take more than they may."""

    code = "files.no_room"
    status = 507


@dataclass(frozen=True, slots=True)
class Limits:
    """As the operator has set them."""

    most_bytes: int
    """Of one file."""
    under_way: int
    """Files of one person."""
    quota: int
    """Bytes of one body."""


class Sets(Protocol):
    """The settings, as far as they are about files."""

    @property
    def file_most_bytes(self) -> int: ...
    @property
    def files_under_way(self) -> int: ...
    @property
    def files_quota_bytes(self) -> int: ...


def limits_of(settings: Sets) -> Limits:
    """What this installation takes."""
    return Limits(settings.file_most_bytes, settings.files_under_way, settings.files_quota_bytes)
