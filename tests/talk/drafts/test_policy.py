"""Two texts meet in one place: which one stands, and what is kept beside it."""

import pytest

from yoriai.talk.drafts.policy import MOST_ASIDE, Before, Written, met

A, B, C = "会議は15時です", "会議は延期です", "会議室は二階です"


def there(text: str, *aside: str) -> Before:
    return Before("V1", text, [{"version": each, "text": each} for each in aside])


def texts(outcome) -> tuple[str, list[str]]:
    said, aside = outcome
    return said, [each["text"] for each in aside]


@pytest.mark.req("MSG-15")
@pytest.mark.parametrize(
    ("before", "wanted", "after"),
    [
        (there(A), Written(B, "V1"), (B, [])),  # the same hand wrote on
        (there(A), Written(B, "V0"), (B, [A])),  # another device did not know of it
        (there(A), Written(B, None), (B, [A])),
        (Before(None, "", []), Written(B, "V0"), (B, [])),  # sent elsewhere meanwhile
        (there(A), Written("", "V1"), ("", [])),  # sent
        (there(A), Written("", "V0"), (A, [])),  # another text was sent: this one stands
        (there(A, C), Written("", "V1"), ("", [C])),
        (there(A), Written(f"{A}。", "V0"), (f"{A}。", [])),  # it is all in there
        (there(""), Written(B, "V0"), (B, [])),
        (there(A, B, C), Written(B, "V1", takes=B), (B, [A, C])),  # taken back in, and nothing lost by that
        (there("", B), Written(B, "V1", takes=B), (B, [])),
    ],
)
def test_nothing_that_was_written_is_lost_by_anothers_saving(before, wanted, after) -> None:
    assert texts(met(before, wanted)) == after


def test_a_few_are_kept_aside_the_newest_first() -> None:
    said, aside = texts(met(there(A, *"abcde"), Written(B, None)))
    assert (said, aside) == (B, [A, *"abcd"])
    assert len(aside) == MOST_ASIDE
