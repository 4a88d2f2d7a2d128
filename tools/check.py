"""Everything that can be checked without running the product. Run: make check (or python -m tools.check NAME …)"""

import os
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools import web_client
from tools.places import ROOT, VENV, WEB
from tools.words import speak_in_any_terminal

BIN = VENV / "bin"
ONE_TOOL_AT_MOST = 600  # seconds; a tool that hangs is a failure with a name


@dataclass(frozen=True)
class Tool:
    """One checker, and what it looks after in a few words."""

    name: str
    looks_after: str
    command: tuple[str | Path, ...]
    folder: Path = ROOT


@dataclass(frozen=True)
class Outcome:
    tool: Tool
    seconds: float
    failed: bool
    output: str


def module(name: str, *arguments: str) -> tuple[str | Path, ...]:
    return (BIN / "python", "-m", name, *arguments)


def npm_run(script: str) -> tuple[str | Path, ...]:
    return tuple(web_client.npm("run", "--silent", script))


def tools() -> list[Tool]:
    """The slow ones first, so that both cores are busy to the end."""
    return [
        Tool("basedpyright", "types", (BIN / "basedpyright", "--level", "warning")),
        Tool("biome", "web: format, lint, layers, sizes", npm_run("check"), WEB),
        Tool("tsc", "web: types", npm_run("typecheck"), WEB),
        Tool("import-linter", "districts and layers", (BIN / "lint-imports", "--no-logo")),
        Tool("ruff", "lint", (BIN / "ruff", "check", "--quiet")),
        Tool("ruff format", "format", (BIN / "ruff", "format", "--check", "--quiet")),
        Tool("house rules", "sizes, doors, names, cycles", module("tools.house_rules")),
        Tool("deptry", "declared packages", (BIN / "deptry", "src")),
        Tool("size", "web: weight of the first load", module("tools.web_client", "size")),
        Tool("catalogue", "python -m tools.web_client words", npm_run("check-words"), WEB),
        Tool("wire", "generated client in step", module("tools.wire", "--check")),
        Tool("links", "links of the documents", module("tools.links")),
        Tool("glossary", "words", module("tools.glossary")),
        Tool("requirements", "requirements and their tests", module("tools.requirements", "--check")),
        Tool("trust", "what must never happen, and its tests", module("tools.trust", "--check")),
        Tool("asvs", "what OWASP ASVS asks for, and its proof", module("tools.asvs", "--check")),
    ]


def run(tool: Tool) -> Outcome:
    began = time.monotonic()
    env = {**web_client.with_node(os.environ), "NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            tool.command,
            cwd=tool.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=env,
            timeout=ONE_TOOL_AT_MOST,
            check=False,
        )
        failed, output = done.returncode != 0, done.stdout.decode(errors="replace")
    except subprocess.TimeoutExpired:
        failed, output = True, f"still running after {ONE_TOOL_AT_MOST} s"
    except OSError as trouble:
        failed, output = True, str(trouble)
    return Outcome(tool, time.monotonic() - began, failed, output.strip())


def main(chosen: list[str]) -> int:
    speak_in_any_terminal()
    wanted = [tool for tool in tools() if not chosen or tool.name in chosen]
    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as side_by_side:
        outcomes = list(side_by_side.map(run, wanted))
    report(outcomes)
    return any(outcome.failed for outcome in outcomes)


def report(outcomes: Iterable[Outcome]) -> None:
    for outcome in outcomes:
        if outcome.failed:
            print(f"\n━━ {outcome.tool.name}\n{outcome.output}")
    print()
    for outcome in outcomes:
        sign = "✗" if outcome.failed else "✓"
        print(f"{sign} {outcome.tool.name:<14} {outcome.seconds:6.1f} s  {outcome.tool.looks_after}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
