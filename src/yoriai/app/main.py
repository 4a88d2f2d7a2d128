"""The server of the product: settings in, an assembled process out; and what its clients are generated from."""

import socket
from collections.abc import Sequence

from yoriai.app.assembly import Assembly, assemble
from yoriai.app.wiring import FEATURES
from yoriai.platform.realtime.serving import Bound, Serving
from yoriai.platform.settings import Settings


def build(settings: Settings) -> Assembly:
    """Put the product together. Nothing is connected before it runs."""
    return assemble(settings, FEATURES)


def bind(assembly: Assembly) -> list[Bound]:
    """Take the listeners' addresses. A port in use is an OSError here, before anything has begun."""
    return [
        Bound(
            rules=listener.rules(),
            socket=_bound(listener.address),
            exchange=assembly.exchange(listener.rules()),
            certificate=str(listener.certificate) if listener.certificate else None,
            key=str(listener.key) if listener.key else None,
        )
        for listener in assembly.settings.listeners
    ]


async def serve(assembly: Assembly, bound: Sequence[Bound]) -> None:
    """Serve until asked to stop; what was taken in is finished first."""
    async with assembly.running():
        await Serving(assembly.app, bound, assembly.uploads).run()


def _bound(address: tuple[str, int]) -> socket.socket:
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind(address)
    except OSError:
        made.close()
        raise
    return made
