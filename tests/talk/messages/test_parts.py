"""What a message may be made of."""

from collections.abc import Mapping

import pytest

from yoriai.kit.errors import Refused, Wrong
from yoriai.kit.text import NotText
from yoriai.talk.messages import parts
from yoriai.talk.messages.parts import Empty, Part, PartKind, TooLong, TooManyParts


def text(words: object) -> dict[str, object]:
    return {"kind": "text", "text": words}


@pytest.mark.req("MSG-22", "BASE-2")
def test_text_is_kept_as_typed_but_for_control_characters_and_margins() -> None:
    assert parts.accept([text("\r\n\r\n**太字**ではありません\x07\r\n2行目  \n")]) == [
        text("**太字**ではありません\n2行目")
    ]


@pytest.mark.req("MSG-22", "BASE-1")
def test_ten_thousand_characters_fit_and_one_more_does_not() -> None:
    assert parts.accept([text("葛\U000e0100" * 10_000)])
    with pytest.raises(TooLong) as refused:
        parts.accept([text("あ" * 10_001)])
    assert (refused.value.status, refused.value.details["most"], refused.value.details["got"]) == (
        422,
        10_000,
        10_001,
    )


@pytest.mark.req("MSG-22")
def test_the_limit_is_of_the_whole_message() -> None:
    with pytest.raises(TooLong) as refused:
        parts.accept([text("あ" * 6_000), text("い" * 6_000)])
    assert refused.value.details["got"] == 12_000


@pytest.mark.parametrize(
    ("said", "refusal", "field"),
    [
        ([], Empty, "parts"),
        ([text(" 　\n")], Empty, "parts.0.text"),
        ([text("一")] * 21, TooManyParts, "parts"),
        ([text("一"), {"kind": "survey"}], Wrong, "parts.1.kind"),
        ([{"text": "種類がありません"}], Wrong, "parts.0.kind"),
        ([text("一") | {"bold": True}], Wrong, "parts.0"),
        ([{"kind": "text"}], Wrong, "parts.0"),
        ([text(None)], Wrong, "parts.0.text"),
        ([text(["一"])], Wrong, "parts.0.text"),
        ([text("半分\ud800")], NotText, "parts.0.text"),
    ],
)
@pytest.mark.req("BASE-1", "N9")
def test_what_is_wrong_is_said_with_its_place(
    said: list[dict[str, object]], refusal: type[Refused], field: str
) -> None:
    with pytest.raises(refusal) as refused:
        parts.accept(said)
    assert refused.value.details["field"] == field


def test_the_first_words_are_one_line_and_cut_between_characters() -> None:
    said: list[Part] = [text("葛\U000e0100城です。\n\n 二行目"), text("三つ目")]
    assert parts.first_words(said, 100) == "葛\U000e0100城です。 二行目 三つ目"
    assert parts.first_words(said, 2) == "葛\U000e0100城"
    assert parts.first_words([{"kind": "gone"}], 10) == ""


def test_a_feature_above_adds_a_kind_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    def accept(part: Mapping[str, object], field: str) -> Part:
        return {"kind": "stamp", "stamp": str(part["stamp"])}

    stamp = PartKind("stamp", accept, lambda part: f"［{part['stamp']}］")
    monkeypatch.setitem(parts.KINDS, "stamp", stamp)
    assert parts.accept([{"kind": "stamp", "stamp": "確認しました"}]) == [
        {"kind": "stamp", "stamp": "確認しました"}
    ]
    assert parts.first_words([{"kind": "stamp", "stamp": "確認しました"}], 20) == "［確認しました］"
