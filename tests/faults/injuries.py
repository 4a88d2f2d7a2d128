"""The faults of the list (F1–F26) that the harness can do so far, each as it is done to a running installation."""

import asyncio
import os
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pysqlite3 import dbapi2 as sqlite

from tests.faults import (
    of_buses,
    of_clocks,
    of_copies,
    of_crowds,
    of_disks,
    of_files,
    of_nodes,
    of_readers,
    of_schedules,
    of_storms,
    of_wires,
)
from tests.faults.bout import Bout, Injury
from tests.faults.log import Fail, Unknown
from tests.faults.server import Server
from yoriai.platform.failpoints import Failpoint

RESTART = 5.0  # seconds from a death to the first acknowledgement
FAILOVER = 30.0
AFTER_SPACE = 10.0
AFTER_A_PAUSE = 15.0  # who asked meanwhile gives the line up after ten
MOST_TRIES = 3  # of one message, after the first
BETWEEN_DEATHS = 200  # messages: enough for everybody to have caught up
DIES_WITHIN = 5.0  # seconds for a named place to be reached; else the process is killed where it is


async def kills(bout: Bout) -> None:
    """F1: `kill -9` of some node, at a random moment or at a named place, and at once a new start."""
    while bout.goes_on():
        number = bout.dice.randrange(len(bout.servers))
        server, place = bout.servers[number], bout.dice.choice((*Failpoint, None))
        await asyncio.sleep(bout.dice.uniform(0, 0.5))
        await server.kill()
        what = f"killed node {number + 1}"
        bout.breaks(what, RESTART)
        if place:
            await _die_at(bout, server, f"{place}:{bout.dice.randint(5, 100)}", what)
            bout.counted[f"at {place}"] += 1
        await server.start()
        bout.heals(what)
        await bout.flow(BETWEEN_DEATHS)


async def _die_at(bout: Bout, server: Server, failpoint: str, what: str) -> None:
    await server.start(failpoint=failpoint)
    bout.heals(what)
    assert server.process
    await asyncio.to_thread(server.process.join, DIES_WITHIN)
    if server.is_running:
        await server.kill()
    bout.breaks(what, RESTART)


async def database_restarts(bout: Bout) -> None:
    """F5: the database dies at once with everything it held in memory, and starts again."""
    assert bout.place.postgres
    while bout.goes_on():
        await asyncio.sleep(bout.dice.uniform(0.5, 3))
        bout.breaks("the database died", FAILOVER)
        await asyncio.to_thread(bout.place.postgres.stop)
        await asyncio.sleep(bout.dice.uniform(0, 2))
        await asyncio.to_thread(bout.place.postgres.start)
        bout.heals("the database died")
        await bout.flow()


async def pauses(bout: Bout) -> None:
    """F13: a node or the database stands still for some seconds, and goes on as if nothing had been."""
    while bout.goes_on():
        number = bout.dice.randrange(len(bout.servers) + bool(bout.place.postgres))
        what = f"node {number + 1} stood still" if number < len(bout.servers) else "the database stood still"
        stopped = list(_processes(bout, number))
        bout.breaks(what, AFTER_A_PAUSE, from_the_start=False)
        for process_id in stopped:
            os.kill(process_id, signal.SIGSTOP)
        try:
            await asyncio.sleep(bout.dice.uniform(1, 8))
        finally:
            for process_id in reversed(stopped):
                os.kill(process_id, signal.SIGCONT)
        bout.heals(what)
        await bout.flow(100)


def _processes(bout: Bout, number: int) -> Iterator[int]:
    """Of a node, or of the database with all its children."""
    if number < len(bout.servers):
        process = bout.servers[number].process
        assert process and process.pid
        yield process.pid
        return
    assert bout.place.postgres
    first = bout.place.postgres.process_id()
    yield first
    children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
    yield from (int(child) for child in children)


async def full_disk(bout: Bout) -> None:
    """F3: no room is left on the disk for some seconds: reading goes on, and so does writing once there is room."""
    filler = bout.place.folder / "filler"
    while bout.goes_on():
        await asyncio.sleep(bout.dice.uniform(0.5, 2))
        bout.breaks("the disk was full", AFTER_SPACE + 1, from_the_start=False)
        await asyncio.to_thread(_fill, filler)
        await asyncio.sleep(bout.dice.uniform(2, 5))
        filler.unlink()
        bout.heals("the disk was full")
        await bout.flow(200)


def _fill(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12):
            try:
                while file.write(bytes(size)):
                    pass
            except OSError:
                continue


async def held_lock(bout: Bout) -> None:
    """F6: another program holds the write lock of the embedded database for ten seconds; or reads for so long."""
    file = bout.servers[0].database.removeprefix("sqlite:")
    while bout.goes_on():
        begin = bout.dice.choice(("BEGIN IMMEDIATE", "BEGIN"))
        what = "the write lock was held" if begin == "BEGIN IMMEDIATE" else "somebody read for long"
        bout.breaks(what, AFTER_SPACE, from_the_start=False)
        other = sqlite.connect(file, isolation_level=None, timeout=10)
        other.execute(begin)
        other.execute("SELECT count(*) FROM messages").fetchone()
        await asyncio.sleep(10)
        other.execute("ROLLBACK")
        other.close()
        bout.heals(what)
        await bout.flow(100)


async def rolls(bout: Bout) -> None:
    """F20: the nodes are stopped and started in turn, as for a new version, and nobody has to try a message often."""
    while bout.goes_on():
        for number, server in enumerate(bout.servers, start=1):
            what = f"node {number} restarted"
            bout.breaks(what, RESTART)
            await server.end()
            await server.start()
            bout.heals(what)
            await bout.flow(BETWEEN_DEATHS)
    tries = Counter(
        event.key
        for event in bout.crew.history.events
        if isinstance(event, Fail | Unknown) and event.key != "look"
    )
    bout.counted["most tries again"] = most = max(tries.values(), default=0)
    assert most <= MOST_TRIES, f"a message was tried {most} times again"


ALL = (
    Injury("F1", "kill -9", ("sqlite-1", "pg-1", "pg-2", "pg-2-bus"), kills, hands=1),
    Injury("F2", "電源が切れる", ("sqlite-1",), of_disks.power_cuts, least=10),
    Injury("F3", "ディスクがいっぱい", ("sqlite-1",), full_disk, on_a_small_disk=True),
    Injury("F4", "ディスクに書けない", ("sqlite-1",), of_disks.failing_writes, least=10),
    Injury("F5", "データベースが落ちる", ("pg-1", "pg-2"), database_restarts),
    Injury("F6", "書込みの鍵を握られる", ("sqlite-1",), held_lock),
    Injury("F7", "バスが切れる", ("pg-2-bus",), of_buses.cuts, hands=1),
    Injury(
        "F7",
        "バスへの片方だけ通じる",
        ("pg-2-bus",),
        of_buses.one_way,
        with_bus_by_cable=True,
        hands=1,
        least=15,
    ),
    Injury("F8", "データベースが見えない", ("pg-2",), of_wires.cut_off, behind_database_wires=True, least=38),
    Injury("F8", "片方だけ通じる", ("pg-2",), of_wires.unheard, behind_database_wires=True, least=38),
    Injury("F9", "半分だけ切れた線", ("sqlite-1",), of_wires.half_open, behind_wires=True, least=48),
    Injury("F10", "遅い網", ("sqlite-1", "pg-2"), of_wires.slow_network, behind_wires=True),
    # Without a bus the nodes hear of one another within two seconds, whoever reads: how soon others hear says nothing.
    Injury(
        "F11", "読まない画面", ("sqlite-1", "pg-2-bus"), of_readers.slow_readers, behind_wires=True, least=20
    ),
    Injury("F12", "時計がとぶ", ("sqlite-1", "pg-2"), of_clocks.jumps),
    Injury("F13", "止まって、また動く", ("sqlite-1", "pg-1", "pg-2"), pauses),
    Injury("F14", "全員が一度に戻る", ("sqlite-1", "pg-2"), of_storms.storms, behind_wires=True, least=15),
    Injury("F15", "同じものが何度も来る", ("sqlite-1", "pg-2"), of_nodes.doubles),
    Injury("F16", "バスがくり返し、混ぜる", ("pg-2-bus",), of_buses.repeats),
    Injury("F17", "確定がためらう", ("pg-1", "pg-2"), of_nodes.hesitations),
    Injury("F18", "長く留守にする", ("sqlite-1",), of_nodes.long_absence),
    Injury("F20", "順に入れ替える", ("sqlite-1", "pg-1", "pg-2"), rolls, hands=1),
    Injury("F22", "することが重なる", ("pg-2",), of_schedules.schedulers, hands=1, least=25),
    Injury("F23", "読む側が乗っ取られる", ("sqlite-1", "pg-1"), of_files.decoders, least=120, by_name=True),
    Injury("F25", "つなぎ口が足りない", ("sqlite-1",), of_crowds.crowds),
    Injury("F26", "控えを取り、よそで動かす", ("sqlite-1",), of_copies.copies),
)
