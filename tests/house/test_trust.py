"""The list of what must never happen: nothing is forgotten, and nothing waits for what has come."""

from pathlib import Path

from tools.trust import HIGHEST, Kept, complaints, kinds_of

WHOLE = {f"N{number}": Kept("試す", []) for number in range(1, HIGHEST + 1)}
TRIED = set(WHOLE)


def of(tests: dict[str, Kept], tried: set[str], here: tuple[str, ...] = ()) -> list[str]:
    return list(complaints(tests, ["files", "search"], tried, here))


def test_a_whole_list_is_no_complaint() -> None:
    assert of(WHOLE, TRIED) == []
    assert of(WHOLE | {"N7": Kept("", ["files"])}, TRIED - {"N7"}, ("search",)) == []


def test_a_feature_that_has_come_without_its_test_is_one() -> None:
    waiting = WHOLE | {"N7": Kept("", ["files", "search"])}
    assert of(waiting, TRIED - {"N7"}, ("files",)) == [
        "`N7` waits for `files`, which has come: it needs its test"
    ]


def test_so_are_gaps_unknown_kinds_and_what_waits_for_nothing() -> None:
    assert len(of({name: kept for name, kept in WHOLE.items() if name != "N9"}, TRIED)) == 1
    assert len(of(WHOLE | {"N7": Kept("", ["weather"])}, TRIED - {"N7"})) == 1
    assert len(of(WHOLE, TRIED - {"N7"})) == 1
    assert len(of(WHOLE | {"N7": Kept("", ["files"])}, TRIED)) == 1


def test_a_kind_has_come_when_one_of_its_folders_stands_in_the_house(tmp_path: Path) -> None:
    (tmp_path / "talk" / "files").mkdir(parents=True)
    kinds = {
        "files": {"says": "ファイル", "folders": ["files", "talk/files"]},
        "search": {"says": "検索", "folders": ["talk/search"]},
    }
    assert kinds_of({"kinds": kinds}, tmp_path) == ({"files": "ファイル", "search": "検索"}, {"files"})
