"""What holds for every roster: it comes back as it went out, twice is once, and undoing is as if it had never been."""

import csv
import io
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.people.accounts.roster.bringing import CAST, HEADINGS, everybody, taken, undone
from tests.town import Town
from yoriai.kit.csv_out import csv_bytes
from yoriai.people.accounts.roster import cells
from yoriai.people.accounts.roster.entries import Entry, roster_of
from yoriai.people.accounts.roster.known import People, Tree
from yoriai.people.accounts.roster.mapping import guessed, laid
from yoriai.people.accounts.roster.plan import plan
from yoriai.people.accounts.roster.sheet import sheet_of

FIELDS = ("職員番号", "氏名", "ふりがな", "所属", "職名", "内線", "メール", "表示順")
LETTERS = st.sampled_from(
    [*"佐藤鈴木髙﨑田中美保花子渉", "葛\U000e0100", "神\ufa19", "\ue000", "𠮷", "A", "ｶ"]
)
WORD = st.lists(LETTERS, min_size=1, max_size=4).map("".join)
KANA = st.text(st.sampled_from("あいうえおかがさしすたなはまやらわん"), min_size=1, max_size=6)


@st.composite
def rows(draw: st.DrawFn) -> list[tuple[str, ...]]:
    """People with different numbers and addresses, in a few units, some with columns left empty."""
    numbers = draw(st.lists(st.integers(60_000, 69_999), min_size=1, max_size=8, unique=True))
    units = draw(st.lists(st.lists(WORD, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=3))
    return [
        (
            str(number),
            f"{draw(WORD)} {draw(WORD)}",
            f"{draw(KANA)} {draw(KANA)}",
            draw(st.sampled_from(units)),
            draw(st.sampled_from(["", "主事", "係長"])),
            draw(st.sampled_from(["", "2345", "045-123"])),
            draw(st.sampled_from(["", f"s{number}@city.mihon.example"])),
            draw(st.sampled_from(["", "1", "250"])),
        )
        for number in numbers
    ]


def entries_in(data: bytes) -> Sequence[Entry]:
    table = laid(sheet_of(data))
    found = roster_of(table, guessed(table))
    assert found.faults == []
    return found.entries


def written(entries: Sequence[Entry]) -> bytes:
    """A roster as an export writes it."""
    said = (
        (
            each.login_id,
            f"{each.family} {each.given}".strip(),
            each.kana,
            each.path,
            each.job_title,
            each.extension,
            each.email,
            each.display_order,
        )
        for each in entries
    )
    return csv_bytes(FIELDS, said)


@pytest.mark.req("BASE-6", "TEXT-1")
@given(rows())
def test_what_an_export_writes_an_import_reads_as_it_was(people: list[tuple[str, ...]]):
    words = io.StringIO(newline="")
    csv.writer(words).writerows([FIELDS, *people])
    first = entries_in(words.getvalue().encode())

    assert entries_in(written(first)) == first
    assert [(entry.login_id, f"{entry.family} {entry.given}", entry.path) for entry in first] == [
        (number, name, unit) for number, name, _, unit, *_ in people
    ]


UNIT = st.text(st.sampled_from([*"戸籍住民係税務課", *';；、，,|｜"・（）']), min_size=1, max_size=8)


@pytest.mark.req("BASE-6", "ORG-2")
@given(st.lists(st.lists(UNIT, min_size=1, max_size=3).map(" ".join), max_size=5))
def test_concurrent_posts_are_read_as_they_were_written_whatever_units_are_called(paths: list[str]):
    assert cells.concurrent(cells.joined(paths)) == paths


@given(rows(), st.randoms())
def test_the_order_of_columns_means_nothing(people: list[tuple[str, ...]], chance):
    places = list(range(len(FIELDS)))
    chance.shuffle(places)
    plain, mixed = io.StringIO(newline=""), io.StringIO(newline="")
    csv.writer(plain).writerows([FIELDS, *people])
    csv.writer(mixed).writerows([[row[at] for at in places] for row in [FIELDS, *people]])

    assert entries_in(mixed.getvalue().encode()) == entries_in(plain.getvalue().encode())


@given(rows())
def test_against_nobody_everybody_is_new_and_nobody_is_wrong(people: list[tuple[str, ...]]):
    words = io.StringIO(newline="")
    csv.writer(words).writerows([FIELDS, *people])
    table = laid(sheet_of(words.getvalue().encode()))
    found = plan(roster_of(table, guessed(table)), People({}, {}), Tree({}))

    assert (len(found.rows), found.faults, found.missing) == (len(people), [], [])


@pytest.mark.anyio
@pytest.mark.req("ADMIN-3")
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=rows(), moved=st.sampled_from(["土木課", "新しい課 新しい係", ""]))
async def test_undoing_is_as_if_it_had_never_been_and_twice_is_once(
    town: Town, people: list[tuple[str, ...]], moved: str
):
    before = [row for row in await everybody(town) if row[0] not in {person[0] for person in people}]
    lines = [",".join((*person[:5], "")) for person in people]
    lines += [CAST[0].replace("福祉課,主事", f"{moved},係長"), *CAST[1:]]

    first = (await taken(town, *lines, headings=HEADINGS)).json()["import_id"]
    assert (await taken(town, *lines, headings=HEADINGS)).json()["import_id"] is None
    assert (await undone(town, first)).status_code == 200

    after = [row for row in await everybody(town) if row[0] not in {person[0] for person in people}]
    assert after == before
