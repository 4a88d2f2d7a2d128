"""The assembled server of one process: application, works, real time and jobs, from the list of features."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Collection, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Depends, FastAPI
from starlette.routing import BaseRoute

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.slips.printing import FACES
from yoriai.people.files.handing_out import HandingOut
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.http import offered
from yoriai.people.sessions.porch import before_signing_in
from yoriai.platform.bus.address import Address
from yoriai.platform.bus.doorbell import OverBus
from yoriai.platform.db.store import Store, open_store
from yoriai.platform.denials import Denials
from yoriai.platform.facts.durable import DurableReaders
from yoriai.platform.facts.journal import Journal
from yoriai.platform.facts.sight import Sight
from yoriai.platform.feature import Feature, Hearer, Lends, Sealed, Who
from yoriai.platform.http import healthy
from yoriai.platform.http.application import application, serve_shell
from yoriai.platform.http.content import Look
from yoriai.platform.http.draining import Draining
from yoriai.platform.http.listener import ListenerRules
from yoriai.platform.http.porch import Porch
from yoriai.platform.http.uploads import Receiving, Upload
from yoriai.platform.jobs.worker import Worker
from yoriai.platform.realtime.handshake import Exchange
from yoriai.platform.realtime.realtime import Realtime
from yoriai.platform.realtime.rendering import Renderer
from yoriai.platform.settings import Settings
from yoriai.platform.work.doorbell import InProcess
from yoriai.platform.work.edge import Works
from yoriai.platform.work.home import Home
from yoriai.platform.work.work import Work


@dataclass(frozen=True, slots=True)
class Assembly:
    """Everything that runs, put together but not yet started."""

    settings: Settings
    store: Store
    doorbell: InProcess
    works: Works
    app: FastAPI
    realtime: Realtime
    readers: DurableReaders
    worker: Worker
    entrance: Entrance
    features: Sequence[Feature]
    draining: Draining

    @property
    def denials(self) -> Denials:
        """What this process has refused and not yet handed on."""
        return self.app.state.denials

    @property
    def uploads(self) -> Sequence[Upload]:
        """The routes that take a file as their body."""
        return [upload for feature in self.features for upload in feature.uploads]

    @property
    def porches(self) -> Sequence[Porch]:
        """The routes before which a machine that asks all day is turned away."""
        return [before_signing_in(self.works, self.entrance)]

    @property
    def content(self) -> Look:
        """Who gets which file at the hosts of files."""
        handing_out: HandingOut = self.app.state.handing_out
        return handing_out.look

    def exchange(self, rules: ListenerRules) -> Exchange:
        """What the sockets of one listener share."""
        commands = {command.name: command for feature in self.features for command in feature.commands}
        is_offered = _offered({command.name: each for each in self.features for command in each.commands})

        def used(who: Who) -> None:
            idle = who.idle if isinstance(who, Actor) else None
            self.entrance.uses.note(who.session_id, self.works.now(), idle)

        entrance = self.entrance
        return Exchange(
            rules,
            self.realtime,
            commands,
            entrance.recognize_all,
            is_offered,
            used,
            entrance.allowances,
            self.denials,
        )

    @asynccontextmanager
    async def running(self) -> AsyncGenerator[None]:
        """Deliver, read and do jobs for the length of a block; then finish what was taken in, and close the database."""
        async with AsyncExitStack() as stack:
            stack.push_async_callback(self.store.close)
            stack.push_async_callback(self.works.finish)
            stack.push_async_callback(self.entrance.write, self.works)
            keeping = asyncio.create_task(self.entrance.keep(self.works))
            stack.callback(keeping.cancel)
            for feature in self.features:
                if feature.denials is not None:
                    await stack.enter_async_context(self.denials.kept_by(self.works, feature.denials))
            await stack.enter_async_context(self.doorbell.running())
            await stack.enter_async_context(self.realtime.running())
            await stack.enter_async_context(self.readers.running())
            await stack.enter_async_context(self.worker.running())
            yield


ASKED_MOST = frozenset({"timeline"})


def doors(features: Sequence[Feature]) -> Sequence[BaseRoute]:
    """All routes of the features. They hold nothing of a server: however many a process puts together share them.

    They are tried one after the other, and nine of ten requests of an office at work ask for a page of a room: what is
    asked most stands first.
    """
    api = APIRouter()
    for feature in sorted(features, key=lambda each: each.name not in ASKED_MOST):
        for router in feature.routes:
            api.include_router(router, prefix="/api", dependencies=[Depends(offered(feature))])
    api.include_router(healthy.router)
    return tuple(api.routes)


def home_of(settings: Settings) -> Home:
    """What lies beside the database, as the operator has set it."""
    return Home(
        settings.data_dir,
        settings.server_key,
        settings.files_at,
        typefaces=settings.web_root / FACES,
        scanner=settings.scanner,
    )


def assemble(settings: Settings, features: Sequence[Feature], routes: Sequence[BaseRoute]) -> Assembly:
    """Put a server together. Nothing is connected yet."""
    store = open_store(settings.database_url)
    doorbell = _doorbell(settings)
    home = home_of(settings)
    works = Works(store, doorbell, home=home)
    journal = Journal({fact.name: fact for feature in features for fact in feature.facts})
    realtime = Realtime(
        works=works,
        journal=journal,
        hears=hears_of(features),
        renderer=Renderer(
            works,
            {kind: render for feature in features for kind, render in feature.renders.items()},
            {kind: render for feature in features for kind, render in feature.quick_renders.items()},
            _sealed_of(features),
        ),
        signal_bodies={name: body for feature in features for name, body in feature.signals.items()},
        signal_offered=_offered(
            {name: feature for feature in features for name in (*feature.signals, *feature.whispers)}
        ),
        backdrops=frozenset[str]().union(*(feature.backdrops for feature in features)),
        signal_announced=frozenset[str]().union(*(feature.announced for feature in features)),
    )
    works.may_write = works.sees = realtime.may_write
    app = application(routes)
    entrance = Entrance(settings, doorbell if isinstance(doorbell, OverBus) else None)
    app.state.works, app.state.settings, app.state.realtime = works, settings, realtime
    app.state.entrance, app.state.receiving = entrance, Receiving()
    app.state.features = features
    app.state.handing_out = HandingOut(works, home, entrance, *_lends_of(features))
    worker = Worker(works, features)
    draining = Draining(settings.drain_seconds)
    draining.when(worker.stop)
    serve_shell(app, settings.web_root)
    readers = DurableReaders(works, journal, [reader for feature in features for reader in feature.reads])
    return Assembly(
        settings, store, doorbell, works, app, realtime, readers, worker, entrance, features, draining
    )


def _sealed_of(features: Sequence[Feature]) -> Sealed:
    """All features' answers to which streams are not heard on the Internet side, as one."""
    asked = [feature.sealed for feature in features if feature.sealed is not None]
    return lambda rows, streams: frozenset[str]().union(*(sealed(rows, streams) for sealed in asked))


def _lends_of(features: Sequence[Feature]) -> tuple[Lends, Lends]:
    """All features' answers to which files somebody may have, as one, and to which faces they see: what any of them
    shows."""
    lending = [(feature, feature.lends) for feature in features if feature.lends is not None]
    showing = [(feature, feature.shows) for feature in features if feature.shows is not None]
    return _any_of(lending), _any_of(showing)


def _any_of(asked: Sequence[tuple[Feature, Lends]]) -> Lends:
    async def lends(work: Work, who: Who, file_ids: Collection[UUID]) -> set[UUID]:
        lent = set[UUID]()
        for feature, answer in asked:
            if feature.is_offered(who):
                lent.update(await answer(work, who, file_ids))
        return lent

    return lends


def _doorbell(settings: Settings) -> InProcess:
    """Of this process alone, or of all that share a bus."""
    if not settings.bus:
        return InProcess()
    return OverBus(Address(settings.bus, settings.bus_ca), settings.server_key())


def _offered(owners: Mapping[str, Feature]) -> Callable[[str, Who], bool]:
    """Whether the feature that a signal belongs to exists for somebody, where they stand; what is announced to a
    whole organization is for those alone who may do something with that feature."""

    def is_for(name: str, who: Who) -> bool:
        feature = owners.get(name)
        if feature is None:  # said by a node of a newer version
            return False
        may = name not in feature.announced or not who.capabilities.isdisjoint(feature.capabilities)
        return may and feature.is_offered(who)

    return is_for


def hears_of(features: Sequence[Feature]) -> "_HearsAll":
    """All features' answers to who may hear what, as one."""
    return _HearsAll(features)


@dataclass(frozen=True, slots=True)
class _HearsAll:
    features: Sequence[Feature]

    async def __call__(self, work: Work, hearers: Sequence[Hearer]) -> list[dict[str, Sight]]:
        heard = [dict[str, Sight]() for _ in hearers]
        for feature in self.features:
            if feature.hears is not None:
                those = [at for at, each in enumerate(hearers) if feature.is_offered(each.who)]
                found = await feature.hears(work, [hearers[at] for at in those])
                for at, sights in zip(those, found, strict=True):
                    heard[at] |= sights
        return heard
