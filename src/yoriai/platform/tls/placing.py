"""Putting a key or a certificate where a listener looks for it: whole or not at all, whatever happens meanwhile."""

import os
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

PRIVATE, PUBLIC = 0o600, 0o644


def put(path: Path, held: bytes, *, mode: int) -> None:
    """Write beside it and change places. Whoever reads sees the old or the new, and nobody but those whom the mode
    names has read either."""
    beside = path.with_name(f".{path.name}.{uuid4().hex[:8]}")
    try:
        made = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
        with os.fdopen(made, "wb") as file:
            os.fchmod(made, mode)
            _hand_over(made, path)
            file.write(held)
            file.flush()
            os.fsync(made)
        beside.replace(path)
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _hand_over(made: int, path: Path) -> None:
    """What the operator puts there as root belongs to whoever the one before belonged to, or the folder: else the
    server itself could not read its own key, and would say so only at its next start."""
    if os.geteuid() == 0:
        before = path.stat() if path.exists() else path.parent.stat()
        os.fchown(made, before.st_uid, before.st_gid)


def put_pair(certificate: tuple[Path, bytes], key: tuple[Path, bytes]) -> None:
    """The key, then the certificate. Should the machine stop between the two, the start is refused with the reason, and
    putting them again mends it; a running server goes on with what it has until both belong together."""
    put(*key, mode=PRIVATE)
    put(*certificate, mode=PUBLIC)
