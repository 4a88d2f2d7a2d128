"""N32: people post while a machine tries ten thousand passwords a minute. Their p99 while it tries at the server, and
while it tries at a wall, in turns of a second."""

import json
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from subprocess import Popen
from typing import cast

from pydantic import JsonValue

from bench import generator
from bench.guesser import is_guessed
from bench.machine import cores
from bench.programs import running
from bench.results import Run
from bench.scenarios import TURNS, Guessing
from bench.server import Served, served
from bench.setups import Setup
from tools.places import PYTHON
from tools.words import Stop, say

PATIENCE = 60  # seconds beside the time asked for
STARTING = 3.0  # seconds by which one program may be later than the other

Command = tuple[str | Path | float, ...]


@dataclass(frozen=True)
class Stretch:
    """The same people posting for two turns, one after the other: in peace, and while a machine guesses at their server."""

    quiet_ms: Sequence[float]
    guessed_ms: Sequence[float]

    @property
    def ratio(self) -> float:
        """How much longer the slowest hundredth waits."""
        return p99(self.guessed_ms) / p99(self.quiet_ms)


@dataclass(frozen=True)
class GuessingSample:
    """One round."""

    stretches: Sequence[Stretch]
    statuses: dict[str, int]


def measure_guessing(setup: Setup, scenario: Guessing, rounds: int) -> Run:
    samples: list[GuessingSample] = []
    with served(setup) as server:
        for number in range(1, rounds + 1):
            sample = _sample(setup, server, scenario)
            samples.append(sample)
            say(f"{setup.name} {scenario.name} {number}/{rounds}: {told(sample)}")
    return guessing_run(setup.name, scenario, samples)


def guessing_run(setup: str, scenario: Guessing, samples: Sequence[GuessingSample]) -> Run:
    """The middle one of all stretches. What else a machine does every few seconds (a disk that pauses, a thread of the
    kernel that looks through the memory) is most of the slowest hundredth of a minute, on whichever side it falls; it
    decides the few seconds that it falls into, and not the middle one. Every try must have been answered, and hardly any
    of them hashed."""
    for sample in samples:
        tried = sum(sample.statuses.values())
        if tried < scenario.guesses_per_s * (scenario.settle + scenario.seconds / 2) * 0.9:
            raise Stop(f"{scenario.name}: 試せたのは {tried} 回だけです。", "the guessing fell behind.")
    stretches = [stretch for sample in samples for stretch in sample.stretches]
    return Run(
        setup=setup,
        scenario=scenario.name,
        n=scenario.people,
        per_s=scenario.posts_per_s,
        p50_ms=median(ms for stretch in stretches for ms in stretch.guessed_ms),
        p99_ms=median(p99(stretch.guessed_ms) for stretch in stretches),
        value=median(stretch.ratio for stretch in stretches),
        unit="p99の比",
        more={
            "ratio_quartiles": [*quantiles((stretch.ratio for stretch in stretches), n=4)],
            "quiet_p99_ms": median(p99(stretch.quiet_ms) for stretch in stretches),
            "quiet_ms": whole([ms for stretch in stretches for ms in stretch.quiet_ms]),
            "guessed_ms": whole([ms for stretch in stretches for ms in stretch.guessed_ms]),
            "guesses_per_minute": scenario.guesses_per_s * 60,
            "statuses": [dict(sample.statuses) for sample in samples],
        },
    )


def p99(taken: Sequence[float]) -> float:
    return quantiles(taken, n=100)[98]


def whole(taken: Sequence[float]) -> dict[str, JsonValue]:
    """The same of all rounds in one heap, machine and all."""
    parts = quantiles(taken, n=100)
    return {"posts": len(taken), "p50": parts[49], "p90": parts[89], "p98": parts[97], "p99": parts[98]}


def told(sample: GuessingSample) -> str:
    return f"p99 の比 {median(stretch.ratio for stretch in sample.stretches):.2f}、答え {sample.statuses}"


def _sample(setup: Setup, server: Served, scenario: Guessing) -> GuessingSample:
    posting, machine = _seats(setup, server, scenario)
    most = scenario.settle + scenario.seconds
    post: Command = ("bench.paced", posting, "--per-s", scenario.posts_per_s, "--seconds", most + STARTING)
    guess: Command = (
        "bench.guesser", machine, "--per-s", scenario.guesses_per_s,
        "--settle", scenario.settle, "--turn", scenario.turn, "--turns", scenario.stretches * TURNS,
    )  # fmt: skip
    with _load(setup, post) as posts, _load(setup, guess) as guesses:
        tried, posted = _told_by(guesses, most), _told_by(posts, most)
    return sorted_by_turns(posted, tried, scenario)


def sorted_by_turns(
    posted: Mapping[str, object], tried: Mapping[str, object], scenario: Guessing
) -> GuessingSample:
    """Each post to the turn in which it went; what went at the beginning of one, or in none, counts for neither."""
    quiet, guessed = ([list[float]() for _ in range(scenario.stretches)] for _ in range(2))
    begins = cast("float", tried["begins"])
    for went, took in cast("list[tuple[float, float]]", posted["posts"]):
        since = went - begins
        if 0 <= since < scenario.seconds and since % scenario.turn >= scenario.apart:
            side = guessed if is_guessed(since, scenario.turn) else quiet
            side[int(since / scenario.turn) // TURNS].append(took)
    return GuessingSample([*map(Stretch, quiet, guessed)], cast("dict[str, int]", tried["statuses"]))


def _seats(setup: Setup, server: Served, scenario: Guessing) -> tuple[Path, Path]:
    """Each who posts sits in a room of ten of their own."""
    everybody = server.seats(setup.town.places(scenario.crowd))
    own = everybody[:: scenario.crowd.members]
    return (
        generator.write_seats(setup.folder / "posting", own),
        generator.write_seats(setup.folder / "guessing", own[:1]),
    )


def _load(setup: Setup, command: Command) -> AbstractContextManager["Popen[str]"]:
    words = [PYTHON, "-m", *map(str, command)]
    return running(words, core=cores().load, log=setup.log, is_heard=True)


def _told_by(program: "Popen[str]", seconds: float) -> dict[str, object]:
    said, _ = program.communicate(timeout=seconds + PATIENCE)
    if not said:
        raise Stop("負荷の計測が止まりました。", "the load did not come through.")
    return cast("dict[str, object]", json.loads(said))
