"""From the bytes of a file to rows of cells, and from there to the columns."""

import pytest

from yoriai.kit.errors import Refused
from yoriai.people.accounts.roster import sheet as reading
from yoriai.people.accounts.roster.entries import roster_of
from yoriai.people.accounts.roster.faults import (
    Reason,
    RosterEmpty,
    RosterHeadings,
    RosterNotCsv,
    RosterNotTable,
    RosterNotText,
    RosterTooLarge,
    RosterTooLong,
    RosterTooWide,
)
from yoriai.people.accounts.roster.mapping import guessed, laid
from yoriai.people.accounts.roster.sheet import sheet_of

pytestmark = pytest.mark.req("BASE-6")

HEADINGS = "職員番号,氏名,ふりがな,所属"
SATO = "10001,佐藤 花子,さとう はなこ,福祉課"


def table(*lines: str) -> bytes:
    return "\r\n".join((HEADINGS, *lines)).encode()


def people_in(data: bytes):
    found = laid(sheet_of(data))
    return roster_of(found, guessed(found))


@pytest.mark.parametrize(
    ("encoding", "said"), [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("cp932", "Shift_JIS(CP932)")]
)
def test_it_reads_what_spreadsheets_write(encoding: str, said: str):
    found = sheet_of(f"{HEADINGS}\r\n{SATO}\r\n".encode(encoding))
    assert found.rows == [HEADINGS.split(","), SATO.split(",")]
    assert found.encoding == said


def test_tabs_part_cells_where_the_file_has_tabs():
    found = sheet_of(table(SATO).decode().replace(",", "\t").encode())
    assert found.rows == [HEADINGS.split(","), SATO.split(",")]


def test_rows_are_counted_as_a_spreadsheet_shows_them():
    found = people_in(
        table("", SATO, ",,,", '10002,"鈴木\n﨑子",すずき さきこ,福祉課', SATO.replace("1", "2"))
    )
    assert [entry.row for entry in found.entries] == [3, 5, 6]


def test_titles_above_the_headings_are_passed_over():
    found = people_in(b"\r\n".join(("令和8年度 職員名簿".encode(), b"", table(SATO))))
    assert [entry.row for entry in found.entries] == [4]


def test_a_short_row_ends_in_empty_cells_and_a_long_one_is_told():
    found = people_in(table("10001,佐藤 花子", f"{SATO},,", f"{SATO},,余り"))
    assert [entry.row for entry in found.entries] == [3]
    assert [(fault.row, fault.reason, fault.value) for fault in found.faults] == [
        (2, Reason.MISSING, ""),
        (4, Reason.CELLS, "余り"),
    ]


@pytest.mark.req("N126")
@pytest.mark.parametrize(
    ("data", "refusal", "details"),
    [
        (b"", RosterEmpty, {}),
        (b" \r\n , ,\r\n", RosterEmpty, {}),
        (table(), RosterEmpty, {}),
        (table(",,,"), RosterEmpty, {}),
        (b"," * 1_000_000, RosterEmpty, {}),
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
        (b"a," * 1_000_000 + b"a", RosterTooWide, {"most": 200, "got": 1_000_001}),
        (table(SATO, "x" + "," * 1_000_000 + "y"), RosterTooWide, {"most": 200, "got": 1_000_001}),
        (b"x" * (20 * 1024 * 1024 + 1), RosterTooLarge, {"most": 20}),
        (b"<html><table><tr><td>1</td></tr></table>", RosterNotTable, {}),
        (b"\xef\xbb\xbf <!DOCTYPE html>", RosterNotTable, {}),
        (b'<?xml version="1.0"?><Workbook/>', RosterNotTable, {}),
        (b"%PDF-1.7", RosterNotTable, {}),
    ],
    ids=range(21),
)
def test_what_is_no_roster_is_refused_with_its_place(
    data: bytes, refusal: type[Refused], details: dict[str, object]
):
    with pytest.raises(refusal) as refused:
        people_in(data)
    assert refused.value.details == details


def test_a_file_of_too_many_rows_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "MOST_ROWS", 3)
    sheet_of(table(SATO, SATO))
    with pytest.raises(RosterTooLong):
        sheet_of(table(SATO, SATO, SATO, SATO))


@pytest.mark.req("TEXT-7")
def test_private_characters_of_cp932_come_through():
    found = sheet_of(f"{HEADINGS}\n10001,\ue000田 花子,さとう,福祉課".encode("cp932"))
    assert found.rows[1][1] == "\ue000田 花子"


def test_headings_said_again_below_are_a_row_like_others():
    found = people_in(table(SATO, HEADINGS))
    assert [(fault.row, fault.column) for fault in found.faults] == [(3, "職員番号")]
