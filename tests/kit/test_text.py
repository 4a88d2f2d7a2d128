"""Text at the door: cleaned as little as can be, kept as typed, refused with the limit in hand."""

import unicodedata
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kit.vectors import cases
from yoriai.kit import text
from yoriai.kit.errors import Refused

KEPT = st.one_of(
    st.integers(0xF900, 0xFAFF).map(chr),
    st.integers(0x2F800, 0x2FA1F).map(chr),
)
TRICKY = st.sampled_from(
    [*"か髙﨑e\u0301\u0323\u3099\u309a\u1100\u1161\U000e0100\u200d \u3000\n\t\r\ufeff\u2126"]
)
WRITTEN = st.text(st.one_of(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), TRICKY, KEPT))


@dataclass(frozen=True)
class Cleaning:
    name: str
    kind: str
    text: str
    clean: str | None = None
    most: int = 100
    least: int = 1
    refused: str | None = None
    got: int | None = None

    def answer(self) -> str:
        clean = text.clean if self.kind == "text" else text.clean_line
        return clean(self.text, field="name", most=self.most, least=self.least)


@dataclass(frozen=True)
class Gaiji:
    name: str
    text: str
    found: list[str]


@dataclass(frozen=True)
class Code:
    typed: str
    code: str


CLEANINGS = cases("clean", Cleaning)


def _title(case: Cleaning) -> str:
    return case.name


@pytest.mark.req("BASE-2", "TEXT-1")
@pytest.mark.parametrize("case", [case for case in CLEANINGS if not case.refused], ids=_title)
def test_text_is_kept_as_typed_but_for_what_the_rule_names(case: Cleaning):
    assert case.answer() == case.clean


@pytest.mark.req("BASE-1", "BASE-2")
@pytest.mark.parametrize("case", [case for case in CLEANINGS if case.refused], ids=_title)
@pytest.mark.asvs("V2.2.1")
def test_text_that_breaks_the_rule_is_refused_with_field_limit_and_what_came(case: Cleaning):
    with pytest.raises(Refused) as refused:
        case.answer()

    details = refused.value.details
    assert (refused.value.code, details["field"], details.get("got")) == (case.refused, "name", case.got)
    assert 400 <= refused.value.status < 500
    if case.refused == "too_long":
        assert details["most"] == case.most
    if case.refused == "too_short":
        assert details["least"] == case.least


@pytest.mark.req("BASE-2")
@given(WRITTEN)
@pytest.mark.asvs("V1.1.1")
def test_cleaning_twice_is_cleaning_once(written: str):
    once = text.clean(written, field="body", most=10_000, least=0)
    line = text.clean_line(written, field="name", most=10_000, least=0)

    assert text.clean(once, field="body", most=10_000, least=0) == once
    assert text.clean_line(line, field="name", most=10_000, least=0) == line


@pytest.mark.req("TEXT-1")
@given(st.lists(st.one_of(WRITTEN, KEPT)).map("".join))
def test_every_kept_form_is_still_there_and_all_else_is_nfc(written: str):
    composed = text.compose(written)

    assert [sign for sign in composed if _is_kept(sign)] == [sign for sign in written if _is_kept(sign)]
    assert unicodedata.normalize("NFC", composed) == unicodedata.normalize("NFC", written)
    assert all(_is_kept(sign) or unicodedata.is_normalized("NFC", sign) for sign in composed)


@pytest.mark.req("TEXT-7")
@pytest.mark.parametrize("case", cases("private_use", Gaiji), ids=lambda case: case.name)
def test_private_use_characters_are_found(case: Gaiji):
    assert text.private_use(case.text) == case.found


@pytest.mark.parametrize("case", cases("codes", Code), ids=lambda case: case.typed)
def test_codes_are_right_in_any_width(case: Code):
    assert text.as_code(case.typed) == case.code


def _is_kept(sign: str) -> bool:
    return "\uf900" <= sign <= "\ufaff" or "\U0002f800" <= sign <= "\U0002fa1f"


@pytest.mark.req("N55")
def test_a_control_character_hides_no_heap_of_marks():
    for within in ("", "\x01", "\ufeff", "\x7f"):
        with pytest.raises(text.NotText):
            text.clean("か" + ("\u3099" * 150 + within) * 40, field="words", most=10_000)
    with pytest.raises(text.NotText):
        text.clean_line("か" + ("\u3099" * 150 + "\u202e") * 40, field="name", most=10_000)
