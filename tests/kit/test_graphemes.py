"""Characters are counted and cut as people see them."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kit.vectors import cases
from yoriai.kit import graphemes


@dataclass(frozen=True)
class Cut:
    name: str
    text: str
    characters: list[str]


CUTS = cases("graphemes", Cut)


@pytest.mark.req("TEXT-1", "BASE-2")
@pytest.mark.parametrize("case", CUTS, ids=lambda case: case.name)
def test_a_text_falls_into_the_characters_that_people_see(case: Cut):
    assert graphemes.count(case.text) == len(case.characters)
    assert graphemes.first(case.text) == "".join(case.characters[:1])
    for most in range(len(case.characters) + 2):
        assert graphemes.take(case.text, most) == "".join(case.characters[:most])


@given(st.text(), st.integers(min_value=-3, max_value=30))
def test_what_is_taken_is_a_beginning_and_never_too_long(text: str, most: int):
    taken = graphemes.take(text, most)

    assert text.startswith(taken)
    assert graphemes.count(taken) == min(graphemes.count(text), max(most, 0))
