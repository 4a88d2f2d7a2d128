"""Names as they are found and put in order."""

import pytest

from yoriai.people.accounts.names import folded, kana_order, needles


@pytest.mark.req("ORG-16")
def test_readings_stand_in_the_order_of_the_syllabary():
    right = ["あさの いち", "がい りん", "カトウ ケン", "ぎおん はな", "きむら あい", "やまだ たろう"]
    by_code_point = sorted(right)
    assert by_code_point != right
    by_code_point.sort(key=kana_order)
    assert by_code_point == right


def test_a_voiced_letter_decides_only_when_all_else_is_equal():
    assert kana_order("かき") < kana_order("かぎ") < kana_order("かく")


@pytest.mark.parametrize(
    ("typed", "finds"),
    [
        ("髙橋渉", True),
        ("高橋", True),
        ("タカハシ", True),
        ("ﾀｶﾊｼ", True),
        ("00７", True),
        ("2345", True),
        ("鈴木", False),
    ],
)
def test_a_person_is_found_by_kanji_of_either_form_by_kana_number_and_extension(typed, finds):
    kept = folded("髙橋", "渉", "たかはし わたる", "A007", "2345")
    assert any(needle in kept for needle in needles(typed)) is finds


def test_a_word_of_nothing_visible_looks_for_nothing():
    assert needles("\u200b") == ()
