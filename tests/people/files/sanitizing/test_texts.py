"""Text comes back as text, of whichever program of a Japanese office it is, and as nothing else."""

import csv
import io
import resource

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


OLD = [
    ("euc_jp", "議事録\n会議は、十時に始まります。\n"),
    ("euc_jis_2004", "氏名,フリガナ\n佐藤①,サトウ㈱\n鈴木,スズキ\n"),
    ("iso2022_jp", "お知らせです。\nabc\n"),
    ("cp932", "ﾔﾏﾀﾞ･ﾀﾛｳ､ｻﾄｳ･ﾊﾅｺ\nｽｽﾞｷ ｼﾞﾛｳ\n"),
    ("cp932", "ﾔﾏﾀﾞ,ﾀｶﾊｼ,ｻｲﾄｳ,﨑,髙\n"),
    ("cp932", "ア,イ,ﾀﾛｳ\n"),
    ("cp932", "ﾀｶﾊｼ 熙\n"),
]


def test_the_letters_of_older_machines_become_those_of_today(cage: Cage) -> None:
    for encoding, words in OLD:
        assert made_of(words.encode(encoding), "文.txt", cage) == words


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
    assert made_of('甲,"乙\n=1\n-5"\n'.encode(), "a.csv", cage) == '\ufeff甲,"乙\n\'=1\n-5"\r\n'
    assert made_of("甲\t=1\n".encode(), "a.tsv", cage) == "\ufeff甲,'=1\r\n"


SPLITS = {
    "a tab where Excel sees commas": ("a\tb\nx,=cmd|'/C calc'!A0\ty\n", "a\tb\n\"x,=cmd|'/C calc'!A0\"\ty\n"),
    "a line that names another": ("sep=;\r\n甲;=1+1;乙\r\n", "甲;'=1+1;乙\n"),
    "the same in quotes, twice": ('"sep=;"\r\nSEP=,\r\n甲;=1+1\r\n', "甲;'=1+1\n"),
    "semicolons without a word": ("甲;=1+1;-5;+a\r\n", "甲;'=1+1;-5;'+a\n"),
    "a tab in the second line": ("甲,乙\r\n丙\t=1+1\r\n", "甲,乙\r\n丙\t'=1+1\r\n"),
    "a new line within a cell": ('甲,"乙\n=1+1\n-5"\r\n', '甲,"乙\n\'=1+1\n-5"\r\n'),
    "small and high signs": ("﹦1+1,﹢a,⁼1,﹫SUM(1)\r\n", "'﹦1+1,'﹢a,'⁼1,'﹫SUM(1)\r\n"),
}


def cells_of(table: str, separator: str) -> list[str]:
    rows = csv.reader(io.StringIO(table.removeprefix("\ufeff"), newline=""), delimiter=separator)
    return [cell for row in rows for cell in row]


@pytest.mark.parametrize("how", SPLITS)
def test_no_cell_is_reckoned_whatever_a_program_splits_a_line_by(cage: Cage, how: str) -> None:
    found = made_of(SPLITS[how][0].encode(), "a.tsv" if "\tb" in SPLITS[how][0] else "a.csv", cage)
    assert not found.removeprefix("\ufeff").casefold().startswith(("sep=", '"sep='))
    for separator in ",;\t":
        assert not [
            cell
            for cell in cells_of(found, separator)
            if cell.strip(" \u3000").startswith(tuple("=+@＝＋＠﹦﹢⁼﹫"))
        ]
    expected = SPLITS[how][1]
    separator = (
        "\t" if "\tb" in expected else ";" if ";" in expected and "sep" in SPLITS[how][0].casefold() else ","
    )
    assert [each.lstrip("'") for each in cells_of(found, ",")] == [
        each.lstrip("'") for each in cells_of(expected, separator)
    ]


@pytest.mark.parametrize(
    "letter", ["\U00030ede", "\U00031350", "\U0002ebf0", "\U000323b0", "\U0003347f", "葛\U000e0100"]
)
def test_ideographs_stay_that_are_younger_than_this_python(cage: Cage, letter: str) -> None:
    assert made_of(f"氏名：{letter}\n".encode(), "a.txt", cage) == f"氏名：{letter}\n"


def test_a_table_that_is_one_row_of_millions_costs_the_server_nothing(cage: Cage) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sanitize(b"ab," * 2_000_000, "a.csv", cage=cage)
    more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert more < 60_000  # of 2 million cells, 115 MB at least


def test_a_cell_that_no_reader_takes_is_held(cage: Cage) -> None:
    verdict = sanitize(b"a," + b"x" * 200_000 + b"\n", "a.csv", cage=cage)
    assert isinstance(verdict, Withheld)
    assert verdict.reason is Reason.NOT_PROVEN


def test_whoever_proves_it_looks_for_itself(cage: Cage) -> None:
    assert [is_pure(each) for each in ("a\tb\r\n", "a\0", "a\x1b", "a\u202e", "a\ufeff", "\ue000")] == [
        *(True, False, False, False, False, True),
    ]
    assert [is_harmless(each) for each in ("a,b", "a,=b", '"a","\n=b"', "-5,-5a", "a\t=b")] == [
        *(True, False, False, False, False),
    ]
    assert sanitize(b"a,b\n", "a.csv", cage=cage).proof.cage == cage
