"""Sights and facts: what may be heard of a stream, and what a fact says about hearing."""

from uuid import uuid4

import pytest

from tests.platform.hall import Called, Ended, Entered, Left, Lost, hall_stream
from yoriai.platform.facts.fact import Fact, Revoked
from yoriai.platform.facts.sight import WHOLE, Sight


@pytest.mark.req("D17")
@pytest.mark.parametrize(
    ("sight", "number", "ordinal", "shown"),
    [
        (WHOLE, 1, None, True),
        (WHOLE, 1, 1, True),
        (Sight(10, 5), 9, None, False),
        (Sight(10, 5), 10, None, True),
        (Sight(10, 5), 12, 4, False),
        (Sight(10, 5), 12, 5, True),
        (Sight(10, 5), 9, 5, False),
        (Sight(10, 1), 3, 1, True),
    ],
)
def test_nothing_older_than_ones_coming_is_heard(sight: Sight, number: int, ordinal: int | None, shown: bool):
    assert sight.shows(number, ordinal) is shown


@pytest.mark.req("BASE-7")
def test_nothing_is_heard_of_a_module_that_ones_body_lives_without():
    sight = Sight(10, 5).less(frozenset({"weather"}))
    assert [sight.shows(12, 5, name) for name in ("weather.changed", "weathermen.came", "")] == [
        False,
        True,
        True,
    ]
    assert not sight.shows(9, None, "hall.called")
    assert WHOLE.less(frozenset()) is WHOLE
    assert WHOLE.less(frozenset({"weather"})).shows(1, 1, "hall.called")


def test_an_ordinary_fact_changes_nobodys_hearing():
    fact = Called(hall_id=uuid4(), call_id=uuid4())

    assert (fact.leaves(), fact.opens(), fact.shuts(), fact.revokes()) == (None, None, None, None)
    assert Left(hall_id=uuid4(), account_id=uuid4()).about_ordinal() is None


def test_facts_about_hearing_say_whose_and_what():
    me, hall_id, session = uuid4(), uuid4(), uuid4()

    assert Left(hall_id=hall_id, account_id=me).leaves() == me
    assert Entered(account_id=me, hall_id=hall_id, since_number=3, sees_from=2).opens() == (
        hall_stream(hall_id),
        Sight(3, 2),
    )
    assert Lost(account_id=me, hall_id=hall_id).shuts() == hall_stream(hall_id)
    assert Ended(account_id=me, session_id=session).revokes() == Revoked(account_id=me, session_id=session)


@pytest.mark.req("D18")
def test_a_revocation_ends_one_session_or_all_of_an_account():
    me, session, other = uuid4(), uuid4(), uuid4()
    one, everything = Revoked(account_id=me, session_id=session), Revoked(account_id=me)

    assert [one.ends(me, session), one.ends(me, other), one.ends(other, session)] == [True, False, False]
    assert [everything.ends(me, session), everything.ends(me, other), everything.ends(other, session)] == [
        True,
        True,
        False,
    ]


def test_a_fact_that_says_not_where_it_is_told_is_told_nowhere():
    with pytest.raises(NotImplementedError):
        Fact().stream()
