"""What the figures are held against: the floor below which we do not go, and the goal."""

from dataclasses import dataclass
from typing import Literal

from bench.results import Run


@dataclass(frozen=True)
class Target:
    scenario: str
    reads: Literal["ratio_to_limit", "per_s", "value", "p99_ms"]
    unit: str
    floor: float
    goal: float
    less_is_better: bool
    setups: tuple[str, ...] = ("sqlite-1", "pg-1")

    def figure(self, run: Run) -> float | None:
        match self.reads:
            case "ratio_to_limit":
                return run.ratio_to_limit
            case "per_s":
                return run.per_s
            case "value":
                return run.value
            case "p99_ms":
                return run.p99_ms

    def verdict(self, run: Run) -> str:
        figure = self.figure(run)
        if figure is None:
            return "–"
        if self._reaches(figure, self.goal):
            return "◎ 目標"
        return "○ 最低線" if self._reaches(figure, self.floor) else "× 未達"

    def _reaches(self, figure: float, mark: float) -> bool:
        return figure <= mark if self.less_is_better else figure >= mark


TARGETS = (
    Target("A1", "ratio_to_limit", "×限界", 1.8, 1.4, less_is_better=True, setups=("sqlite-1",)),
    Target("A1", "value", "倍", 1.3, 1.15, less_is_better=True, setups=("pg-2",)),
    Target("A4", "value", "×A1", 1.7, 2.2, less_is_better=False),
    Target("B1", "per_s", "通/秒", 1_500, 3_300, less_is_better=False),
    Target("N32", "value", "倍", 1.2, 1.1, less_is_better=True),
    Target("E", "p99_ms", "ms（p99）", 40, 15, less_is_better=True),
    Target("C", "value", "KiB/接続", 40, 24, less_is_better=True),
    Target("D2", "value", "秒", 5, 1.8, less_is_better=True),
    Target("D5", "value", "秒", 15, 5, less_is_better=True),
    Target("F", "p99_ms", "ms（p99）", 2_000, 300, less_is_better=True),
    Target("I", "value", "秒", 30, 8, less_is_better=True),
    Target("J", "value", "ms", 300, 80, less_is_better=True),
)


def target_of(run: Run) -> Target | None:
    """What this run is held against; None where there is only a figure."""
    for target in TARGETS:
        if target.scenario == run.scenario and run.setup in target.setups:
            return target
    return None
