"""When a session counts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from yoriai.people.sessions.policy import Held, is_live
from yoriai.people.sessions.rules import SecondRules
from yoriai.people.sessions.second_factor.policy import Asked, Step, must_have_one, next_step

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 20)
AN_HOUR = timedelta(hours=1)
LIVE = Held(
    zone="lgwan",
    began_at=NOW - AN_HOUR,
    idle_until=NOW + AN_HOUR,
    expires_at=NOW + AN_HOUR,
    ended_at=None,
    signed_out_at=None,
    status="active",
    ends_on=None,
)


def live(held: Held, here: str = "lgwan") -> bool:
    return is_live(held, here, NOW, TODAY)


def test_a_session_counts_where_it_was_made_while_nothing_has_ended_it():
    assert live(LIVE)


@pytest.mark.req("AUTH-5")
@pytest.mark.parametrize("what", ["ended_at", "expires_at", "idle_until"])
@pytest.mark.asvs("V7.3.1", "V7.3.2")
def test_ended_or_run_out_it_counts_no_longer(what):
    assert not live(replace(LIVE, **{what: NOW}))


@pytest.mark.req("N44")
def test_on_the_other_side_it_is_worth_nothing():
    assert not live(LIVE, "internet")
    assert not live(replace(LIVE, zone="internet"))


def test_an_account_stopped_since_then_takes_it_along_for_ever():
    assert not live(replace(LIVE, signed_out_at=LIVE.began_at))
    assert live(replace(LIVE, signed_out_at=LIVE.began_at - timedelta(microseconds=1)))


def test_it_never_outlives_its_account():
    assert not live(replace(LIVE, status="suspended"))
    assert not live(replace(LIVE, ends_on=date(2026, 11, 19)))


@pytest.mark.req("AUTH-7")
@pytest.mark.parametrize(
    ("kind", "roles", "zone", "required_of", "must"),
    [
        ("guest", [], "internet", "administrators", True),
        ("guest", ["member"], "lgwan", "administrators", True),
        ("member", ["owner"], "lgwan", "administrators", True),
        ("member", ["member", "administrator"], "internet", "administrators", True),
        ("member", ["member", "auditor"], "lgwan", "administrators", True),
        ("member", ["member"], "internet", "administrators", False),
        ("member", ["a role of a newer server"], "lgwan", "administrators", False),
        ("member", ["member"], "internet", "internet", True),
        ("member", ["member"], "lgwan", "internet", False),
        ("member", ["member"], "lgwan", "everybody", True),
    ],
)
def test_who_must_have_a_second_factor(kind, roles, zone, required_of, must) -> None:
    rules = SecondRules(required_of=required_of, starts_on=date(2026, 12, 1))
    asked = Asked(kind, roles, zone, has_one=False)
    assert must_have_one(asked, rules) is must
    before, on_the_day = date(2026, 11, 30), date(2026, 12, 1)
    assert next_step(asked, rules, before) is None
    assert next_step(asked, rules, on_the_day) is (Step.SET_UP if must else None)
    assert next_step(replace(asked, has_one=True), rules, before) is Step.CODE


@pytest.mark.req("AUTH-7", "ZONE-7")
@pytest.mark.parametrize(("zone", "step"), [("internet", Step.SET_UP), ("lgwan", None)])
def test_what_the_network_model_asks_no_body_puts_off(zone, step) -> None:
    rules = SecondRules(starts_on=date(2999, 4, 1))
    asked = Asked("member", ["member"], zone, has_one=False, by_model=("internet",))
    assert next_step(asked, rules, date(2026, 11, 30)) is step
    assert must_have_one(asked, rules) is (step is not None)
    assert next_step(replace(asked, has_one=True), rules, date(2026, 11, 30)) is Step.CODE
