"""Makes docs/trust.md: what must never happen, which tests try it, and what the others wait for. Run: python -m tools.trust [--check]

A test may wait for a kind of feature that is not there yet. Whoever brings a feature of that kind brings the test: as
soon as one of the kind's folders or files stands in the house, a test that still waits for it fails the check.
"""

import sys
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.house.sources import Finding
from tools.places import ROOT
from tools.requirements import STATES, Proof, all_proofs, link
from tools.states import Kind, State, states_in

WRITTEN = ROOT / "docs" / "trust.toml"
TABLE = ROOT / "docs" / "trust.md"
SOURCE = ROOT / "src" / "yoriai"
HIGHEST = 133

HEAD = """# してはならないこと

情報システムの担当と監査の方へ。寄合が「決してしてはならないこと」を一つずつ並べ、どの試験が確かめているかを示します。`python -m tools.trust` がつくります（手で直しません。もとは [trust.toml](trust.toml) と [requirements.toml](requirements.toml)）。

- **できている**：すべてを試験が確かめています。**一部**：あるものは試験があり、書いてあるものがまだです。
- **待ち**：その仕組みがまだ寄合にありません。仕組みが入るときは、この試験なしには検査（`make check`）が通りません。
- ここにある試験は、SQLite と PostgreSQL、HTTP とソケットの両方で動きます。だれが何をできるかの全部の表は [tests/matrix/matrix.tsv](../tests/matrix/matrix.tsv) です。

| 番号 | 試すこと | いまの状態 | 試験 |
|---|---|---|---|
"""


@dataclass(frozen=True)
class Kept:
    """One line of trust.toml."""

    says: str
    waits: Sequence[str]


def main(arguments: list[str]) -> int:
    written = tomllib.loads(WRITTEN.read_text(encoding="utf-8"))
    kinds, here = kinds_of(written)
    tests = {
        name: Kept(str(kept["says"]), list(kept.get("waits", []))) for name, kept in written["tests"].items()
    }
    proofs = [proof for proof in all_proofs(ROOT) if proof.id in tests]
    states = states_in(STATES.read_text(encoding="utf-8"))
    wrong = [
        Finding("docs/trust.toml", 1, complaint)
        for complaint in complaints(tests, kinds, {proof.id for proof in proofs}, here)
    ]
    text = HEAD + "".join(rows(tests, kinds, proofs, states))
    if "--check" not in arguments:
        TABLE.write_text(text, encoding="utf-8")
    elif not TABLE.exists() or TABLE.read_text(encoding="utf-8") != text:
        wrong.append(Finding("docs/trust.md", 1, "is behind the tests: python -m tools.trust"))
    print(
        "\n".join(map(str, wrong))
        or f"trust: {len({proof.id for proof in proofs})} of {len(tests)} are tried"
    )
    return bool(wrong)


def kinds_of(written: Mapping[str, Any], source: Path = SOURCE) -> tuple[dict[str, str], set[str]]:
    """Of a trust.toml the kinds of features with their words, and those of them that have come."""
    kinds = written["kinds"]
    here = {name for name, kind in kinds.items() if any((source / each).exists() for each in kind["folders"])}
    return {name: str(kind["says"]) for name, kind in kinds.items()}, here


def complaints(
    tests: Mapping[str, Kept], kinds: Collection[str], tried: Collection[str], here: Collection[str]
) -> Iterator[str]:
    """What is wrong with the list: gaps, unknown kinds, and tests that wait for what has come."""
    for name in (f"N{number}" for number in range(1, HIGHEST + 1)):
        if name not in tests:
            yield f"`{name}` is not in the list"
    for name, kept in tests.items():
        for kind in kept.waits:
            if kind not in kinds:
                yield f"`{name}` waits for `{kind}`, which is no kind"
            elif kind in here and name not in tried:
                yield f"`{name}` waits for `{kind}`, which has come: it needs its test"
        if (name in tried) is bool(kept.waits):
            yield f"`{name}` is tried and waits, or neither: it waits for a kind until it has its test"


def rows(
    tests: Mapping[str, Kept],
    kinds: Mapping[str, str],
    proofs: Collection[Proof],
    states: Mapping[str, State | None],
) -> Iterator[str]:
    """One line for each, in the order of the list."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for proof in proofs:
        places[proof.id].add(proof.path)
    for name, kept in tests.items():
        state = (
            states.get(name)
            if name in places
            else State(Kind.WAITS, "、".join(kinds[each] for each in kept.waits))
        )
        yield f"| {name} | {kept.says} | {state or ''} | {' '.join(map(link, sorted(places[name])))} |\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
