"""Tells when a change has made Yoriai slower: fresh ratios against the ones kept beside the source."""

from dataclasses import dataclass

from bench.results import Results, Run

ALLOWED = 1.25  # these machines are shared; less than this is weather


@dataclass(frozen=True)
class Compared:
    setup: str
    scenario: str
    figure: str
    before: float
    now: float
    times_worse: float

    @property
    def is_worse(self) -> bool:
        return self.times_worse > ALLOWED

    def __str__(self) -> str:
        sign = "×" if self.is_worse else "○"
        change = f"{self.before:.2f} → {self.now:.2f}（{self.times_worse:.2f}倍）"
        return f"{sign} {self.setup} {self.scenario} {self.figure}: {change}"


def compare(before: Results, now: Results) -> list[Compared]:
    """Every ratio that both have. Times and rates are left out: another hour on this machine would change them."""
    found: list[Compared] = []
    for run in now.runs:
        old = before.of(run.setup, run.scenario)
        if old is None:
            continue
        found += _compared(
            run, "ratio_to_limit", (old.ratio_to_limit, run.ratio_to_limit), less_is_better=True
        )
        # C's value is memory, which does not change with the hour; A4's is a ratio to A1, where more is better.
        if run.unit not in ("秒", "ms"):
            pair = (old.value, run.value)
            found += _compared(run, "value", pair, less_is_better=run.scenario in ("C", "N32"))
    return found


def _compared(
    run: Run, figure: str, pair: tuple[float | None, float | None], *, less_is_better: bool
) -> list[Compared]:
    before, now = pair
    if not before or not now:
        return []
    worse = now / before if less_is_better else before / now
    return [Compared(run.setup, run.scenario, figure, before, now, worse)]
