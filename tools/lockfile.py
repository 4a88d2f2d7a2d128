"""What uv.lock says, read once."""

import tomllib
from functools import cache
from pathlib import Path
from typing import NotRequired, TypedDict, cast


class Wheel(TypedDict):
    url: str
    hash: str


class Package(TypedDict):
    name: str
    version: NotRequired[str]
    wheels: NotRequired[list[Wheel]]


@cache
def packages(lock: Path) -> list[Package]:
    read = tomllib.loads(lock.read_text(encoding="utf-8"))
    return cast("list[Package]", read["package"])  # the form is uv's; what we use of it is named above


def file_name(wheel: Wheel) -> str:
    return wheel["url"].rsplit("/", 1)[-1]
