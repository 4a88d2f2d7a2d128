"""Brings a roster in as a browser does: the file, the columns, the difference, the yes; and watches the server's memory."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter

from bench.asks import Asks
from bench.results import Run
from bench.scenarios import Import
from bench.server import Served
from bench.setups import Setup
from bench.town import PASSWORD, SECRET
from tests import rosters
from tests.keys import new_send_key
from tools.words import Stop
from yoriai.people.sessions.second_factor import codes

STEPS = ("upload", "difference", "import")


@dataclass(frozen=True)
class Imported:
    """What one import took, step by step, and how far the server's memory rose above where it was."""

    seconds: Mapping[str, float]
    before_kib: int
    peak_kib: int
    longest_write: float
    """Seconds for which somebody held the write lock meanwhile, whoever it was; 0 where nobody held it for long."""

    @property
    def whole(self) -> float:
        return sum(self.seconds.values())


def bring(setup: Setup, server: Served, scenario: Import, first: int) -> Imported:
    """Import so many people, with numbers from the first one on."""
    asks = Asks(server, setup.town.residents[0])
    logged = setup.log.stat().st_size
    file = rosters.written(rosters.people(scenario.rows, first=first), "cp932")
    before = _resident(server.process_id, "VmRSS")
    Path(f"/proc/{server.process_id}/clear_refs").write_text("5", encoding="ascii")  # the peak begins anew
    marks = [perf_counter()]
    draft = asks.ask("POST", f"/api/roster/drafts?request_key={new_send_key()}&name=a.csv", file)
    path = f"/api/roster/drafts/{draft['draft_id']}"
    marks.append(perf_counter())
    columns = [column["field"] for column in asks.ask("GET", path)["columns"]]
    asks.ask("PUT", f"{path}/columns", {"columns": columns})
    shown = asks.ask("GET", f"{path}/difference")["counts"]
    marks.append(perf_counter())
    done = asks.ask("POST", f"{path}/import", {})
    marks.append(perf_counter())
    if shown["new"] != scenario.rows or done["import_id"] is None:
        raise Stop(f"{scenario.rows}人を取り込めませんでした（{shown}）。", "the import did not do its work.")
    spans = [later - earlier for earlier, later in pairwise(marks)]
    return Imported(
        dict(zip(STEPS, spans, strict=True)),
        before,
        _resident(server.process_id, "VmHWM"),
        _longest_write(setup.log, logged),
    )


def prove(setup: Setup, server: Served) -> None:
    """Whoever brings rosters in says who they are, once for some minutes."""
    code = codes.current(SECRET, datetime.now(UTC))
    asked = {"password": PASSWORD, "one_time_code": code}
    Asks(server, setup.town.residents[0]).ask("POST", "/api/proof", asked)


def import_run(setup: str, scenario: Import, samples: list[Imported]) -> Run:
    """The middle of the rounds."""
    return Run(
        setup=setup,
        scenario=scenario.name,
        n=scenario.rows,
        value=round(median(sample.whole for sample in samples), 3),
        unit="秒",
        more={
            "seconds": [round(sample.whole, 3) for sample in samples],
            **{step: round(median(sample.seconds[step] for sample in samples), 3) for step in STEPS},
            "peak_over_before_kib": [sample.peak_kib - sample.before_kib for sample in samples],
            "longest_write": [sample.longest_write for sample in samples],
            "peak_kib": max(sample.peak_kib for sample in samples),
        },
    )


def _longest_write(log: Path, since: int) -> float:
    """The server says by itself when it has held the lock for more than a fifth of a second."""
    lines = log.read_bytes()[since:].decode(errors="replace").splitlines()
    told = [json.loads(line) for line in lines if '"write held the lock' in line]
    return max((line["seconds"] for line in told), default=0.0)


def _resident(process_id: int, name: str) -> int:
    status = Path(f"/proc/{process_id}/status").read_text(encoding="utf-8")
    found = re.search(rf"^{name}:\s+(\d+) kB", status, re.MULTILINE)
    if found is None:
        raise Stop("メモリーを読み取れません。", "no memory figure.")
    return int(found.group(1))
