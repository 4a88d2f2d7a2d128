"""E: somebody opens a room of 100,000 messages: its last page, or the page at which they stopped reading."""

import asyncio
import http.client
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from uuid import UUID

from bench.results import Run
from bench.scenarios import Opened
from bench.server import Served, served
from bench.setups import Setup
from bench.town import Place, Resident, groups, open_rooms
from tests.keys import new_send_key
from tools.words import Stop, say
from yoriai.kit.ids import SendKey
from yoriai.people.access.actor import Actor
from yoriai.people.sessions.authenticate import authenticate
from yoriai.platform.db.store import opened
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.talk.messages import parts
from yoriai.talk.messages.post import Posting, post_all
from yoriai.talk.reactions.models import Kind
from yoriai.talk.reactions.react import Reacting, react_all

WORDS = "窓口の当番表を入れました。二階の担当もご覧ください。"
TOGETHER = 500  # messages in one commit
PAGE = 50
LONGEST_READING, RESTING = 180, 0.1  # seconds; and of each second
FAR = 7_919
"""A prime: so far apart lie the places at which people stopped reading, all over the room."""


@dataclass(frozen=True)
class OpeningSample:
    """Milliseconds that each page took, whole, at the one who asked."""

    last_ms: Sequence[float]
    unread_ms: Sequence[float]


def measure_opening(setup: Setup, scenario: Opened, rounds: int) -> Run:
    say(f"{setup.name} {scenario.name}: {scenario.messages:,} 通を書きます")
    crowd = setup.town.residents[: scenario.members]
    room_id = asyncio.run(fill(setup.url, crowd, scenario.messages))
    samples: list[OpeningSample] = []
    with served(setup) as server:
        wait_until_it_rests(server.process_id)
        _sample(setup, server, scenario, room_id)  # what a server does for the first time costs more
        for turn in range(1, rounds + 1):
            sample = _sample(setup, server, scenario, room_id)
            samples.append(sample)
            say(
                f"{setup.name} {scenario.name} {turn}/{rounds}: 最後 {told(sample.last_ms)}、未読 {told(sample.unread_ms)}"
            )
    return opening_run(setup.name, scenario, samples)


def opening_run(setup: str, scenario: Opened, samples: Sequence[OpeningSample]) -> Run:
    """The middle of the rounds, of the last page; that of the unread line beside it."""
    return Run(
        setup=setup,
        scenario=scenario.name,
        n=scenario.messages,
        p50_ms=_middle(samples, lambda each: median(each.last_ms)),
        p99_ms=_middle(samples, lambda each: p99(each.last_ms)),
        more={
            "unread_p50_ms": _middle(samples, lambda each: median(each.unread_ms)),
            "unread_p99_ms": _middle(samples, lambda each: p99(each.unread_ms)),
            "members": scenario.members,
            "pages_each": scenario.pages,
        },
    )


def wait_until_it_rests(process_id: int) -> None:
    """Who reads the journal has all that was just written before them, and is not what is measured here."""
    last = time.monotonic() + LONGEST_READING
    before = _processor_of(process_id)
    while time.monotonic() < last:
        time.sleep(1)
        now = _processor_of(process_id)
        if now - before < RESTING:
            return
        before = now
    raise Stop("サーバーが落ち着きません。", "the server is still reading.")


def _processor_of(process_id: int) -> float:
    """Seconds of processor that a process has had."""
    fields = Path(f"/proc/{process_id}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def fill(url: str, crowd: Sequence[Resident], messages: int) -> UUID:
    """A new room of these people, in which they have said so much by turns; the last page bears everybody's sign."""
    async with opened(url) as store:
        works = Works(store)
        (room_id,) = await open_rooms(works, [crowd])
        actors = await actors_of(works, crowd)
        said: list[UUID] = []
        for turns in groups(range(messages), TOGETHER):
            turn_by_turn = [posting(actors[turn % len(actors)], room_id, turn) for turn in turns]
            done = await asyncio.gather(*(works.together_quickly(post_all, each) for each in turn_by_turn))
            said = [*said[-PAGE:], *(each.message_id for each in done)]
        for message_id in said[-PAGE:]:
            signs = [
                Reacting(actor, room_id, message_id, Kind.CHECK, is_on=True, cause=_cause(actor))
                for actor in actors
            ]
            await asyncio.gather(*(works.together_quickly(react_all, sign) for sign in signs))
        await works.finish()
    return room_id


async def actors_of(works: Works, crowd: Sequence[Resident]) -> list[Actor]:
    async with works.reading() as work:
        return [await authenticate(work, each.token, each.zone) for each in crowd]


def posting(actor: Actor, room_id: UUID, turn: int) -> Posting:
    words = parts.accept([{"kind": "text", "text": f"{WORDS}（{turn + 1}）"}])
    return Posting(actor, room_id, SendKey(new_send_key()), words, _cause(actor))


def _cause(actor: Actor) -> Cause:
    return Cause(account_id=actor.account_id, tenant_id=actor.tenant_id, session_id=actor.session_id)


def _sample(setup: Setup, server: Served, scenario: Opened, room_id: UUID) -> OpeningSample:
    places = [Place(each, room_id) for each in setup.town.residents[: scenario.members]]
    last: list[float] = []
    unread: list[float] = []
    for turn in range(scenario.pages):
        seat = server.seats([places[turn % len(places)]])[0]
        door = http.client.HTTPConnection("127.0.0.1", seat.port, timeout=60)
        headers = {"Host": seat.host, "Origin": seat.origin, "Cookie": seat.cookie}
        _page(door, headers, f"/api/rooms/{room_id}")  # the connection is there, and the room known
        last.append(_page(door, headers, f"/api/rooms/{room_id}/messages?limit={PAGE}"))
        stopped = (turn * FAR) % (scenario.messages - PAGE)
        unread.append(_page(door, headers, f"/api/rooms/{room_id}/messages?limit={PAGE}&after={stopped}"))
        door.close()
    return OpeningSample(last, unread)


def _page(door: http.client.HTTPConnection, headers: dict[str, str], path: str) -> float:
    began = perf_counter()
    door.request("GET", path, headers=headers)
    answer = door.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise Stop(f"{path}: {body.decode()[:500]}", "the server refused.")
    return (perf_counter() - began) * 1000


def told(taken: Sequence[float]) -> str:
    return f"p50 {median(taken):.1f} ms、p99 {p99(taken):.1f} ms"


def p99(taken: Sequence[float]) -> float:
    return quantiles(taken, n=100)[98]


def _middle(samples: Sequence[OpeningSample], of: Callable[[OpeningSample], float]) -> float:
    return round(median(map(of, samples)), 2)
