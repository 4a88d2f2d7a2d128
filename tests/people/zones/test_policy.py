"""What a session is worth on which side."""

import pytest

from yoriai.people.zones.policy import is_worth_something
from yoriai.people.zones.zone import Zone


@pytest.mark.req("N44", "ZONE-1")
@pytest.mark.parametrize("made_in", list(Zone))
@pytest.mark.parametrize("here", list(Zone))
def test_a_session_is_worth_something_where_it_was_made_and_nowhere_else(made_in, here):
    assert is_worth_something(made_in, here) is (made_in is here)
