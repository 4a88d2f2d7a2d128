"""When a word is one to watch for, and in which sentences it is said."""

import pytest

from yoriai.kit.errors import Wrong
from yoriai.talk.watchwords.policy import TooLong, TooShort, accept, form_of

pytestmark = pytest.mark.req("ROOM-16")


def is_said(word: str, sentence: str) -> bool:
    return accept(word)[1] in form_of([{"kind": "text", "text": sentence}])


@pytest.mark.req("TEXT-1")
@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("予算", "来年度の予算要求について"),
        ("lgwan", "ＬＧＷＡＮの工事です"),
        ("ＲＦＰ", "rfpの案を直しました"),
        ("サーバー", "ｻｰﾊﾞｰが止まりました"),
        ("さーばー", "サーバーが止まりました"),
        ("渡辺", "渡邉さんから電話です"),
        ("髙橋", "高橋課長へ"),
        ("葛󠄀城", "葛城市の照会"),
        ("𠮷野", "吉野川の件"),
        ("霞ヶ関", "霞が関へ出張します"),
        ("山田 太郎", "山田　太郎さん\nお疲れさまです"),
        ("山田　太郎", "山田\n太郎"),
    ],
)
def test_a_word_is_heard_however_it_is_written(word: str, sentence: str) -> None:
    assert is_said(word, sentence)


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("データ", "結果がでたので送ります"),
        ("センター", "せんたくの話"),
        ("予算", "予定を算出します"),
        ("山田太郎", "山田 太郎"),
        ("議会", "議事の会"),
    ],
)
def test_another_word_is_not_heard(word: str, sentence: str) -> None:
    assert not is_said(word, sentence)


def test_a_word_stands_across_the_parts_of_a_message() -> None:
    named = {"kind": "mention", "of": "everyone", "id": None, "words": "全員"}
    parts = [{"kind": "text", "text": "予"}, {"kind": "text", "text": "算 "}, named]
    assert accept("予算")[1] in form_of(parts)
    assert accept("全員")[1] in form_of(parts)


@pytest.mark.req("TEXT-1", "BASE-1")
@pytest.mark.parametrize(
    ("word", "error", "details"),
    [
        ("", TooShort, {"least": 2, "got": 0}),
        (" 　 ", TooShort, {"least": 2, "got": 0}),
        ("課", TooShort, {"least": 2, "got": 1}),
        ("葛󠄀", TooShort, {"least": 2, "got": 1}),
        ("👨‍👩‍👧", TooShort, {"least": 2, "got": 1}),
        ("か゛", TooShort, {"least": 2, "got": 1}),
        ("予" * 51, TooLong, {"most": 50, "got": 51}),
        ("予" * 9_999, TooLong, {"most": 50}),
    ],
)
def test_what_would_call_at_everything_or_at_nothing_is_no_word(
    word: str, error: type[Wrong], details: dict[str, int]
) -> None:
    with pytest.raises(error) as raised:
        accept(word)
    assert raised.value.details.items() >= ({"field": "word"} | details).items()


def test_a_word_is_kept_as_it_was_written() -> None:
    assert accept("　葛󠄀城　ＤＸ ") == ("葛󠄀城 ＤＸ", "葛城 dx")
    assert accept("葛󠄀" * 50)[1] == "葛" * 50
