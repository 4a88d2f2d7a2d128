"""Asks the load program for one measurement and reads its answer."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel

from bench import machine
from bench.compiler import load_program
from bench.scenarios import BYTES, Day, Fan, Idle
from tools.words import Stop

PATIENCE = 150  # seconds beside the time asked for, to let everybody in and to drain
SETTLE = 1.0
LONGEST_STORM = 90.0  # seconds


class Tally(BaseModel):
    posted: int
    answered: int
    refused: int
    delivered: int


class Times(BaseModel):
    count: int
    p50_ms: float
    p95_ms: float
    p99_ms: float
    longest_ms: float


class ThreadUse(BaseModel):
    name: str
    cpu_us: float


class FanMeasured(BaseModel):
    """`measured` counts the measured seconds; `whole` counts from the first message to the last that landed."""

    online: int
    lost: int
    senders: int
    seconds: float
    measured: Tally
    whole: Tally
    delivery: Times
    answer: Times
    threads: list[ThreadUse]
    server_cpu_us: float
    second_cpu_us: float = 0.0
    """Of another node."""
    database_cpu_us: float
    own_cpu_us: float
    resident_kib: int


class ActionMeasured(BaseModel):
    name: str
    failed: int
    took: Times
    mean_ms: float


class DayMeasured(BaseModel):
    """Each kind of action, from doing it to the last byte of its answer, and all of them together."""

    online: int
    lost: int
    seconds: float
    heard: int
    refused: int
    unanswered: int
    actions: list[ActionMeasured]
    all: ActionMeasured
    server_cpu_us: float
    second_cpu_us: float = 0.0
    database_cpu_us: float
    own_cpu_us: float
    resident_kib: int


class StormMeasured(BaseModel):
    """From the moment at which all set out. What each missed comes before the answer that ends its return."""

    online: int
    lost: int
    turned_away: int
    """How often somebody was told to come again."""
    refused: int
    lines: int
    bytes: int
    back: Times
    server_cpu_us: float
    database_cpu_us: float
    own_cpu_us: float
    resident_kib: int


class IdleStep(BaseModel):
    online: int
    resident_kib: int
    seconds: float
    cpu_us: float


class IdleMeasured(BaseModel):
    online: int
    lost: int
    steps: list[IdleStep]


@dataclass(frozen=True)
class Seat:
    """One client: where it goes, by which session, into which room. Members of a room stand together."""

    port: int
    host: str
    origin: str
    cookie: str
    room_id: str
    words: str = ""
    """What it says as soon as it is welcome."""

    def line(self) -> str:
        told = (str(self.port), self.host, self.origin, self.cookie, self.room_id, self.words)
        return "\t".join(told).rstrip("\t") + "\n"


@dataclass(frozen=True)
class Against:
    """What the load goes against: whose words it speaks, and which processes it watches."""

    dialect: Literal["yoriai", "raw"]
    server: int
    database: int = 0
    second: int = 0
    """Another node."""


def write_seats(path: Path, seats: list[Seat]) -> Path:
    # The file holds live sessions, though only of a town that is thrown away.
    path.touch(mode=0o600)
    path.write_text("".join(seat.line() for seat in seats), encoding="utf-8")
    return path


def fan(scenario: Fan, seats: Path, against: Against) -> FanMeasured:
    asked = {
        "mode": "fan",
        "window": scenario.window,
        "next": scenario.waits_for,
        "bytes": BYTES,
        "warm": scenario.warm,
        "seconds": scenario.seconds,
        "settle": SETTLE,
    }
    answer = _ask(asked, seats, against, seconds=scenario.warm + scenario.seconds)
    return FanMeasured.model_validate_json(answer)


def idle(scenario: Idle, seats: Path, against: Against) -> IdleMeasured:
    asked = {"mode": "idle", "steps": ",".join(map(str, scenario.steps)), "settle": scenario.settle}
    answer = _ask(asked, seats, against, seconds=scenario.settle * len(scenario.steps))
    return IdleMeasured.model_validate_json(answer)


def storm(seats: Path, against: Against) -> StormMeasured:
    asked: dict[str, str | int | float] = {"mode": "storm", "most-seconds": LONGEST_STORM}
    return StormMeasured.model_validate_json(_ask(asked, seats, against, seconds=LONGEST_STORM))


def day(scenario: Day, seats: Path, against: Against) -> DayMeasured:
    asked: dict[str, str | int | float] = {
        "mode": "day",
        "pause": scenario.pause,
        "held": scenario.held,
        "warm": scenario.warm,
        "seconds": scenario.seconds,
        "settle": SETTLE,
    }
    answer = _ask(asked, seats, against, seconds=scenario.warm + scenario.seconds)
    return DayMeasured.model_validate_json(answer)


def _ask(asked: dict[str, str | int | float], seats: Path, against: Against, *, seconds: float) -> str:
    words = {**asked, "seats": seats, "dialect": against.dialect, "server": against.server}
    words["database"], words["second"] = against.database, against.second
    core = machine.cores().load
    if core is not None:
        words["core"] = core
    command = [str(load_program())]
    for name, value in words.items():
        command += [f"--{name}", str(value)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=seconds + PATIENCE)
    if ended.returncode or not ended.stdout:
        raise Stop(
            f"負荷の計測が止まりました。\n{ended.stderr}{ended.stdout}", "the load did not come through."
        )
    return ended.stdout
