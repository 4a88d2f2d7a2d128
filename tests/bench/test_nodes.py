"""At two nodes the dearer one is held against a single one that has as many people to deliver to."""

from bench.generator import FanMeasured
from bench.nodes import NodesSample, nodes_run
from bench.scenarios import Fan
from bench.setups import SETUPS
from bench.targets import target_of

ROOM = Fan("A1", "二台", rooms=1, members=4, window=1, waits_for="delivered")


def measured(delivered: int, server: float, second: float = 0) -> FanMeasured:
    tally = {"posted": 5, "answered": 5, "refused": 0, "delivered": delivered}
    times = {"count": 5, "p50_ms": 1.0, "p95_ms": 2.0, "p99_ms": 3.0, "longest_ms": 9.0}
    return FanMeasured.model_validate(
        {
            "online": 4, "lost": 0, "senders": 1, "seconds": 2.0, "measured": tally, "whole": tally,
            "delivery": times, "answer": times, "threads": [], "server_cpu_us": server, "second_cpu_us": second,
            "database_cpu_us": 10, "own_cpu_us": 1, "resident_kib": 1,
        }
    )  # fmt: skip


def test_each_node_delivers_its_part_and_the_dearer_one_counts():
    sample = NodesSample(measured(10, 100), measured(20, 110, 60))

    assert (sample.alone_cpu_us, list(sample.cpu_us), sample.ratio) == (10.0, [11.0, 6.0], 1.1)


def test_the_figure_is_the_middle_of_the_rounds_and_has_its_marks():
    samples = [NodesSample(measured(10, 100), measured(20, server, 60)) for server in (110, 130, 120)]
    run = nodes_run(SETUPS[-1], ROOM, samples)
    target = target_of(run)

    assert (run.value, run.more["ratios"], run.per_s) == (1.2, [1.1, 1.3, 1.2], 10.0)
    assert target is not None
    assert (target.floor, target.goal, target.verdict(run)) == (1.3, 1.15, "○ 最低線")
