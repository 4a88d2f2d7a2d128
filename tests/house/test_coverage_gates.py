"""The gates of coverage: open when enough was gone through, closed for one branch missed where none may be."""

from tools.coverage_gates import Gate, Measured, gates
from tools.places import ROOT
from tools.tracing import ON_BEATEN_TRACKS, traced


def a_file(path: str, *, missed: int) -> Measured:
    return Measured(path, possible=100, missed=missed, lines=list(range(missed)))


def closed(files: list[Measured]) -> set[str]:
    return {gate.name for gate in gates(files) if gate.files and not gate.is_open}


def test_one_missed_branch_closes_a_strict_gate():
    access = a_file("src/yoriai/people/access/rules.py", missed=1)
    others = [a_file(f"src/yoriai/kit/{name}.py", missed=0) for name in "abc"]
    assert closed([access, *others]) == {"src/yoriai/people/access"}


def test_below_the_least_the_whole_is_closed():
    assert closed([a_file("src/yoriai/kit/a.py", missed=9)]) == {"overall"}
    assert closed([a_file("src/yoriai/kit/a.py", missed=8)]) == set()


def test_a_gate_that_measures_nothing_is_closed():
    assert not Gate("src/yoriai/gone", 100.0, ()).is_open


def test_postgresql_counts_only_where_it_goes_ways_of_its_own():
    assert counts("tests/talk/rooms/test_open.py::test_a_room[sqlite]")
    assert not counts("tests/talk/rooms/test_open.py::test_a_room[postgresql]")
    assert counts("tests/platform/facts/test_commit_order.py::test_two_at_once[postgresql]")
    assert not counts("tests/browser/test_body.py::test_a_module[sqlite]")


def test_one_case_is_enough_but_where_no_branch_may_be_missed():
    cases = [f"::test_a_case[{case}-sqlite]" for case in "abc"]
    assert len(traced(f"tests/people/accounts/test_card.py{case}" for case in cases)) == 1
    assert len(traced(f"tests/people/access/test_rules.py{case}" for case in cases)) == 3


def test_what_is_on_beaten_tracks_is_there():
    assert [place for place in ON_BEATEN_TRACKS if not (ROOT / place).exists()] == []


def counts(nodeid: str) -> bool:
    return traced([nodeid]) == {nodeid}
