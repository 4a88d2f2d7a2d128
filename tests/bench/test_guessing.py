"""What people feel of a machine that guesses, as it is worked out of the times that they waited."""

from typing import cast

import pytest

from bench.guesser import is_guessed
from bench.guessing import GuessingSample, Stretch, guessing_run, sorted_by_turns
from bench.scenarios import TURNS, Guessing
from tools.words import Stop

SCENARIO = Guessing("N32", "", stretches=2)
ENOUGH = {"429": 6_000}


def sample(*slowest: float, statuses: dict[str, int] | None = None) -> GuessingSample:
    quiet = [1.0] * 198 + [10.0] * 2
    stretches = [Stretch(quiet, [1.0] * 198 + [ms] * 2) for ms in slowest]
    return GuessingSample(stretches, ENOUGH if statuses is None else statuses)


def test_the_figure_is_how_much_longer_the_slowest_hundredth_waits_in_the_middle_one_of_all_stretches():
    made = guessing_run("sqlite-1", SCENARIO, [sample(11.0, 90.0), sample(12.0, 2.0), sample(11.5)])

    # A pause of the disk in one stretch is not what people feel; in the heap of all it can be seen.
    assert made.value == pytest.approx(1.15, abs=0.02)
    assert made.p99_ms == pytest.approx(11.5, abs=0.2)
    assert made.more["quiet_p99_ms"] == pytest.approx(10.0, abs=0.2)
    heap = cast("dict[str, float]", made.more["guessed_ms"])
    assert heap["posts"] == 1_000
    assert heap["p50"] == 1.0
    assert heap["p99"] == pytest.approx(2.0, abs=0.1)


def test_a_machine_that_fell_behind_has_disturbed_nobody_and_counts_for_nothing():
    with pytest.raises(Stop, match="100 回だけ"):
        guessing_run("sqlite-1", SCENARIO, [sample(11.0, statuses={"429": 100})])


def test_each_post_counts_for_the_turn_in_which_it_went():
    # The first turn begins at 100.0; it lies at the wall, the next two at the server, the fourth at the wall.
    went = [(99.9, 1), (100.1, 2), (100.5, 3), (101.1, 4), (101.5, 5), (102.5, 6), (103.5, 7), (104.5, 8)]
    made = sorted_by_turns({"posts": went}, {"begins": 100.0, "statuses": ENOUGH}, SCENARIO)

    assert made == GuessingSample([Stretch([3], [5]), Stretch([7], [6])], ENOUGH)


@pytest.mark.parametrize(
    ("since", "expected"), [(-3.0, True), (0.0, False), (0.99, False), (1.0, True), (2.5, True), (3.5, False)]
)
def test_it_is_at_the_server_before_the_turns_and_in_half_of_them(since: float, expected: bool):
    assert is_guessed(since, 1.0) is expected


@pytest.mark.parametrize("first", [0, TURNS, 2 * TURNS])
def test_in_every_stretch_both_sides_have_as_many_turns(first: int):
    assert sum(is_guessed(turn + 0.5, 1.0) for turn in range(first, first + TURNS)) == 1
