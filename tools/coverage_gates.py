"""How much of the code the suite must have gone through, judged at the end of the run. A plugin of pytest."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from coverage import Coverage
from coverage.exceptions import CoverageException

from tools.places import ROOT
from tools.tracing import CONFIG, DATA, is_worker

OVERALL = 92.0
# Where a branch never taken is a way in, a lost message or a wrong number.
TO_THE_LAST_BRANCH = (
    "src/yoriai/people/access",
    "src/yoriai/people/sessions",
    "src/yoriai/talk/rooms/standing.py",
    "src/yoriai/talk/rooms/onlookers.py",
    "src/yoriai/talk/rooms/policy.py",
    "src/yoriai/platform/facts",
)


@dataclass(frozen=True)
class Measured:
    """What the run went through of one file."""

    path: str
    possible: int  # statements and branches
    missed: int
    lines: list[int]


@dataclass(frozen=True)
class Gate:
    name: str
    least: float
    files: tuple[Measured, ...]

    @property
    def reached(self) -> float:
        possible = sum(file.possible for file in self.files)
        missed = sum(file.missed for file in self.files)
        return 100.0 if possible == 0 else 100.0 * (possible - missed) / possible

    @property
    def is_open(self) -> bool:
        return bool(self.files) and self.reached >= self.least


def measured(data_file: Path) -> Iterator[Measured]:
    report = Coverage(data_file=str(data_file), config_file=str(CONFIG))
    report.load()
    for name in sorted(report.get_data().measured_files()):
        path = Path(name)
        if path.is_relative_to(ROOT / "src"):
            yield of_one_file(report, path)


def of_one_file(report: Coverage, path: Path) -> Measured:
    _, statements, _, missing, _ = report.analysis2(str(path))
    branches = report.branch_stats(str(path)).values()
    untaken = sum(total - taken for total, taken in branches)
    half = sorted(
        {
            *missing,
            *(line for line, (total, taken) in report.branch_stats(str(path)).items() if taken < total),
        }
    )
    return Measured(
        path.relative_to(ROOT).as_posix(),
        possible=len(statements) + sum(total for total, _ in branches),
        missed=len(missing) + untaken,
        lines=half,
    )


def gates(files: list[Measured]) -> list[Gate]:
    strict = [
        Gate(place, 100.0, tuple(f for f in files if f.path.startswith(place)))
        for place in TO_THE_LAST_BRANCH
    ]
    return [*strict, Gate("overall", OVERALL, tuple(files))]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> Generator[None]:
    """After everything was gathered: a closed gate fails the run although every test passed."""
    yield
    if is_worker(session.config):
        return
    if exitstatus == pytest.ExitCode.OK and any(not gate.is_open for gate in judged()):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.section("coverage of lines and branches")
    for gate in judged():
        sign = "✓" if gate.is_open else "✗"
        terminalreporter.line(f"{sign} {gate.reached:6.2f} %  (at least {gate.least:g} %)  {gate.name}")
        if gate.is_open or gate.name == "overall":
            continue
        for file in gate.files:
            if file.missed:
                terminalreporter.line(f"      {file.path}: {', '.join(map(str, file.lines))}")


@cache
def judged() -> list[Gate]:
    try:
        return gates(list(measured(DATA)))
    except CoverageException:
        return gates([])
