"""Runs the scenarios of one setup in rounds, Yoriai and the limit in turn, so that a bad minute hits both."""

from collections import defaultdict
from pathlib import Path

from bench import generator, stored
from bench.day import measure_day
from bench.first_screen import measure_first_screen
from bench.generator import Against, FanMeasured, IdleMeasured, Seat
from bench.guessing import measure_guessing
from bench.importing import Imported, bring, import_run, prove
from bench.machine import cores
from bench.nodes import measure_nodes
from bench.opening import measure_opening, wait_until_it_rests
from bench.programs import raw_limit
from bench.results import Run
from bench.samples import FanSample, fan_run, idle_run
from bench.scenarios import Day, Fan, FirstScreen, Guessing, Idle, Import, Opened, Scenario, Storm
from bench.server import Served, served
from bench.setups import Setup
from bench.storm import measure_storms
from tools.words import Stop, say


def measure(setup: Setup, chosen: list[Scenario], rounds: int) -> list[Run]:
    """One run for every chosen scenario: medians over the rounds. At two nodes it is what a delivery costs each,
    and a day: the rest would show the machine, whose two cores hold everything."""
    fans = [scenario for scenario in chosen if isinstance(scenario, Fan)]
    if setup.name == "pg-2":
        days = [measure_day(setup, scenario) for scenario in chosen if isinstance(scenario, Day)]
        return [measure_nodes(setup, scenario, rounds) for scenario in fans if scenario.name == "A1"] + days
    runs = measure_fans(setup, fans, rounds) if fans else []
    for scenario in chosen:
        if not isinstance(scenario, Fan | Storm):
            runs.append(measure_one(setup, scenario, rounds))
    storms = [scenario for scenario in chosen if isinstance(scenario, Storm)]
    runs += measure_storms(setup, storms, rounds) if storms else []
    return runs


def measure_one(
    setup: Setup, scenario: Idle | Guessing | Import | FirstScreen | Opened | Day, rounds: int
) -> Run:
    """A scenario that needs no other beside it."""
    match scenario:
        case Idle():
            return idle_run(setup.name, scenario, [measure_idle(setup, scenario) for _ in range(rounds)])
        case Guessing():
            return measure_guessing(setup, scenario, rounds)
        case Import():
            return import_run(setup.name, scenario, measure_imports(setup, scenario, rounds))
        case FirstScreen():
            return measure_first_screen(setup, scenario, rounds)
        case Opened():
            return measure_opening(setup, scenario, rounds)
        case Day():
            return measure_day(setup, scenario)


def measure_imports(setup: Setup, scenario: Import, rounds: int) -> list[Imported]:
    """Other people each time, by one server: what an import leaves in memory would show in the next."""
    samples: list[Imported] = []
    with served(setup) as server:
        prove(setup, server)
        for turn in range(rounds):
            first = 100_000 * (turn + 1)
            sample = bring(setup, server, scenario, first)
            samples.append(sample)
            rise = (sample.peak_kib - sample.before_kib) / 1024
            say(
                f"{setup.name} {scenario.name} {turn + 1}/{rounds}: {sample.whole:.2f} 秒、{rise:+.0f} MiB、"
                f"書込みの占有は最長 {sample.longest_write:.2f} 秒"
            )
    return samples


def measure_fans(setup: Setup, fans: list[Fan], rounds: int) -> list[Run]:
    samples: dict[str, list[FanSample]] = defaultdict(list)
    with served(setup) as server, raw_limit(cores().server, setup.log) as (limit, port):
        for turn in range(1, rounds + 1):
            for scenario in fans:
                against = Against("yoriai", server.process_id, setup.database_id)
                wait_until_it_rests(server.process_id)
                before = stored.messages(setup.url)
                yoriai = generator.fan(scenario, seats(setup, server, scenario), against)
                rows = stored.messages(setup.url) - before
                raw = generator.fan(scenario, raw_seats(setup.folder, port, scenario), Against("raw", limit))
                sample = FanSample(scenario, yoriai, raw, rows)
                samples[scenario.name].append(sample)
                say(f"{setup.name} {scenario.name} {turn}/{rounds}: {told(sample)}")
    return [fan_run(setup.name, samples[scenario.name], samples["A1"]) for scenario in fans]


def measure_idle(setup: Setup, scenario: Idle) -> IdleMeasured:
    """A fresh server each time: what an earlier crowd left behind in memory would hide what this one costs."""
    with served(setup) as server:
        against = Against("yoriai", server.process_id, setup.database_id)
        measured = generator.idle(scenario, seats(setup, server, scenario), against)
    if measured.lost:
        raise Stop(f"{measured.lost} 人の接続が切れました。", "connections were lost.")
    say(f"{setup.name} {scenario.name}: {[step.resident_kib for step in measured.steps]} KiB")
    return measured


def seats(setup: Setup, server: Served, scenario: Fan | Idle) -> Path:
    path = setup.folder / f"seats-{scenario.name}"
    return generator.write_seats(path, server.seats(setup.town.places(scenario)))


def raw_seats(folder: Path, port: int, scenario: Fan) -> Path:
    crowd = [
        Seat(port=port, host="limit", origin="-", cookie="-", room_id=f"room-{room}")
        for room in range(scenario.rooms)
        for _ in range(scenario.members)
    ]
    return generator.write_seats(folder / f"raw-{scenario.name}", crowd)


def told(sample: FanSample) -> str:
    return (
        f"毎秒 {sample.per_s:,.0f}（限界 {sample.limit_per_s:,.0f}）、"
        f"CPU {sample.cpu_us:.2f} µs ÷ {sample.limit_cpu_us:.2f} µs = {sample.ratio:.2f}、"
        f"p99 {sample.times.p99_ms:.1f} ms、負荷側 {load_share(sample.yoriai):.0%}"
    )


def load_share(measured: FanMeasured) -> float:
    return measured.own_cpu_us / 1e6 / measured.seconds
