"""What rooms are set to, as a table of cases."""

import pytest

from yoriai.talk.rooms.models import Role, RoomKind
from yoriai.talk.rooms.policy import ReadersPolicy, may_set, readers_policy


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


@pytest.mark.req("ROOM-3")
def test_managers_set_the_rooms_that_people_have_made_put_away_or_not():
    class Seat:
        def __init__(self, role: Role, kind: RoomKind, is_archived: bool) -> None:
            self.role, self.kind, self.is_archived = role, kind, is_archived

    seats = [(role, kind, away) for role in Role for kind in RoomKind for away in (True, False)]
    allowed = {seat for seat in seats if may_set(Seat(*seat))}
    assert allowed == {
        (Role.MANAGER, kind, away) for kind in (RoomKind.GROUP, RoomKind.OPEN) for away in (True, False)
    }
