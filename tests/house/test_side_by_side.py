"""A release and the next one run side by side: a revision that takes away what the older one uses is found."""

import subprocess
from pathlib import Path

import pytest

from tools.house.side_by_side import REVISIONS, releases_of, side_by_side, taking_away
from tools.house.sources import Source

HARM = {
    "a table goes": 'op.drop_table("pins")',
    "a column goes": 'with op.batch_alter_table("pins") as pins:\n        pins.drop_column("by")',
    "a column is called otherwise": 'op.alter_column("pins", "by", new_column_name="who")',
    "a column must be filled": 'op.alter_column("pins", "by", nullable=False)',
    "a new column must be filled": 'op.add_column("pins", sa.Column("by", sa.Uuid(), nullable=False))',
    "what was allowed twice is not": 'op.create_index("ix", "pins", ["by"], unique=True)',
}
HARMLESS = {
    "a new table": 'op.create_table("pins", sa.Column("id", sa.Uuid(), nullable=False))',
    "a column that may be empty": 'op.add_column("pins", sa.Column("by", sa.Uuid()))',
    "a column that fills itself": 'op.add_column("pins", sa.Column("n", sa.Integer(), nullable=False, server_default="0"))',
    "a column that may be empty from now on": 'op.alter_column("pins", "by", nullable=True)',
    "an index": 'op.create_index("ix", "pins", ["by"])',
}


def revision(does: str, more: str = "") -> Source:
    words = (
        f'"""Pins."""\n{more}\ndef upgrade():\n    {does}\n\ndef downgrade():\n    op.drop_table("pins")\n'
    )
    return Source(f"{REVISIONS}/2027_01_01_pins.py", words)


@pytest.mark.req("F20", "N108")
@pytest.mark.parametrize("does", HARM.values(), ids=HARM)
def test_a_revision_that_takes_away_is_found(does: str):
    (found,) = taking_away(revision(does), [])
    assert "a release later" in found.message


@pytest.mark.parametrize("does", HARMLESS.values(), ids=HARMLESS)
def test_a_revision_that_only_adds_is_kept(does: str):
    assert list(taking_away(revision(does), [])) == []


def test_what_no_release_in_use_knows_may_go_when_it_is_said():
    going = revision('op.drop_table("pins")', 'contracts = "v1.0"')
    assert list(taking_away(going, ["v1.0"])) == []
    assert list(taking_away(going, []))


def test_before_the_first_release_nothing_is_asked_and_from_then_on_it_is(tmp_path: Path):
    def git(*words: str) -> None:
        who = ["-c", "user.name=clerk", "-c", "user.email=clerk@city.example", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", "-C", tmp_path, *who, *words], check=True, capture_output=True)

    folder = tmp_path / REVISIONS
    folder.mkdir(parents=True)
    (folder / "2026_01_01_first.py").write_text(revision('op.drop_table("pins")').text)
    git("init", "-q")
    git("add", "-A")
    git("commit", "-q", "-m", "all")
    assert releases_of(tmp_path) == []
    assert list(side_by_side(tmp_path)) == []

    git("tag", "v1.0")
    assert list(side_by_side(tmp_path)) == []
    (folder / "2027_01_01_next.py").write_text(revision('op.drop_table("pins")').text)
    (folder / "2026_01_01_first.py").write_text(revision('op.drop_table("rooms")').text)
    assert sorted(finding.path.rpartition("/")[2] for finding in side_by_side(tmp_path)) == [
        "2026_01_01_first.py",
        "2027_01_01_next.py",
    ]
