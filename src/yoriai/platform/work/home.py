"""Where an installation lives: the folder beside its data, the secret that it has there, and the store of its blobs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from yoriai.platform.blobs.store import Blobs, open_blobs
from yoriai.platform.outside.antivirus import Scanner


@dataclass(slots=True)
class Home:
    """What lies outside the database. Each machine has a folder of its own; the key is the same on all of them."""

    folder: Path
    key: Callable[[], bytes]
    files_at: str = ""
    """Where blobs lie, if not in the folder: what several machines share."""
    typefaces: Path | None = None
    """The folder of the typefaces for paper; None where none were built."""
    scanner: Scanner | None = None
    """Who scans files for malware; None where nobody does."""

    _opened: Blobs | None = field(default=None, init=False, repr=False)

    @property
    def blobs(self) -> Blobs:
        """The store of blobs, one and the same for all who ask."""
        if self._opened is None:
            self._opened = open_blobs(self.files_at, self.folder / "files", self.key)
        return self._opened
