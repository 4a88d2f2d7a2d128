"""What was measured, as it is kept in results.json beside the source."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, JsonValue

from tools.places import ROOT

KEPT = ROOT / "bench" / "results.json"


class Run(BaseModel):
    """One scenario in one setup: medians over the rounds. What does not apply is null."""

    model_config = ConfigDict(extra="forbid")

    setup: str
    scenario: str
    n: int
    per_s: float | None = None
    cpu_us: float | None = None
    p50_ms: float | None = None
    p99_ms: float | None = None
    ratio_to_limit: float | None = None
    value: float | None = None
    unit: str | None = None
    more: dict[str, JsonValue] = {}
    notes: str | None = None


class Results(BaseModel):
    model_config = ConfigDict(extra="forbid")

    commit: str | None
    at: str
    machine: str
    runs: list[Run]

    def of(self, setup: str, scenario: str) -> Run | None:
        for run in self.runs:
            if (run.setup, run.scenario) == (setup, scenario):
                return run
        return None


def results_of(runs: list[Run], machine: str) -> Results:
    """These runs, measured just now. Each says its commit itself, as later results may keep it among newer ones."""
    commit = commit_here()
    at = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    for run in runs:
        run.more["commit"] = commit
    return Results(commit=commit, at=at, machine=machine, runs=runs)


def read(path: Path = KEPT) -> Results | None:
    """What was measured last; None before the first time."""
    return Results.model_validate_json(path.read_bytes()) if path.exists() else None


def write(fresh: Results, path: Path = KEPT) -> Results:
    """Keep the fresh runs, and of the older ones those of this machine that were not measured again."""
    before = read(path)
    older = before.runs if before and before.machine == fresh.machine else []
    kept = [run for run in older if fresh.of(run.setup, run.scenario) is None]
    runs = sorted([*fresh.runs, *kept], key=lambda run: (run.setup != "sqlite-1", run.setup, run.scenario))
    whole = fresh.model_copy(update={"runs": runs})
    path.write_text(whole.model_dump_json(indent=2) + "\n", encoding="utf-8")
    return whole


def commit_here() -> str | None:
    """The commit this was measured at, marked where the files differ from it; None outside a repository."""
    command = ["git", "describe", "--always", "--dirty", "--exclude", "*"]
    try:
        asked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return asked.stdout.strip() or None if asked.returncode == 0 else None
