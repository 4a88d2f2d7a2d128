"""Makes docs/asvs.md: each requirement of OWASP ASVS 5.0.0 (levels 1 and 2), and what proves it. Run: python -m tools.asvs [--check]

A requirement is met by tests that carry its id (`@pytest.mark.asvs("V3.3.1")`), met by a place in our documents, does not
apply, is a gap, or waits for a kind of feature of docs/trust.toml. A gap that is closed loses its line by whoever closes it.
"""

import ast
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tools import trust
from tools.house.sources import Finding, Function, last_name
from tools.links import what_is_wrong
from tools.places import ROOT
from tools.requirements import WEB_TITLE, link

WRITTEN = ROOT / "docs" / "asvs.toml"
TABLE = ROOT / "docs" / "asvs.md"
# How many requirements of levels 1 and 2 each section has; within a section they are counted without a gap.
SECTIONS = (
    "1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2 4.4:4 "
    "5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2 7.6:2 8.1:2 "
    "8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3 11.3:3 11.4:4 "
    "11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3 15.2:3 15.3:7 "
    "16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2"
)

ID = re.compile(r"\bV\d+\.\d+\.\d+\b")

HEAD = """# 検証標準 OWASP ASVS との照らし合わせ

情報セキュリティの監査をする方へ。OWASP ASVS 5.0.0（アプリケーションの安全を確かめる国際的な標準）の水準 1 と 2 の {all} 項目について、寄合がどう応えているかの表です。`python -m tools.asvs` がつくります（手で直しません。もとは [asvs.toml](asvs.toml) と、試験に付けた印）。`make check` が、試験と文書のあることを確かめます。

- **試験で確認**：書いてある試験が、動くもので確かめています。試験が一つでも通らなければ、版は出ません。
- **文書で確認**：決まりや説明を求める項目で、書いてあるところを示します。
- **当てはまらない**：寄合にない技術についての項目です。「見張り」とあるものは、その技術が入ってこないことを試験が見ています。
- **まだ足りない**：満たしていません。何が足りないかを書きます。一部を確かめる試験があれば、それも示します。
- **待ち**：その仕組みがまだ寄合にありません。仕組みが入れば、この表を直すまで `make check` が通りません。

「求められること」は、標準の文の訳ではなく、私たちの言葉による見出しです。もとの文は標準を見てください（OWASP ASVS 5.0.0、[CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/)、<https://owasp.org/www-project-application-security-verification-standard/>）。これは私たち自身による照らし合わせで、第三者の認定ではありません。
動いている環境（プロキシ、証明書、データベースの置き方）で決まるものは、[動かし方](running/README.md) のとおりに置いたときの結果です。
"""


class Result(StrEnum):
    """What we say of a requirement."""

    TESTED = "試験で確認"
    WRITTEN = "文書で確認"
    NOT_APPLICABLE = "当てはまらない"
    GAP = "まだ足りない"
    WAITS = "待ち"


FIELDS = {
    "document": Result.WRITTEN,
    "no": Result.NOT_APPLICABLE,
    "gap": Result.GAP,
    "waits": Result.WAITS,
}


@dataclass(frozen=True)
class Row:
    """One line of asvs.toml: what is asked for, in a few words, and whatever is not proved by a test."""

    says: str
    result: Result = Result.TESTED
    words: str = ""
    """Why it does not apply, what is missing, or where it is written."""
    kinds: Sequence[str] = ()
    """What it waits for."""


@dataclass(frozen=True)
class Proof:
    """One test that says which requirement it checks."""

    id: str
    path: str
    name: str
    line: int


def main(arguments: list[str]) -> int:
    written = tomllib.loads(WRITTEN.read_text(encoding="utf-8"))
    chapters: Mapping[str, str] = written["chapters"]
    kinds, here = trust.kinds_of(tomllib.loads(trust.WRITTEN.read_text(encoding="utf-8")))
    rows = {name: row_of(said) for name, said in written["rows"].items()}
    proofs = [proof for path in tests(ROOT) for proof in proofs_in(path, (ROOT / path).read_text("utf-8"))]
    wrong = [Finding("docs/asvs.toml", 1, each) for each in complaints(rows, proofs, kinds, here)]
    wrong += [Finding("docs/asvs.toml", 1, each) for each in misplaced(rows)]
    text = page(chapters, rows, proofs, kinds)
    if "--check" not in arguments:
        TABLE.write_text(text, encoding="utf-8")
    elif not TABLE.exists() or TABLE.read_text(encoding="utf-8") != text:
        wrong.append(
            Finding("docs/asvs.md", 1, "is behind the tests or docs/asvs.toml: python -m tools.asvs")
        )
    print("\n".join(map(str, wrong)) or f"asvs: {summary(rows, proofs)}")
    return bool(wrong)


def known_ids() -> list[str]:
    sections = (each.split(":") for each in SECTIONS.split())
    return [f"V{section}.{at}" for section, most in sections for at in range(1, int(most) + 1)]


def row_of(said: Mapping[str, str | list[str]]) -> Row:
    """A line as it is written; more than one result, or an unknown one, is a fault of whoever wrote it."""
    (field, value), *more = [(name, value) for name, value in said.items() if name != "says"] or [("", "")]
    if more or field not in {"", *FIELDS}:
        raise ValueError(f"a line says one of {', '.join(FIELDS)}, or nothing: {said}")
    kinds = value if isinstance(value, list) else ()
    words = value if isinstance(value, str) else ""
    return Row(str(said["says"]), FIELDS.get(field, Result.TESTED), words, kinds)


def tests(root: Path) -> Iterator[str]:
    yield from (path.relative_to(root).as_posix() for path in sorted((root / "tests").rglob("test_*.py")))
    yield from (
        path.relative_to(root).as_posix() for path in sorted((root / "web" / "src").rglob("*.test.ts*"))
    )


def proofs_in(path: str, text: str) -> Iterator[Proof]:
    """From every `@pytest.mark.asvs("…")` above a test; in the web from the ids in a test's title."""
    if not path.endswith(".py"):
        for title in WEB_TITLE.finditer(text):
            line = text.count("\n", 0, title.start()) + 1
            yield from (Proof(word, path, title["title"], line) for word in ID.findall(title["title"]))
    elif "mark.asvs(" in text:
        for node in ast.walk(ast.parse(text, filename=path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                yield from (Proof(word, path, node.name, node.lineno) for word in _marked(node))


def _marked(test: Function) -> Iterator[str]:
    for mark in test.decorator_list:
        if isinstance(mark, ast.Call) and last_name(mark.func) == "asvs":
            yield from (str(word.value) for word in mark.args if isinstance(word, ast.Constant))


def complaints(
    rows: Mapping[str, Row], proofs: Collection[Proof], kinds: Collection[str], here: Collection[str]
) -> Iterator[str]:
    """Where the list, the standard and the tests disagree."""
    known, tested = known_ids(), {proof.id for proof in proofs}
    if list(rows) != known:
        missing, more = sorted({*known} - {*rows}), sorted({*rows} - {*known})
        yield f"must hold the {len(known)} ids in their order; missing {missing}, unknown {more}"
    for proof in proofs:
        if proof.id not in rows:
            yield f"`{proof.id}` is no requirement's id: {proof.path}:{proof.line}"
    for name, row in rows.items():
        yield from (f"`{name}` {each}" for each in _complaints(row, name in tested, kinds, here))


def _complaints(row: Row, is_tested: bool, kinds: Collection[str], here: Collection[str]) -> Iterator[str]:
    if row.result is Result.TESTED and not is_tested:
        yield "is said to be tested, and no test carries its id"
    if row.result in {Result.WRITTEN, Result.WAITS} and is_tested:
        yield "has a test: let its line say nothing else, or what is missing (`gap`)"
    for kind in row.kinds:
        if kind not in kinds:
            yield f"waits for `{kind}`, which is no kind of docs/trust.toml"
        elif kind in here:
            yield f"waits for `{kind}`, which has come: give it its test, or say what is missing"


def misplaced(rows: Mapping[str, Row]) -> Iterator[str]:
    """Documents that lead nowhere."""
    for name, row in rows.items():
        if row.result is Result.WRITTEN and (complaint := what_is_wrong(TABLE, row.words, ROOT)):
            yield f"`{name}`: {complaint}"


def summary(rows: Mapping[str, Row], proofs: Collection[Proof]) -> str:
    counts = Counter(row.result for row in rows.values())
    return ", ".join(f"{counts[each]} {each.name.lower()}" for each in Result) + (
        f"; {len({proof.id for proof in proofs})} have tests"
    )


def page(
    chapters: Mapping[str, str], rows: Mapping[str, Row], proofs: Sequence[Proof], kinds: Mapping[str, str]
) -> str:
    """The whole document: the counts on top, then a table for each chapter."""
    lines = [HEAD.format(all=len(rows)), "\n", *_overview(chapters, rows)]
    for chapter, title in chapters.items():
        lines.append(
            f"\n## {chapter} {title}\n\n| 番号 | 求められること | 結果 | 証拠、またはわけ |\n|---|---|---|---|\n"
        )
        for name, row in _of(rows, chapter).items():
            proved = [proof for proof in proofs if proof.id == name]
            lines.append(f"| {name} | {row.says} | {row.result} | {_proof(row, proved, kinds)} |\n")
    return "".join(lines)


def _of(rows: Mapping[str, Row], chapter: str) -> dict[str, Row]:
    return {name: row for name, row in rows.items() if name.startswith(f"{chapter}.")}


def _overview(chapters: Mapping[str, str], rows: Mapping[str, Row]) -> Iterator[str]:
    yield "| 章 | 項目 | " + " | ".join(Result) + " |\n|---|---|" + "---|" * len(Result) + "\n"
    for chapter, title in chapters.items():
        yield _counted(f"{chapter} {title}", _of(rows, chapter))
    yield _counted("**合計**", rows)


def _counted(title: str, rows: Mapping[str, Row]) -> str:
    counts = Counter(row.result for row in rows.values())
    return f"| {title} | {len(rows)} | " + " | ".join(str(counts[each] or "—") for each in Result) + " |\n"


def _proof(row: Row, proved: Sequence[Proof], kinds: Mapping[str, str]) -> str:
    shown = "<br>".join(
        f"{link(path)} {'、'.join(f'`{name}`' for name in names)}" for path, names in _by_file(proved)
    )
    match row.result:
        case Result.TESTED:
            return shown
        case Result.WRITTEN:
            return f"[{row.words}]({row.words})"
        case Result.WAITS:
            return "、".join(kinds.get(kind, kind) for kind in row.kinds)
        case Result.NOT_APPLICABLE:
            return f"{row.words}<br>見張り：{shown}" if shown else row.words
        case Result.GAP:
            return f"{row.words}<br>一部：{shown}" if shown else row.words


def _by_file(proved: Sequence[Proof]) -> Iterator[tuple[str, list[str]]]:
    for path in sorted({proof.path for proof in proved}):
        yield path, [proof.name for proof in proved if proof.path == path]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
