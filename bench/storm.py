"""D: everybody's line was cut at once; all come back at one moment, and each asks for what was said meanwhile."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from uuid import UUID

from sqlalchemy import select

from bench import generator
from bench.generator import Against, Seat, StormMeasured
from bench.opening import actors_of, posting, wait_until_it_rests
from bench.results import Run
from bench.scenarios import Storm
from bench.server import Served, served
from bench.setups import Setup
from bench.town import Place, Resident, groups, open_rooms
from tools.words import Stop, say
from yoriai.platform.db.store import opened
from yoriai.platform.facts.models import StreamHead
from yoriai.platform.work.edge import Works
from yoriai.talk.messages.post import post_all
from yoriai.talk.rooms.facts import stream_of

ROOMS_AT_ONCE = 5  # in one unit of work: each has a hundred members
TOGETHER = 500  # messages in one commit


@dataclass(frozen=True)
class Missed:
    """What a circle of people asks for when it comes back."""

    people: Sequence[Resident]
    room_id: UUID
    since: dict[str, int]
    """The number of each room's stream after which they heard nothing more."""

    @property
    def words(self) -> str:
        return json.dumps({"do": "hear", "id": "1", "since": self.since}, separators=(",", ":"))


def measure_storms(setup: Setup, storms: Sequence[Storm], rounds: int) -> list[Run]:
    """A fresh server for each: what it kept of an earlier storm would serve the next."""
    widest = max(storms, key=lambda storm: storm.people)
    say(f"{setup.name} D: {widest.people // widest.circle * widest.rooms:,} 室に書きます")
    circles = asyncio.run(fill(setup.url, setup.town.residents[: widest.people], widest))
    return [storm_run(setup.name, storm, _rounds(setup, storm, circles, rounds)) for storm in storms]


def _rounds(setup: Setup, storm: Storm, circles: Sequence[Missed], rounds: int) -> Sequence[StormMeasured]:
    samples: list[StormMeasured] = []
    for turn in range(1, rounds + 1):
        with served(setup) as server:
            wait_until_it_rests(server.process_id)
            places = seats(server, circles[: storm.people // storm.circle])
            path = generator.write_seats(setup.folder / f"seats-{storm.name}", places)
            measured = generator.storm(path, Against("yoriai", server.process_id, setup.database_id))
        samples.append(checked(storm, measured))
        say(f"{setup.name} {storm.name} {turn}/{rounds}: {told(storm, measured)}")
    return samples


async def fill(url: str, people: Sequence[Resident], storm: Storm) -> list[Missed]:
    """Rooms for every circle; what is said in them after they fell silent is what they have missed."""
    async with opened(url) as store:
        works = Works(store)
        circles: list[Missed] = []
        for circle in groups(people, storm.circle):
            rooms = [
                room
                for several in groups([circle] * storm.rooms, ROOMS_AT_ONCE)
                for room in await open_rooms(works, several)
            ]
            circles.append(Missed(circle, rooms[0], await _numbers(works, rooms)))
            actors = await actors_of(works, circle[: storm.missed])
            said = [posting(actor, room, turn) for room in rooms for turn, actor in enumerate(actors)]
            for several in groups(said, TOGETHER):
                await asyncio.gather(*(works.together_quickly(post_all, each) for each in several))
        await works.finish()
    return circles


async def _numbers(works: Works, rooms: Sequence[UUID]) -> dict[str, int]:
    streams = [stream_of(room) for room in rooms]
    asked = select(StreamHead.stream, StreamHead.head).where(StreamHead.stream.in_(streams))
    async with works.reading() as work:
        return {row.stream: row.head for row in await work.session.execute(asked)}


def seats(server: Served, circles: Sequence[Missed]) -> list[Seat]:
    return [
        replace(seat, words=circle.words)
        for circle in circles
        for seat in server.seats([Place(resident, circle.room_id) for resident in circle.people])
    ]


def checked(storm: Storm, measured: StormMeasured) -> StormMeasured:
    """Nobody was turned away, and every line came once."""
    if measured.lost or measured.refused or measured.back.count != storm.people:
        raise Stop(
            f"{storm.name}: {storm.people} 人のうち {measured.back.count} 人だけが取り戻しました。"
            f"切れた人 {measured.lost}、断られた人 {measured.refused}",
            "not all of them came back.",
        )
    if measured.lines != storm.lines:
        raise Stop(
            f"{storm.name}: {storm.lines:,} 件のはずが {measured.lines:,} 件届きました。",
            "something was said twice or not at all.",
        )
    return measured


def storm_run(setup: str, storm: Storm, samples: Sequence[StormMeasured]) -> Run:
    """The middle of the rounds: seconds until the last was back, and what one return costs."""

    def middle(figures: Sequence[float]) -> float:
        return round(median(figures), 3)

    return Run(
        setup=setup,
        scenario=storm.name,
        n=storm.people,
        cpu_us=middle([each.server_cpu_us / storm.people for each in samples]),
        p50_ms=middle([each.back.p50_ms for each in samples]),
        p99_ms=middle([each.back.p99_ms for each in samples]),
        value=middle([each.back.longest_ms / 1000 for each in samples]),
        unit="秒",
        more={
            "seconds": [round(each.back.longest_ms / 1000, 3) for each in samples],
            "lines": storm.lines,
            "turned_away": round(median([each.turned_away for each in samples])),
            "bytes_each": round(median([each.bytes for each in samples]) / storm.people),
            "database_cpu_us": middle([each.database_cpu_us / storm.people for each in samples]),
            "load_cpu_us": middle([each.own_cpu_us / storm.people for each in samples]),
            "resident_kib": max(each.resident_kib for each in samples),
        },
    )


def told(storm: Storm, measured: StormMeasured) -> str:
    return (
        f"{measured.back.longest_ms / 1000:.2f} 秒、一人の CPU {measured.server_cpu_us / storm.people:,.0f} µs、"
        f"{measured.lines:,} 件、{measured.bytes / 1e6:,.0f} MB、出直し {measured.turned_away:,}、サーバー {measured.resident_kib / 1024:,.0f} MiB"
    )
