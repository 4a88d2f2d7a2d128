"""From the bytes of a file to a table."""

import pytest

from yoriai.kit.errors import Refused
from yoriai.people.accounts.roster import read as reading
from yoriai.people.accounts.roster.faults import (
    RosterEmpty,
    RosterHeadings,
    RosterNotCsv,
    RosterNotText,
    RosterTooLarge,
    RosterTooLong,
    RosterTooWide,
)
from yoriai.people.accounts.roster.headings import Heading
from yoriai.people.accounts.roster.read import read

pytestmark = pytest.mark.req("BASE-6")

HEADINGS = "職員番号,氏名,ふりがな,所属"
SATO = "10001,佐藤 花子,さとう はなこ,福祉課"


def table(*lines: str) -> bytes:
    return "\r\n".join((HEADINGS, *lines)).encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_it_reads_what_spreadsheets_write(encoding):
    found = read(f"{HEADINGS}\r\n{SATO}\r\n".encode(encoding))
    assert found.rows == [(2, ["10001", "佐藤 花子", "さとう はなこ", "福祉課"])]


def test_headings_stand_in_any_order_in_any_width_beside_others():
    found = read(" 所　属 ,備考,ふりがな,職員番号,氏名,ﾒｰﾙ\n福祉課,x,さとう,10001,佐藤,a@b.example".encode())
    assert [*found.headings] == ["所属", "ふりがな", "職員番号", "氏名", "メール"]
    assert found.rows[0][1] == ["福祉課", "さとう", "10001", "佐藤", "a@b.example"]
    assert found.unknown == ["備考"]


def test_rows_are_counted_as_a_spreadsheet_shows_them():
    found = read(table("", SATO, ",,,", '10002,"鈴木\n﨑子",すずき さきこ,福祉課', SATO))
    assert [row for row, _ in found.rows] == [3, 5, 6]


def test_a_short_row_ends_in_empty_cells_and_a_long_one_is_told():
    found = read(table("10001,佐藤 花子", f"{SATO},,", f"{SATO},,余り"))
    assert found.rows[0] == (2, ["10001", "佐藤 花子", "", ""])
    assert found.ragged == [(4, "余り")]


@pytest.mark.parametrize(
    ("data", "refusal", "details"),
    [
        (b"", RosterEmpty, {}),
        (table(), RosterEmpty, {}),
        (table(",,,"), RosterEmpty, {}),
        (
            "氏名,氏名,所属\nx,y,z".encode(),
            RosterHeadings,
            {"missing": ["職員番号", "ふりがな"], "twice": ["氏名"]},
        ),
        (table(SATO)[:-1] + b"\0", RosterNotText, {"row": 2}),
        (table(SATO) + b"\r\n\xff\xfe", RosterNotText, {"row": 3}),
        (b"\xef\xbb\xbf" + table(SATO) + b"\r\n\x82\xa0", RosterNotText, {"row": 3}),
        (f"{HEADINGS}\n".encode("cp932") + b"1,\xfd,x,y", RosterNotText, {"row": 2}),
        (f"{HEADINGS}\n".encode("cp932") + b"1,\x81", RosterNotText, {"row": 2}),
        (table(SATO).decode().encode("utf-16"), RosterNotText, {"row": 1}),
        (table('10001,"佐藤 花子,さとう,福祉課'), RosterNotCsv, {"row": 2}),
        (table('10001,"佐藤"花子,さとう,福祉課'), RosterNotCsv, {"row": 2}),
        (b"," * 1_000_000, RosterTooWide, {"most": 200, "got": 1_000_001}),
        (
            b"x" * (20 * 1024 * 1024 + 1),
            RosterTooLarge,
            {"most": 20},
        ),
    ],
    ids=range(14),
)
def test_what_is_no_roster_is_refused_with_its_place(
    data: bytes, refusal: type[Refused], details: dict[str, object]
):
    with pytest.raises(refusal) as refused:
        read(data)
    assert refused.value.details == details


def test_a_row_of_a_million_columns_is_one_fault():
    found = read(table(SATO, "x" + "," * 1_000_000 + "y"))
    assert found.ragged == [(3, "y")]


def test_a_file_of_too_many_rows_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 3)
    read(table(SATO, SATO))
    with pytest.raises(RosterTooLong):
        read(table(SATO, SATO, SATO))


@pytest.mark.req("TEXT-7")
def test_private_characters_of_cp932_come_through():
    found = read(f"{HEADINGS}\n10001,\ue000田 花子,さとう,福祉課".encode("cp932"))
    assert found.rows[0][1][1] == "\ue000田 花子"


def test_the_needed_headings_are_four():
    assert Heading.needed() == ("職員番号", "氏名", "ふりがな", "所属")
