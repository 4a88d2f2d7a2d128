"""Real time: one object for each process that turns doorbells and polls into frames on sockets."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Collection, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import chain
from time import monotonic

import structlog

from yoriai.platform.db.plainly import plainly
from yoriai.platform.facts.journal import Journal, grown
from yoriai.platform.facts.sight import Sight
from yoriai.platform.feature import Hearer, Hears, SignalBody, Who
from yoriai.platform.realtime.backlog import Backlog
from yoriai.platform.realtime.delivery import Delivery
from yoriai.platform.realtime.frames import framed
from yoriai.platform.realtime.gate import AT_ONCE
from yoriai.platform.realtime.hub import COME_BACK, SIGNED_OUT, Hub
from yoriai.platform.realtime.listener import Listener
from yoriai.platform.realtime.lookout import Lookout
from yoriai.platform.realtime.rendering import Renderer
from yoriai.platform.realtime.resuming import Resuming
from yoriai.platform.realtime.signals import Signals
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

# Seconds. A lost doorbell costs no more (D16), and what was taken is gone within two (D20).
POLL_EVERY = 1.5
BLIND_REFUSES, BLIND_CLOSES = 15.0, 30.0  # seconds without the database (D21)
BEAT_EVERY, SILENCE = 20.0, 45.0  # seconds (D15)

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Rights:
    """What somebody may hear at one moment, and the heads of those streams at the same moment."""

    sights: Mapping[str, Sight]
    heads: Mapping[str, int]


NO_RIGHTS = Rights({}, {})


@dataclass
class Realtime:
    """Delivery, resuming, heartbeats and signals of this process."""

    works: Works
    journal: Journal
    hears: Hears
    renderer: Renderer
    signal_bodies: Mapping[str, SignalBody]
    signal_offered: Callable[[str, Who], bool] = lambda _name, _who: True
    signal_announced: frozenset[str] = frozenset()
    """Whether the feature of a signal exists for somebody, where they stand."""
    backdrops: frozenset[str] = frozenset()
    """Kinds of streams that tell how people and units are called, wherever they stand."""
    hub: Hub = field(default_factory=Hub)
    seen_at: float = field(default_factory=monotonic)
    """When the database last answered this process."""

    def __post_init__(self) -> None:
        self.delivery = Delivery(self.hub, self.journal, self.renderer, self.works.store.quick)
        self.signals = Signals(
            self.hub, self.works, self.signal_bodies, self.signal_offered, self.signal_announced
        )
        self.awake = asyncio.Event()
        self.looks = asyncio.Semaphore(AT_ONCE)
        self.resuming = Resuming(
            self.works,
            self.hears,
            Backlog(self.journal, self.renderer),
            lambda heads: self._rung(heads, ()),
            self.backdrops,
        )
        self.lookout = Lookout(self.hub, self.works.store)

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Listen to the doorbell and deliver, for the length of a block."""
        self.works.doorbell.listen(self._rung)
        self.works.doorbell.overhear(self.signals.pass_on)
        async with AsyncExitStack() as stack:
            for forever in (self._deliver, self._poll, self._beat, self.signals.run):
                task = asyncio.create_task(forever(), name=forever.__qualname__)
                stack.push_async_callback(_ended, task)
            yield

    def may_write(self) -> bool:
        """False when this process has not seen the database for so long that it must not take anything in."""
        return monotonic() - self.seen_at < BLIND_REFUSES

    async def rights(self, work: Work, people: Sequence[Who]) -> "list[Rights]":
        """What each of them may hear, and how far those streams are, at one moment: that of this work."""
        heard = await self.hears(work, [Hearer(who) for who in people])
        asked = dict.fromkeys(chain.from_iterable(heard), -1)
        heads = await plainly(work.session, lambda rows: grown(rows, asked)) if asked else {}
        return [
            Rights(sights, {stream: heads[stream] for stream in sights if stream in heads})
            for sights in heard
        ]

    def welcome(self, listener: Listener, rights: "Rights") -> dict[str, int] | None:
        """Subscribe a socket; everything after the returned heads will be delivered.

        They are those of the database, where no doorbell has told this process of them yet: whoever comes from another
        node may hold them already, and lower ones would look to him like those of a database that was put back.

        None when the rights were read before something that this process has already told the person: they may be
        less by now, and must be read again. Facts about what somebody hears are told on their own stream, too.
        """
        if self.hub.is_outdated(listener, rights.heads):
            return None
        self.hub.register(listener)
        self.hub.subscribe(listener, rights.sights, rights.heads)
        self._rung(rights.heads, ())
        return dict(listener.hears_from)

    def _rung(self, heads: Mapping[str, int], signals: Collection[tuple[str, str]]) -> None:
        if self.delivery.expect(heads) or self.delivery.expected:
            self.awake.set()
        self.signals.note(signals)

    async def _deliver(self) -> None:
        while True:
            await self.awake.wait()
            self.awake.clear()
            try:
                progress = await self.delivery.deliver()
                if progress and self.delivery.expected:
                    self.awake.set()  # there was more than one reading holds
            except Exception:
                log.exception("delivery stopped short")
                await asyncio.sleep(0.5)
                self.awake.set()

    async def _poll(self) -> None:
        """Look for what no doorbell announced, and notice when the database is gone."""
        while True:
            await asyncio.sleep(POLL_EVERY)
            try:
                async with asyncio.timeout(POLL_EVERY * 2):
                    await self._look()
                self.seen_at = monotonic()
            except Exception as error:  # noqa: BLE001 whatever it is, it means: the database was not seen
                log.warning("database not seen", error=type(error).__name__)
            if monotonic() - self.seen_at > BLIND_CLOSES:
                for listener in tuple(self.hub.listeners):
                    self.hub.close(listener, COME_BACK, "no_database")

    async def _look(self) -> None:
        self._rung(await self.lookout.look(is_sure=not self.delivery.expected), ())

    async def _beat(self) -> None:
        """Every listener hears a heartbeat every 20 s; they take turns, so that no second is crowded.
        Whose time is over is asked of all of them every second."""
        turn = 0
        while True:
            await asyncio.sleep(1.0)
            turn += 1
            now = self.works.now()
            for listener in tuple(self.hub.listeners):
                if listener.who.expires_at <= now:
                    self.hub.close(listener, SIGNED_OUT, "signed_out")
                elif monotonic() - listener.heard_at > SILENCE:
                    self.hub.close(listener, COME_BACK, "silence")
                elif listener.turn % int(BEAT_EVERY) == turn % int(BEAT_EVERY):
                    try:
                        self._beat_once(listener)
                    except Exception:
                        log.exception("no heartbeat")
                        self.hub.forget(listener)  # the others' hearts go on

    def _beat_once(self, listener: Listener) -> None:
        changed = [s for s in listener.sights if self.hub.channels[s].changed_at > listener.beaten_at]
        listener.beaten_at = self.hub.changes
        listener.write(framed({"beat": self.hub.heads(changed)}))


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
