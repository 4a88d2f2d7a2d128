"""What people feel of a machine that guesses, as it is worked out of the times that they waited."""

import pytest

from bench.guessing import GuessingSample, guessing_run
from bench.scenarios import Guessing
from tools.words import Stop

SCENARIO = Guessing("N32", "")
ENOUGH = {"429": 6_000}


def sample(*, slowest: float, statuses: dict[str, int] | None = None) -> GuessingSample:
    quiet = [1.0] * 198 + [10.0] * 2
    return GuessingSample(quiet, [1.0] * 198 + [slowest] * 2, ENOUGH if statuses is None else statuses)


def test_the_figure_is_how_much_longer_the_slowest_hundredth_waits_in_all_rounds_together():
    made = guessing_run("sqlite-1", SCENARIO, [sample(slowest=ms) for ms in (11.0, 90.0, 12.0)])

    # One pause of the disk in one round is not what people feel.
    assert made.value == pytest.approx(1.1, abs=0.02)
    assert made.more["ratios"] == [pytest.approx(ratio, abs=0.02) for ratio in (1.1, 9.0, 1.2)]
    assert made.more["posts_each"] == [200, 200, 200]


def test_a_machine_that_fell_behind_has_disturbed_nobody_and_counts_for_nothing():
    with pytest.raises(Stop, match="100 回だけ"):
        guessing_run("sqlite-1", SCENARIO, [sample(slowest=11.0, statuses={"429": 100})])
