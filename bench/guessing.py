"""N32: people post while a machine tries ten thousand passwords a minute. Their p99 with it and without, in turns."""

import json
from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from subprocess import Popen
from typing import cast

from bench import generator
from bench.machine import cores
from bench.programs import running
from bench.results import Run
from bench.scenarios import Guessing
from bench.server import Served, served
from bench.setups import Setup
from tools.places import PYTHON
from tools.words import Stop, say

PATIENCE = 60  # seconds beside the time asked for


@dataclass(frozen=True)
class GuessingSample:
    """The same people posting, in turns: in peace, and while a machine guesses."""

    quiet_ms: Sequence[float]
    guessed_ms: Sequence[float]
    statuses: dict[str, int]

    @property
    def ratio(self) -> float:
        """How much longer the slowest hundredth waits."""
        return p99(self.guessed_ms) / p99(self.quiet_ms)


def measure_guessing(setup: Setup, scenario: Guessing, rounds: int) -> Run:
    samples: list[GuessingSample] = []
    with served(setup) as server:
        # What a server does for the first time costs more: neither side may have that in its figures.
        for with_guesses in (False, True):
            _quarter(setup, server, scenario, with_guesses=with_guesses)
        for turn in range(1, rounds + 1):
            sample = _sample(setup, server, scenario, guesses_first=turn % 2 == 0)
            samples.append(sample)
            say(f"{setup.name} {scenario.name} {turn}/{rounds}: {told(sample)}")
    return guessing_run(setup.name, scenario, samples)


def guessing_run(setup: str, scenario: Guessing, samples: Sequence[GuessingSample]) -> Run:
    """All rounds as one: in a single one the slowest hundredth is two dozen posts, and a disk that pauses once decides
    it. Every try must have been answered, and hardly any of them hashed."""
    for sample in samples:
        tried = sum(sample.statuses.values())
        if tried < scenario.guesses_per_s * 2 * (scenario.settle + scenario.seconds) * 0.9:
            raise Stop(f"{scenario.name}: 試せたのは {tried} 回だけです。", "the guessing fell behind.")
    together = _of_all(samples)
    return Run(
        setup=setup,
        scenario=scenario.name,
        n=scenario.people,
        per_s=scenario.posts_per_s,
        p50_ms=median(together.guessed_ms),
        p99_ms=p99(together.guessed_ms),
        value=together.ratio,
        unit="p99の比",
        more={
            "ratios": [round(sample.ratio, 3) for sample in samples],
            "posts_each": [len(sample.guessed_ms) for sample in samples],
            "quiet_p99_ms": [round(p99(sample.quiet_ms), 2) for sample in samples],
            "guessed_p99_ms": [round(p99(sample.guessed_ms), 2) for sample in samples],
            "guesses_per_minute": scenario.guesses_per_s * 60,
            "statuses": [dict(sample.statuses) for sample in samples],
        },
    )


def p99(taken: Sequence[float]) -> float:
    return quantiles(taken, n=100)[98]


def told(sample: GuessingSample) -> str:
    return (
        f"p99 {p99(sample.quiet_ms):.1f} ms → {p99(sample.guessed_ms):.1f} ms"
        f"（{sample.ratio:.2f}倍）、答え {sample.statuses}"
    )


def _of_all(samples: Sequence[GuessingSample]) -> GuessingSample:
    """The rounds as one: with so many posts the slowest hundredth is hardly a matter of luck."""
    quiet = [ms for sample in samples for ms in sample.quiet_ms]
    return GuessingSample(quiet, [ms for sample in samples for ms in sample.guessed_ms], {})


def _sample(setup: Setup, server: Served, scenario: Guessing, *, guesses_first: bool) -> GuessingSample:
    """In four quarters, the outer ones of one kind: whatever grows or slows down in a round falls on both alike."""
    outer = guesses_first
    ms: dict[bool, list[float]] = {False: [], True: []}
    statuses: Counter[str] = Counter()
    for with_guesses in (outer, not outer, not outer, outer):
        taken, answered = _quarter(setup, server, scenario, with_guesses=with_guesses)
        ms[with_guesses] += taken
        statuses.update(answered)
    return GuessingSample(ms[False], ms[True], dict(statuses))


def _quarter(
    setup: Setup, server: Served, scenario: Guessing, *, with_guesses: bool
) -> tuple[list[float], dict[str, int]]:
    posting, machine = _seats(setup, server, scenario)
    statuses: dict[str, int] = {}
    with _load("post", posting, setup, scenario, per_s=scenario.posts_per_s) as posts:
        if with_guesses:
            with _load("guess", machine, setup, scenario, per_s=scenario.guesses_per_s) as guesses:
                statuses = cast("dict[str, int]", _told_by(guesses, scenario)["statuses"])
        return cast("list[float]", _told_by(posts, scenario)["ms"]), statuses


def _seats(setup: Setup, server: Served, scenario: Guessing) -> tuple[Path, Path]:
    """Each who posts sits in a room of ten of their own."""
    everybody = server.seats(setup.town.places(scenario.crowd))
    own = everybody[:: scenario.crowd.members]
    return (
        generator.write_seats(setup.folder / "posting", own),
        generator.write_seats(setup.folder / "guessing", own[:1]),
    )


def _load(
    what: str, seats: Path, setup: Setup, scenario: Guessing, *, per_s: float
) -> AbstractContextManager["Popen[str]"]:
    pace = ("--per-s", str(per_s), "--seconds", str(scenario.seconds), "--settle", str(scenario.settle))
    command = [PYTHON, "-m", "bench.paced", what, seats, *pace]
    return running(command, core=cores().load, log=setup.log, is_heard=True)


def _told_by(program: "Popen[str]", scenario: Guessing) -> dict[str, object]:
    said, _ = program.communicate(timeout=scenario.settle + scenario.seconds + PATIENCE)
    if not said:
        raise Stop("負荷の計測が止まりました。", "the load did not come through.")
    return cast("dict[str, object]", json.loads(said))
