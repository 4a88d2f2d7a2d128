"""Parts of files as they are asked for, one case a line."""

import pytest

from yoriai.platform.http.ranges import Answer, Part, answer_to

TAG = '"a1-whole"'
WHOLE, NOTHING = Answer(200, Part(0, 10)), Answer(416, Part(0, 0))


@pytest.mark.parametrize(
    ("wanted", "answer"),
    [
        ("", WHOLE),
        ("bytes=0-", Answer(206, Part(0, 10))),
        ("bytes=0-0", Answer(206, Part(0, 1))),
        ("bytes=4-6", Answer(206, Part(4, 7))),
        ("bytes=4-99", Answer(206, Part(4, 10))),
        ("bytes=9-", Answer(206, Part(9, 10))),
        ("bytes=-3", Answer(206, Part(7, 10))),
        ("bytes=-99", Answer(206, Part(0, 10))),
        ("BYTES=1-1", Answer(206, Part(1, 2))),
        ("bytes=10-", NOTHING),
        ("bytes=10-11", NOTHING),
        ("bytes=-0", NOTHING),
        ("bytes=6-4", WHOLE),
        ("bytes=0-1,4-5", WHOLE),
        ("bytes=-", WHOLE),
        ("bytes=a-b", WHOLE),
        ("bytes=٠-١", WHOLE),
        (f"bytes=0-{'9' * 19}", WHOLE),
        ("lines=0-1", WHOLE),
    ],
)
def test_a_part_is_what_was_asked_for_or_all_of_it(wanted: str, answer: Answer) -> None:
    assert answer_to(10, TAG, wanted=wanted) == answer


def test_of_an_empty_file_there_is_no_part() -> None:
    assert answer_to(0, TAG) == Answer(200, Part(0, 0))
    assert answer_to(0, TAG, wanted="bytes=0-") == NOTHING


@pytest.mark.parametrize(
    ("said", "status"),
    [
        (TAG, 304),
        (f"W/{TAG}", 304),
        (f'"other", {TAG}', 304),
        ("*", 304),
        ('"other"', 206),
        ("a1-whole", 206),
    ],
)
def test_whoever_has_it_already_is_told_so_before_any_part(said: str, status: int) -> None:
    assert answer_to(10, TAG, wanted="bytes=0-1", if_none_match=said).status == status


@pytest.mark.parametrize(
    ("said", "status"),
    [(TAG, 206), ('"other"', 200), (f"W/{TAG}", 200), ("Fri, 27 Nov 2026 00:00:00 GMT", 200)],
)
def test_a_part_of_what_has_changed_is_no_part(said: str, status: int) -> None:
    assert answer_to(10, TAG, wanted="bytes=0-1", if_range=said).status == status
