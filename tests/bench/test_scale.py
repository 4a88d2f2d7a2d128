"""The machines that a number of staff needs follow from what was measured, and the page says what the figures say."""

from dataclasses import replace

import pytest

from bench import results, scale
from bench.scale import Costs, plan

COSTS = Costs(
    post=400, post_in_database=100, delivery=10, page=10_000, screen=50_000, come_back=3_000, socket_kib=20
)


def test_a_small_town_needs_one_machine_and_no_database_beside_it():
    small = plan(1_000, COSTS)

    assert (small.machines, small.database_cores, small.cells) == (1, 0, 1)
    assert small.cores_all_day < 0.5


def test_a_third_of_them_acts_three_times_a_minute():
    city = plan(60_000, COSTS)

    assert city.online == 20_000
    assert city.posts_per_s == pytest.approx(1_000 / 9.64)
    # 1,000 actions a second, of which 88 in a hundred open a page for 10 ms.
    assert city.cores_all_day == pytest.approx(
        8.83 + 117.2e-6 * (400 + 200) + 20_000 / 1_800 * 0.05, rel=0.01
    )
    assert city.cores_back == pytest.approx(2.0)


def test_what_costs_more_needs_more_and_a_storm_is_never_forgotten():
    city = plan(100_000, COSTS)

    assert plan(100_000, replace(COSTS, page=20_000)).machines > city.machines
    stormy = plan(100_000, replace(COSTS, come_back=100_000))
    assert stormy.machines * scale.CORES >= stormy.cores_back > city.cores_back


def test_beyond_a_cell_there_are_several_each_with_a_machine_to_spare():
    nation = plan(3_000_000, COSTS)

    assert nation.cells == 30
    assert nation.machines * scale.CORES * scale.PLANNED >= nation.cores_all_day
    assert nation.machines % nation.cells == 0


def test_without_every_cost_nothing_is_said():
    measured = results.read()
    assert measured is not None
    assert scale.missing(measured) == []
    few = measured.model_copy(
        update={"runs": [each for each in measured.runs if each.scenario in ("B1", "F")]}
    )
    assert scale.missing(few) == ["A1", "C", "D2", "E", "J"]


def test_the_page_says_what_the_figures_say():
    measured = results.read()
    assert measured is not None
    assert scale.drawn(measured) in scale.PAGE.read_text(encoding="utf-8"), "python -m bench.scale"
