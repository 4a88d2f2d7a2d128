"""A1 at two nodes: what a delivery costs each of them, beside a single node that has as many people to deliver to."""

import contextlib
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from bench import generator
from bench.generator import Against, FanMeasured, Seat
from bench.results import Run
from bench.scenarios import Fan
from bench.server import Served, served
from bench.setups import Setup, settings_of
from tests.valkey import valkey
from tools.words import Stop, say

NODES = 2


@dataclass(frozen=True)
class NodesSample:
    """A single node with its part of the people, and two with all of them, one directly after the other."""

    alone: FanMeasured
    together: FanMeasured

    @property
    def alone_cpu_us(self) -> float:
        return self.alone.server_cpu_us / self.alone.measured.delivered

    @property
    def cpu_us(self) -> Sequence[float]:
        """Of each node: the one at which is spoken, and the other. Each delivers its part."""
        part = self.together.measured.delivered / NODES
        return [self.together.server_cpu_us / part, self.together.second_cpu_us / part]

    @property
    def ratio(self) -> float:
        """Of the dearer one."""
        return max(self.cpu_us) / self.alone_cpu_us


def measure_nodes(setup: Setup, scenario: Fan, rounds: int) -> Run:
    """All three servers stand all the time, on the same core and the same database; each round hurts all alike."""
    places = setup.town.places(scenario)
    samples: list[NodesSample] = []
    with served(setup) as alone, nodes_of(setup) as nodes:
        few = replace(scenario, members=scenario.members // NODES)
        single = [alone.seats([place])[0] for place in places[: few.members]]
        all_of_them = [nodes[turn % NODES].seats([place])[0] for turn, place in enumerate(places)]
        one, other = (node.process_id for node in nodes)
        for turn in range(1, rounds + 1):
            sample = NodesSample(
                _fan(setup, few, single, Against("yoriai", alone.process_id, setup.database_id)),
                _fan(setup, scenario, all_of_them, Against("yoriai", one, setup.database_id, other)),
            )
            samples.append(sample)
            say(
                f"{setup.name} {scenario.name} {turn}/{rounds}: {sample.cpu_us[0]:.2f}、{sample.cpu_us[1]:.2f} µs"
                f" ÷ 一台 {sample.alone_cpu_us:.2f} µs = {sample.ratio:.2f}"
            )
    return nodes_run(setup.name, scenario, samples)


def nodes_run(setup: str, scenario: Fan, samples: Sequence[NodesSample]) -> Run:
    together = [each.together for each in samples]
    return Run(
        setup=setup,
        scenario=scenario.name,
        n=scenario.clients,
        per_s=round(median(each.measured.delivered / each.seconds for each in together), 3),
        cpu_us=round(median(max(each.cpu_us) for each in samples), 3),
        p50_ms=round(median(each.delivery.p50_ms for each in together), 3),
        p99_ms=round(median(each.delivery.p99_ms for each in together), 3),
        value=round(median(each.ratio for each in samples), 3),
        unit="一台との比",
        more={
            "ratios": [round(each.ratio, 3) for each in samples],
            "alone_cpu_us": round(median(each.alone_cpu_us for each in samples), 3),
            "speaker_cpu_us": round(median(each.cpu_us[0] for each in samples), 3),
            "other_cpu_us": round(median(each.cpu_us[1] for each in samples), 3),
            "database_cpu_us": round(
                median(each.database_cpu_us / each.measured.delivered for each in together), 3
            ),
        },
    )


@contextlib.contextmanager
def nodes_of(setup: Setup) -> Generator[Sequence[Served]]:
    """The servers of a setup: one, or two that share a bus."""
    with contextlib.ExitStack() as stack:
        if setup.name != "pg-2":
            yield [stack.enter_context(served(setup))]
            return
        bus = stack.enter_context(valkey())
        named = [(f"node-{number + 1}", settings_of(setup.folder, setup.url)) for number in range(NODES)]
        yield [
            stack.enter_context(served(setup, settings.model_copy(update={"bus": bus.url}), name=name))
            for name, settings in named
        ]


def _fan(setup: Setup, scenario: Fan, seats: Sequence[Seat], against: Against) -> FanMeasured:
    path = generator.write_seats(setup.folder / f"seats-{scenario.name}", list(seats))
    measured = generator.fan(scenario, path, against)
    whole = measured.whole
    if whole.delivered != whole.answered * scenario.members:
        raise Stop(
            f"{scenario.name}: {whole.answered} 通×{scenario.members} 人に対し、配達は {whole.delivered} 件です。",
            "something was delivered twice or not at all.",
        )
    return measured
