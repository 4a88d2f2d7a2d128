"""Signals: fleeting things, told at most once a second to who looks, or every few seconds to who hears. Never stored."""

import asyncio
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from time import monotonic

import structlog

from yoriai.platform.feature import SignalBody, Who
from yoriai.platform.realtime.frames import framed
from yoriai.platform.realtime.hub import Hub
from yoriai.platform.realtime.listener import Listener
from yoriai.platform.work.doorbell import Whisper
from yoriai.platform.work.edge import Works

AT_MOST_EVERY = 1.0  # seconds, for each stream
ANNOUNCED_EVERY = 5.0  # seconds, for what goes to everybody who hears the stream

log = structlog.get_logger()


@dataclass
class Signals:
    """Gathers what is to be signalled and sends the latest state of it once a second."""

    hub: Hub
    works: Works
    bodies: Mapping[str, SignalBody]
    offered: Callable[[str, Who], bool]
    announced: frozenset[str] = frozenset()
    """Those that go to everybody who hears the stream, whatever they look at."""
    waiting: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    awake: asyncio.Event = field(default_factory=asyncio.Event)
    due: dict[tuple[str, str], float] = field(default_factory=dict[tuple[str, str], float])
    """When what was announced may be announced again."""

    def note(self, signals: Collection[tuple[str, str]]) -> None:
        """Remember these until the next round; those of jobs, and of a newer version on another node, are not ours."""
        known = {each for each in signals if each[1] in self.bodies}
        if known:
            self.waiting.update(known)
            self.awake.set()

    def pass_on(self, whisper: Whisper) -> None:
        """Tell at once what has words of its own: nothing is read for it."""
        concerned = self._concerned(whisper.stream, whisper.name)
        if concerned:
            self._tell(concerned, framed({"signal": whisper.name, **whisper.body}))

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
            if self.waiting:
                self.awake.set()

    async def send(self) -> None:
        """Tell everything noted to the sockets that it is for; what was announced a moment ago waits."""
        now = monotonic()
        self.due = {each: at for each, at in self.due.items() if at > now}
        early = self.waiting & self.due.keys()
        noted, self.waiting = self.waiting - early, early
        wanted = [(stream, name) for stream, name in sorted(noted) if stream in self.hub.channels]
        if not wanted:
            return
        async with self.works.reading() as work:
            for stream, name in wanted:
                if name in self.announced:
                    self.due[stream, name] = now + ANNOUNCED_EVERY
                concerned = self._concerned(stream, name)
                if concerned:
                    body = await self.bodies[name](work.session, stream)
                    self._tell(concerned, framed({"signal": name, **body}))

    def _tell(self, concerned: Iterable[Listener], frame: bytes) -> None:
        for listener in concerned:
            try:
                listener.write(frame)
            except Exception:  # noqa: BLE001 the end of one socket is nothing to the others
                self.hub.forget(listener)

    def _concerned(self, stream: str, name: str) -> list[Listener]:
        channel = self.hub.channels.get(stream)
        groups = channel.groups.values() if channel else ()
        hearing = [listener for group in groups for listener in group]
        if name not in self.announced:
            hearing = [listener for listener in hearing if stream in listener.looks_at]
        return [listener for listener in hearing if self.offered(name, listener.who)]
