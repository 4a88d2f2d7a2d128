"""The shape of a file: small, one idea named in its first line, its imports in the open."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tools.house.sources import Finding, Function, Source

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
OTHER_LANGUAGES = ("bench/**/*.c", "bench/**/*.h", "tests/**/*.c")


def shape(source: Source) -> Iterator[Finding]:
    yield from is_short(source)
    yield from says_what_it_is_for(source)
    yield from imports_in_the_open(source)


def is_short(source: Source) -> Iterator[Finding]:
    if len(source.text.splitlines()) > LONGEST_FILE:
        yield source.finding(1, f"longer than {LONGEST_FILE} lines: name the second idea and move it")
    for function in source.functions:
        lines = (function.end_lineno or function.lineno) - function.lineno + 1
        if lines > LONGEST_FUNCTION:
            yield source.finding(
                function,
                f"`{function.name}` has {lines} lines, at most {LONGEST_FUNCTION}: name its second half",
            )


def says_what_it_is_for(source: Source) -> Iterator[Finding]:
    empty_marker = source.name.name == "__init__.py" and not source.text.strip()
    if not empty_marker and not (ast.get_docstring(source.tree) or "").strip():
        yield source.finding(1, "says nowhere what it is for: begin with one line in a clerk's words")


def imports_in_the_open(source: Source) -> Iterator[Finding]:
    """An import inside a function or under TYPE_CHECKING hides a cycle."""
    for node in ast.walk(source.tree):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield from late_imports(source, node)
            case ast.Name(id="TYPE_CHECKING") | ast.Attribute(attr="TYPE_CHECKING"):
                yield source.finding(node, "hides an import behind TYPE_CHECKING: untie the cycle instead")
            case ast.ImportFrom(module="__future__"):
                yield source.finding(node, "imports from __future__: annotations here are what they say")
            case _:
                pass


def late_imports(source: Source, function: Function) -> Iterator[Finding]:
    for inner in ast.walk(function):
        if isinstance(inner, ast.Import | ast.ImportFrom):
            yield source.finding(inner, f"`{function.name}` imports late: imports stand at the top")


def other_languages(root: Path) -> Iterator[Finding]:
    for pattern in OTHER_LANGUAGES:
        for path in sorted(root.glob(pattern)):
            if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_FILE:
                name = path.relative_to(root).as_posix()
                yield Finding(name, 1, f"longer than {LONGEST_FILE} lines: name the second idea and move it")
