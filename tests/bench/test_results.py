"""What is kept and shown of a measurement, and when it counts as worse than before."""

from pathlib import Path

import pytest

from bench import guard, results, table
from bench.generator import FanMeasured
from bench.results import Results, Run
from bench.samples import FanSample, fan_run
from bench.scenarios import FANS
from tools.words import Stop

A1, A4, B1, B4 = FANS


def measured(*, posted: int, delivered: int, cpu_us: float) -> FanMeasured:
    tally = {"posted": posted, "answered": posted, "refused": 0, "delivered": delivered}
    times = {"count": delivered, "p50_ms": 1.0, "p95_ms": 2.0, "p99_ms": 3.0, "longest_ms": 4.0}
    return FanMeasured.model_validate(
        {
            "online": 1000, "lost": 0, "senders": 1, "seconds": 1.0, "measured": tally, "whole": tally,
            "delivery": times, "answer": times, "threads": [{"name": "yoriai", "cpu_us": cpu_us}],
            "server_cpu_us": cpu_us, "database_cpu_us": 0, "own_cpu_us": 1, "resident_kib": 1,
        }
    )  # fmt: skip


def sample(*, posted: int = 100, cpu_us: float = 1_500_000, stored: int | None = None) -> FanSample:
    yoriai = measured(posted=posted, delivered=posted * 1000, cpu_us=cpu_us)
    limit = measured(posted=100, delivered=100_000, cpu_us=1_000_000)
    return FanSample(A1, yoriai, limit, posted if stored is None else stored)


def kept(*runs: Run, machine: str = "two cores") -> Results:
    return Results(commit="abc", at="2026-11-20T00:00:00Z", machine=machine, runs=list(runs))


def run(scenario: str, *, ratio: float | None = None, value: float | None = None) -> Run:
    return Run(setup="sqlite-1", scenario=scenario, n=1000, ratio_to_limit=ratio, value=value)


def test_a_run_holds_the_middle_of_its_rounds():
    made = fan_run("sqlite-1", [sample(cpu_us=cpu) for cpu in (1_200_000, 9_000_000, 1_500_000)], [])

    assert (made.per_s, made.cpu_us, made.ratio_to_limit) == (100_000, 15, 1.5)
    assert made.more["ratios"] == [1.2, 9.0, 1.5]


def test_an_acknowledged_message_that_is_not_stored_stops_the_measurement():
    with pytest.raises(Stop, match="保存は 99 通"):
        sample(stored=99)


def test_a_delivery_too_many_stops_the_measurement():
    twice = measured(posted=1, delivered=1001, cpu_us=1)
    with pytest.raises(Stop, match="1001 件"):
        FanSample(A1, twice, twice, 1)


def test_runs_that_were_not_measured_again_are_kept(tmp_path: Path):
    page = tmp_path / "results.json"
    results.write(kept(run("A1", ratio=1.5), run("C", value=30)), page)
    whole = results.write(kept(run("A1", ratio=1.2)), page)

    assert [(each.scenario, each.ratio_to_limit, each.value) for each in whole.runs] == [
        ("A1", 1.2, None),
        ("C", None, 30),
    ]
    assert results.read(page) == whole


def test_figures_of_another_machine_are_not_mixed_in(tmp_path: Path):
    page = tmp_path / "results.json"
    results.write(kept(run("C", value=30), machine="another"), page)

    assert [each.scenario for each in results.write(kept(run("A1", ratio=1.2)), page).runs] == ["A1"]


def test_the_table_shows_each_figure_beside_its_marks():
    lines = table.drawn(kept(run("A1", ratio=1.5), run("A4", value=2.5), run("C", value=41))).splitlines()

    a1, a4, c = (line for line in lines if line.startswith("| `sqlite-1`"))
    assert "| 1.50 |" in a1
    assert "≤ 1.8 / ≤ 1.4 ×限界 | ○ 最低線 |" in a1
    assert "≥ 1.7 / ≥ 2.2 ×A1 | ◎ 目標 |" in a4
    assert "| × 未達 |" in c


def test_the_table_replaces_only_what_stands_between_its_marks(tmp_path: Path):
    page = tmp_path / "README.md"
    page.write_text(f"# 前\n\n{table.BEGIN}\n古い表\n{table.END}\n後\n", encoding="utf-8")
    table.write(kept(run("A1", ratio=1.5)), page)

    written = page.read_text(encoding="utf-8")
    assert written.startswith("# 前\n")
    assert written.endswith(f"{table.END}\n後\n")
    assert "古い表" not in written


def test_a_quarter_worse_is_weather_and_more_is_not():
    before = kept(run("A1", ratio=1.0), run("A4", value=2.0), run("C", value=20))
    weather = kept(run("A1", ratio=1.2), run("A4", value=1.7), run("C", value=24))
    slower = kept(run("A1", ratio=1.3), run("A4", value=1.5), run("C", value=26))

    assert [each.is_worse for each in guard.compare(before, weather)] == [False] * 3
    assert [each.is_worse for each in guard.compare(before, slower)] == [True] * 3


def test_better_is_never_worse():
    before, better = (
        kept(run("A1", ratio=1.5), run("C", value=30)),
        kept(run("A1", ratio=0.9), run("C", value=10)),
    )

    assert not any(each.is_worse for each in guard.compare(before, better))
