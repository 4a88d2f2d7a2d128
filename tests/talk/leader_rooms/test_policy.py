"""What a room of ITリーダー lacks: pure, over sets of people."""

from uuid import UUID, uuid4

import pytest

from yoriai.talk.leader_rooms.policy import MOST_AT_ONCE, Step, There, step

pytestmark = pytest.mark.req("ORG-10")
ONE, OTHER = sorted((uuid4(), uuid4()))


def there(*members: UUID, is_archived: bool = False) -> There:
    return There(uuid4(), is_archived, frozenset(members))


def test_a_room_that_is_as_it_should_be_lacks_nothing() -> None:
    assert step({ONE, OTHER}, there(ONE, OTHER), is_open=True) is None
    assert step({ONE}, there(ONE, is_archived=True), is_open=False) is None
    assert step(set(), None, is_open=True) is None
    assert step({ONE}, None, is_open=False) is None


def test_a_new_room_begins_with_everybody_who_helps() -> None:
    assert step({OTHER, ONE}, None, is_open=True) == Step(None, False, [ONE, OTHER], ())


def test_who_is_no_leader_leaves_though_the_room_is_put_away() -> None:
    room = there(ONE, is_archived=True)
    assert step({OTHER}, room, is_open=False) == Step(room, True, [OTHER], [ONE])


def test_it_is_put_away_and_taken_out_as_the_body_says() -> None:
    for is_open in (True, False):
        room = there(ONE, is_archived=is_open)
        assert step({ONE}, room, is_open=is_open) == Step(room, not is_open, [], [])


def test_many_come_and_go_in_pieces_and_whoever_leaves_goes_first() -> None:
    old, new = {uuid4() for _ in range(MOST_AT_ONCE + 1)}, {uuid4() for _ in range(MOST_AT_ONCE)}
    first = step(new, there(*old), is_open=True)
    assert first is not None
    assert (len(first.leaving), len(first.joining)) == (MOST_AT_ONCE, 0)
    second = step(new, there(*(old - set(first.leaving))), is_open=True)
    assert second is not None
    assert (len(second.leaving), len(second.joining)) == (1, MOST_AT_ONCE - 1)
