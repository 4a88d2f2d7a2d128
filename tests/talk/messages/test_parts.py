"""What a message may be made of."""

from collections.abc import Mapping
from uuid import uuid4

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
        ([text("一")] * 101, TooManyParts, "parts"),
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
    assert parts.first_words(said, 100) == "葛\U000e0100城です。 二行目三つ目"
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


def test_space_around_a_name_stays_and_space_around_a_message_goes() -> None:
    name: dict[str, object] = {"kind": "mention", "of": "everyone", "id": None, "words": "全員"}
    kept = parts.accept([text("\n あの "), name, text(" "), name, text(" お願いします \n")])
    assert [parts.plain(part) for part in kept] == [" あの ", "＠全員", " ", "＠全員", " お願いします"]
    assert [part["kind"] for part in parts.accept([name, text(" \n")])] == ["mention"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"of": "guest"}, "parts.0.of"),
        ({"id": None}, "parts.0.id"),
        ({"id": "佐藤"}, "parts.0.id"),
        ({"of": "everyone"}, "parts.0.id"),
        ({"words": 1}, "parts.0.words"),
        ({"words": " "}, "parts.0.words"),
        ({"words": "あ" * 201}, "parts.0.words"),
        ({"confirmed": "はい"}, "parts.0.confirmed"),
        ({"quiet": True}, "parts.0"),
    ],
)
@pytest.mark.req("BASE-1", "N9")
def test_a_name_is_well_formed_or_refused(wrong: dict[str, object], field: str) -> None:
    somebody: dict[str, object] = {
        "kind": "mention",
        "of": "account",
        "id": str(uuid4()),
        "words": "佐藤 花子",
    }
    assert parts.accept([somebody])
    with pytest.raises(Wrong) as refused:
        parts.accept([somebody | wrong])
    assert refused.value.details["field"] == field


@pytest.mark.req("MSG-24")
def test_what_a_newer_server_wrote_is_read_by_the_words_it_carries() -> None:
    newer: list[Part] = [
        {"kind": "poll", "words": "昼食の希望", "choices": [1]},
        {"kind": "place", "text": "公園"},
    ]
    assert parts.first_words([*newer, {"kind": "sound", "seconds": 3}], 100) == "昼食の希望公園"
