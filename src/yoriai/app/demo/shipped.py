"""What ships with the demo: its tables, rooms and scripts."""

import tomllib
from collections.abc import Sequence
from importlib.resources import files
from typing import Final

HERE: Final = "yoriai.app.demo"


def data(name: str) -> bytes:
    return files(HERE).joinpath(name).read_bytes()


def words(name: str) -> dict[str, list[object]]:
    """What a TOML file of ours holds; whoever asks checks it by a model of their own."""
    return tomllib.loads(data(name).decode())


def scripts() -> Sequence[str]:
    """The text of every file of scripts, in the order of their names."""
    found = [each for each in files(HERE).joinpath("threads").iterdir() if each.name.endswith(".txt")]
    return [each.read_text(encoding="utf-8") for each in sorted(found, key=lambda each: each.name)]
