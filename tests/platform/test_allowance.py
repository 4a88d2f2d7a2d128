"""The allowance of an account: a bucket that refills, and a debt for whoever never stops."""

from uuid import uuid4

import pytest

from tests.platform.counting import Wire
from yoriai.platform import allowance
from yoriai.platform.allowance import Allowances

ME, OTHER = uuid4(), uuid4()


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that the test moves."""
    at = [1_000.0]
    monkeypatch.setattr(allowance, "monotonic", lambda: at[0])
    return at


@pytest.mark.req("N58")
def test_so_many_may_be_asked_for_at_once_and_then_so_many_a_second(now: list[float]):
    allowances = Allowances(per_second=10)
    assert [allowances.take(ME) for _ in range(20)] == [0.0] * 20
    assert allowances.take(ME) > 0
    now[0] += 1.0
    assert [allowances.take(ME) > 0 for _ in range(10)] == [False] * 9 + [True]


@pytest.mark.req("N58")
def test_whoever_goes_on_asking_waits_longer_but_not_for_ever(now: list[float]):
    allowances = Allowances(per_second=10)
    waits = [allowances.take(ME) for _ in range(1_000)]
    assert waits[21] > waits[20] > 0
    assert waits[-1] == max(waits) == allowance.DEEPEST
    now[0] += allowance.DEEPEST + 0.1
    assert allowances.take(ME) == 0.0


@pytest.mark.req("N58")
def test_nobody_pays_for_another(now: list[float]):
    allowances = Allowances(per_second=10)
    for _ in range(1_000):
        allowances.take(ME)
    assert allowances.take(OTHER) == 0.0


@pytest.mark.req("N58")
def test_what_one_asks_at_one_process_is_spent_at_all(now: list[float]):
    wire = Wire()
    here, there = Allowances(per_second=100, counting=wire), Allowances(per_second=100, counting=wire)
    for _ in range(3):
        for _ in range(200):
            here.take(ME)
        now[0] += allowance.TOLD_EVERY
    here.take(OTHER)
    assert there.take(ME) > 0
    assert there.take(OTHER) == 0.0


def test_of_whoever_asks_little_nothing_is_told(now: list[float]):
    wire = Wire()
    here = Allowances(per_second=100, counting=wire)
    for _ in range(100):
        here.take(ME)
        now[0] += allowance.TOLD_EVERY / (allowance.TOLD_FROM - 2)
    assert wire.told == []


def test_full_buckets_are_forgotten_when_there_are_many_and_a_debt_is_not(
    now: list[float], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(allowance, "MOST_BUCKETS", 3)
    allowances = Allowances(per_second=10)
    for _ in range(2):
        allowances.take(uuid4())
    now[0] += allowance.AT_ONCE + allowance.DEEPEST
    for _ in range(1_000):
        allowances.take(ME)
    allowances.take(OTHER)
    assert set(allowances.buckets) == {ME, OTHER}
    assert allowances.take(ME) > 0
