"""Somebody on the bus who says everything again, often, late and mixed up (F16). The seals are those of the processes."""

import asyncio
import random
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any, cast

from redis.asyncio import Redis

from yoriai.platform.bus.doorbell import SHARDS
from yoriai.platform.bus.link import ended
from yoriai.platform.bus.notes import Seal

TIMES = 5  # notes said again for each that is new
KEPT = 200


@asynccontextmanager
async def repeating(port: int, key: bytes, dice: random.Random) -> AsyncGenerator[list[int]]:
    """For the length of a block; one entry for every note said again."""
    channels = [f"yoriai/{Seal(key).house}/{shard}" for shard in range(SHARDS)]
    repeated: list[int] = []

    async def repeat(line: Redis) -> None:
        kept: list[tuple[bytes, bytes]] = []
        async with line.pubsub() as ears:
            await ears.ssubscribe(*channels)
            while True:
                said = cast("dict[str, Any]", await ears.get_message(timeout=0.01) or {})
                note = said.get("channel", b""), said.get("data", b"")
                if said.get("type") != "smessage" or note in kept:
                    continue
                kept = [*kept[-KEPT:], note]
                for channel, frame in dice.sample(kept, min(TIMES, len(kept))):
                    await line.execute_command("SPUBLISH", channel, frame)
                    repeated.append(1)

    async with Redis(port=port) as line:
        task = asyncio.create_task(repeat(line))
        try:
            yield repeated
        finally:
            await ended([task])
