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
from yoriai.people.accounts.slips.printing import FACES
from yoriai.people.files.sanitizing.sanitize import AT_ONCE, MOST_BYTES, sanitize
from yoriai.people.files.sanitizing.verdict import Disarmed, Method, Outcome, Verdict
from yoriai.platform.outside.antivirus import Scanner
from yoriai.platform.sentences import filled
from yoriai.platform.settings import Settings

WHOM: Final = "情報システムの担当"
CALLED: Final = {
    Outcome.DISARMED: "無害化済み",
    Outcome.HELD: "保留",
    Outcome.DECLINED: "拒否",
}
MADE: Final = {
    Method.RECONSTRUCTED: "作り直しました",
    Method.IMAGE_PDF: "画像のPDFにしました",
    Method.TEXT: "文字だけ取り出しました",
}
NOT_READ: Final = "読めません"


@dataclass(frozen=True, slots=True)
class _Row:
    """What is told of one file."""

    file: Path
    shown: str
    told: Mapping[str, object]
    is_clean: bool


@dataclass(frozen=True, slots=True)
class _How:
    """What is the same for all files."""

    into: Path
    faces: Path
    with_small: bool
    scanner: Scanner | None


def sanitize_command(
    files: Annotated[list[Path], typer.Argument(help="無害化するファイル。いくつでも", dir_okay=False)],
    *,
    into: Annotated[Path, typer.Option(help="できたファイルを置くフォルダ", file_okay=False)] = Path(),
    report: Annotated[
        Path | None, typer.Option(help="報告（JSON）のファイル。書かなければ、画面に出します")
    ] = None,
    small: Annotated[bool, typer.Option("--small", help="一覧に出す小さい画像も置きます")] = False,
    config: Annotated[Path | None, typer.Option("--config", "-c", help="設定ファイル（TOML）")] = None,
) -> None:
    """ファイルを無害化し、新しいファイルをつくります。元のファイルは変えず、すでにあるファイルには書きません。"""
    if report is not None and report.exists():
        raise typer.BadParameter(f"{report} はすでにあります。別の名前にしてください。")
    into.mkdir(parents=True, exist_ok=True)
    settings = Settings.load(config)
    how = _How(into, settings.web_root / FACES, small, settings.scanner)
    rows = {row.file: row for row in _each(files, how)}
    told = [rows[file].told for file in dict.fromkeys(files)]
    text = orjson.dumps({"files": told}, option=orjson.OPT_INDENT_2).decode()
    if report is None:
        typer.echo(text)
    else:
        _put(report, f"{text}\n".encode())
    if not all(row.is_clean for row in rows.values()):
        raise typer.Exit(1)


def _each(files: Sequence[Path], how: _How) -> list[_Row]:
    """All of them, a few at once. Whatever becomes of one, the others have their turn."""
    unique, rows = list(dict.fromkeys(files)), list[_Row]()
    with ThreadPoolExecutor(AT_ONCE) as threads:
        under_way = [threads.submit(_one, file, how) for file in unique]
        for done in as_completed(under_way):
            rows.append(row := done.result())
            name = on_one_line(row.file.name)
            typer.echo(f"{len(rows)}/{len(unique)}　{row.shown}　{name}", err=True)
    return rows


def _one(file: Path, how: _How) -> _Row:
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
        return _Row(file, NOT_READ, {"file": str(file), "outcome": "not_read", "says": why}, is_clean=False)
    verdict = sanitize(data, file.name, faces=how.faces, scanner=how.scanner)
    told = {"file": str(file), "outcome": verdict.outcome, **_said(verdict), "proof": asdict(verdict.proof)}
    if not isinstance(verdict, Disarmed):
        return _Row(file, CALLED[verdict.outcome], told, is_clean=False)
    name = file_name(file.stem, otherwise="file")
    made = [(f"{name}.{verdict.file.ending}", verdict.file.data)]
    if how.with_small and verdict.file.small:
        kind = "png" if verdict.file.small.startswith(b"\x89PNG") else "jpg"
        made.append((f"{name}-small.{kind}", verdict.file.small))
    try:
        written = [_put(how.into / each, content) for each, content in made]
    except FileExistsError as error:
        says = f"{on_one_line(str(error.filename))} はすでにあります。--into で別のフォルダを書いてください。"
        return _Row(file, says, told | {"outcome": "not_written", "says": says}, is_clean=False)
    shown = f"{CALLED[verdict.outcome]}（{MADE[verdict.file.method]}）"
    return _Row(file, shown, told | {"made": written}, is_clean=True)


def _said(verdict: Verdict) -> Mapping[str, object]:
    if isinstance(verdict, Disarmed):
        return {
            "method": verdict.file.method,
            "kind": verdict.file.kind,
            "says": f"{MADE[verdict.file.method]}。",
        }
    return {"reason": verdict.reason, "says": filled(verdict.reason, {"contact": WHOM})}


def _put(file: Path, content: bytes) -> str:
    """Write a file that was not there, for its owner alone. `FileExistsError` where there is one."""
    opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    with os.fdopen(opened, "wb") as out:
        out.write(content)
    return str(file)
