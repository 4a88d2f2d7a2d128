"""The page that shows the figures beside what they are held against."""

from pathlib import Path

from bench.compiler import BENCH
from bench.results import Results, Run
from bench.scenarios import ALL
from bench.targets import Target, target_of

PAGE = BENCH / "README.md"
BEGIN, END = "<!-- ここから make bench が書きます -->", "<!-- ここまで -->"
COLUMNS = (
    "構成",
    "場面",
    "人数",
    "毎秒",
    "CPU µs",
    "p50 / p99 ms",
    "CPU÷限界",
    "値",
    "最低線 / 目標",
    "判定",
)
TITLES = {scenario.name: scenario.title for scenario in ALL}


def write(results: Results, page: Path = PAGE) -> None:
    """Put the table on its page."""
    put_between(page, BEGIN, END, drawn(results))


def put_between(page: Path, begin: str, end: str, words: str) -> None:
    """Write between two marks of a page; what people wrote around them stays."""
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    page.write_text(f"{before}{begin}\n\n{words}\n\n{end}{after}", encoding="utf-8")


def drawn(results: Results) -> str:
    measured = f"計測 {results.at}、コミット `{results.commit or 'なし'}`、{results.machine}"
    head = [row(COLUMNS), row(("---",) * len(COLUMNS))]
    notes = [f"- {run.setup} {run.scenario}: {run.notes}" for run in results.runs if run.notes]
    return "\n".join([measured, "", *head, *map(_line, results.runs), *(["", *notes] if notes else [])])


def _line(run: Run) -> str:
    target = target_of(run)
    return row(
        (
            f"`{run.setup}`",
            f"{run.scenario} {TITLES.get(run.scenario, '')}".strip(),
            f"{run.n:,}",
            _figure(run.per_s, 0),
            _figure(run.cpu_us),
            f"{_figure(run.p50_ms)} / {_figure(run.p99_ms)}",
            _figure(run.ratio_to_limit, 2),
            f"{_figure(run.value, 2)} {run.unit or ''}".strip(),
            _marks(target),
            target.verdict(run) if target else "–",
        )
    )


def _marks(target: Target | None) -> str:
    if target is None:
        return "–"
    sign = "≤" if target.less_is_better else "≥"
    return f"{sign} {target.floor:,g} / {sign} {target.goal:,g} {target.unit}"


def _figure(figure: float | None, digits: int = 1) -> str:
    return "–" if figure is None else f"{figure:,.{digits}f}"


def row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
