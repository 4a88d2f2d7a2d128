"""What marks note is what coverage.py's own tracer sees."""

from pathlib import Path
from typing import Any

import pytest
from coverage import Coverage, CoverageData

from tools.tracing import code_of, steps_in

SAMPLE = '''"""Words."""
from __future__ import annotations

import contextlib


def as_it_is(function):
    return function


class Kind:
    """Words."""

    name: str = "kind"

    @as_it_is
    @as_it_is
    def asked(self, number):
        """Words."""
        global LAST
        LAST = number
        if number > 2:
            return "many"
        elif (
            number
            == 2
        ):
            word = [
                each
                for each in "two"
            ]
        else:
            word = "few"
        return word


def goes_round(numbers):
    for number in numbers:
        if number == 1:
            continue
        if number == 2:
            break
    else:
        numbers = [*numbers, 7]
    while numbers:
        numbers = numbers[1:]
        if len(numbers) == 1:
            continue
    for _ in range(len(numbers)):
        pass


def goes_on(number):
    while True:
        number -= 1
        if number == 1:
            continue
        if number < 0:
            break


def matches(value):
    match value:
        case 1:
            return "one"
        case int() | float() if value > 5:
            value = "much"
        case [first, *_]:
            value = first
    match value:
        case 2:
            value = 3
        case _:
            if value == 3:
                value = 4


def tries(number):
    try:
        try:
            if number:
                raise KeyError if number == 1 else ValueError
        except KeyError:
            number = 7
        except (ValueError, TypeError) as error:
            if error.args:
                number = 8
        else:
            number = 9
    finally:
        number += 1
    with contextlib.suppress(KeyError):
        with contextlib.nullcontext():
            if number == 8:
                raise KeyError
            if number == 10:
                return number
            if number == 3:
                number = 4


def gives(number):
    for each in range(number):
        if each:
            yield each


async def waits(number):
    async with contextlib.AsyncExitStack():
        if number:
            return
    if number is None:
        number = 1


def wait(number):
    with contextlib.suppress(StopIteration):
        waits(number).send(None)
'''

WAYS = {
    "nowhere": [],
    "in a class": ["Kind().asked(1)", "Kind().asked(3)"],
    "a choice of three": ["Kind().asked(2)"],
    "no round": ["goes_round([])", "goes_on(0)"],
    "all rounds": ["goes_round([1])", "goes_on(3)"],
    "out of a round": ["goes_round([3, 2])"],
    "a pattern": ["matches(1)", "matches(6)"],
    "another pattern": ["matches([2])", "matches([3])"],
    "no pattern": ["matches('')", "matches(2)"],
    "nothing went wrong": ["tries(0)"],
    "the first went wrong": ["tries(1)"],
    "the second went wrong": ["tries(2)"],
    "little by little": ["list(gives(1))", "wait(0)"],
    "more by little": ["list(gives(2))", "next(gives(3))", "wait(1)", "wait(None)"],
}
WAYS["everywhere"] = [each for ways in WAYS.values() for each in ways]


@pytest.mark.parametrize("ways", WAYS.values(), ids=WAYS)
def test_marks_note_what_a_tracer_sees(ways: list[str], tmp_path: Path):
    sample = tmp_path / "sample.py"
    sample.write_text(SAMPLE, encoding="utf-8")
    traced = Coverage(
        data_file=str(tmp_path / "traced"), branch=True, include=[str(sample)], config_file=False
    )
    traced.start()
    try:
        go(compile(SAMPLE, str(sample), "exec"), ways)
    finally:
        traced.stop()
        traced.save()
    go(code_of(str(sample)), ways)
    noted = CoverageData(str(tmp_path / "noted"))
    noted.add_arcs({str(sample): steps_in(str(sample))})
    noted.write()
    assert seen(tmp_path / "noted", sample) == seen(tmp_path / "traced", sample)


def go(code: Any, ways: list[str]) -> None:
    names: dict[str, object] = {}
    exec(code, names)
    for way in ways:
        eval(way, names)


def seen(data: Path, sample: Path) -> tuple[object, object]:
    """The lines that were missed, and of each branch how many ways there are and how many were gone."""
    report = Coverage(data_file=str(data), branch=True, config_file=False)
    report.load()
    assert report.branch_stats(str(sample))
    return report.analysis2(str(sample))[3], report.branch_stats(str(sample))
