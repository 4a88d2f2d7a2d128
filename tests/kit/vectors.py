"""Reads the test vectors that the server's tests and the web's tests share."""

import json
from pathlib import Path
from typing import TypeVar

VECTORS = Path(__file__).parents[1] / "vectors"

Case = TypeVar("Case")


def cases(name: str, kind: type[Case]) -> list[Case]:
    """Every case of a file, in its order; a field that the kind does not know is an error."""
    rows: list[dict[str, str]] = json.loads((VECTORS / f"{name}.json").read_text(encoding="utf-8"))
    return [kind(**row) for row in rows]
