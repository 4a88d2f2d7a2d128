"""The sentences of the product by their codes, for whatever is written outside of a browser: terminals and files."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yoriai
from yoriai.kit.errors import Detail


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def filled(code: str, details: Mapping[str, Detail]) -> str:
    """The sentence of a code with its details. A code without a sentence is shown as it is."""
    words = {name: _shown(value) for name, value in details.items()}
    if "field" in words:
        words["field"] = called(words["field"])
    return catalogue().get(code, code).format_map(_Blank(words))


@cache
def catalogue() -> Mapping[str, str]:
    """Every Japanese sentence of the product by its code."""
    found: dict[str, str] = {}
    for file in sorted(Path(yoriai.__file__).parent.rglob("texts.toml")):
        for code, words in tomllib.loads(file.read_text(encoding="utf-8")).items():
            found[code] = words["ja"]
    return found


CODE = re.compile(r"[A-Za-z0-9_.]+")
UNNAMED = "入力した内容"


def called(field: str) -> str:
    """What people call the field at this path (parts.0.text). What is no path is a name already."""
    if not CODE.fullmatch(field):
        return field
    names = [step for step in field.split(".") if not step.isdecimal()]
    found = fields()
    for end in range(len(names), 0, -1):
        for start in range(end):
            if (name := ".".join(names[start:end])) in found:
                return found[name]
    return UNNAMED


@cache
def fields() -> Mapping[str, str]:
    """What people call each field that a client can send."""
    file = Path(yoriai.__file__).parent / "app" / "fields.toml"
    return {field: words["ja"] for field, words in tomllib.loads(file.read_text(encoding="utf-8")).items()}


def _shown(value: Detail) -> str:
    if isinstance(value, list):
        return "、".join(without_controls(str(each)) for each in value) or "なし"
    return "" if value is None else without_controls(str(value))


def without_controls(words: str) -> str:
    """What a file says must not steer the terminal on which it is shown (N63)."""
    return "".join(letter for letter in words if unicodedata.category(letter) not in ("Cc", "Cf"))
