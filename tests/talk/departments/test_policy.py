"""Who is in the room of a unit: the rule, against the plainest way of saying it."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yoriai.talk.departments.policy import There, Unit, members_of, pieces, steps, still

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
    while taken := next(pieces(steps(units, posts, rooms.values()), most), ()):
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


@given(trees, people, st.integers(2, 9))
def test_the_pieces_together_are_the_whole_and_none_is_larger_than_the_most(units, posts, most):
    wanted = list(steps(units, posts, ()))
    joining: dict[UUID | None, list[UUID]] = {}
    for piece in pieces(wanted, most):
        assert 0 < sum(step.size for step in piece) <= most
        for step in piece:
            joining.setdefault(step.place, []).extend(step.joining)
    assert joining == {step.place: step.joining for step in wanted}


def test_what_changed_since_the_plan_was_made_is_neither_done_nor_added_to():
    before, moved = [unit(0), unit(1)], {unit_id(0): [person(1), person(2)], unit_id(1): [person(3)]}
    planned = list(steps(before, moved, ()))
    room = There(UUID(int=1), unit_id(0), "第0課", "部 第0課に所属する職員のルームです。", False, frozenset())
    now = steps(before, {unit_id(0): [person(2), person(4)]}, [room])
    (step,) = still(planned, now)
    assert (step.room, step.joining, step.leaving) == (room, [person(2)], [])


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
