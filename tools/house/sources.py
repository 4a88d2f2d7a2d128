"""What the rules look at: one parsed source file, and one thing found wrong in it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

PYTHON_FOLDERS = ("src/yoriai", "tools", "tests", "bench")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Finding:
    """One broken rule, where it is and what to do instead."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.message}"


@dataclass(frozen=True)
class Source:
    """A Python file, named by its path from the top of the folder."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, filename=self.path)

    @property
    def name(self) -> PurePosixPath:
        return PurePosixPath(self.path)

    @cached_property
    def functions(self) -> list[Function]:
        return [node for node in ast.walk(self.tree) if isinstance(node, Function)]

    @property
    def is_product(self) -> bool:
        return self.path.startswith("src/yoriai/")

    def finding(self, at: ast.AST | int, message: str) -> Finding:
        line = at if isinstance(at, int) else getattr(at, "lineno", 1)
        return Finding(self.path, line, message)


def python_sources(root: Path) -> Iterator[Source]:
    for folder in PYTHON_FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            if "node_modules" not in path.parts:
                yield Source(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))


def last_name(node: ast.AST) -> str:
    """`commit` of `session.commit`, `Standing` of `standing.Standing` or of the bare name."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""
