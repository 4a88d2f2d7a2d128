"""Makes docs/requirements.md: how far each requirement is, and which tests prove it. Run: python -m tools.requirements [--check]"""

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.house.sources import Finding, last_name
from tools.places import ROOT
from tools.states import Kind, State, complaints, states_in

IDS = ROOT / "tools" / "ids.txt"
STATES = ROOT / "docs" / "requirements.toml"
TABLE = ROOT / "docs" / "requirements.md"
# In the web the ids stand in the title of a test or of the group around it: test("TEXT-1 D8: a message …", …)
WEB_TITLE = re.compile(
    r"\b(?:test|it|describe)(?:\.\w+)*(?:\([^()]*\))?\(\s*([\"'`])(?P<title>.*?)\1", re.DOTALL
)
LOOKS_LIKE_AN_ID = re.compile(r"\b(?:[A-Z][A-Z0-9]+-\d+|[RDCFAKSN]\d{1,3})\b")
NO_IDS = frozenset(("UTF-8", "UTF-16", "SHA-256", "ISO-8601", "A4", "F5"))

HEAD = """# 要件と試験

どの要件が、どこまでできていて、どの試験が確かめているか。`python -m tools.requirements` がつくります（手で直しません）。
どこまでできているかは [requirements.toml](requirements.toml) に、試験の印は試験に書きます。
番号は変わりません。ここにない番号は、まだ取りかかっていません。

| 要件 | いまの状態 | 試験 |
|---|---|---|
"""


@dataclass(frozen=True)
class Proof:
    """One test that says which requirement it proves."""

    id: str
    path: str
    line: int


def main(arguments: list[str]) -> int:
    known = known_ids(IDS.read_text(encoding="utf-8"))
    proofs = list(all_proofs(ROOT))
    written = STATES.read_text(encoding="utf-8")
    states = states_in(written)
    wrong = [Finding(p.path, p.line, f"`{p.id}` is no requirement's id") for p in proofs if p.id not in known]
    wrong += complaints("docs/requirements.toml", written, known, {proof.id for proof in proofs})
    text = table(proofs, known, states)
    if "--check" in arguments:
        if not TABLE.exists() or TABLE.read_text(encoding="utf-8") != text:
            behind = "is behind the tests or docs/requirements.toml: python -m tools.requirements"
            wrong.append(Finding("docs/requirements.md", 1, behind))
    else:
        TABLE.write_text(text, encoding="utf-8")
    print("\n".join(map(str, wrong)) or f"requirements: {summary(states)}, of {len(known)}")
    return bool(wrong)


def summary(states: Mapping[str, State | None]) -> str:
    """How many are how far."""
    kinds = [state.kind for state in states.values() if state]
    return ", ".join(f"{kinds.count(kind)} {kind.name.lower()}" for kind in Kind)


def known_ids(text: str) -> list[str]:
    """`BASE-1..8` written out, in the order of the list."""
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    ranges = [re.fullmatch(r"([A-Z0-9]+-|[A-Z])1\.\.(\d+)", line) for line in lines]
    return [f"{each[1]}{number}" for each in ranges if each for number in range(1, int(each[2]) + 1)]


def all_proofs(root: Path) -> Iterator[Proof]:
    for path in sorted((root / "tests").rglob("test_*.py")):
        yield from python_proofs(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
    for path in sorted((root / "web" / "src").rglob("*.test.ts*")):
        yield from web_proofs(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))


def python_proofs(path: str, text: str) -> Iterator[Proof]:
    """From every `@pytest.mark.req("…")` or `pytestmark = pytest.mark.req("…")`."""
    for node in ast.walk(ast.parse(text, filename=path)):
        if isinstance(node, ast.Call) and last_name(node.func) == "req":
            for word in node.args:
                if isinstance(word, ast.Constant) and isinstance(word.value, str):
                    yield Proof(word.value, path, node.lineno)


def web_proofs(path: str, text: str) -> Iterator[Proof]:
    for title in WEB_TITLE.finditer(text):
        line = text.count("\n", 0, title.start()) + 1
        for word in LOOKS_LIKE_AN_ID.findall(title["title"]):
            if word not in NO_IDS:
                yield Proof(word, path, line)


def table(proofs: Iterable[Proof], known: list[str], states: Mapping[str, State | None]) -> str:
    places: defaultdict[str, set[str]] = defaultdict(set)
    for proof in proofs:
        places[proof.id].add(proof.path)
    rows = [
        f"| {name} | {states.get(name) or ''} | {' '.join(map(link, sorted(places[name])))} |\n"
        for name in known
        if name in places or name in states
    ]
    return HEAD + "".join(rows)


def link(path: str) -> str:
    return f"[{path.removeprefix('tests/')}](../{path})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
