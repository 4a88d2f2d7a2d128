"""Each rule of the house is broken here on purpose, and must say so; what only looks like a breach must pass."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tools import house_rules
from tools.house.cycles import cycles
from tools.house.doors import doors
from tools.house.names import names
from tools.house.shape import other_languages, shape
from tools.house.sources import Finding, Source
from tools.house.tracks import tracks_in

Rule = Callable[[Source], Iterator[Finding]]
PINS = "src/yoriai/talk/pins"

BREACHES: list[tuple[Rule, str, str, str]] = [
    (shape, f"{PINS}/service.py", '"""Pins."""\n' + "x = 1\n" * 300, "longer than 300"),
    (shape, f"{PINS}/service.py", '"""Pins."""\ndef pin():\n' + "    x = 1\n" * 40, "`pin` has 41 lines"),
    (shape, f"{PINS}/service.py", "x = 1\n", "says nowhere what it is for"),
    (shape, f"{PINS}/service.py", '"""Pins."""\ndef pin():\n    import os\n', "`pin` imports late"),
    (shape, "tools/x.py", '"""X."""\nasync def f():\n    from os import path\n', "`f` imports late"),
    (shape, f"{PINS}/service.py", '"""Pins."""\nimport typing\nif typing.TYPE_CHECKING:\n    import os\n', "TYPE_CHECKING"),
    (shape, f"{PINS}/service.py", '"""Pins."""\nfrom typing import TYPE_CHECKING as T\nif TYPE_CHECKING: ...\n', "TYPE_CHECKING"),
    (shape, f"{PINS}/service.py", '"""Pins."""\nfrom __future__ import annotations\n', "__future__"),
    (doors, f"{PINS}/service.py", "async def pin(work):\n    await work.session.commit()\n", "commits"),
    (doors, "src/yoriai/platform/jobs/table.py", "async def f(s):\n    async with s.begin():\n        ...\n", "transaction of its own"),
    (doors, f"{PINS}/service.py", "async def f(s):\n    await s.execute('COMMIT')\n", "commits by hand"),
    (doors, "src/yoriai/platform/db/quick.py", "def run(self):\n    self.connection.commit()\n", "commits"),
    (doors, f"{PINS}/service.py", "here = Standing(actor, room, role, sees_from=1)\n", "makes a Standing"),
    (doors, f"{PINS}/service.py", "here = standing.Standing(actor)\n", "makes a Standing"),
    (doors, f"{PINS}/service.py", "here = Onlooker(actor, room, 1, 1, 0)\n", "makes an Onlooker"),
    (doors, f"{PINS}/service.py", "here = Predecessor(actor, room, 1, 1, day)\n", "makes a Predecessor"),
    (doors, f"{PINS}/service.py", "from yoriai.talk.rooms.standing import Standing as S\n", "another name"),
    (doors, f"{PINS}/queries.py", "if engine == 'SQLite': ...\n", "names a database"),
    (doors, "src/yoriai/platform/work/work.py", "# as on PostgreSQL\n", "names a database"),
    (doors, "src/yoriai/platform/work/work.py", "# as over Valkey\n", "names the bus"),
    (doors, f"{PINS}/service.py", "async def pin(work, room_id): ...\n", "takes a room_id"),
    (doors, f"{PINS}/post.py", "async def post(work, *, room_id): ...\n", "takes a room_id"),
    (names, f"{PINS}/utils.py", '"""Pins."""\n', "says nothing"),
    (names, "src/yoriai/kit/helpers.py", '"""Kit."""\n', "says nothing"),
    (names, "src/yoriai/platform/common/x.py", '"""X."""\n', "says nothing"),
    (names, f"{PINS}/pinning_things.py", '"""Pins."""\n', "not a file that features have"),
    (names, f"{PINS}/__init__.py", '"""Pins."""\nfrom yoriai.talk.pins.models import Pin\n', "gathers names"),
]  # fmt: skip

INNOCENTS: list[tuple[Rule, str, str]] = [
    (shape, f"{PINS}/__init__.py", ""),
    (shape, f"{PINS}/service.py", '"""Pins."""\nimport os\ndef pin():\n' + "    x = 1\n" * 39),
    (doors, "src/yoriai/platform/work/edge.py", "async def f(s):\n    await s.commit()\n"),
    (doors, "src/yoriai/talk/rooms/standing.py", "here = Standing(actor)\n"),
    (doors, "src/yoriai/platform/db/sqlite.py", "import sqlite3\n"),
    (
        doors,
        "src/yoriai/platform/db/quick.py",
        "def commit(self):\n    self.connection.commit()\n    run('COMMIT')\n",
    ),
    (doors, "src/yoriai/app/cli/doctor.py", "name = 'postgresql'\n"),
    (doors, "tests/postgres.py", "x.commit()\n"),
    (doors, f"{PINS}/queries.py", "def open_membership(room_id): ...\n"),
    (doors, f"{PINS}/service.py", "async def f(s):\n    async with s.begin_nested():\n        ...\n"),
    (names, f"{PINS}/service.py", '"""Pins."""\n'),
    (names, "src/yoriai/people/accounts/roster/headings.py", '"""In a folder of its own."""\n'),
    (names, "src/yoriai/platform/db/store.py", '"""Any name that says something."""\n'),
]


@pytest.mark.parametrize(("rule", "path", "text", "complaint"), BREACHES)
def test_a_broken_rule_is_told_with_its_place(rule: Rule, path: str, text: str, complaint: str):
    found = list(rule(Source(path, text)))
    assert len(found) == 1, found
    assert complaint in found[0].message
    assert str(found[0]).startswith(f"{path}:{found[0].line} ")


@pytest.mark.parametrize(("rule", "path", "text"), INNOCENTS)
def test_what_keeps_the_rules_is_left_in_peace(rule: Rule, path: str, text: str):
    assert list(rule(Source(path, text))) == []


def in_a_circle(**texts: str) -> list[str]:
    sources = [Source(f"src/yoriai/{name.replace('__', '/')}.py", text) for name, text in texts.items()]
    return [found.message for found in cycles(sources)]


@pytest.mark.parametrize(
    "way_back",
    [
        "from yoriai.kit import a\n",
        "import yoriai.kit.a\n",
        "def late():\n    from yoriai.kit.a import thing\n",
        "if TYPE_CHECKING:\n    from yoriai.kit.a import thing\n",
        "import importlib\nimportlib.import_module('yoriai.kit.a')\n",
        "__import__('yoriai.kit.a')\n",
        "server = 'yoriai.kit.a:application'\n",
    ],
)
def test_a_circle_is_found_however_the_way_back_is_hidden(way_back: str):
    found = in_a_circle(kit__a="from yoriai.kit import b\n", kit__b=way_back)
    assert found == ["imports in a circle with yoriai.kit.b: move what they share further down"]


def test_a_circle_of_three_is_told_once():
    found = in_a_circle(
        a="import yoriai.b\n", b="import yoriai.c\n", c="import yoriai.a\n", d="import yoriai.a\n"
    )
    assert found == ["imports in a circle with yoriai.b, yoriai.c: move what they share further down"]


def test_imports_that_only_lead_down_are_no_circle():
    assert in_a_circle(a="import yoriai.b\nimport yoriai.c\n", b="import yoriai.c\n", c="import os\n") == []


def test_a_computed_import_is_refused():
    assert in_a_circle(a="import importlib\nimportlib.import_module(name)\n") == [
        "imports a computed name: no tool could see where it leads"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "see /" + "root/project/notes.txt",
        "run in /" + "home/somebody/yoriai",
        "pip install --index-url https://" + "pypi" + ".org/simple",
    ],
)
def test_no_kept_file_speaks_of_the_machine_it_was_written_on(line: str):
    assert len(list(tracks_in("docs/tour.md", line))) == 1


def test_paths_of_the_product_are_no_tracks():
    text = "GET /api/rooms/{room_id}/work\n/etc/yoriai.toml, /var/lib/yoriai, /tmp/restored/town.db, `${root}/work/x`, tests/house\n"
    assert list(tracks_in("docs/running/start.md", text)) == []


def test_a_long_file_of_another_language_is_told(tmp_path: Path):
    (tmp_path / "bench").mkdir()
    (tmp_path / "bench" / "load.c").write_text("int x;\n" * 301)
    assert [found.path for found in other_languages(tmp_path)] == ["bench/load.c"]


def test_the_command_reports_every_breach_of_a_folder(tmp_path: Path):
    feature = tmp_path / "src/yoriai/talk/pins"
    feature.mkdir(parents=True)
    (feature / "utils.py").write_text("def f():\n    import os\n")
    told = {found.message.split(":")[0] for found in house_rules.check(tmp_path)}
    assert told >= {"says nowhere what it is for", "`f` imports late"}
