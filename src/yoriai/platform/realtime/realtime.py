"""Real time: one object for each process that turns doorbells and polls into frames on sockets."""

import asyncio
from collections.abc import AsyncGenerator, Collection, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic

import structlog

from yoriai.kit.errors import Reread
from yoriai.platform.facts.fact import Fact
from yoriai.platform.facts.journal import Journal
from yoriai.platform.facts.sight import Sight
from yoriai.platform.feature import Hears, Render, SignalBody, Who
from yoriai.platform.realtime.delivery import Delivery
from yoriai.platform.realtime.frames import framed
from yoriai.platform.realtime.hub import COME_BACK, SIGNED_OUT, Hub
from yoriai.platform.realtime.listener import Listener
from yoriai.platform.realtime.rendering import Rendered, render
from yoriai.platform.realtime.signals import Signals
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

POLL_EVERY = 2.0  # seconds; a lost doorbell costs no more (D16)
BLIND_REFUSES, BLIND_CLOSES = 15.0, 30.0  # seconds without the database (D21)
BEAT_EVERY, SILENCE = 20.0, 45.0  # seconds (D15)

log = structlog.get_logger()


@dataclass
class Realtime:
    """Delivery, resuming, heartbeats and signals of this process."""

    works: Works
    journal: Journal
    hears: Hears
    renders: Mapping[type[Fact], Render]
    signal_bodies: Mapping[str, SignalBody]
    hub: Hub = field(default_factory=Hub)
    seen_at: float = field(default_factory=monotonic)
    """When the database last answered this process."""

    def __post_init__(self) -> None:
        self.delivery = Delivery(self.hub, self.journal, self.renders)
        self.signals = Signals(self.hub, self.works, self.signal_bodies)
        self.awake = asyncio.Event()
        self.newest_position = -1

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Listen to the doorbell and deliver, for the length of a block."""
        self.works.doorbell.listen(self._rung)
        async with AsyncExitStack() as stack:
            for forever in (self._deliver, self._poll, self._beat, self.signals.run):
                task = asyncio.create_task(forever(), name=forever.__qualname__)
                stack.callback(task.cancel)
            yield

    def may_write(self) -> bool:
        """False when this process has not seen the database for so long that it must not take anything in."""
        return monotonic() - self.seen_at < BLIND_REFUSES

    async def admit(self, listener: Listener) -> dict[str, int]:
        """Subscribe a socket that passed its door; everything after the returned heads will be delivered."""
        self.hub.register(listener)
        async with self.works.reading() as work:
            sights = await self.hears(work, listener.who, None)
            fresh = self.hub.subscribe(listener, sights)
            if fresh:
                await self.delivery.settle(work.session, fresh)
        self._rung({}, ())
        return self.hub.heads(sights)

    async def resume(self, listener: Listener, since: Mapping[str, int]) -> list[str]:
        """Write what a returning socket has missed; return the streams whose state must be reread."""
        reset: list[str] = []
        async with self.works.reading() as work:
            sights = await self.hears(work, listener.who, tuple(since))  # rights are asked again (D12)
            for stream, number in since.items():
                if stream not in sights:
                    continue
                try:
                    missed = await self.missed(work, listener.who, sights[stream], (stream, number))
                except Reread:
                    reset.append(stream)
                    continue
                if stream in listener.sights:
                    listener.write(b"".join(each.frame_for(sights[stream]) for each in missed))
        return reset

    async def missed(self, work: Work, who: Who, sight: Sight, after: tuple[str, int]) -> list[Rendered]:
        """What a stream told after a number, as this reader may see it. The caller has asked the door."""
        lines = await self.journal.missed(work.session, *after)
        rendered = await render(work.session, lines, who.redaction_class, self.renders)
        return rendered if sight.is_whole else [each.seen_with(sight) for each in rendered]

    def _rung(self, heads: Mapping[str, int], signals: Collection[tuple[str, str]]) -> None:
        if self.delivery.expect(heads) or self.delivery.expected:
            self.awake.set()
        self.signals.note(signals)

    async def _deliver(self) -> None:
        while True:
            await self.awake.wait()
            self.awake.clear()
            try:
                async with self.works.reading() as work:
                    progress = await self.delivery.deliver(work.session)
                if progress and self.delivery.expected:
                    self.awake.set()  # there was more than one reading holds
            except Exception:
                log.exception("delivery stopped short")
                await asyncio.sleep(0.5)

    async def _poll(self) -> None:
        """Look for what no doorbell announced, and notice when the database is gone."""
        while True:
            await asyncio.sleep(POLL_EVERY)
            try:
                async with asyncio.timeout(POLL_EVERY * 2), self.works.reading() as work:
                    await self._look(work)
                self.seen_at = monotonic()
            except Exception as error:  # noqa: BLE001 whatever it is, it means: the database was not seen
                log.warning("database not seen", error=type(error).__name__)
            if monotonic() - self.seen_at > BLIND_CLOSES:
                for listener in tuple(self.hub.listeners):
                    self.hub.close(listener, COME_BACK, "no_database")

    async def _look(self, work: Work) -> None:
        newest = await self.journal.newest_position(work.session)
        if (
            self.works.store.is_single_writer
            and newest == self.newest_position
            and not self.delivery.expected
        ):
            return
        numbers = {
            s: channel.number for s, channel in self.hub.channels.items() if channel.number is not None
        }
        self._rung(await self.journal.grown(work.session, numbers), ())
        self.newest_position = newest

    async def _beat(self) -> None:
        """Every listener hears a heartbeat every 20 s; they take turns, so that no second is crowded."""
        turn = 0
        while True:
            await asyncio.sleep(1.0)
            turn += 1
            for listener in tuple(self.hub.listeners):
                if listener.turn % int(BEAT_EVERY) == turn % int(BEAT_EVERY):
                    self._beat_once(listener)

    def _beat_once(self, listener: Listener) -> None:
        if listener.who.expires_at <= self.works.now():
            self.hub.close(listener, SIGNED_OUT, "signed_out")
        elif monotonic() - listener.heard_at > SILENCE:
            self.hub.close(listener, COME_BACK, "silence")
        else:
            changed = [s for s in listener.sights if self.hub.channels[s].changed_at > listener.beaten_at]
            listener.beaten_at = self.hub.changes
            listener.write(framed({"beat": self.hub.heads(changed)}))
