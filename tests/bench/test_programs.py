"""The C programs of the bench: they compile cleanly, measure truly, and understand each other."""

import random
import subprocess
from pathlib import Path

import pytest

from bench import generator, programs
from bench.compiler import BENCH, compiled
from bench.generator import Against, Seat
from bench.scenarios import Fan, Idle

WARNINGS_STOP = ("-Werror",)


@pytest.fixture
def read_times() -> Path:
    sources = [Path(__file__).with_name("read_times.c"), BENCH / "load" / "histogram.c"]
    return compiled("read_times", sources, flags=(*WARNINGS_STOP, "-I", str(BENCH / "load")))


def test_the_load_and_the_limit_compile_without_a_warning():
    compiled("load", sorted((BENCH / "load").glob("*.c")), flags=WARNINGS_STOP)
    compiled("limit", [BENCH / "limit" / "limit.c"], flags=WARNINGS_STOP)


@pytest.mark.parametrize("longest", [900, 50_000, 3_000_000, 60_000_000_000])
def test_the_histogram_is_true_to_a_few_hundredths_at_every_length(read_times: Path, longest: int):
    chance = random.Random(longest)
    times = sorted(chance.randint(longest // 10, longest) for _ in range(2_000))

    told = subprocess.run(
        [read_times], input="\n".join(map(str, times)), capture_output=True, text=True, check=True
    )

    middle, ninety_ninth, last = map(float, told.stdout.split())
    a_bin = 0.0001  # ms: below some microseconds a bin is 100 ns wide, whatever the length
    assert middle == pytest.approx(times[999] / 1e6, rel=0.035, abs=a_bin)
    assert ninety_ninth == pytest.approx(times[1979] / 1e6, rel=0.035, abs=a_bin)
    assert last == pytest.approx(times[-1] / 1e6, abs=1e-6)


def test_nothing_measured_gives_nothing(read_times: Path):
    told = subprocess.run([read_times], input="", capture_output=True, text=True, check=True)

    assert told.stdout.split() == ["0.000000"] * 3


@pytest.mark.parametrize("waits_for", ["delivered", "answered"])
def test_twenty_people_talk_through_the_limit_and_every_delivery_is_counted(tmp_path: Path, waits_for: str):
    tiny = Fan("A", "", rooms=2, members=10, window=2, waits_for=waits_for, warm=0.1, seconds=0.5)  # pyright: ignore[reportArgumentType]
    with programs.raw_limit(None, tmp_path / "log") as (limit, port):
        seats = generator.write_seats(tmp_path / "seats", crowd(port, rooms=2, members=10))
        measured = generator.fan(tiny, seats, Against("raw", limit))

    assert (measured.online, measured.lost, measured.senders) == (20, 0, 2)
    assert measured.measured.posted > 10
    assert measured.whole.delivered == measured.whole.posted * 10
    assert measured.whole.answered == measured.whole.posted
    assert 0 < measured.delivery.p50_ms <= measured.delivery.p99_ms
    assert measured.server_cpu_us > 0


def test_idle_people_come_in_by_steps(tmp_path: Path):
    with programs.raw_limit(None, tmp_path / "log") as (limit, port):
        seats = generator.write_seats(tmp_path / "seats", crowd(port, rooms=2, members=10))
        measured = generator.idle(Idle("C", "", steps=(5, 20), settle=0.1), seats, Against("raw", limit))

    assert [step.online for step in measured.steps] == [5, 20]
    assert measured.lost == 0
    assert measured.steps[-1].resident_kib > 0


def crowd(port: int, *, rooms: int, members: int) -> list[Seat]:
    return [
        Seat(port=port, host="limit", origin="-", cookie="-", room_id=f"room-{room}")
        for room in range(rooms)
        for _ in range(members)
    ]
