"""How many machines so many staff need, from what was measured. Run: python -m bench.scale (writes docs/running/scale.md)"""

import math
import sys
from dataclasses import dataclass
from pathlib import Path

from bench import results
from bench.results import Results, Run
from bench.table import put_between, row
from tools.places import ROOT

PAGE = ROOT / "docs" / "running" / "scale.md"
BEGIN, END = "<!-- ここから python -m bench.scale が書きます -->", "<!-- ここまで -->"
STAFF = (1_000, 20_000, 100_000, 3_000_000)

# What people do, at nine on a Monday.
ONLINE = 1 / 3  # of all staff: a million of three
EVERY = 20.0  # seconds between two actions of one person (the mix of scenario F)
MIX = {"page": 6.52 + 1.99, "post": 1.0, "sign": 0.13}
HEARERS = 20  # people online in the room of a message, on average
BACK_WITHIN = 30.0  # seconds, after every line was cut at once (F14)
SCREENS_WITHIN = 1_800.0  # seconds in which everybody opens the client in the morning

# What it stands on.
NEEDED = ("A1", "B1", "C", "D2", "E", "J")

# What a machine is, and how much of it is planned with.
CORES, MEMORY_MIB = 4, 16 * 1024
PLANNED = 0.6
PROCESS_MIB = 256
MOST_IN_A_CELL = 100_000  # staff: beyond, nothing of one database was measured


@dataclass(frozen=True)
class Costs:
    """Microseconds of processor, and kibibytes."""

    post: float
    post_in_database: float
    delivery: float
    page: float
    screen: float
    come_back: float
    socket_kib: float

    @classmethod
    def of(cls, measured: Results) -> "Costs":
        """As measured with PostgreSQL where that was done, else with the embedded database."""
        post, page, screen = (_run(measured, name) for name in ("B1", "E", "J"))
        return cls(
            post=_figure(post.cpu_us),
            post_in_database=_figure(post.more.get("database_cpu_us")),
            delivery=_figure(_run(measured, "A1").cpu_us),
            page=_figure(page.p50_ms) * 1_000,
            screen=_figure(screen.p50_ms) * 1_000,
            come_back=_figure(_run(measured, "D2").cpu_us),
            socket_kib=_figure(_run(measured, "C").value),
        )


@dataclass(frozen=True)
class Plan:
    """What one number of staff needs."""

    staff: int
    online: float
    posts_per_s: float
    cores_all_day: float
    """Of all processes together, while everybody works."""
    cores_back: float
    """While everybody comes back at once."""
    cores_of_database: float
    memory_mib: float
    cells: int
    machines: int
    """For the application, with one more than is needed in each cell; 1 where one machine carries everything."""
    database_cores: int
    """Of each cell's primary; its standby has as many."""

    @property
    def is_small(self) -> bool:
        return self.machines == 1


def plan(staff: int, costs: Costs) -> Plan:
    """Everything is counted for the whole; what does not fit into one cell is spread evenly over several."""
    online = staff * ONLINE
    actions = online / EVERY
    share = {name: part / sum(MIX.values()) for name, part in MIX.items()}
    posts = actions * share["post"]
    written = posts + actions * share["sign"]  # a sign costs no more than a message
    us = (
        written * (costs.post + HEARERS * costs.delivery)
        + actions * share["page"] * costs.page
        + online / SCREENS_WITHIN * costs.screen
    )
    all_day, back = us / 1e6, online * costs.come_back / 1e6 / BACK_WITHIN
    # Reading costs a database as much for each second of the application as writing does: that is what was measured.
    of_database = all_day * costs.post_in_database / costs.post
    needed = max(all_day / PLANNED, back)  # whoever comes back may have all there is
    cells = math.ceil(staff / MOST_IN_A_CELL)
    memory = online * costs.socket_kib / 1024 + max(1, math.ceil(needed)) * PROCESS_MIB
    machines = max(math.ceil(needed / CORES), math.ceil(memory / (MEMORY_MIB * PLANNED)))
    is_small = needed + of_database / PLANNED <= CORES / 2 and cells == 1
    return Plan(
        staff=staff,
        online=online,
        posts_per_s=posts,
        cores_all_day=all_day,
        cores_back=back,
        cores_of_database=of_database,
        memory_mib=memory,
        cells=cells,
        machines=1 if is_small else cells * (math.ceil(machines / cells) + 1),
        database_cores=0 if is_small else max(2, math.ceil(of_database / PLANNED / cells)),
    )


def drawn(measured: Results) -> str:
    """The table and the costs it stands on."""
    costs = Costs.of(measured)
    plans = [plan(staff, costs) for staff in STAFF]
    rows = [row(HEAD), row(("---",) * len(HEAD)), *(row(_cells(each)) for each in plans)]
    taken = [
        *("", f"もとにした計測（{measured.machine}、`bench/results.json`）:", ""),
        f"- メッセージ1通を受け付けて保存する: {costs.post:,.0f} µs、データベースで {costs.post_in_database:,.0f} µs",
        f"- 1件を1人に配る: {costs.delivery:.1f} µs",
        f"- ルームの50通を開く: {costs.page:,.0f} µs",
        f"- 最初の画面: {costs.screen:,.0f} µs",
        f"- 切れたあとつなぎ直し、20室×50通を取り戻す: {costs.come_back:,.0f} µs",
        f"- つないだままの1人: {costs.socket_kib:.1f} KiB",
    ]
    return "\n".join([*rows, *taken])


HEAD = (
    "職員",
    "同時に使う人",
    "毎秒の投稿",
    "ふだんのコア",
    "一斉復帰のコア",
    "メモリー",
    "アプリの機械",
    "データベース",
)


def _cells(each: Plan) -> tuple[str, ...]:
    database = (
        "同じ機械（SQLite）" if each.is_small else f"{each.cells}組 × {each.database_cores}コア（正と副）"
    )
    machines = "1台" if each.is_small else f"{each.machines:,}台（うち予備 {each.cells}台）"
    return (
        f"{each.staff:,}人",
        f"{each.online:,.0f}人",
        f"{each.posts_per_s:,.1f}通",
        f"{each.cores_all_day:,.1f}",
        f"{each.cores_back:,.1f}",
        f"{each.memory_mib / 1024:,.1f} GiB",
        machines,
        database,
    )


def write(measured: Results, page: Path = PAGE) -> None:
    """Put the table on its page."""
    put_between(page, BEGIN, END, drawn(measured))


def missing(measured: Results) -> list[str]:
    """The scenarios without which nothing can be said: on another machine none of the figures from before count."""
    return [scenario for scenario in NEEDED if _found(measured, scenario) is None]


def _found(measured: Results, scenario: str) -> Run | None:
    return measured.of("pg-1", scenario) or measured.of("sqlite-1", scenario)


def _run(measured: Results, scenario: str) -> Run:
    found = _found(measured, scenario)
    if found is None:
        raise LookupError(scenario)
    return found


def _figure(found: object) -> float:
    if not isinstance(found, int | float):
        raise TypeError(found)
    return float(found)


def main() -> int:
    measured = results.read()
    if measured is None:
        print("先に make bench で計ってください。 / nothing was measured yet.", file=sys.stderr)
        return 1
    write(measured)
    return 0


if __name__ == "__main__":
    sys.exit(main())
