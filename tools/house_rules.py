"""Checks the rules of this house. Run: python -m tools.house_rules"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tools.house.cycles import cycles
from tools.house.doors import doors
from tools.house.names import names
from tools.house.shape import other_languages, shape
from tools.house.side_by_side import side_by_side
from tools.house.sources import Finding, python_sources
from tools.house.tracks import tracks
from tools.places import ROOT


def check(root: Path) -> Iterator[Finding]:
    sources = list(python_sources(root))
    for source in sources:
        for rule in (shape, doors, names):
            yield from rule(source)
    yield from cycles(sources)
    yield from other_languages(root)
    yield from tracks(root)
    yield from side_by_side(root)


def main() -> int:
    broken = sorted(set(check(ROOT)), key=lambda finding: (finding.path, finding.line, finding.message))
    print("\n".join(map(str, broken)) or "house rules: kept")
    return bool(broken)


if __name__ == "__main__":
    sys.exit(main())
