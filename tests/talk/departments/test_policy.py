"""Who is in the room of a unit: the rule, against the plainest way of saying it."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yoriai.talk.departments.policy import There, Unit, members_of, piece, steps

pytestmark = pytest.mark.req("ORG-3")
MOST = 12


def unit_id(place: int) -> UUID:
    return UUID(int=place + 1)


def person(place: int) -> UUID:
    return UUID(int=1000 + place)


def unit(place: int, parent: int | None = None, *, has_room: bool = True) -> Unit:
    above = None if parent is None else unit_id(parent)
    return Unit(unit_id(place), above, f"第{place}課", f"部 第{place}課", has_room)


trees = st.lists(st.tuples(st.integers(-1, MOST - 1), st.booleans()), max_size=MOST).map(
    lambda drawn: [
        unit(place, parent if 0 <= parent < place else None, has_room=has_room)
        for place, (parent, has_room) in enumerate(drawn)
    ]
)
people = st.dictionaries(
    st.integers(0, MOST - 1).map(unit_id), st.lists(st.integers(0, 9).map(person)), max_size=MOST
)


def is_below(units: dict[UUID, Unit], at: UUID | None, top: UUID) -> bool:
    while at is not None:
        if at == top:
            return True
        at = units[at].parent_id if at in units else None
    return False


@given(trees, people)
def test_who_serves_in_a_unit_or_below_it_is_in_its_room_and_nobody_else(units, posts):
    known = {each.unit_id: each for each in units}
    members = members_of(units, posts)
    for each in units:
        expected = {
            who
            for where, serving in posts.items()
            if where in known and is_below(known, where, each.unit_id)
            for who in serving
        }
        assert members[each.unit_id] == expected


@given(trees, people, st.integers(2, 9))
def test_step_by_step_every_room_comes_to_follow_the_tree_and_then_nothing_is_left_to_do(units, posts, most):
    rooms: dict[UUID, There] = {}
    rounds = 0
    while taken := piece(steps(units, posts, rooms.values()), most):
        rounds += 1
        assert sum(step.size for step in taken) <= most
        for step in taken:
            assert step.room is None or step.room.unit_id == step.unit_id
            room_id = step.room.room_id if step.room else UUID(int=5000 + len(rooms))
            before = step.room.members if step.room else frozenset[UUID]()
            members = (before - set(step.leaving)) | set(step.joining)
            words = (step.name, step.purpose, step.is_archived)
            rooms[room_id] = There(room_id, step.unit_id, *words, frozenset(members))
        assert rounds < 500
    wanted = members_of(units, posts)
    assert {room.unit_id: set(room.members) for room in rooms.values()} == {
        each.unit_id: wanted[each.unit_id] for each in units if each.has_room and wanted[each.unit_id]
    }


def test_a_tree_that_bites_its_tail_stops_nobody():
    circle = [unit(0, 1), unit(1, 0)]
    assert members_of(circle, {unit_id(0): [person(1)]}) == {
        unit_id(0): {person(1)},
        unit_id(1): {person(1)},
    }


def test_a_room_whose_unit_is_gone_is_put_away_and_everybody_leaves():
    room = There(UUID(int=1), None, "旧課", "旧課", False, frozenset({person(1)}))
    (step,) = steps([], {}, [room])
    assert (step.is_archived, step.leaving, step.name) == (True, [person(1)], "旧課")
