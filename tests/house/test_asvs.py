"""The list of what OWASP ASVS asks for: whole, and each line with its proof or with the truth about it."""

import pytest

from tools.asvs import Proof, Result, Row, complaints, known_ids, misplaced, page, proofs_in, row_of

WHOLE = {name: Row("こたえる") for name in known_ids()}
PROVED = [Proof(name, "tests/test_a.py", "test_it", 3) for name in WHOLE]


def of(rows: dict[str, Row], proofs: list[Proof] = PROVED, here: tuple[str, ...] = ()) -> list[str]:
    return list(complaints(rows, proofs, ["files", "search"], here))


def without(name: str) -> list[Proof]:
    return [proof for proof in PROVED if proof.id != name]


def test_the_ids_are_those_of_both_levels() -> None:
    assert len(known_ids()) == len({*known_ids()}) == 253
    assert known_ids()[0] == "V1.1.1"
    assert known_ids()[-1] == "V17.3.2"


def test_a_whole_list_is_no_complaint() -> None:
    assert of(WHOLE) == []
    assert of(WHOLE | {"V5.4.3": Row("", Result.WAITS, "", ["files"])}, without("V5.4.3")) == []
    assert of(WHOLE | {"V5.4.3": Row("", Result.GAP, "検査がない")}) == []


@pytest.mark.parametrize(
    ("row", "proofs", "words"),
    [
        (Row(""), without("V3.3.1"), "no test carries its id"),
        (Row("", Result.WRITTEN, "README.md"), PROVED, "has a test"),
        (Row("", Result.WAITS, "", ["weather"]), without("V3.3.1"), "no kind"),
        (Row("", Result.WAITS, "", ["search"]), without("V3.3.1"), "has come"),
    ],
)
def test_what_is_claimed_without_proof_or_waits_for_what_has_come_is_told(
    row: Row, proofs: list[Proof], words: str
) -> None:
    (complaint,) = of(WHOLE | {"V3.3.1": row}, proofs, ("search",))
    assert words in complaint


def test_so_are_ids_that_are_missing_or_none() -> None:
    assert "missing ['V1.1.2']" in of({name: row for name, row in WHOLE.items() if name != "V1.1.2"})[0]
    assert "V99.1.1" in of(WHOLE, [*PROVED, Proof("V99.1.1", "tests/test_a.py", "test_it", 3)])[0]


def test_marks_stand_above_tests() -> None:
    text = '@pytest.mark.asvs("V3.3.1", "V3.3.2")\nasync def test_cookies():\n    pass\n\n\ndef test_other(): ...\n'
    assert [(each.id, each.name) for each in proofs_in("tests/test_a.py", text)] == [
        ("V3.3.1", "test_cookies"),
        ("V3.3.2", "test_cookies"),
    ]


def test_a_line_says_one_thing() -> None:
    assert row_of({"says": "a"}) == Row("a")
    assert row_of({"says": "a", "waits": ["files"]}) == Row("a", Result.WAITS, "", ["files"])
    for wrong in ({"says": "a", "gap": "b", "no": "c"}, {"says": "a", "done": "b"}):
        with pytest.raises(ValueError, match="a line says one of"):
            row_of(wrong)


def test_a_document_that_is_not_there_is_told() -> None:
    there = {"V2.1.1": Row("", Result.WRITTEN, "running/roster.md#列")}
    nowhere = {"V2.1.1": Row("", Result.WRITTEN, "running/roster.md#行")}
    assert (list(misplaced(there)), len(list(misplaced(nowhere)))) == ([], 1)


def test_the_page_counts_by_chapter_and_shows_what_proves_each() -> None:
    rows = {"V1.1.1": Row("一度だけ解く"), "V1.1.2": Row("出口で守る", Result.GAP, "まだ")}
    said = page({"V1": "入力と出力"}, rows, PROVED[:1], {})
    assert "| V1 入力と出力 | 2 | 1 | — | — | 1 | — |" in said
    assert "| V1.1.1 | 一度だけ解く | 試験で確認 | [test_a.py](../tests/test_a.py) `test_it` |" in said
    assert "| V1.1.2 | 出口で守る | まだ足りない | まだ |" in said
