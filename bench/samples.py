"""What one round has shown of a scenario, and the run that is made of several rounds."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from pydantic import JsonValue

from bench.generator import FanMeasured, IdleMeasured, Times
from bench.results import Run
from bench.scenarios import Fan, Idle
from tools.words import Stop


@dataclass(frozen=True)
class FanSample:
    """Yoriai and the limit under the same load, one directly after the other."""

    scenario: Fan
    yoriai: FanMeasured
    limit: FanMeasured
    stored: int
    """Rows that the database holds more than before the load."""

    def __post_init__(self) -> None:
        whole = self.yoriai.whole
        if self.stored != whole.answered:
            raise Stop(
                f"{self.scenario.name}: 受け付けた {whole.answered} 通に対し、保存は {self.stored} 通です。",
                "acknowledged and stored differ.",
            )
        if whole.delivered != whole.answered * self.scenario.members:
            raise Stop(
                f"{self.scenario.name}: {whole.answered} 通×{self.scenario.members} 人に対し、配達は {whole.delivered} 件です。",
                "something was delivered twice or not at all.",
            )

    @property
    def per_s(self) -> float:
        return self._units(self.yoriai) / self.yoriai.seconds

    @property
    def limit_per_s(self) -> float:
        return self._units(self.limit) / self.limit.seconds

    @property
    def cpu_us(self) -> float:
        return self.yoriai.server_cpu_us / self._units(self.yoriai)

    @property
    def database_cpu_us(self) -> float:
        return self.yoriai.database_cpu_us / self._units(self.yoriai)

    @property
    def limit_cpu_us(self) -> float:
        """Of one `send`, whatever the scenario."""
        return self.limit.server_cpu_us / self.limit.measured.delivered

    @property
    def times(self) -> Times:
        """From sending to receiving where senders wait for that, else from sending to the answer."""
        return self.yoriai.delivery if self.scenario.waits_for == "delivered" else self.yoriai.answer

    @property
    def ratio(self) -> float:
        return self.cpu_us / self.limit_cpu_us

    def _units(self, measured: FanMeasured) -> int:
        """Deliveries where senders wait for these, else messages."""
        told = measured.measured
        return told.delivered if self.scenario.waits_for == "delivered" else told.answered


def fan_run(setup: str, samples: list[FanSample], a1: list[FanSample]) -> Run:
    """The run of one scenario. A4 is also told as a multiple of A1, round by round, where A1 was measured."""
    scenario = samples[0].scenario

    is_multiple = scenario.name == "A4" and len(a1) == len(samples)
    multiples = [four.per_s / one.per_s for four, one in zip(samples, a1, strict=True)] if is_multiple else []
    return Run(
        setup=setup,
        scenario=scenario.name,
        n=scenario.clients,
        per_s=_middle(sample.per_s for sample in samples),
        cpu_us=_middle(sample.cpu_us for sample in samples),
        p50_ms=_middle(sample.times.p50_ms for sample in samples),
        p99_ms=_middle(sample.times.p99_ms for sample in samples),
        ratio_to_limit=_middle(sample.ratio for sample in samples),
        value=_middle(multiples) if multiples else None,
        unit="A1 の配達数との比" if multiples else None,
        more=_more(samples),
        notes="ejabberd は動かしていないため、毎秒の数は比較できません" if scenario.name == "B1" else None,
    )


def _middle(figures: Iterable[float]) -> float:
    return round(median(figures), 3)


def _more(samples: list[FanSample]) -> dict[str, JsonValue]:
    loads = [sample.yoriai for sample in samples]
    return {
        "ratios": [round(sample.ratio, 3) for sample in samples],
        "limit_per_s": _middle(sample.limit_per_s for sample in samples),
        "limit_cpu_us": _middle(sample.limit_cpu_us for sample in samples),
        "database_cpu_us": _middle(sample.database_cpu_us for sample in samples),
        "server_share": _middle(load.server_cpu_us / 1e6 / load.seconds for load in loads),
        "load_share": _middle(load.own_cpu_us / 1e6 / load.seconds for load in loads),
        "threads": _threads(loads[-1]),
        "delivery_p50_ms": _middle(load.delivery.p50_ms for load in loads),
        "delivery_p99_ms": _middle(load.delivery.p99_ms for load in loads),
        "acknowledged": sum(load.whole.answered for load in loads),
        "stored": sum(sample.stored for sample in samples),
        "refused": sum(load.whole.refused for load in loads),
        "resident_kib": max(load.resident_kib for load in loads),
    }


def _threads(measured: FanMeasured) -> dict[str, JsonValue]:
    """Share of a core that each thread took; threads of one name are told together."""
    us: dict[str, float] = defaultdict(float)
    for thread in measured.threads:
        us[thread.name] += thread.cpu_us
    return {name: round(used / 1e6 / measured.seconds, 3) for name, used in us.items()}


def idle_run(setup: str, scenario: Idle, samples: list[IdleMeasured]) -> Run:
    slopes = [_slope(sample) for sample in samples]
    return Run(
        setup=setup,
        scenario=scenario.name,
        n=scenario.clients,
        value=round(median(slopes), 2),
        unit="KiB/接続",
        more={
            "slopes": [round(slope, 2) for slope in slopes],
            "connect_cpu_us": round(median(sample.steps[-1].cpu_us for sample in samples), 1),
            "connect_per_s": round(median(_rate(sample) for sample in samples), 1),
            "resident_kib": max(sample.steps[-1].resident_kib for sample in samples),
        },
    )


def _slope(measured: IdleMeasured) -> float:
    first, last = measured.steps[0], measured.steps[-1]
    return (last.resident_kib - first.resident_kib) / (last.online - first.online)


def _rate(measured: IdleMeasured) -> float:
    first, last = measured.steps[0], measured.steps[-1]
    return (last.online - first.online) / last.seconds
