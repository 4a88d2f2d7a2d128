"""How far each requirement is and which test proves it: found in Python marks and titles of the web, held against the ids and the states."""

import pytest

from tools.requirements import HEAD, IDS, Proof, known_ids, python_proofs, table, web_proofs
from tools.states import complaints, states_in

KNOWN, TESTED = ("D1", "D2", "D3"), ("D1",)

PYTHON = """
import pytest
pytestmark = pytest.mark.req("BASE-4")

@pytest.mark.req("N98", "D8")
async def test_order(): ...
"""
WEB = """
describe("outbox D1", () => {
  test("TEXT-1: 一文字 is one grapheme, in UTF-8 too", () => {});
  test.each([1])("A4 paper is no requirement %s", () => {});
  test(`D5 keeps 送信中`, () => {});
});
const N98 = "not a title";
"""


def test_marks_of_python_tests_are_found():
    assert sorted(proof.id for proof in python_proofs("tests/test_x.py", PYTHON)) == ["BASE-4", "D8", "N98"]


def test_titles_of_web_tests_are_found_and_other_words_are_not():
    assert [proof.id for proof in web_proofs("web/src/x.test.ts", WEB)] == ["D1", "TEXT-1", "D5"]


def test_the_table_follows_the_order_of_the_ids_and_links_each_file_once():
    proofs = [Proof("D8", "tests/b.py", 1), Proof("D1", "web/src/a.test.ts", 9), Proof("D8", "tests/b.py", 5)]
    states = states_in('D8 = "part: 二つのサーバー"\nD2 = "waits: D8"\nD1 = "done"')
    rows = table(proofs, ["D1", "D2", "D3", "D8"], states).removeprefix(HEAD)
    assert rows == (
        "| D1 | できている | [web/src/a.test.ts](../web/src/a.test.ts) |\n"
        "| D2 | 待ち：D8 |  |\n"
        "| D8 | 一部：二つのサーバー | [b.py](../tests/b.py) |\n"
    )


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ('D1 = "done"\nD3 = "waits: 何か"', None),
        ('D1 = "part: 何か"', None),
        ('D1 = "done"\nD3 = "done"', "2 `D3` is said to be there"),
        ('D1 = "done"\nD3 = "part: 何か"', "2 `D3` is said to be there"),
        ('D1 = "waits: 何か"', "1 `D1` waits, and has a test"),
        ('D1 = "done"\n# 覚え\nD9 = "waits: 何か"', "3 `D9` is no requirement's id"),
        ('D1 = "part: "', "1 `D1` must be"),
        ("D1 = true", "1 `D1` must be"),
        ('D3 = "waits: 何か"', "1 `D1` has a test, and no line here says how far it is"),
    ],
)
def test_a_state_without_its_tests_and_a_test_without_its_state_are_found(
    written: str, complaint: str | None
) -> None:
    found = [str(each) for each in complaints("x", written, KNOWN, TESTED)]
    assert len(found) == (complaint is not None)
    assert complaint is None or found[0].startswith(f"x:{complaint}")


def test_the_ids_are_written_as_ranges_and_none_is_there_twice():
    ids = known_ids(IDS.read_text(encoding="utf-8"))
    assert known_ids("# note\nROOM-1..3\n\nD1..2\n") == ["ROOM-1", "ROOM-2", "ROOM-3", "D1", "D2"]
    assert len(ids) == len(set(ids))
    assert {"ROOM-18", "TEXT-1", "N133", "D25", "FIG-14"} <= set(ids)
