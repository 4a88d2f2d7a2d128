"""The import contracts hold with a half-built house, and each catches an import planted against it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tools.places import ROOT, VENV

HOUSE = (
    "kit/errors", "platform/db", "platform/work", "people/access/actor", "people/access/policy", "people/sessions/service",
    "people/orgs/models", "talk/rooms/standing", "talk/rooms/policy", "talk/messages/service", "talk/receipts/service",
    "talk/pins/service", "talk/timeline/service", "office/notes/service", "office/tasks/service", "watch/audit/service",
    "watch/search/service", "app/wiring", "migrations/m_2026",
)  # fmt: skip

PLANTED = [
    ("kit/errors", "yoriai.platform.db", "districts look downwards"),
    ("platform/work", "yoriai.people.access.actor", "districts look downwards"),
    ("people/orgs/models", "yoriai.talk.rooms.standing", "districts look downwards"),
    ("talk/messages/service", "yoriai.office.notes.service", "districts look downwards"),
    ("office/notes/service", "yoriai.watch.audit.service", "districts look downwards"),
    ("people/access/actor", "yoriai.people.sessions.service", "inside people"),
    ("people/orgs/models", "yoriai.people.sessions.service", "inside people"),
    ("talk/rooms/standing", "yoriai.talk.messages.service", "inside talk"),
    ("talk/messages/service", "yoriai.talk.pins.service", "inside talk"),
    ("talk/pins/service", "yoriai.talk.receipts.service", "inside talk"),
    ("talk/receipts/service", "yoriai.talk.timeline.service", "inside talk"),
    (
        "office/notes/service",
        "yoriai.office.tasks.service",
        "tools of an office are strangers to one another",
    ),
    (
        "watch/audit/service",
        "yoriai.watch.search.service",
        "readers of the journal are strangers to one another",
    ),
    ("talk/rooms/policy", "sqlalchemy", "policies are pure"),
    ("people/access/policy", "fastapi", "policies are pure"),
    ("talk/rooms/policy", "yoriai.platform.db", "policies are pure"),
    ("kit/errors", "sqlalchemy", "kit is pure"),
]


def build(folder: Path, modules: tuple[str, ...]) -> None:
    shutil.copy(ROOT / "pyproject.toml", folder)
    for module in modules:
        path = folder / "yoriai" / f"{module}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
        for parent in path.relative_to(folder).parents:
            if parent.parts:
                (folder / parent / "__init__.py").touch()


def lint(folder: Path) -> str:
    command = [VENV / "bin" / "lint-imports", "--no-logo", "--no-cache"]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, check=False, text=True, env={**os.environ, "NO_COLOR": "1"}
    )
    return done.stdout + done.stderr


@pytest.fixture
def house(tmp_path: Path) -> Path:
    build(tmp_path, HOUSE)
    return tmp_path


def test_a_house_with_every_district_keeps_the_contracts(house: Path):
    assert "0 broken" in lint(house)


def test_a_house_without_office_and_watch_keeps_them_too(tmp_path: Path):
    build(
        tmp_path, tuple(module for module in HOUSE if not module.startswith(("office", "watch", "talk/pins")))
    )
    assert "0 broken" in lint(tmp_path)


@pytest.mark.parametrize(("module", "imported", "contract"), PLANTED)
def test_a_planted_import_breaks_its_contract(house: Path, module: str, imported: str, contract: str):
    (house / "yoriai" / f"{module}.py").write_text(f"import {imported}\n")
    assert f"{contract} BROKEN" in lint(house)


@pytest.mark.parametrize("stranger", ["people/gossip/service", "talk/gossip/service", "gossip/service"])
def test_a_folder_that_no_layer_names_is_refused(house: Path, stranger: str):
    build(house, (stranger,))
    assert "gossip" in lint(house)


def test_migrations_may_look_at_every_table(house: Path):
    (house / "yoriai/migrations/m_2026.py").write_text(
        "import yoriai.talk.rooms.standing\nimport yoriai.people.orgs.models\n"
    )
    assert "0 broken" in lint(house)
