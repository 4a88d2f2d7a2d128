"""What a message costs inside the server, without the network: CPU per message, with a thousand who listen and take
nothing. Steadier than any figure with sockets, on a machine that others use too. Run: python -m bench.inside"""

import asyncio
import json
import logging
import tempfile
import time
from dataclasses import dataclass
from math import inf
from pathlib import Path

import structlog
import uvloop

from bench.town import LARGE, Town, build
from tests.keys import new_send_key
from yoriai.app.assembly import Assembly
from yoriai.app.main import build as assembled
from yoriai.people.access.actor import Actor
from yoriai.people.sessions.authenticate import authenticate
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.facts.sight import WHOLE
from yoriai.platform.realtime.conversation import Conversation, Wire
from yoriai.platform.realtime.handshake import Admitted
from yoriai.platform.realtime.listener import Listener
from yoriai.platform.realtime.realtime import Rights
from yoriai.platform.settings import Settings

OTHERS = 20  # percent, who are not in the large room: nobody puts nearly everybody into one
LISTENERS, WARM, TURNS = 1_000, 100, 1_000
WORDS = "窓口の当番表を入れました。二階の担当もご覧ください。" * 3


@dataclass(frozen=True)
class Cost:
    """Microseconds of CPU for each message: of the whole process, and of the loop's own thread."""

    whole: float
    loop: float


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder), asks_per_second=100_000, log_level="error")
        settings.make_server_key()
        cost = uvloop.run(measured(assembled(settings), build(settings, LARGE + OTHERS * LARGE // 100)))
    print(f"{LISTENERS} listeners: {cost.whole:.0f} µs CPU per message, {cost.loop:.0f} of them at the loop")
    return 0


async def measured(assembly: Assembly, town: Town) -> Cost:
    sender = town.residents[0]
    async with assembly.running():
        async with assembly.works.reading(Cause(zone=sender.zone, address="127.0.0.1")) as work:
            who = await authenticate(work, sender.token, sender.zone)
            (rights,) = await assembly.realtime.rights(work, [who])
        heard = listening(assembly, who, rights, f"room/{town.large}")
        speak = speaker(assembly, who, rights)
        for _ in range(WARM):
            await one(speak, said(town), heard)
        whole, loop = time.process_time(), time.thread_time()
        for _ in range(TURNS):
            await one(speak, said(town), heard)
        whole, loop = time.process_time() - whole, time.thread_time() - loop
    return Cost(whole / TURNS * 1e6, loop / TURNS * 1e6)


def listening(assembly: Assembly, who: Actor, rights: Rights, stream: str) -> asyncio.Event:
    """Fill the room; the event is set whenever the last of them has been written to."""
    heard, hub = asyncio.Event(), assembly.realtime.hub

    def last(_: bytes) -> None:
        heard.set()

    for turn in range(LISTENERS):
        # They answer no heartbeat, and would be sent away for it where a slow machine takes long.
        listener = Listener(who, _nothing if turn < LISTENERS - 1 else last, _nobody, heard_at=inf)
        hub.register(listener)
        hub.subscribe(listener, {stream: WHOLE}, rights.heads)
    return heard


def speaker(assembly: Assembly, who: Actor, rights: Rights) -> Conversation:
    rules = assembly.settings.listeners[0].rules()
    return Conversation(
        assembly.exchange(rules), Admitted(who, 1, rights), Wire(_nothing, _nobody, _rest, _taken)
    )


async def one(speak: Conversation, message: bytes, heard: asyncio.Event) -> None:
    heard.clear()
    speak.heard(message)
    await heard.wait()


def said(town: Town) -> bytes:
    parts = [{"kind": "text", "text": WORDS}]
    asked = {"do": "messages.post", "id": "1", "room_id": str(town.large)}
    return json.dumps({**asked, "send_key": new_send_key(), "parts": parts}, ensure_ascii=False).encode()


def _nothing(_: bytes) -> None:
    """A socket whose network takes everything at once."""


def _nobody(_: int, __: str) -> None:
    """Nobody is sent away here."""


def _rest(_: float) -> None:
    """Nobody asks for too much here."""


def _taken() -> int:
    """Everything is taken at once."""
    return 0


if __name__ == "__main__":
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    raise SystemExit(main())
