"""What `make fuzz` does: a million strange frames to a server on each database, and what came of them."""

import asyncio
import os
import random
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests import warm
from tests.faults.installation import Ground, ground
from tests.fuzz.run import Outcome, babbled
from tools.words import Stop, say, speak_in_any_terminal
from yoriai.platform.db import quick, sqlite
from yoriai.platform.facts import journal
from yoriai.platform.realtime import realtime
from yoriai.platform.realtime.backlog import Backlog

SETUPS = ("sqlite-1", "pg-1")
MEMORY = Path("/dev/shm")
MISSED_KEPT = (
    4 * 1024 * 1024
)  # bytes, instead of 96 MiB: asked from everywhere for a minute, it would look like a leak
PAGES_KEPT = "PRAGMA cache_size=-1024"
"""KiB of the file for each connection, instead of 32 MiB: eight of them fill slowly, and that would look like a leak."""
MOST_MISSED = 300
"""Lines of a stream that whoever comes back is told, instead of 5,000: what is on its way to those who come back grows
with the streams until then, which takes longer than a run. Whoever missed more is told to read anew."""
FRAMES = 1_000_000


@dataclass
class LittleKept(Backlog):
    """What was missed lately, and not much of it."""

    most: int = MISSED_KEPT


def main() -> int:
    speak_in_any_terminal()
    seed = int(os.environ.get("SEED") or random.randrange(1_000_000))
    frames = int(os.environ.get("FRAMES") or FRAMES)
    try:
        setups = _setups(os.environ.get("SETUPS", ""))
        say(f"種 {seed}：{frames:,} 通ずつ（{'、'.join(setups)}）")
        return int(sum(_failed(setup, seed, frames) for setup in setups) > 0)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _setups(asked: str) -> list[str]:
    named = [name.strip() for name in asked.split(",") if name.strip()] or list(SETUPS)
    if unknown := [name for name in named if name not in SETUPS]:
        raise Stop(f"知らない名前です: {'、'.join(unknown)}（{'、'.join(SETUPS)} から）", "no such setup.")
    return named


def _failed(setup: str, seed: int, frames: int) -> bool:
    """Whether anything was wrong; it is told either way."""
    folder = tempfile.TemporaryDirectory(
        prefix="yoriai-fuzz-", dir=MEMORY if os.access(MEMORY, os.W_OK) else None
    )
    with folder as place, ground(setup, Path(place) / setup) as made:
        outcome = asyncio.run(_asked(made, seed, frames))
    say(f"{setup}: {outcome}")
    for fault in outcome.faults:
        say(f"  ✗ {fault}")
    return bool(outcome.faults)


async def _asked(made: Ground, seed: int, frames: int) -> Outcome:
    with made.installed() as installation:
        (server,) = installation.servers
        await server.start(run=keeping_little)
        return await babbled(server, seed, frames)


def keeping_little(*words: str) -> None:
    """A server that keeps and tells little of what others have missed and keeps little of the file, so that whatever
    else it keeps is seen."""
    realtime.Backlog = LittleKept
    journal.MOST_MISSED = MOST_MISSED
    pragmas = (PAGES_KEPT if "cache_size" in pragma else pragma for pragma in sqlite.AT_OPENING)
    sqlite.AT_OPENING = quick.AT_OPENING = tuple(pragmas)
    warm.yoriai(*words)
