"""Where a mark can be is found: in a file that names it, and in those that have it from there."""

from tools.bearers import TESTS, bearers, imported


def test_a_file_bears_what_it_names_or_has_from_another():
    at = "people/files/sanitizing"
    assert "mark.outside" not in (TESTS / at / "test_hostile.py").read_text(
        "utf-8"
    )  # it has it from cages.py
    assert {TESTS / at / "test_hostile.py", TESTS / "platform/bus/test_tls.py"} < bearers("outside")
    assert TESTS / "kit/test_days.py" not in bearers("outside") | bearers("timed")


def test_every_way_to_import_is_seen():
    seen = set(imported(TESTS / "conftest.py")) | set(imported(TESTS / "matrix/test_matrix.py"))
    assert {TESTS / "town.py", TESTS / "matrix/things.py", TESTS / "matrix/__init__.py"} < seen
