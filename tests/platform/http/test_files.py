"""Files going out: saved under their Japanese names, guessed at by nobody, and never a formula."""

from io import BytesIO
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from tests.platform.http.conftest import Counter
from yoriai.platform.http.files import attachment, disposition
from yoriai.platform.http.sheets import sheet_bytes, sheet_file


@pytest.mark.anyio
@pytest.mark.parametrize("foundation", ["sqlite"], indirect=True)
@pytest.mark.asvs("V3.2.1", "V5.4.1")
async def test_a_table_is_saved_as_a_file_with_a_japanese_name(counter: Counter):
    answer = await counter.ask("GET", "/api/papers/差分")

    assert answer.content == b"\xef\xbb\xbf" + "職員番号\r\n00123\r\n".encode()
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.req("N61")
@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("職員名簿.csv", "職員名簿.csv"),
        ("list.csv", "list.csv"),
        ("葛󠄀城 髙﨑.xlsx", "葛󠄀城 髙﨑.xlsx"),
        ('a";\r\nset-cookie: x=1.csv', "set-cookie x=1.csv"),
        ("..\\..\\名簿.csv", "名簿.csv"),
        ("\u202egpj.exe", "gpj.exe"),
        ("", "file"),
    ],
)
@pytest.mark.asvs("V1.2.1", "V5.4.1", "V5.4.2")
def test_a_name_stands_in_both_forms_and_steers_nothing(name: str, kept: str):
    said = disposition(name)

    assert said.isascii()
    assert "\r" not in said
    assert "\n" not in said
    assert said.count('"') == 2
    if kept.isascii() is False:
        assert unquote(said.partition("filename*=UTF-8''")[2]) == kept
    assert attachment(b"", name=name, kind="text/csv").headers["content-disposition"] == said


@pytest.mark.req("N64")
@pytest.mark.asvs("V1.3.5")
def test_a_workbook_holds_text_as_text_and_no_formula():
    words = ["=1+1", "+81-3", "-12", "@SUM(A1)", "\t=1", "00123", "髙﨑", "https://a.example", "{=1}", "葛󠄀"]
    made = sheet_bytes(["語", "数"], [[word, at] for at, word in enumerate(words)], title="名簿")

    with ZipFile(BytesIO(made)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in sheet
    assert b"hyperlink" not in sheet
    rows = CalamineWorkbook.from_filelike(BytesIO(made)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in rows[1:]] == words
    assert [row[1] for row in rows[1:]] == list(map(float, range(len(words))))


def test_a_workbook_is_a_file_like_others():
    answer = sheet_file("名簿.xlsx", ["氏名"], [["佐藤 花子"], [None]])

    assert bytes(answer.body)[:2] == b"PK"
    assert "spreadsheetml" in answer.headers["content-type"]
