"""The papers of the house say what the house does: commands, licence, what the forge runs."""

import os
import re

from tools.bootstrap import TARGETS
from tools.places import ROOT
from tools.requirements import IDS, known_ids


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_two_commands_stand_in_the_readme_in_both_languages():
    japanese, english = read("README.md").split("## In English")
    assert [
        part for part in (japanese, english) if not {"run", "test"} <= set(re.findall(r"make (\w+)", part))
    ] == []


def test_every_command_that_a_paper_names_is_there():
    targets = {*TARGETS, "demo-reset", "clean", "help"}
    papers = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    named = {
        name for paper in papers for name in re.findall(r"`make ([a-z-]+)", paper.read_text(encoding="utf-8"))
    }
    assert named <= targets


def test_the_forge_runs_the_same_commands_and_ends_with_the_tests():
    run = ROOT / ".ci" / "run"
    assert os.access(run, os.X_OK)
    commands = re.findall(r"^make (\S+)", run.read_text(encoding="utf-8"), re.MULTILINE)
    assert commands == ["check", "test-outside", "test"]


def test_the_licence_is_the_whole_text():
    text = read("LICENSE")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_every_area_of_the_requirements_has_ids():
    areas = {re.sub(r"-?\d+$", "", name) for name in known_ids(IDS.read_text(encoding="utf-8"))}
    assert {"BASE", "ROOM", "MSG", "PUB", "D", "N"} <= areas
