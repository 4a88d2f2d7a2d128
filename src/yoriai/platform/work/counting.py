"""Counts that several processes keep of the same thing: each its own, told to the others now and then, stored nowhere.

Who loses the others counts alone, and is right as far as it sees.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

HearCounts = Callable[[Mapping[str, int]], None]


class Counting(Protocol):
    """Where one tells the others what one has counted. Keys are ids, or what nobody can read a name from."""

    def count(self, kind: str, counts: Mapping[str, int]) -> None:
        """Tell what was counted here since the last time. Never waits, never fails."""
        ...

    def hear_counts(self, kind: str, hear: HearCounts) -> None:
        """Be told from now on what others have counted, each of it once."""
        ...


class Alone:
    """There is nobody else."""

    def count(self, kind: str, counts: Mapping[str, int]) -> None:
        pass

    def hear_counts(self, kind: str, hear: HearCounts) -> None:
        pass
