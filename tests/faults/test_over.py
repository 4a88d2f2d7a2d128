"""What is over, and when that is no violation: a session ends by the clock of the server, wrong as it may be."""

import pytest

from tests.faults.checker import violations
from tests.faults.log import Clock, Event, History, Over

LASTS = 12 * 3600.0
HOUR, DAY = 3600.0, 86_400.0


def over(t: float, asked: float = 0.0, answered: float = 0.0) -> Over:
    return Over(t, "佐", "k1", "session", asked, answered, LASTS)


def found(*events: Event) -> list[str]:
    return [each.words for each in violations(History({"佐": "佐藤"}, {}, list(events)), {})]


@pytest.mark.req("C12", "D5", "F12", "N107")
@pytest.mark.parametrize(
    "events",
    [
        (Clock(10, DAY), over(10.1)),
        (Clock(10, DAY), Clock(12, 0), over(12.5)),
        (over(LASTS + 1),),
        (Clock(10, DAY), Clock(12, 0), Clock(20, 2 * DAY), over(20.1, 11, 11.5)),
    ],
    ids=["a day ahead", "ended while it was ahead", "the time passed", "begun ahead, and another day"],
)
def test_what_the_clock_ended_may_be_over(events: tuple[Event, ...]) -> None:
    assert found(*events) == []


@pytest.mark.req("C12", "D5", "F12", "N107")
@pytest.mark.parametrize(
    "events",
    [
        (over(10.1),),
        (Clock(10, HOUR), over(10.1)),
        (Clock(10, -DAY), over(10.1)),
        (Clock(10, -DAY), Clock(12, 0), over(12.1)),
        (Clock(10, DAY), Clock(12, 0), Clock(20, DAY), over(20.1, 11, 11.5)),
        (Clock(10, DAY), Clock(12, 0), over(13, 12.1, 12.2)),
    ],
    ids=["no jump", "an hour", "a day back", "and forth", "begun ahead", "begun afterwards"],
)
def test_what_the_clock_never_ended_may_not_be_over(events: tuple[Event, ...]) -> None:
    assert found(*events) == ["佐: the session was over at k1, before its time"]
