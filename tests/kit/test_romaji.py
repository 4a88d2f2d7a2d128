"""Whoever types a name in Latin letters means a reading, however they learned to write it."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kit.vectors import cases
from yoriai.kit.folding import fold_reading
from yoriai.kit.romaji import MOST_READINGS, readings


@dataclass(frozen=True)
class Written:
    typed: str
    kana: str


@pytest.mark.req("ORG-11")
@pytest.mark.parametrize("case", cases("romaji", Written), ids=lambda case: f"{case.typed} {case.kana}")
def test_a_name_in_latin_letters_finds_its_reading(case: Written):
    kept = fold_reading(case.kana)
    assert [each for each in readings(case.typed) if each in kept]


@pytest.mark.parametrize(
    ("typed", "kana"), [("sata", "さとう"), ("ito", "かとう"), ("satoh", "さとみ"), ("kanda", "かなだ")]
)
def test_another_name_is_not_found(typed: str, kana: str):
    assert not [each for each in readings(typed) if each in fold_reading(kana)]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "s",
        "q",
        "ab3",
        "10021",
        "佐藤",
        "さとう",
        "さ藤to",
        "xyz",
        "kx",
        "nnnn",
        "naïve",
        "m@x",
        "~a",
        "strk",
    ],
)
def test_what_is_no_romaji_has_no_reading(typed: str):
    assert readings(typed) == ()


@given(st.text("aiueokstnhmyrwgzbpdjcf'-~ōūâ", max_size=50))
def test_there_are_never_too_many_nor_one_twice(typed: str):
    found = readings(typed)
    assert len(found) <= MOST_READINGS
    assert len(set(found)) == len(found)
    assert all(found)


def test_the_likeliest_reading_comes_first():
    assert readings("kenji")[:2] == ("けんじ", "けんぢ")
    assert readings("yuki")[0] == "ゆき"
