"""What rooms are set to, as a table of cases."""

import pytest

from yoriai.talk.rooms.policy import ReadersPolicy, readers_policy


@pytest.mark.req("MSG-10")
@pytest.mark.parametrize(
    ("policies", "who"),
    [
        ({}, ReadersPolicy.EVERYONE),
        ({"readers": "author"}, ReadersPolicy.AUTHOR),
        ({"readers": "count"}, ReadersPolicy.COUNT),
        ({"readers": "none"}, ReadersPolicy.NONE),
        ({"readers": "of_a_newer_server"}, ReadersPolicy.NONE),
        ({"readers": None}, ReadersPolicy.NONE),
    ],
)
def test_who_is_shown_who_has_read(policies: dict[str, object], who: ReadersPolicy):
    assert readers_policy(policies) is who
