"""Programs that run for the length of a block and are gone after it, whatever happened inside."""

import contextlib
import subprocess
from collections.abc import Generator, Sequence
from pathlib import Path

from bench import machine
from bench.compiler import limit_program
from tools.places import ROOT

PATIENCE = 15  # seconds for a program to stop by itself


@contextlib.contextmanager
def running(
    command: Sequence[str | Path], *, core: int | None, log: Path, is_heard: bool = False
) -> Generator[subprocess.Popen[str]]:
    """The program, on its core. What it says goes into the log, save its standard output where that is heard."""
    with (
        log.open("a", encoding="utf-8") as errors,
        subprocess.Popen(
            [str(word) for word in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if is_heard else errors,
            stderr=errors,
            text=True,
            cwd=ROOT,
        ) as program,
    ):
        try:
            machine.pin(program.pid, core)
            yield program
        finally:
            stop(program)


def stop(program: subprocess.Popen[str]) -> None:
    program.terminate()
    try:
        program.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        program.kill()


@contextlib.contextmanager
def raw_limit(core: int | None, log: Path) -> Generator[tuple[int, int]]:
    """The process id and the port of the program that marks what this machine can do at all."""
    with running([limit_program()], core=core, log=log, is_heard=True) as program:
        assert program.stdout
        yield program.pid, int(program.stdout.readline())
