"""Where a blob lies: a path of our own making. Nothing that a client said is ever part of one (K27, N61)."""

import re
from dataclasses import dataclass

_PATH = re.compile(r"[0-9a-z-]+(/[0-9a-z-]+)*")


@dataclass(frozen=True, slots=True)
class Address:
    """One blob's place. The bytes are sealed to it: at any other place they cannot be opened."""

    path: str
    sha256: str = ""
    """Of the content, where it is known: what is read as a whole is held against it."""

    def __post_init__(self) -> None:
        if not _PATH.fullmatch(self.path):
            raise ValueError("no path of ours")
