"""Where an installation lives: the folder beside its data, the secret that it has there, and the store of its blobs."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from yoriai.platform.blobs.store import Blobs, open_blobs


@dataclass(frozen=True, slots=True)
class Home:
    """What lies outside the database. Each machine has a folder of its own; the key is the same on all of them."""

    folder: Path
    key: Callable[[], bytes]
    files_at: str = ""
    """Where blobs lie, if not in the folder: what several machines share."""

    def blobs(self) -> Blobs:
        """The store of blobs."""
        return open_blobs(self.files_at, self.folder / "files", self.key)
