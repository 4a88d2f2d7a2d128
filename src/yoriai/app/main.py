"""The server of the product: settings in, an assembled process out; and what its clients are generated from."""

import asyncio
import resource
import socket
from collections.abc import Callable, Coroutine, Sequence

from yoriai.app.assembly import Assembly, assemble, doors
from yoriai.app.wiring import FEATURES
from yoriai.platform.jobs.leases import inherit
from yoriai.platform.realtime.serving import Bound, Serving
from yoriai.platform.settings import Settings
from yoriai.platform.work.edge import Works

DOORS = doors(FEATURES)
SPARE = 500  # open files that are no connections: the database, the screens' files, what is being done


def build(settings: Settings) -> Assembly:
    """Put the product together. Nothing is connected before it runs."""
    return assemble(settings, FEATURES, DOORS)


def doors_of(settings: Settings, workers: int = 1) -> list[list[socket.socket]]:
    """Take the listeners' addresses, for each of so many processes. A port in use is an OSError here, before anything
    has begun."""
    listeners = settings.listeners
    if workers == 1:
        return [[_bound(listener.address) for listener in listeners]]
    for listener in listeners:  # those who share an address share it with every process of the same user
        _bound(listener.address).close()
    return [[_bound(listener.address, shared=True) for listener in listeners] for _ in range(workers)]


def bind(assembly: Assembly, doors: Sequence[socket.socket]) -> list[Bound]:
    """What each listener serves at its door."""
    most = _room_for(assembly.settings)
    return [
        Bound(
            rules=listener.rules(),
            socket=door,
            exchange=assembly.exchange(listener.rules()),
            certificate=str(listener.certificate) if listener.certificate else None,
            key=str(listener.key) if listener.key else None,
            most_connections=most,
            content=assembly.content,
        )
        for listener, door in zip(assembly.settings.listeners, doors, strict=True)
    ]


Beside = Callable[[Works], Coroutine[None, None, None]]


async def serve(assembly: Assembly, bound: Sequence[Bound], beside: Beside | None = None) -> None:
    """Serve until asked to stop; what was taken in is finished first. What runs beside stops with the server."""
    await inherit(assembly.works)
    async with assembly.running():
        running = asyncio.create_task(beside(assembly.works)) if beside else None
        try:
            await Serving(
                assembly.app, bound, assembly.uploads, assembly.porches, draining=assembly.draining
            ).run()
        finally:
            if running is not None:
                running.cancel()
                await asyncio.wait([running])


def _room_for(settings: Settings) -> int:
    """How many connections each listener may hold: as many as wished, or as the system lets be open."""
    allowed, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if allowed != most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    if most == resource.RLIM_INFINITY:
        return settings.most_connections
    return min(settings.most_connections, max(100, (most - SPARE) // len(settings.listeners)))


def _bound(address: tuple[str, int], *, shared: bool = False) -> socket.socket:
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if shared:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    try:
        made.bind(address)
    except OSError:
        made.close()
        raise
    return made
