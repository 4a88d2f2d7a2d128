"""What a caged process may use up. The first three it is held to by the system, the others by whoever waits for it."""

from dataclasses import astuple, dataclass
from typing import Self

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds and bytes."""

    cpu: int = 60
    memory: int = 1024 * MEBIBYTE
    """Of its addresses, which is more than it really uses."""
    seconds: float = 90.0
    """From its first moment until it is ended, whatever it is doing."""
    output: int = 64 * MEBIBYTE
    """That it may say."""

    def __str__(self) -> str:
        """As one word of a command line."""
        return ":".join(map(str, astuple(self)))

    @classmethod
    def read(cls, word: str) -> Self:
        """What such a word says."""
        cpu, memory, seconds, output = word.split(":")
        return cls(int(cpu), int(memory), float(seconds), int(output))
