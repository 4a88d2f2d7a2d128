"""D lets everybody come back to what was really missed, and fails when a single line is not there."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bench import storm, town
from bench.generator import StormMeasured
from bench.scenarios import Storm
from bench.storm import checked, fill, storm_run
from tools.words import Stop
from yoriai.platform.db.store import opened
from yoriai.platform.settings import Settings
from yoriai.talk.messages.models import Message

SMALL = Storm("D2", "つなぎ直し", people=4, rooms=3, missed=2, circle=2)


def measured(
    *, lost: int = 0, back: int = 4, lines: int = SMALL.lines, seconds: float = 2.0
) -> StormMeasured:
    times = {"count": back, "p50_ms": 1.0, "p95_ms": 2.0, "p99_ms": 3.0, "longest_ms": seconds * 1000}
    return StormMeasured.model_validate(
        {
            "online": 4, "lost": lost, "turned_away": 0, "refused": 0, "lines": lines, "bytes": 400, "back": times,
            "server_cpu_us": 8, "database_cpu_us": 0, "own_cpu_us": 4, "resident_kib": 1,
        }
    )  # fmt: skip


def test_each_circle_has_missed_so_many_messages_in_each_of_its_rooms(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name, value in {"POPULATION": 10, "LARGE": 5}.items():
        monkeypatch.setattr(town, name, value)
    monkeypatch.setattr(storm, "TOGETHER", 5)
    settings = Settings(data_dir=tmp_path)
    settings.make_server_key()
    people = town.build(settings).residents[: SMALL.people]

    circles = asyncio.run(fill(settings.database_url, people, SMALL))

    assert [len(each.since) for each in circles] == [3, 3]
    assert len({stream for each in circles for stream in each.since}) == 6
    assert asyncio.run(_messages(settings.database_url)) == 6 * 2


async def _messages(url: str) -> int:
    async with opened(url) as store, store.reading() as session:
        return await session.scalar(select(func.count()).select_from(Message)) or 0


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (measured(lost=1, back=3), "3 人だけ"),
        (measured(lines=SMALL.lines - 1), "23 件届きました"),
        (measured(lines=SMALL.lines + 1), "25 件届きました"),
    ],
)
def test_a_storm_in_which_something_is_missing_is_no_measurement(found: StormMeasured, says: str):
    with pytest.raises(Stop, match=says):
        checked(SMALL, found)


def test_the_figure_is_the_middle_of_the_rounds():
    run = storm_run("sqlite-1", SMALL, [checked(SMALL, measured(seconds=each)) for each in (2.0, 9.0, 3.0)])

    assert (run.value, run.cpu_us, run.more["seconds"]) == (3.0, 2.0, [2.0, 9.0, 3.0])
