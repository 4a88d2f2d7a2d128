"""What people take for the same word is found under one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yoriai.kit import variants
from yoriai.kit.folding import fold, fold_letters, fold_reading

TRICKY = st.sampled_from([*"ヶケがッーｰ-茅崎三3ノ之っつゖヵ々髙ｹﾞ¯\u3099\u309b\u200d\U000e0100\ufa19İſß"])
ANY = st.text(st.one_of(st.characters(), TRICKY))


@pytest.mark.req("SEARCH-4", "ORG-11")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("四條畷", "四条畷"),
        ("茅ヶ崎", "茅ケ崎"),
        ("茅ヶ崎", "茅が崎"),
        ("茅ヶ", "茅ケ"),
        ("ヶ崎", "ケ崎"),
        ("霞ヶ関", "霞が関"),
        ("三ッ境", "三ツ境"),
        ("三ッ境", "三つ境"),
        ("山ノ内", "山之内"),
        ("山ノ内", "山の内"),
        ("３ヶ月", "3か月"),
        ("三ケ所", "三カ所"),
        ("髙橋", "高橋"),
        ("山﨑", "山崎"),
        ("渡邉", "渡辺"),
        ("渡邊", "渡辺"),
        ("渡邉\U000e0101", "渡邊"),
        ("葛\U000e0100城", "葛城"),
        ("齋藤", "斎藤"),
        ("斉藤", "齊藤"),
        ("斎藤", "斉藤"),
        ("澤田", "沢田"),
        ("廣瀨", "広瀬"),
        ("國府", "国府"),
        ("櫻井", "桜井"),
        ("德島", "徳島"),
        ("\ufa19社", "神社"),
        ("𠮷野", "吉野"),
        ("ｻｰﾊﾞｰ", "サーバ"),
        ("サ－バー", "さーばー"),
        ("ｶﾞｽ", "がす"),
        ("カ゛ス", "ガス"),
        ("ＬＧＷＡＮ", "lgwan"),
        ("㍿見本", "株式会社見本"),
        ("１２３", "123"),
    ],
)
def test_two_ways_of_writing_are_found_under_one(one: str, other: str):
    assert fold(one) == fold(other)


@pytest.mark.req("SEARCH-4")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ケース", "ガス"),
        ("警告", "外国"),
        ("高崎", "高松"),
        ("はか", "ばか"),
        ("新ケア", "新がア"),
        ("\ue000", "\ue001"),
    ],
)
def test_different_words_stay_apart(one: str, other: str):
    assert fold(one) != fold(other)


@pytest.mark.req("SEARCH-4")
def test_a_word_that_begins_with_a_particle_is_found_inside_a_sentence():
    assert fold("が必要") in fold("確認が必要です")


@pytest.mark.req("SEARCH-4")
def test_letter_for_letter_a_long_mark_makes_another_word_and_the_kind_of_mark_or_space_does_not():
    assert fold_letters("データ") != fold_letters("でた")
    assert fold_letters("サ－バー") == fold_letters("ｻｰﾊﾞｰ") == "さーばー"
    assert fold_letters(" 渡邉　\n太郎 ") == fold_letters("渡辺 太郎")


@pytest.mark.req("ORG-11")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("シヨウジ", "しょうじ"),
        ("ﾀﾅｶ ﾐﾎ", "たなかみほ"),
        ("オーノ", "おの"),
        ("やまだ　たろう", "ヤマダ タロウ"),
    ],
)
def test_readings_are_found_in_any_kana(one: str, other: str):
    assert fold_reading(one) == fold_reading(other)


@pytest.mark.req("SEARCH-4")
@given(ANY)
def test_folding_never_fails_and_folding_again_changes_nothing(word: str):
    assert fold(fold(word)) == fold(word)
    assert fold_letters(fold_letters(word)) == fold_letters(word)
    assert fold_reading(fold_reading(word)) == fold_reading(word)


def test_no_form_stands_for_another_that_itself_is_folded():
    table = variants.table()

    assert not {head for head in table.values() if ord(head) in table}
    assert all(len(head) == 1 for head in table.values())
