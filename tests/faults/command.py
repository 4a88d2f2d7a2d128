"""What `make faults` does: bout after bout within the time that was given, a line about each, and the report."""

import argparse
import asyncio
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from tests import warm
from tests.faults import disk, of_clocks, report, schedules
from tests.faults.bout import Injury, fight
from tests.faults.injuries import ALL
from tests.faults.installation import Ground, ground
from tests.faults.report import BoutOut
from tools.places import BUILD
from tools.words import Stop, say, speak_in_any_terminal

LOGS = BUILD / "faults"
SETUPS = ("sqlite-1", "pg-1", "pg-2", "pg-2-bus")
MINUTES = 10.0
# What dies here are programs, never the machine: what they have written is there, wherever it lies.
MEMORY = Path("/dev/shm")
AROUND = 10.0  # seconds of a bout for starting, becoming quiet, and being read
SHORTEST_BOUT = 3.0  # seconds
LONG_BOUT = 120.0  # seconds, where there are hours


@dataclass(frozen=True)
class Wish:
    """What was asked for."""

    seed: int
    until: float
    """On the clock of the machine; no bout begins that could not end by then."""
    seconds: float
    """Of each bout."""
    bouts: Sequence[tuple[str, Injury]]
    again_and_again: bool
    shares: bool
    """Whether what time is left is shared anew before each bout, so that those that take long leave some for the others."""
    kept: Path | None
    """Where the report is kept: in its place if everything there is was asked for, else where it was said."""
    cycles: int
    """How often each fault is done, whatever time it takes; 0: as often as there is time."""


def main() -> int:
    speak_in_any_terminal()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, _interrupted)
    began = time.monotonic()
    try:
        wish = wished(began)
        found = schedules.played(wish.seed) if wish.again_and_again else ""
        say(
            found
            or f"種 {wish.seed}：{len(wish.bouts)} 通り、それぞれ {wish.cycles or wish.seconds:g} {'回' if wish.cycles else '秒'}"
        )
        warm.preload([disk.program(), of_clocks.program()])
        bouts, not_run = fought(wish)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    made = report.report_of(bouts, seed=wish.seed, seconds=time.monotonic() - began, not_run=not_run)
    if wish.kept:
        report.write(made, wish.kept)
    print(told(made))
    return int(bool(found) or not made.is_good)


def _interrupted(_signal: int, _frame: FrameType | None) -> None:
    """Ctrl-C by other means: everything that was started is ended in order."""
    signal.raise_signal(signal.SIGINT)


def wished(began: float) -> Wish:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description="障害の試験")
    environment = os.environ.get
    parser.add_argument("--only", default=environment("ONLY", ""), help="F1,F5 のように障害をえらぶ")
    parser.add_argument(
        "--setups", default=environment("SETUPS", ""), help="sqlite-1,pg-2 のように構成をえらぶ"
    )
    parser.add_argument("--seed", type=int, default=int(environment("SEED") or random.randrange(1_000_000)))
    parser.add_argument(
        "--seconds", type=float, default=float(environment("SECONDS") or 0), help="一通りの長さ"
    )
    parser.add_argument("--long", action="store_true", help="HOURS 時間の間、くり返す")
    parser.add_argument("--cycles", type=int, default=int(environment("CYCLES") or 0), help="一通りの回数")
    parser.add_argument("--report", default=environment("REPORT", ""), help="報告を残すファイル")
    asked = parser.parse_args()
    hours = float(environment("HOURS") or 1) if asked.long else 0.0
    setups, ids = some_of(SETUPS, asked.setups), some_of(tuple(each.id for each in ALL), asked.only)
    some = [each for each in ALL if each.id in ids and (asked.only or asked.long or not each.by_name)]
    bouts = [(setup, each) for setup in setups for each in some if setup in each.setups]
    if not bouts:
        raise Stop("その構成で起こせる障害がありません。", "no such fault in this setup.")
    length = hours * 3600 or float(environment("MINUTES") or MINUTES) * 60
    share = LONG_BOUT if hours else share_of(length, [injury for _, injury in bouts])
    until = float("inf") if asked.cycles else began + length
    usual = None if asked.only or asked.setups or asked.cycles else report.KEPT
    return Wish(
        seed=asked.seed,
        until=until,
        seconds=asked.seconds or share,
        bouts=bouts,
        again_and_again=asked.long,
        shares=not (asked.seconds or asked.long),
        kept=Path(asked.report) if asked.report else usual,
        cycles=asked.cycles,
    )


def share_of(length: float, injuries: Sequence[Injury]) -> float:
    """What is left for each bout that does not take a time of its own."""
    taken = AROUND + sum(AROUND + injury.least for injury in injuries)
    free = sum(not injury.least for injury in injuries)
    return min(max((length - taken) / max(free, 1), SHORTEST_BOUT), LONG_BOUT)


def some_of(known: Sequence[str], asked: str) -> Sequence[str]:
    """Those named, all when nothing is named."""
    named = [name.strip() for name in asked.split(",") if name.strip()]
    if unknown := [name for name in named if name not in known]:
        raise Stop(
            f"知らない名前です: {'、'.join(unknown)}（{'、'.join(known)} から）", "no such fault or setup."
        )
    return named or known


def fought(wish: Wish) -> tuple[list[BoutOut], list[str]]:
    """All bouts for which there is time, and those for which there was none."""
    bouts: list[BoutOut] = []
    not_run: list[str] = []
    shutil.rmtree(LOGS, ignore_errors=True)
    LOGS.mkdir(parents=True)
    with ExitStack() as stack:
        made = tempfile.TemporaryDirectory(
            prefix="yoriai-faults-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None
        )
        folder = Path(stack.enter_context(made))
        grounds: dict[str, Ground] = {}
        for number, (setup, injury) in enumerate(_turns(wish)):
            name = f"{setup} {injury.id}"
            if injury.is_for_root and os.geteuid() != 0:
                not_run.append(f"{name}: 小さなディスクをつくり、網を分けられるのは root だけです")
                continue
            left = [each for _, each in wish.bouts[number:]]
            share = share_of(wish.until - time.monotonic(), left) if wish.shares else wish.seconds
            seconds = round(max(share, injury.least), 1)
            if time.monotonic() + seconds + AROUND > wish.until:
                not_run.append(f"{name}: 時間がありません")
                continue
            if setup not in grounds:
                grounds[setup] = stack.enter_context(ground(setup, folder / setup))
            bouts.append(_one(wish, grounds[setup], injury, number, seconds))
    return bouts, not_run


def _turns(wish: Wish) -> Iterator[tuple[str, Injury]]:
    yield from wish.bouts
    while wish.again_and_again and time.monotonic() + wish.seconds + AROUND < wish.until:
        yield from wish.bouts


def _one(wish: Wish, on: Ground, injury: Injury, number: int, seconds: float) -> BoutOut:
    # The first bout has the seed itself, so that what is said about it can be played again.
    seed = wish.seed + number
    log = LOGS / f"{number + 1:03d}-{on.name}-{injury.id}.jsonl"
    judged = asyncio.run(fight(on, injury, seed, seconds, log, wish.cycles))
    length = f"CYCLES={wish.cycles}" if wish.cycles else f"SECONDS={seconds:g}"
    bout = report.bout_out(on.name, injury, judged, seed=seed, length=length)
    say(line_of(bout))
    return bout


def line_of(bout: BoutOut) -> str:
    sign = "✗" if bout.violations or bout.trouble else "✓"
    done = "、".join(f"{what} {times}" for what, times in bout.done.items())
    said = f"{sign} {bout.setup} {bout.fault} {bout.title}：確認 {bout.acknowledged}、届いた {bout.delivered}（うち二度 {bout.repeated}）、最長の待ち {bout.longest_wait_s} 秒（{done}）"
    return "\n".join([said, *bout.words, *([bout.trouble, bout.again] if sign == "✗" else [])])


def told(made: report.Report) -> str:
    """The end of the run in a few lines."""
    broken = "、".join(f"{name} {times}" for name, times in made.violations.items())
    where = "、".join(f"{setup} {times}" for setup, times in made.by_setup.items())
    return "\n".join([
        f"種 {made.seed}：確認したメッセージ {made.acknowledged}（{where}）、届いた {made.delivered}（うち二度 {made.repeated}）、答えのなかった {made.unknown}、{made.seconds} 秒",
        f"違反：{broken}",
        *(f"動かしていません：{each}" for each in made.not_run),
    ])  # fmt: skip
