"""The line to one server of the bus: hears its shards, speaks on them, and notices when either way is cut."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from redis.asyncio import Redis
from redis.asyncio.client import PubSub

PULSE_EVERY = 1.0  # seconds; every process says something so often, and hears it come back
SILENCE = 3.0  # seconds without a word, not even of one's own: the line is dead


class CutOff(ConnectionError):
    """Nothing is heard any more of this server, although nobody has closed the line."""


@dataclass(eq=False)
class Link:
    """One server, while it lasts. Whatever goes wrong ends `run`; whoever wants it back makes another."""

    client: Redis
    channels: list[str]
    hear: Callable[[bytes], bool]
    """Takes a frame; says whether it was one of our own, come back."""
    unsaid: Callable[[str], Iterable[bytes]]
    """The frames that wait to be said on a channel."""
    pulse: Callable[[], bytes]
    became_well: Callable[[], None]
    has_words: asyncio.Event = field(default_factory=asyncio.Event)
    is_well: bool = False
    """Whether what was said here has come back lately."""

    async def run(self) -> None:
        """Hear and speak until something goes wrong, and raise it."""
        async with self.client, self.client.pubsub() as ears:  # pyright: ignore[reportUnknownMemberType]
            for channel in self.channels:  # one by one: in a cluster no command may concern two slots
                await ears.ssubscribe(channel)
            both = [asyncio.create_task(self._hear(ears)), asyncio.create_task(self._speak())]
            try:
                await asyncio.gather(*both)
            finally:
                self.is_well = False
                await ended(both)

    async def _hear(self, ears: PubSub) -> None:
        returned = loop_time()
        while True:
            # The library calls it a dictionary of anything.
            message = cast("Mapping[str, object]", await ears.get_message(timeout=SILENCE) or {})
            if message.get("type") == "sunsubscribe":
                raise CutOff("another server carries this shard now")
            if message.get("type") == "smessage" and self.hear(cast("bytes", message["data"])):
                returned = loop_time()
                self._is_well_again()
            if loop_time() - returned > SILENCE:
                raise CutOff("nothing comes back")
            await asyncio.sleep(0)  # however much there is to hear, everything else has its turn

    def _is_well_again(self) -> None:
        if not self.is_well:
            self.is_well = True
            self.became_well()

    async def _speak(self) -> None:
        await self._say({self.channels[0]: [self.pulse()]})
        while True:
            try:
                await asyncio.wait_for(self.has_words.wait(), PULSE_EVERY)
            except TimeoutError:
                await self._say({self.channels[0]: [self.pulse()]})
                continue
            self.has_words.clear()
            await self._say({channel: list(self.unsaid(channel)) for channel in self.channels})

    async def _say(self, frames: dict[str, list[bytes]]) -> None:
        pipe = self.client.pipeline(transaction=False)
        for channel, each in frames.items():
            for frame in each:
                pipe.execute_command("SPUBLISH", channel, frame)  # pyright: ignore[reportUnknownMemberType]
        if len(pipe):
            await pipe.execute()


async def ended(tasks: Sequence[asyncio.Task[None]]) -> None:
    """Cancel these until they are over: where a timeout strikes at the same moment, one cancelling may be swallowed."""
    while running := [task for task in tasks if not task.done()]:
        for task in running:
            task.cancel()
        await asyncio.wait(running, timeout=0.1)
    await asyncio.gather(*tasks, return_exceptions=True)


def loop_time() -> float:
    return asyncio.get_running_loop().time()
