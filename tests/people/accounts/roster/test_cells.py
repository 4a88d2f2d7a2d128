"""What each cell must look like, and what is kept of it."""

import pytest

from yoriai.people.accounts.models import EmploymentType
from yoriai.people.accounts.roster import cells
from yoriai.people.accounts.roster.cells import NotTaken
from yoriai.people.accounts.roster.faults import Reason


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("山田　太郎", ("山田", "太郎")),
        (" 山田   太郎 ", ("山田", "太郎")),
        ("グエン ヴァン アン", ("グエン", "ヴァン アン")),
        ("山田太郎", ("山田太郎", "")),
        ("葛\U000e0100城 﨑子", ("葛\U000e0100城", "﨑子")),  # the variant stays as it came (TEXT-1)
        ("\ufa19 太郎", ("\ufa19", "太郎")),
    ],
)
@pytest.mark.req("TEXT-1")
def test_a_name_is_parted_at_its_first_blank_of_whatever_width(cell, kept):
    assert cells.name(cell) == kept


@pytest.mark.parametrize(("cell", "kept"), [("１０００１", "10001"), ("a-12", "A-12"), (" 00 1 ", "001")])
def test_a_number_is_kept_in_half_width_and_capitals(cell, kept):
    assert cells.number(cell) == kept


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("やまだ　たろう", "やまだ たろう"),
        ("ヤマダ タロウ", "やまだ たろう"),
        ("ﾔﾏﾀﾞ ﾀﾛｳ", "やまだ たろう"),
        ("ヴァン・アン", "ゔぁん・あん"),
    ],
)
def test_a_reading_is_kept_in_hiragana(cell, kept):
    assert cells.kana(cell) == kept


@pytest.mark.req("ORG-1")
@pytest.mark.parametrize("between", [" ", "　", "/", "／", "›", "＞", " › "])
def test_units_are_parted_by_what_offices_write_between_them(between):
    path = between.join(("健康福祉部", "健康づくり推進課", "地域保健係"))
    assert cells.units(path) == ["健康福祉部", "健康づくり推進課", "地域保健係"]


def test_somebody_may_belong_to_no_unit():
    assert cells.units("　") == []


@pytest.mark.parametrize(("cell", "kept"), [("Ａｂ@City.Mihon.example", "ab@city.mihon.example"), ("", None)])
def test_a_mail_address_is_kept_in_small_letters(cell, kept):
    assert cells.email(cell) == kept


@pytest.mark.req("ORG-2")
@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        ("正規職員", EmploymentType.REGULAR),
        ("会計年度任用職員", EmploymentType.FIXED_TERM),
        ("再任用", EmploymentType.REAPPOINTED),
        ("再任用職員", EmploymentType.REAPPOINTED),
        ("特別職", EmploymentType.SPECIAL_POST),
        ("その他", EmploymentType.OTHER),
        ("", EmploymentType.REGULAR),
    ],
)
def test_employment_types_are_read_as_offices_write_them(cell, kept):
    assert cells.employment(cell) == kept


@pytest.mark.parametrize(("cell", "kept"), [("１２", 12), ("", None), ("0", 0)])
def test_an_order_is_a_number_or_none(cell, kept):
    assert cells.order(cell) == kept


@pytest.mark.parametrize(
    ("read", "cell", "reason"),
    [
        (cells.number, "", Reason.MISSING),
        (cells.number, "番号1", Reason.NUMBER),
        (cells.number, "1" * 41, Reason.TOO_LONG),
        (cells.name, " ", Reason.MISSING),
        (cells.name, "あ" * 61, Reason.TOO_LONG),
        (cells.name, "=cmd|' /C calc'!A0", Reason.FORMULA),
        (cells.name, "＝A1", Reason.FORMULA),
        (cells.name, "@SUM(1)", Reason.FORMULA),
        (cells.kana, "", Reason.MISSING),
        (cells.kana, "山田", Reason.KANA),
        (cells.units, "+1", Reason.FORMULA),
        (cells.units, "課 " * 9, Reason.DEPTH),
        (cells.units, "課" * 61, Reason.TOO_LONG),
        (cells.email, "a@b", Reason.EMAIL),
        (cells.email, "佐藤@city.example", Reason.EMAIL),
        (cells.employment, "臨時", Reason.EMPLOYMENT),
        (cells.order, "一", Reason.ORDER),
        (cells.order, "1000001", Reason.ORDER),
    ],
)
def test_what_breaks_a_rule_says_which(read, cell, reason):
    with pytest.raises(NotTaken) as why:
        read(cell)
    assert why.value.reason is reason


@pytest.mark.parametrize("cell", ["か" + "\u3099" * 300, "佐藤\0花子"])
def test_what_is_no_text_is_named_by_its_rule_like_any_other_cell(cell: str):
    with pytest.raises(NotTaken) as why:
        cells.line(cell, most=60)
    assert why.value.reason is Reason.NOT_TEXT
