"""Where an installation lives: the folder beside its data, and the secret that it has there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Home:
    """What lies outside the database. Each machine has a folder of its own; the key is the same on all of them."""

    folder: Path
    key: Callable[[], bytes]
