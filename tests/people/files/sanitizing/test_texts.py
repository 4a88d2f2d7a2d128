"""Text comes back as text, of whichever program of a Japanese office it is, and as nothing else."""

import csv
import io

import pytest

from tests.platform.outside.cages import EACH_CAGE
from yoriai.people.files.sanitizing.plain import is_harmless, is_pure, runs
from yoriai.people.files.sanitizing.reasons import Reason
from yoriai.people.files.sanitizing.sanitize import sanitize
from yoriai.people.files.sanitizing.verdict import Disarmed, Method, Withheld
from yoriai.platform.outside.cage.kinds import Cage

pytestmark = [pytest.mark.req("FILE-8"), pytest.mark.parametrize("cage", EACH_CAGE)]

WORDS = "髙橋、﨑、①、㈱、～、葛󠄀城市、👨‍👩‍👧、\ue000\n二行目\tタブ\n"


def made_of(data: bytes, name: str, cage: Cage) -> str:
    verdict = sanitize(data, name, cage=cage)
    assert isinstance(verdict, Disarmed), verdict
    assert verdict.file.method is Method.TEXT
    assert verdict.file.small == b""
    return verdict.file.data.decode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_letter_of_an_office_stays(cage: Cage, encoding: str) -> None:
    assert made_of(WORDS.encode(encoding), "memo.txt", cage) == WORDS


def test_the_letters_of_old_windows_become_those_of_today(cage: Cage) -> None:
    words = "髙橋①㈱～―∥－￢纊\r\n議事録\r\n"
    assert made_of(words.encode("cp932"), "議事録.TXT", cage) == words.replace("\r\n", "\n")


def test_what_steers_a_screen_or_turns_letters_is_gone(cage: Cage) -> None:
    body = "あ" * 1000
    found = made_of(f"{body}\x1b[2J\u202egpj.exe\ufeff\x07\r\n".encode(), "a.txt", cage)
    assert found == f"{body}[2Jgpj.exe\n"
    assert is_pure(found)


def test_what_is_mostly_controls_is_no_text(cage: Cage) -> None:
    for data in (
        bytes(range(1, 32)) * 20,
        b"\x81\x20" * 100,
        b"\xff\xfe\x00\xd8" * 50,
        b"ok\x1b\x07\x08\x0e\x0f\x10" * 9,
    ):
        verdict = sanitize(data, "a.txt", cage=cage)
        assert isinstance(verdict, Withheld)
        assert verdict.reason is Reason.UNKNOWN


CELLS = [
    *("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", " =1", "\t=1", "＝1+1", "　=HYPERLINK(\"http://x\")", "-", "+81-3-1234-5678"),
    *("-5", "+1,234.5", "-12%", "1-2", "a=b", "佐藤", "", "'=1", "−5", "０９０"),
]  # fmt: skip


def test_no_cell_of_a_table_is_reckoned_and_numbers_stay_numbers(cage: Cage) -> None:
    source = io.StringIO()
    csv.writer(source).writerows([["名前", "値"], *[["行", cell] for cell in CELLS]])
    found = made_of(source.getvalue().encode("cp932", "ignore"), "表.csv", cage)
    assert found.startswith("\ufeff名前,値\r\n")
    rows = list(csv.reader(io.StringIO(found.removeprefix("\ufeff"), newline="")))
    assert not [cell for row in rows for cell in row if runs(cell)]
    assert {"-5", "+1,234.5", "-12%", "1-2", "a=b", "佐藤"} <= {row[1] for row in rows}
    assert "'=1+1" in {row[1] for row in rows}


def test_cells_with_lines_and_quotes_stay_cells(cage: Cage) -> None:
    source = '項目,"二行の\n住所 ""庁舎"""\r\nA,B\r\n'
    found = made_of(source.encode(), "a.csv", cage)
    assert list(csv.reader(io.StringIO(found[1:], newline=""))) == [
        ["項目", '二行の\n住所 "庁舎"'],
        ["A", "B"],
    ]
    assert made_of("甲\t=1\n".encode(), "a.tsv", cage) == "\ufeff甲\t'=1\r\n"


def test_a_cell_that_no_reader_takes_is_held(cage: Cage) -> None:
    verdict = sanitize(b"a," + b"x" * 200_000 + b"\n", "a.csv", cage=cage)
    assert isinstance(verdict, Withheld)
    assert verdict.reason is Reason.NOT_PROVEN


def test_whoever_proves_it_looks_for_itself(cage: Cage) -> None:
    assert [is_pure(each) for each in ("a\tb\r\n", "a\0", "a\x1b", "a\u202e", "a\ufeff", "\ue000")] == [
        *(True, False, False, False, False, True),
    ]
    assert [is_harmless(each) for each in ("a,b", "a,=b", '"a","\n=b"', "-5,-5a", "a\t=b")] == [
        *(True, False, True, False, False),
    ]
    assert sanitize(b"a,b\n", "a.csv", cage=cage).proof.cage == cage
