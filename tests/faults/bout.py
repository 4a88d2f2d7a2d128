"""A bout: an installation under load, one kind of fault again and again, and the judgement when all is quiet again."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults.calls import Node
from tests.faults.checker import Violation, violations
from tests.faults.crew import Crew, many_talking
from tests.faults.heard import again
from tests.faults.installation import Ground, Installation
from tests.faults.log import Ack, Deliver, Fault, Healed, History, Unknown
from tests.faults.served import longest_wait, outages
from tests.faults.server import Server
from tests.faults.wires import Wires

PAGES = 12  # that talk at the same time
# Messages of a page that are on their way at once where there are several servers: a run is to ask a great many of them.
# Not behind wires, for there the pages carry every byte themselves.
HANDS = 8
LONGEST_CYCLE = 30.0  # seconds on the average, where cycles are counted
FLOWS_WITHIN = 40.0  # seconds until messages are acknowledged again; longer, and the bout has failed
LEFT_FOR_THE_END = 120.0  # seconds at most for becoming quiet and being read


@dataclass
class Bout:
    """What a fault may lay its hands on."""

    place: Installation
    crew: Crew
    dice: random.Random
    ends_at: float
    counted: Counter[str] = field(default_factory=Counter[str])
    """How often what was done."""
    wires: Sequence[Wires] = ()
    """What lies between the pages and the servers."""
    database_wires: Sequence[Wires] = ()
    """Of each server, what lies between it and its database."""
    cycles: int = 0
    """How often it is done; 0: until the time is over."""
    nth: int = 0
    """Which of them this is, from 1 on."""

    @property
    def servers(self) -> list[Server]:
        return self.place.servers

    def goes_on(self) -> bool:
        """Whether it is to be done once more; asked once before each time."""
        goes_on = self.nth < self.cycles if self.cycles else time.monotonic() < self.ends_at
        self.nth += goes_on
        return goes_on

    def breaks(self, what: str, bound: float, *, from_the_start: bool = True) -> None:
        """Say in the log that this is broken from now on."""
        self.counted[what] += 1
        self.crew.history.note(Fault(time.monotonic(), what, bound, from_the_start))

    def heals(self, what: str) -> None:
        self.crew.history.note(Healed(time.monotonic(), what))

    async def flow(self, messages: int = 20) -> None:
        """Wait until so many more messages are acknowledged."""
        async with asyncio.timeout(FLOWS_WITHIN):
            await self.crew.acknowledge(messages)


@dataclass(frozen=True)
class Injury:
    """A kind of fault, and where it can be done."""

    id: str
    title: str
    setups: tuple[str, ...]
    inflict: Callable[[Bout], Awaitable[None]]
    on_a_small_disk: bool = False
    behind_wires: bool = False
    behind_database_wires: bool = False
    with_bus_by_cable: bool = False
    hands: int = HANDS
    """Fewer where everybody comes back again and again: what was said meanwhile is told twice, and counted by C6."""
    least: float = 0.0
    """Seconds below which it cannot be done."""
    by_name: bool = False
    """Whether it is done only where it is asked for by its name, or for hours: it measures, and takes long."""

    @property
    def is_for_root(self) -> bool:
        """Only root makes disks and lays cables."""
        return self.on_a_small_disk or self.with_bus_by_cable


@dataclass(frozen=True)
class Judgement:
    """What came of a bout."""

    acknowledged: int
    delivered: int
    repeated: int
    unknown: int
    counted: Counter[str]
    longest_wait: float
    seconds: float
    violations: list[Violation]
    trouble: str
    """Why it could not be judged; empty when it could."""


async def _reached(
    stack: AsyncExitStack, place: Installation, dice: random.Random, *, behind_wires: bool
) -> tuple[list[Node], list[Wires]]:
    """The nodes as their clients reach them, and what lies in between."""
    nodes, wires = [server.node for server in place.servers], list[Wires]()
    if behind_wires:
        nodes = [await laid(stack, node, wires, dice) for node in nodes]
    return nodes, wires


async def laid(stack: AsyncExitStack, node: Node, wires: list[Wires], dice: random.Random) -> Node:
    """The same node, as one reaches it through wires."""
    doors = dict[str, int]()
    for zone, port in node.ports.items():
        laid = await stack.enter_async_context(Wires(port, dice).laid())
        wires.append(laid)
        doors[zone] = laid.port
    return Node(node.ports, doors)


async def _laid_to_the_database(
    stack: AsyncExitStack, place: Installation, dice: random.Random
) -> list[Wires]:
    if not place.postgres:
        return []
    wires = [Wires(place.postgres.port, dice, port=door) for door in place.database_doors]
    return [await stack.enter_async_context(each.laid()) for each in wires]


async def fight(
    ground: Ground, injury: Injury, seed: int, seconds: float, log: Path, cycles: int = 0
) -> Judgement:
    """One bout, strictly within its time; its log is kept unless all went well."""
    seconds = max(seconds, cycles * LONGEST_CYCLE)
    began = time.monotonic()
    history, counted, broken, trouble = History(), Counter[str](), list[Violation](), ""
    with ground.installed(
        on_a_small_disk=injury.on_a_small_disk,
        behind_database_wires=injury.behind_database_wires,
        with_bus_by_cable=injury.with_bus_by_cable,
    ) as place:
        try:
            async with asyncio.timeout(seconds + LEFT_FOR_THE_END), AsyncExitStack() as stack:
                dice = random.Random(seed)
                database_wires = await _laid_to_the_database(stack, place, dice)
                await asyncio.gather(*(server.start() for server in place.servers))
                nodes, wires = await _reached(stack, place, dice, behind_wires=injury.behind_wires)
                hands = 1 if len(nodes) == 1 or wires else injury.hands
                async with many_talking(nodes, seed, PAGES, hands) as crew:
                    history = crew.history
                    bout = Bout(place, crew, dice, time.monotonic() + seconds)
                    bout.wires, bout.database_wires, counted = wires, database_wires, bout.counted
                    bout.cycles = cycles
                    await bout.flow(PAGES)
                    await crew.begin_to_come_and_go()
                    await injury.inflict(bout)
                    await bout.flow()
                    await crew.settled()
                    final = await crew.final()
                broken = await asyncio.to_thread(violations, history, final)
        except Exception as error:  # noqa: BLE001 the next bouts are not to be lost for this one
            said = "\n".join(server.log()[-1500:] for server in place.servers)
            trouble = f"{type(error).__name__}: {error}\n{said}"
    if broken or trouble:
        history.write(log)
    return _judgement(history, counted, seconds=time.monotonic() - began, violations=broken, trouble=trouble)


def _judgement(history: History, counted: Counter[str], **came: Any) -> Judgement:
    """What the log says of itself, with what came of it."""
    acks = [event for event in history.events if isinstance(event, Ack)]
    delivered = [event for event in history.events if isinstance(event, Deliver)]
    waits = [longest_wait(fault, healed, acks) for fault, healed in outages(history)]
    return Judgement(
        acknowledged=len(acks),
        delivered=len(delivered),
        repeated=sum(1 for _ in again(delivered)),
        unknown=sum(isinstance(event, Unknown) for event in history.events),
        counted=counted,
        longest_wait=max(waits, default=0.0),
        **came,
    )
