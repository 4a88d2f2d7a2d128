"""Which unit stood beside a name at a moment of the past: the rule alone."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from yoriai.people.accounts.cards import Person
from yoriai.people.accounts.former_units import Spell, former_units, unit_then

pytestmark = pytest.mark.req("ORG-1")
APRIL = datetime(2026, 4, 1, tzinfo=UTC)
MOMENT = timedelta(microseconds=1)
OLD = Spell(APRIL - timedelta(days=365), APRIL, "高齢福祉課", "健康福祉部 高齢福祉課")
NEW = Spell(APRIL, None, "土木課", "建設部 土木課")


def today(unit: str = "土木課", path: str = "建設部 土木課") -> Person:
    return Person(uuid4(), "佐藤", "花子", "さとう はなこ", unit, path, "主事", "見本市", "member", "")


def test_it_is_the_unit_of_that_moment_to_the_moment():
    assert unit_then([NEW, OLD], APRIL - MOMENT, today()) == "高齢福祉課"
    assert unit_then([NEW, OLD], APRIL, today()) == "土木課"


def test_before_the_first_post_and_without_any_nobody_knows_of_a_unit():
    assert unit_then([OLD, NEW], OLD.since - MOMENT, today()) == ""
    assert unit_then([], APRIL, today("", "")) == ""


def test_between_two_posts_there_was_none():
    later = Spell(APRIL + timedelta(days=30), None, "土木課", "土木課")
    assert unit_then([OLD, later], APRIL + timedelta(days=3), today()) == ""


def test_a_renamed_unit_goes_by_the_name_it_had_each_time():
    names = [
        Spell(OLD.since, None, "長寿福祉課", "長寿福祉課"),
        Spell(OLD.since, None, "高齢福祉課", "高齢福祉課", called_until=APRIL),
        Spell(OLD.since, None, "老人福祉課", "老人福祉課", called_until=APRIL - timedelta(days=100)),
    ]
    now = today("長寿福祉課", "長寿福祉課")
    assert unit_then(names, APRIL - timedelta(days=101), now) == "老人福祉課"
    assert unit_then(names, APRIL - MOMENT, now) == "高齢福祉課"
    assert unit_then(names, APRIL, now) == "長寿福祉課"


def test_another_unit_of_the_same_name_is_told_apart_by_the_one_above():
    then = Spell(OLD.since, APRIL, "庶務係", "健康福祉部 高齢福祉課 庶務係")
    assert unit_then([then], OLD.since, today("庶務係", "建設部 土木課 庶務係")) == "高齢福祉課 庶務係"
    assert unit_then([then], OLD.since, today("庶務係", then.path)) == "庶務係"


def test_of_two_posts_that_overlap_the_later_one_counts():
    overlap = Spell(APRIL - timedelta(days=9), None, "土木課", "建設部 土木課")
    assert unit_then([OLD, overlap], APRIL - timedelta(days=1), today()) == "土木課"


def borne(spells: list[Spell], now: Person) -> list[tuple[str, datetime]]:
    return [(unit.path, unit.until) for unit in former_units(spells, now)]


def test_the_units_of_before_are_said_latest_first_and_todays_is_not():
    oldest = Spell(OLD.since - timedelta(days=365), OLD.since, "税務課", "総務部 税務課")
    assert borne([oldest, NEW, OLD], today()) == [(OLD.path, APRIL), (oldest.path, OLD.since)]
    assert borne([NEW], today()) == []


def test_who_came_back_has_left_nothing_behind_that_is_not_theirs_today():
    back = Spell(APRIL + timedelta(days=9), None, OLD.name, OLD.path)
    then = Spell(APRIL, back.since, NEW.name, NEW.path)
    assert borne([OLD, then, back], today(OLD.name, OLD.path)) == [(NEW.path, back.since)]


def test_a_unit_that_was_renamed_is_former_only_by_the_names_it_bore_while_they_served():
    renamed, later = APRIL - timedelta(days=100), APRIL + timedelta(days=9)
    names = [
        Spell(OLD.since, APRIL, "共生福祉課", "共生福祉課"),  # as it is called since they have gone
        Spell(OLD.since, APRIL, "長寿福祉課", "長寿福祉課", called_until=later),
        Spell(OLD.since, APRIL, "高齢福祉課", "高齢福祉課", called_until=renamed),
        Spell(OLD.since, APRIL, "老人福祉課", "老人福祉課", called_until=OLD.since - timedelta(days=1)),
    ]
    assert borne([*names, NEW], today()) == [("長寿福祉課", APRIL), ("高齢福祉課", renamed)]
