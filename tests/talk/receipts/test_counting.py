"""The histogram of read marks, kept short."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from yoriai.talk.receipts.counting import MOST_STEPS, Marks, shortened

histograms = st.dictionaries(st.integers(1, 5_000), st.integers(1, 50), max_size=3 * MOST_STEPS).map(
    lambda counts: sorted(counts.items())
)


def readers(marks: Marks, ordinal: int) -> int:
    return sum(count for at, count in marks if at >= ordinal)


@pytest.mark.req("MSG-9")
@settings(deadline=None)
@given(histograms)
@example([(ordinal, 1) for ordinal in range(1, 3 * MOST_STEPS)])
def test_a_long_histogram_says_of_nobody_more_than_is_true(marks: Marks) -> None:
    short = shortened(marks)
    assert len(short) <= MOST_STEPS
    assert readers(short, 1) == readers(marks, 1)
    assert all(readers(short, ordinal) <= readers(marks, ordinal) for ordinal, _ in marks)
    assert all(readers(short, ordinal) == readers(marks, ordinal) for ordinal, _ in marks[-MOST_STEPS + 1 :])
