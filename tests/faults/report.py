"""The report of a run: what was done, what was looked at, and which promise was broken how often (report.json)."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from bench.machine import described
from bench.results import commit_here
from tests.faults.bout import Injury, Judgement
from tests.faults.checker import CHECKS
from tests.faults.heard import repeated_too_often
from tools.places import ROOT

KEPT = ROOT / "tests" / "faults" / "report.json"
SHOWN = 5  # violations of one bout in words


class BoutOut(BaseModel):
    """One bout."""

    model_config = ConfigDict(extra="forbid")

    setup: str
    fault: str
    title: str
    seed: int
    seconds: float
    done: dict[str, int]
    """What was done how often."""
    acknowledged: int
    delivered: int
    repeated: int
    """Deliveries that had come before."""
    unknown: int
    """Messages without an answer, which were sent again."""
    longest_wait_s: float
    """Without an acknowledgement, as C12 counts it."""
    violations: dict[str, int]
    words: list[str]
    """The first violations, in words."""
    trouble: str
    again: str
    """The command that plays this bout again."""


class Report(BaseModel):
    """A whole run."""

    model_config = ConfigDict(extra="forbid")

    commit: str | None
    at: str
    machine: str
    seed: int
    seconds: float
    acknowledged: int
    by_setup: dict[str, int]
    """How many of them in each setup."""
    delivered: int
    repeated: int
    unknown: int
    violations: dict[str, int]
    """Of every promise that is asked, how often it was broken."""
    not_run: list[str]
    """What there was no time or no means for."""
    bouts: list[BoutOut]

    @property
    def is_good(self) -> bool:
        return not any(self.violations.values()) and not any(bout.trouble for bout in self.bouts)


def bout_out(setup: str, injury: Injury, judged: Judgement, *, seed: int, length: str) -> BoutOut:
    """One bout as it is kept."""
    return BoutOut(
        setup=setup,
        fault=injury.id,
        title=injury.title,
        seed=seed,
        seconds=round(judged.seconds, 1),
        done=dict(sorted(judged.counted.items())),
        acknowledged=judged.acknowledged,
        delivered=judged.delivered,
        repeated=judged.repeated,
        unknown=judged.unknown,
        longest_wait_s=round(judged.longest_wait, 2),
        violations=dict(Counter(each.id for each in judged.violations)),
        words=[f"{each.id} {each.words}" for each in judged.violations[:SHOWN]],
        trouble=judged.trouble,
        again=f"make faults ONLY={injury.id} SETUPS={setup} SEED={seed} {length}",
    )


def report_of(bouts: list[BoutOut], *, seed: int, seconds: float, not_run: list[str]) -> Report:
    """All bouts of a run together."""
    broken, by_setup = Counter[str](), Counter[str]()
    for bout in bouts:
        by_setup[bout.setup] += bout.acknowledged
        broken.update(bout.violations)
    delivered, repeated = sum(bout.delivered for bout in bouts), sum(bout.repeated for bout in bouts)
    broken["C6"] += repeated_too_often(repeated, delivered)
    return Report(
        commit=commit_here(),
        at=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        machine=described(),
        seed=seed,
        seconds=round(seconds, 1),
        acknowledged=sum(bout.acknowledged for bout in bouts),
        by_setup=dict(by_setup),
        delivered=delivered,
        repeated=repeated,
        unknown=sum(bout.unknown for bout in bouts),
        violations={name: broken[name] for name in CHECKS},
        not_run=not_run,
        bouts=bouts,
    )


def write(report: Report, path: Path = KEPT) -> None:
    path.write_text(report.model_dump_json(indent=2) + "\n", encoding="utf-8")
