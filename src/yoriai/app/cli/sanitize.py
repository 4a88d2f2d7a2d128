"""`yoriai sanitize`: make clean files of foreign ones at a terminal, with a report of what was done to each."""

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Final

import orjson
import typer

from yoriai.kit.file_names import file_name
from yoriai.kit.text import on_one_line
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.sanitizing.sanitize import AT_ONCE, MOST_BYTES, sanitize
from yoriai.people.files.sanitizing.verdict import Disarmed, Outcome, Verdict
from yoriai.platform.outside.cage.limits import MEBIBYTE
from yoriai.platform.sentences import filled

WHOM: Final = "情報システムの担当"
CALLED: Final = {
    Outcome.DISARMED: "無害化済み",
    Outcome.HELD: "保留",
    Outcome.DECLINED: "拒否",
}
NOT_READ: Final = "読めません"


@dataclass(frozen=True, slots=True)
class _Row:
    """What is told of one file."""

    file: Path
    shown: str
    told: Mapping[str, object]
    is_clean: bool


def sanitize_command(
    files: Annotated[list[Path], typer.Argument(help="無害化するファイル。いくつでも", dir_okay=False)],
    *,
    into: Annotated[Path, typer.Option(help="できたファイルを置くフォルダ", file_okay=False)] = Path(),
    report: Annotated[
        Path | None, typer.Option(help="報告（JSON）のファイル。書かなければ、画面に出します")
    ] = None,
    small: Annotated[bool, typer.Option("--small", help="一覧に出す小さい画像も置きます")] = False,
) -> None:
    """ファイルを無害化し、新しいファイルをつくります。元のファイルは変えず、すでにあるファイルには書きません。"""
    if report is not None and report.exists():
        raise typer.BadParameter(f"{report} はすでにあります。別の名前にしてください。")
    into.mkdir(parents=True, exist_ok=True)
    rows = {row.file: row for row in _each(files, into, with_small=small)}
    told = [rows[file].told for file in dict.fromkeys(files)]
    text = orjson.dumps({"files": told}, option=orjson.OPT_INDENT_2).decode()
    if report is None:
        typer.echo(text)
    else:
        _put(report, f"{text}\n".encode())
    if not all(row.is_clean for row in rows.values()):
        raise typer.Exit(1)


def _each(files: Sequence[Path], into: Path, *, with_small: bool) -> list[_Row]:
    """All of them, a few at once. Whatever becomes of one, the others have their turn."""
    unique, rows = list(dict.fromkeys(files)), list[_Row]()
    with ThreadPoolExecutor(AT_ONCE) as threads:
        under_way = [threads.submit(_one, file, into, with_small=with_small) for file in unique]
        for done in as_completed(under_way):
            rows.append(row := done.result())
            name = on_one_line(row.file.name)
            typer.echo(f"{len(rows)}/{len(unique)}　{row.shown}　{name}", err=True)
    return rows


def _one(file: Path, into: Path, *, with_small: bool) -> _Row:
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
        return _Row(file, NOT_READ, {"file": str(file), "outcome": "not_read", "says": why}, is_clean=False)
    verdict = sanitize(data, file.name)
    told = {"file": str(file), "outcome": verdict.outcome, **_said(verdict), "proof": asdict(verdict.proof)}
    if not isinstance(verdict, Disarmed):
        return _Row(file, CALLED[verdict.outcome], told, is_clean=False)
    name = file_name(file.stem, otherwise="file")
    made = [(f"{name}.{verdict.file.ending}", verdict.file.data)]
    if with_small and verdict.file.small:
        kind = "png" if verdict.file.small.startswith(b"\x89PNG") else "jpg"
        made.append((f"{name}-small.{kind}", verdict.file.small))
    try:
        written = [_put(into / each, content) for each, content in made]
    except FileExistsError as error:
        says = f"{on_one_line(str(error.filename))} はすでにあります。--into で別のフォルダを書いてください。"
        return _Row(file, says, told | {"outcome": "not_written", "says": says}, is_clean=False)
    return _Row(file, CALLED[verdict.outcome], told | {"made": written}, is_clean=True)


def _said(verdict: Verdict) -> Mapping[str, object]:
    if isinstance(verdict, Disarmed):
        return {"method": verdict.file.method, "kind": verdict.file.kind}
    most = MOST_BYTES // MEBIBYTE if verdict.reason is Reason.TOO_LARGE else None
    return {
        "reason": verdict.reason,
        "says": filled(verdict.reason, {"contact": WHOM, "most": most}),
    }


def _put(file: Path, content: bytes) -> str:
    """Write a file that was not there, for its owner alone. `FileExistsError` where there is one."""
    opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with os.fdopen(opened, "wb") as out:
        out.write(content)
    return str(file)
