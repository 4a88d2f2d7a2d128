"""F: an office at work. Everybody is online; each goes to another room, reads back, says something, answers by a sign."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from bench import generator
from bench.generator import Against, DayMeasured, Seat
from bench.nodes import nodes_of
from bench.opening import wait_until_it_rests
from bench.results import Run
from bench.scenarios import Day, Storm
from bench.server import Served
from bench.setups import Setup
from bench.storm import fill
from bench.town import Place, Resident
from tools.words import Stop, say
from yoriai.platform.db.store import opened
from yoriai.talk.messages.models import Message
from yoriai.talk.rooms.facts import room_of

Circle = tuple[Sequence[Resident], dict[UUID, UUID]]
"""People, and the rooms in which they all are, each with its newest message."""


def measure_day(setup: Setup, scenario: Day) -> Run:
    """One day, of ten minutes: the middle of three would be no other."""
    say(f"{setup.name} {scenario.name}: 室に書きます")
    circles = asyncio.run(circles_of(setup, scenario))
    with nodes_of(setup) as nodes:
        for node in nodes:
            wait_until_it_rests(node.process_id)
        path = generator.write_seats(setup.folder / "seats-day", seats(nodes, circles))
        say(f"{setup.name} {scenario.name}: {scenario.seconds:,.0f} 秒")
        one, *other = (node.process_id for node in nodes)
        measured = generator.day(scenario, path, Against("yoriai", one, setup.database_id, *other))
    run = day_run(setup.name, scenario, measured)
    say(
        f"{setup.name} {scenario.name}: 毎秒 {run.per_s} 件、平均 {run.value} ms、p99 {run.p99_ms} ms、{run.more}"
    )
    return run


async def circles_of(setup: Setup, scenario: Day) -> list[Circle]:
    people = setup.town.residents[: scenario.people]
    said = Storm(
        scenario.name, "", len(people), rooms=scenario.rooms, missed=scenario.held, circle=scenario.circle
    )
    circles = await fill(setup.url, people, said)
    rooms = [[room for room in map(room_of, circle.since) if room] for circle in circles]
    async with opened(setup.url) as store, store.reading() as session:
        asked = select(Message.room_id, Message.id).where(Message.ordinal == scenario.held)
        newest = dict(list(await session.execute(asked)))
    return [
        (circle.people, {room: newest[room] for room in its_own})
        for circle, its_own in zip(circles, rooms, strict=True)
    ]


def seats(nodes: Sequence[Served], circles: Sequence[Circle]) -> list[Seat]:
    """Everybody's, by turns at each node."""
    return [
        replace(seat, words=",".join(f"{room}={message}" for room, message in rooms.items()))
        for people, rooms in circles
        for turn, resident in enumerate(people)
        for seat in nodes[turn % len(nodes)].seats([Place(resident, next(iter(rooms)))])
    ]


def day_run(setup: str, scenario: Day, measured: DayMeasured) -> Run:
    """What it took on average, and at the slowest of a hundred; each kind of action beside it."""
    done = measured.all.took.count
    if measured.lost or not done:
        raise Stop(f"{measured.lost} 人の接続が切れました。", "connections were lost.")
    wrong = measured.refused + measured.unanswered + measured.all.failed
    return Run(
        setup=setup,
        scenario=scenario.name,
        n=measured.online,
        per_s=round(done / measured.seconds, 1),
        cpu_us=round((measured.server_cpu_us + measured.second_cpu_us) / done, 1),
        p50_ms=measured.all.took.p50_ms,
        p99_ms=measured.all.took.p99_ms,
        value=round(measured.all.mean_ms, 2),
        unit="ms（平均）",
        more={
            "seconds": round(measured.seconds, 1),
            "errors": wrong,
            "error_share": wrong / done,
            "heard_per_s": round(measured.heard / measured.seconds, 1),
            "server_share": round(measured.server_cpu_us / 1e6 / measured.seconds, 3),
            "second_share": round(measured.second_cpu_us / 1e6 / measured.seconds, 3),
            "load_share": round(measured.own_cpu_us / 1e6 / measured.seconds, 3),
            "database_cpu_us": round(measured.database_cpu_us / done, 1),
            "resident_kib": measured.resident_kib,
            **{
                each.name: {
                    "count": each.took.count,
                    "mean_ms": round(each.mean_ms, 2),
                    "p95_ms": each.took.p95_ms,
                    "p99_ms": each.took.p99_ms,
                    "failed": each.failed,
                }
                for each in measured.actions
            },
        },
        notes=f"誤り {wrong} 件（{wrong / done:.4%}）" if wrong else None,
    )
