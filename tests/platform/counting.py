"""What processes tell one another of what they have counted, in a test's own memory."""

from collections.abc import Mapping

from yoriai.platform.work.counting import HearCounts


class Wire:
    """Carries counts from the first who listens to all others, and keeps what was told."""

    def __init__(self) -> None:
        self.told: list[Mapping[str, int]] = []
        self.hearing: list[HearCounts] = []

    def count(self, kind: str, counts: Mapping[str, int]) -> None:
        self.told.append(counts)
        for hear in self.hearing[1:]:  # not the one that says it: here, the first
            hear(counts)

    def hear_counts(self, kind: str, hear: HearCounts) -> None:
        self.hearing.append(hear)
