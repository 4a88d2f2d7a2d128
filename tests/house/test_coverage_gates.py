"""The gates of coverage: open when enough was gone through, closed for one branch missed where none may be."""

from tools.coverage_gates import Gate, Measured, gates


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
