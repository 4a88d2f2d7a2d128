"""Signals: fleeting things, told at most once a second and only to who looks. Never stored, may be lost."""

import asyncio
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

import structlog

from yoriai.platform.feature import SignalBody, Who
from yoriai.platform.realtime.frames import framed
from yoriai.platform.realtime.hub import Hub
from yoriai.platform.work.edge import Works

AT_MOST_EVERY = 1.0  # seconds, for each stream

log = structlog.get_logger()


@dataclass
class Signals:
    """Gathers what is to be signalled and sends the latest state of it once a second."""

    hub: Hub
    works: Works
    bodies: Mapping[str, SignalBody]
    offered: Callable[[str, Who], bool]
    waiting: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    awake: asyncio.Event = field(default_factory=asyncio.Event)

    def note(self, signals: Collection[tuple[str, str]]) -> None:
        """Remember these until the next round."""
        if signals:
            self.waiting.update(signals)
            self.awake.set()

    async def run(self) -> None:
        """Send for ever."""
        while True:
            await self.awake.wait()
            self.awake.clear()
            try:
                await self.send()
            except Exception:
                log.exception("signals not sent")  # they are fleeting; the next ones are not to suffer for it
            await asyncio.sleep(AT_MOST_EVERY)

    async def send(self) -> None:
        """Tell everything noted to the sockets that look at it."""
        noted, self.waiting = self.waiting, set()
        wanted = [(stream, name) for stream, name in sorted(noted) if stream in self.hub.channels]
        if not wanted:
            return
        async with self.works.reading() as work:
            for stream, name in wanted:
                looking = self._looking(stream, name)
                if looking:
                    body = await self.bodies[name](work.session, stream)
                    frame = framed({"signal": name, **body})
                    for write in looking:
                        write(frame)

    def _looking(self, stream: str, name: str) -> list[Callable[[bytes], None]]:
        channel = self.hub.channels.get(stream)
        groups = channel.groups.values() if channel else ()
        looking = [listener for group in groups for listener in group if listener.looks_at == stream]
        return [listener.write for listener in looking if self.offered(name, listener.who)]
