"""Faults of what reads foreign files: it hangs, forks, grows or dies, and whoever talks is not to notice (F23)."""

import asyncio
import gc
import random
import time
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import cycle, islice
from uuid import UUID

import httpx2
from sqlalchemy import func, select

from tests.cast import SATO, SUZUKI, token_of
from tests.faults.bout import Bout
from tests.faults.calls import NO_TLS, PATIENCE
from tests.faults.log import Ack, Deliver, Event, Invoke
from tests.faults.spoilt import MARK, SECONDS, WAYS, apart, spoilt
from tests.keys import new_send_key
from tests.people.files.bringing import TUS, encoded
from tests.people.files.corpus.hostile import hostile
from tests.people.files.corpus.samples import photo
from tests.people.files.sanitizing.corpus import written
from yoriai.people.files.models import File, State
from yoriai.people.sessions.authenticate import COOKIE
from yoriai.platform.db.store import Store, opened

FILES = 50
SPOILT = 8
HOSTILE = 20
LARGEST = 4 * 1024 * 1024  # bytes: it is their reading that is asked about, not their way here
PAUSE = 0.2  # seconds at most between two messages of a page: some hundred messages in a second, steadily
WINDOW = 20.0  # seconds of talk while nothing else is done, about as long as the files take
PAIRS = 4  # at least: what a machine does now and then falls on both
JUDGED_WITHIN = 100.0  # seconds for all of them
STARTS = 10.0
MOST_RISE = 1.2  # of what 99 of 100 take, at most
Named = tuple[str, bytes]


async def decoders(bout: Bout, files: int = FILES) -> None:
    """F23: fifty files are worked, among them some whose decoders are taken over. Each has its end, those are held, and
    talking takes about as long as ever: of all that was said with and without, by turns."""
    await begin_spoilt(bout)
    apart(is_server=False)
    gc.disable()  # of the history that is kept here: it would be heard as a late server
    coming = await asyncio.to_thread(some_files, files)
    for talker in bout.crew.talkers:
        talker.habits.pause, talker.habits.looks = PAUSE, None
    quiet, busy = Times(), Times()
    async with opened(bout.servers[0].database) as store:  # which takes its time, and keeps the pages waiting
        while bout.goes_on() or bout.counted["pairs"] < PAIRS:
            bout.counted["pairs"] += 1
            await _talked(bout, asyncio.sleep(WINDOW), quiet)
            await brought(bout, coming)
            await _talked(bout, all_judged(store), busy)
    await judge_files(bout)
    for what, without, beside in (("safe", quiet.safe, busy.safe), ("heard", quiet.heard, busy.heard)):
        bout.counted[f"µs until {what}, quiet"] = round(late(without) * 1e6)
        bout.counted[f"µs until {what}, busy"] = round(late(beside) * 1e6)
        rise = late(beside) / late(without)
        bout.counted[f"% of rise until {what}"] = round(100 * rise - 100)
        assert rise <= MOST_RISE, f"until {what} 99 of 100 took {rise:.2f} times as long"


@dataclass
class Times:
    """Of messages, from the intention until their author was told that they are safe, and until others heard them."""

    safe: list[float] = field(default_factory=list[float])
    heard: list[float] = field(default_factory=list[float])


async def begin_spoilt(bout: Bout) -> None:
    for server in bout.servers:
        bout.breaks("began anew", STARTS)
        await server.kill()
        await server.start(run=spoilt)
        bout.heals("began anew")
        await bout.flow()


async def _talked(bout: Bout, meanwhile: Awaitable[None], times: Times) -> None:
    """What was said meanwhile, and how long it took, besides what was measured before."""
    began, before = time.monotonic(), len(bout.crew.history.events)
    await meanwhile
    bout.counted["seconds"] += round(time.monotonic() - began)
    events = bout.crew.history.events[before:]
    times.safe += (sent := _times(events, Ack))
    times.heard += _times(events, Deliver)
    bout.counted["messages"] += len(sent)


def _times(events: Sequence[Event], kind: type[Ack | Deliver]) -> list[float]:
    """From the intention to this, of all that was meant and came to it here."""
    meant = {each.key: each.t for each in events if isinstance(each, Invoke)}
    return [each.t - meant[each.key] for each in events if isinstance(each, kind) and each.key in meant]


def late(times: Sequence[float]) -> float:
    """What 99 of 100 took at the most."""
    return sorted(times)[int(len(times) * 0.99)]


@cache
def some_files(count: int) -> Sequence[Named]:
    """As they come at a bad hour: photographs of an office, hostile ones, and some that take their decoder over."""
    dice = random.Random(count)
    harmful = [each for sample in hostile() if len((each := (sample.name, sample.make()))[1]) <= LARGEST]
    made = [spoilt_picture(way) for way in islice(cycle(WAYS), count * SPOILT // FILES)]
    made += dice.sample(harmful, count * HOSTILE // FILES)
    large = written(photo(1600, 1200), "JPEG")
    made += [("現場.jpg", large)] * (count - len(made))
    dice.shuffle(made)
    return made


def spoilt_picture(way: str) -> Named:
    """One that takes its decoder over."""
    return f"{way}.jpg", written(photo(), "JPEG", comment=f"{MARK}{way}".encode())


async def brought(bout: Bout, files: Sequence[Named]) -> None:
    """By two people, for one alone may not have that many before the check."""
    for number, who in enumerate((SATO, SUZUKI)):
        await _brought_by(who, bout, files[number::2])


async def _brought_by(who: UUID, bout: Bout, files: Sequence[Named]) -> None:
    server = bout.servers[0]
    host = server.node.host("lgwan")
    headers = {
        "host": host,
        "origin": f"http://{host}",
        "cookie": f"{COOKIE}={token_of(who, 'lgwan')}",
        **TUS,
    }
    base = f"http://127.0.0.1:{server.ports['lgwan']}"
    async with httpx2.AsyncClient(base_url=base, headers=headers, verify=NO_TLS, timeout=PATIENCE) as client:
        for name, data in files:
            said = f"filename {encoded(name)},request_key {encoded(new_send_key())}"
            begun = await client.post(
                "/api/uploads", headers={"upload-length": str(len(data)), "upload-metadata": said}
            )
            piece = {"upload-offset": "0", "content-type": "application/offset+octet-stream"}
            answer = await client.patch(
                begun.raise_for_status().headers["location"], content=data, headers=piece
            )
            answer.raise_for_status()
            bout.counted["files"] += 1


async def all_judged(store: Store) -> None:
    """Until each file has its end."""
    waiting = select(func.count()).select_from(File).where(File.state == State.CHECKING)
    async with asyncio.timeout(JUDGED_WITHIN):
        while True:
            async with store.reading() as session:
                if not await session.scalar(waiting):
                    return
            await asyncio.sleep(0.5)


async def judge_files(bout: Bout) -> None:
    """What took its decoder over is held, and a photograph beside it was made anew."""
    async with opened(bout.servers[0].database) as store, store.reading() as session:
        found = (await session.scalars(select(File))).all()
    for file in found:
        bout.counted[f"files {file.state}"] += 1
        if file.name.removesuffix(".jpg") in WAYS:
            assert file.state == State.HELD, f"{file.name} is {file.state}"
        if file.name == "現場.jpg":
            assert file.state == State.DISARMED, f"a photograph is {file.state}: {file.reason}"
    longest = max(float(str(file.proof["seconds"])) for file in found)
    bout.counted["milliseconds, the longest file"] = round(longest * 1000)
    assert longest <= SECONDS + 20
