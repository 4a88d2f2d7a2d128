"""Files that want to hurt: each is refused clearly, soon, and without more memory than it may have (R8)."""

import io
import time
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest
from xlsxwriter import Workbook

from yoriai.kit.errors import Refused
from yoriai.people.accounts.roster import read as reading
from yoriai.people.accounts.roster.faults import (
    RosterLocked,
    RosterNoCage,
    RosterNotTable,
    RosterNotText,
    RosterTooLarge,
    RosterTooLong,
    RosterTooMuch,
    RosterTooWide,
)
from yoriai.people.accounts.roster.read import LIMITS, read
from yoriai.people.accounts.roster.reader import answer
from yoriai.people.accounts.roster.workbook import ENCRYPTED, OLE, shown
from yoriai.platform.outside.cage.choice import Choice
from yoriai.platform.outside.cage.limits import MEBIBYTE

pytestmark = [pytest.mark.anyio, pytest.mark.req("N126", "BASE-6")]

SHEET = "xl/worksheets/sheet1.xml"
ROW = ["10001", "佐藤 花子", "さとう はなこ", "福祉課"]
HEADINGS = ["職員番号", "氏名", "ふりがな", "所属"]


def book(*rows: Sequence[object], sheets: tuple[str, ...] = ("名簿",)) -> bytes:
    """An Excel workbook with these rows on its last sheet."""
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        day = workbook.add_format({"num_format": "yyyy/m/d"})
        sheet = [workbook.add_worksheet(name) for name in sheets][-1]
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime):
                    sheet.write_datetime(at, column, cell, day)
                elif isinstance(cell, int | float):
                    sheet.write_number(at, column, cell)
                else:
                    sheet.write_string(at, column, str(cell))
    return made.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The same workbook with one of its parts put in its place."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return made.getvalue()


async def test_numbers_days_and_zeros_of_a_workbook_come_as_people_see_them():
    data = book([*HEADINGS, "採用日", "率"], [12345.0, "00123", "", "課", datetime(2026, 4, 1), 1.5])  # noqa: DTZ001
    found = await read(data)

    assert found.encoding == "Excel"
    assert found.rows[1] == ["12345", "00123", "", "課", "2026-04-01", "1.5"]
    assert [shown(cell) for cell in (True, False, None, date(2026, 4, 1), datetime(2026, 4, 1, 9, 30))] == [  # noqa: DTZ001
        "TRUE", "FALSE", "", "2026-04-01", "2026-04-01 09:30:00",
    ]  # fmt: skip


async def test_a_sheet_is_chosen_by_its_name_and_else_the_first_is_taken():
    data = book(HEADINGS, ROW, sheets=("表紙", "名簿"))
    assert (await read(data, "名簿")).rows == [HEADINGS, ROW]
    with pytest.raises(Refused):
        await read(data)  # nothing stands on the cover


async def test_rows_of_a_workbook_are_counted_from_its_top():
    assert (await read(book([], [], HEADINGS, ROW))).rows == [[], [], HEADINGS, ROW]


async def test_macros_are_passed_over_and_formulas_are_the_values_they_had():
    with_macros = with_part(book(HEADINGS, ROW), "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" * 100)
    assert (await read(with_macros)).rows[1] == ROW

    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        for at, heading in enumerate(HEADINGS):
            sheet.write_string(0, at, heading)
        sheet.write_formula(1, 0, "=10000+1", None, 10001)
        sheet.write_formula(1, 1, '=WEBSERVICE("http://evil.example")', None, "佐藤 花子")
    assert (await read(made.getvalue())).rows[1][:2] == ["10001", "佐藤 花子"]


HUGE = b'<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>' + b"x" * (300 * 1024 * 1024)


@pytest.mark.parametrize(
    ("made", "refusal"),
    [
        (lambda: b"x" * (21 * 1024 * 1024), RosterTooLarge),
        (lambda: b"1\r\n" * 1_000_000, RosterTooLong),
        (lambda: b"a," * 1_000_000 + b"a", RosterTooWide),
        (lambda: b"<html><body><table></table></body></html>", RosterNotTable),
        (lambda: b"PK\x03\x04" + b"\0" * 1000, RosterNotTable),
        (lambda: OLE + b"\0" * 4096, RosterNotTable),
        (lambda: OLE + b"\0" * 4096 + ENCRYPTED, RosterLocked),
        (lambda: book(HEADINGS, ROW)[:-200], RosterNotTable),
        (lambda: with_part(book(HEADINGS), SHEET, HUGE + HUGE), RosterTooMuch),
        (lambda: with_part(book(HEADINGS), SHEET, b"<worksheet><sheetData>"), RosterNotTable),
        (lambda: book(["x"] * 300), RosterTooWide),
        (lambda: "職員番号,か\r\n1,か".encode() + "\u3099".encode() * 100_000, RosterNotText),
    ],
    ids=[
        "21MB", "million rows", "million columns", "html", "zip", "ole", "encrypted", "cut", "bomb", "xml", "wide", "heap",
    ],
)  # fmt: skip
@pytest.mark.asvs("V5.2.1", "V5.2.2", "V5.2.3")
async def test_it_is_refused_soon(made, refusal: type[Refused]):
    data = made()
    began = time.monotonic()
    with pytest.raises(refusal):
        await read(data)
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    "entity", ['SYSTEM "file:///etc/hostname"', 'SYSTEM "http://127.0.0.1:9/"', '"inner"']
)
@pytest.mark.asvs("V1.5.1")
async def test_a_workbook_says_nothing_of_what_its_entities_name(entity: str):
    cell = b'<c r="A2" t="inlineStr"><is><t>&e;</t></is></c>'
    said = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e {entity}>]>'.encode()
    head = b"".join(b'<c t="inlineStr"><is><t>%b</t></is></c>' % each.encode() for each in HEADINGS)
    sheet = b"%b<worksheet><sheetData><row>%b</row><row>%b</row></sheetData></worksheet>" % (said, head, cell)
    try:
        found = await read(with_part(book(HEADINGS), SHEET, sheet))
    except Refused:
        return
    assert [cell for row in found.rows[1:] for cell in row if cell not in {"", "&e;"}] == []


@pytest.mark.asvs("V5.2.3")
async def test_what_unpacks_to_more_than_it_says_meets_the_bounds_of_the_process():
    """The directory of the archive claims a few bytes; the part itself goes on for 300 MB of cells."""
    cells = b'<c t="inlineStr"><is><t>' + b"x" * 1000 + b"</t></is></c>"
    row = b"<row>" + cells * 200 + b"</row>"
    data = bytearray(
        with_part(book(HEADINGS), SHEET, b"<worksheet><sheetData>" + row * 1800 + b"</sheetData></worksheet>")
    )
    size = (22 + len(row) * 1800 + 24).to_bytes(4, "little")
    at = data.rindex(size)
    data[at : at + 4] = (1000).to_bytes(4, "little")
    with pytest.raises(Refused) as refused:
        await read(bytes(data))
    assert isinstance(refused.value, RosterTooMuch | RosterNotTable | RosterTooLong)


@pytest.mark.asvs("V15.2.2")
async def test_a_reader_that_takes_too_long_too_much_or_says_too_much_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
):
    data = book(HEADINGS, *[ROW] * 2000)
    for tighter in (
        replace(LIMITS, seconds=0.01),
        replace(LIMITS, output=1000),
        replace(LIMITS, memory=20 * MEBIBYTE),
    ):
        monkeypatch.setattr(reading, "LIMITS", tighter)
        with pytest.raises(RosterTooMuch):
            await read(data)


async def test_where_there_is_no_cage_nothing_is_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "choice", lambda: Choice(()))
    with pytest.raises(RosterNoCage):
        await read(book(HEADINGS, ROW))


def test_the_reader_says_a_refusal_as_a_code():
    assert b'"refused":"accounts.roster_empty"' in answer(b"", "")
    assert b'"encoding":"UTF-8"' in answer("職員番号".encode(), "")
