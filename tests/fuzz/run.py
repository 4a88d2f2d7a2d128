"""A server that is spoken to strangely: how it held."""

import asyncio
import json
import resource
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.cast import SATO, WELFARE
from tests.faults.calls import Caller
from tests.faults.line import Line
from tests.faults.server import Server
from tests.fuzz.babble import ZONE, Tally, voices
from tests.keys import new_send_key

THIRDS = 3
MOST_GROWTH = 32 * 1024 * 1024
"""Bytes from the end of the first third on, when all that is read late has been read."""


@dataclass(frozen=True)
class Outcome:
    """What a server did with many strange frames."""

    seed: int
    tally: Tally
    sizes: Sequence[int]
    """Bytes of memory that it held after each third."""
    troubles: Sequence[str]
    """What it wrote down as a fault of its own."""
    is_well: bool
    """Whether it still takes a message of somebody who behaves."""

    @property
    def growth(self) -> int:
        return self.sizes[-1] - self.sizes[0]

    @property
    def faults(self) -> list[str]:
        """Everything in which it did not hold."""
        found = [f"trouble: {each}" for each in self.troubles]
        if self.tally.failures:
            found.append(f"answers in which it blames itself: {self.tally.failures}")
        if self.growth > MOST_GROWTH:
            found.append(f"grown by {self.growth / 2**20:.0f} MiB")
        if not self.is_well:
            found.append("takes no messages any more")
        return found

    def __str__(self) -> str:
        sizes = " → ".join(f"{size / 2**20:.0f}" for size in self.sizes)
        answers = ", ".join(f"{status}: {count}" for status, count in sorted(self.tally.statuses.items()))
        codes = ", ".join(f"{code}: {count}" for code, count in sorted(self.tally.codes.items()))
        return (
            f"seed {self.seed}: {self.tally.sent} frames over {self.tally.lines} lines; "
            f"answers {answers}; closed with {codes}; {sizes} MiB"
        )


async def babbled(server: Server, seed: int, frames: int) -> Outcome:
    """Let several people say so many strange frames to this running server, all at once."""
    tally = Tally()
    speaking = voices(server.node, seed, tally)
    sizes: list[int] = []
    for _ in range(THIRDS):
        share = frames // THIRDS // len(speaking)
        await asyncio.gather(*(voice.babble(share) for voice in speaking))
        sizes.append(_resident(server))
    return Outcome(seed, tally, sizes, _troubles(server), await _is_well(server))


async def _is_well(server: Server) -> bool:
    async with Line.to(server.node, Caller(SATO, ZONE)) as line, asyncio.timeout(5):
        hearing = asyncio.create_task(_listen(line))
        words = [{"kind": "text", "text": "お疲れさまです。"}]
        told = await line.ask("messages.post", room_id=str(WELFARE), send_key=new_send_key(), parts=words)
        hearing.cancel()
        return bool(told["message_id"])


async def _listen(line: Line) -> None:
    async for _ in line.frames():
        pass


def _resident(server: Server) -> int:
    assert server.process
    pages = Path(f"/proc/{server.process.pid}/statm").read_text().split()[1]
    return int(pages) * resource.getpagesize()


def _troubles(server: Server) -> list[str]:
    lines = [json.loads(line) for line in server.log_file.read_text().splitlines() if line.startswith("{")]
    return [line["event"] for line in lines if line["level"] in ("error", "critical")]
