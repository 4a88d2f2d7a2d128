"""F lets an office work, and counts what went wrong among what was done."""

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from bench import storm, town
from bench.day import circles_of, day_run
from bench.generator import DayMeasured
from bench.scenarios import Day
from bench.setups import Setup
from tools.words import Stop
from yoriai.platform.settings import Settings

SMALL = Day("F", "一日", people=4, rooms=3, circle=2, held=2)


def action(name: str, count: int, mean: float, failed: int = 0) -> dict[str, object]:
    took = {"count": count, "p50_ms": 1.0, "p95_ms": 2.0, "p99_ms": 3.0, "longest_ms": 9.0}
    return {"name": name, "failed": failed, "took": took, "mean_ms": mean}


def measured(*, lost: int = 0, refused: int = 0, failed: int = 0) -> DayMeasured:
    return DayMeasured.model_validate(
        {
            "online": 4, "lost": lost, "seconds": 10.0, "heard": 50, "refused": refused, "unanswered": 0,
            "actions": [action("switch", 30, 4.0, failed), action("post", 10, 8.0)], "all": action("all", 40, 5.0, failed),
            "server_cpu_us": 80_000, "database_cpu_us": 0, "own_cpu_us": 4_000, "resident_kib": 1,
        }
    )  # fmt: skip


def test_everybody_of_a_circle_has_the_same_rooms_with_a_message_in_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name, value in {"POPULATION": 10, "LARGE": 5}.items():
        monkeypatch.setattr(town, name, value)
    monkeypatch.setattr(storm, "TOGETHER", 5)
    settings = Settings(data_dir=tmp_path)
    settings.make_server_key()
    place = cast("Setup", SimpleNamespace(url=settings.database_url, town=town.build(settings)))

    circles = asyncio.run(circles_of(place, SMALL))

    assert [(len(people), len(rooms)) for people, rooms in circles] == [(2, 3), (2, 3)]
    assert len({message for _, rooms in circles for message in rooms.values()}) == 6


def test_the_figures_are_those_of_all_actions_and_each_stands_beside_them():
    run = day_run("sqlite-1", SMALL, measured())

    assert (run.per_s, run.value, run.cpu_us, run.p99_ms, run.notes) == (4.0, 5.0, 2_000.0, 3.0, None)
    assert cast("dict[str, object]", run.more["post"])["mean_ms"] == 8.0
    assert (run.more["errors"], run.more["server_share"], run.more["load_share"]) == (0, 0.008, 0.0)


def test_what_went_wrong_is_said():
    run = day_run("sqlite-1", SMALL, measured(refused=1, failed=2))

    assert run.more["errors"] == 3
    assert run.notes == "誤り 3 件（7.5000%）"


def test_a_day_on_which_somebody_is_cut_off_is_no_measurement():
    with pytest.raises(Stop, match="1 人"):
        day_run("sqlite-1", SMALL, measured(lost=1))
