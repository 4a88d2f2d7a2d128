"""Roles and what they allow."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from yoriai.app.wiring import FEATURES
from yoriai.kit.errors import Forbidden
from yoriai.people.access.actor import Actor, staff_of
from yoriai.people.access.capabilities import GRANTS, Role, granted
from yoriai.people.access.rules import require

PROMISED = {
    "practice.open",
    "preferences.set",
    "presence.set",
    "roster.import",
    "sessions.oversee",
    "usage.read",
}
"""Granted already, while the features that ask for them are being built."""

CLERK = Actor(
    account_id=uuid4(),
    tenant_id=uuid4(),
    organization_ids=frozenset(),
    session_id=uuid4(),
    expires_at=datetime(2026, 12, 1, tzinfo=UTC),
    zone="lgwan",
    address="10.0.0.1",
    kind="member",
    capabilities=granted([Role.MEMBER]),
    switched_off=frozenset(),
)


def test_every_capability_that_a_feature_asks_for_is_in_some_role_and_the_other_way_round():
    asked_for = {name for feature in FEATURES for name in feature.capabilities}
    granted_at_all = frozenset().union(*GRANTS.values())
    assert asked_for <= granted_at_all
    assert granted_at_all - asked_for <= PROMISED


def test_a_role_higher_up_can_do_everything_that_one_below_can():
    assert GRANTS[Role.MEMBER] < GRANTS[Role.ADMINISTRATOR] < GRANTS[Role.OWNER]


@pytest.mark.req("ORG-6")
def test_without_a_seat_no_other_role_counts_and_nothing_goes_beyond_a_members() -> None:
    assert granted([Role.SERVED, Role.OWNER]) == granted([Role.SERVED]) < granted([Role.MEMBER])
    assert "rooms.belong" not in granted([Role.SERVED])


@pytest.mark.req("ORG-16")
def test_roles_add_up_and_a_rank_is_no_role():
    assert granted([Role.MEMBER, Role.ADMINISTRATOR]) == GRANTS[Role.ADMINISTRATOR]
    assert granted(["課長"]) == granted([]) == frozenset()


def test_an_actor_may_what_a_role_of_theirs_includes():
    assert CLERK.may("messages.post")
    assert not CLERK.may("accounts.suspend")


def test_guests_are_shown_words_of_their_own():
    assert CLERK.redaction_class == staff_of(CLERK.tenant_id)
    assert replace(CLERK, tenant_id=uuid4()).redaction_class != CLERK.redaction_class
    assert replace(CLERK, kind="guest").redaction_class == "guest"


def test_what_is_not_allowed_is_forbidden():
    require(True)
    with pytest.raises(Forbidden):
        require(False)
