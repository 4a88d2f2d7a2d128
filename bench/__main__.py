"""The command: measures what was asked for, keeps it beside the source, or only compares with what is kept."""

import argparse
import logging
import os
import signal
import sys
from dataclasses import replace
from types import FrameType

import structlog

from bench import guard, machine, results, scale, table
from bench.compiler import limit_program, load_program
from bench.results import Results, Run
from bench.rounds import measure
from bench.scenarios import ALL, DAY, LONG, NAMES, Day, Scenario
from bench.setups import SETUPS, setup
from tools.words import Stop, say, speak_in_any_terminal

ROUNDS_OF_EVIDENCE = 3  # fewer say how fast this minute was, not how fast Yoriai is


def main() -> int:
    speak_in_any_terminal()
    # Asked to stop, we still stop everything that was started: the blocks that hold it end in order.
    # Started in the background by a shell, we would have been told to ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, interrupted)
    # Filling a town takes the write lock for longer than a server ever should, and says so each time.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    asked = arguments()
    try:
        before = kept_before() if asked.guard else None
        fresh = results.results_of(measured(asked), machine.described())
        if before:
            return compare(before, fresh)
        print(table.drawn(fresh if is_trial(asked) else kept(fresh)))
        return 0
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def interrupted(_signal: int, _frame: FrameType | None) -> None:
    """Ctrl-C by other means. Raising here would tear the event loop that may be running; it knows Ctrl-C."""
    signal.raise_signal(signal.SIGINT)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="速さの計測")
    parser.add_argument(
        "--guard", action="store_true", help="results.json の比とくらべ、25 %% より悪ければ失敗する"
    )
    parser.add_argument("--only", default=os.environ.get("ONLY", ""), help="A1,B1 のように場面をえらぶ")
    parser.add_argument(
        "--setups", default=os.environ.get("SETUPS", ""), help="sqlite-1,pg-1,pg-2 から構成をえらぶ"
    )
    parser.add_argument(
        "--rounds",
        type=int,
        default=int(os.environ.get("ROUNDS", "3")),
        help="回数（3より少なければ示すだけで残さない）",
    )
    parser.add_argument(
        "--day",
        type=float,
        default=float(os.environ.get("DAY", str(DAY.seconds))),
        help="F の秒数（600より短ければ示すだけで残さない）",
    )
    return parser.parse_args()


def measured(asked: argparse.Namespace) -> list[Run]:
    scenarios = [
        replace(each, seconds=asked.day) if isinstance(each, Day) else each for each in chosen(asked.only)
    ]
    load_program()
    limit_program()
    runs: list[Run] = []
    for name in some_of(SETUPS, asked.setups):
        say(f"{name}: 人と室を用意します")
        with setup(name) as place:
            runs += measure(place, scenarios, asked.rounds)
    return runs


def is_trial(asked: argparse.Namespace) -> bool:
    """Whether so little is measured that it is no evidence."""
    is_short = "F" in asked.only.split(",") and asked.day < DAY.seconds
    return is_short or asked.rounds < ROUNDS_OF_EVIDENCE


def chosen(only: str) -> list[Scenario]:
    names = some_of(NAMES, only) if only else tuple(name for name in NAMES if name not in LONG)
    return [scenario for scenario in ALL if scenario.name in names]


def some_of(known: tuple[str, ...], asked: str) -> tuple[str, ...]:
    """Those named, all when nothing is named."""
    named = tuple(name.strip() for name in asked.split(",") if name.strip())
    unknown = [name for name in named if name not in known]
    if unknown:
        raise Stop(
            f"知らない名前です: {'、'.join(unknown)}（{'、'.join(known)} から）", "no such scenario or setup."
        )
    return named or known


def kept(fresh: Results) -> Results:
    whole = results.write(fresh)
    table.write(whole)
    if absent := scale.missing(whole):
        say(f"この機械では {'、'.join(absent)} をまだ計っていないので、規模の表は書き直しません")
    else:
        scale.write(whole)
    return whole


def kept_before() -> Results:
    before = results.read()
    if before is None:
        raise Stop(
            "比べる results.json がありません。先に `make bench` で計ってください。",
            "nothing to compare with.",
        )
    return before


def compare(before: Results, fresh: Results) -> int:
    """1 when a ratio has become worse by more than what a shared machine explains, or when none could be compared."""
    found = guard.compare(before, fresh)
    for each in found:
        print(each)
    return int(not found or any(each.is_worse for each in found))


if __name__ == "__main__":
    sys.exit(main())
