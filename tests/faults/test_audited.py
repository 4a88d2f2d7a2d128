"""The check of the audit log sees what it is there for: a row that is missing, and one that is there twice."""

from collections import Counter

import pytest

from tests.faults.audited import counted


@pytest.mark.req("C10")
@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ({"a": 1, "b": 1}, []),
        ({"a": 1}, ["1 messages have a row, of 2"]),
        ({"a": 2}, ["message a has 2 rows", "1 messages have a row, of 2"]),
        ({"a": 1, "b": 2}, ["message b has 2 rows"]),
        ({"a": 1, "b": 1, "c": 1}, ["3 messages have a row, of 2"]),
    ],
)
def test_of_each_message_one_row_is_asked_for(rows: dict[str, int], wrong: list[str]) -> None:
    assert list(counted(Counter(rows), 2)) == wrong
