"""All operations × all actors × all states of what they are about, over HTTP and by commands (A9, N6).

The table beside this file holds the documented status of each; `YORIAI_MATRIX=write` writes it anew. A new route or
command without its rows fails here, and so does any 2xx that the rules of `rules.py` do not know.
"""

import csv
import os
from contextlib import AsyncExitStack
from itertools import product
from pathlib import Path

import pytest
from websockets.exceptions import InvalidStatus

from tests.doors import headers_for
from tests.ear import Ear, Refusal
from tests.matrix import things
from tests.matrix.operations import Operation, body_of, command_words, operations, path_of
from tests.matrix.people import ACTORS, be_there, move_in
from tests.matrix.rules import may_succeed
from tests.matrix.things import FIXED, MADE, Stage
from tests.people.accounts.roster.bringing import brought, file_of
from tests.town import Town

pytestmark = pytest.mark.anyio
TABLE = Path(__file__).with_name("matrix.tsv")
Rows = dict[tuple[str, str], dict[str, int]]
"""Statuses by actor, of an operation in a state."""


ABOUTS = (
    "",
    "room",
    "message",
    "account",
    "roster",
    *sorted(
        {
            *FIXED,
            *MADE,
            "account request",
            "ask",
            "correction",
            "delegate",
            "file",
            "upload",
            "department account",
            "handover",
            "inspection",
            "invitation",
            "pack",
            "leader",
            "part",
            "principal",
            "special post",
        }
    ),
)


@pytest.mark.req("A9", "N6", "N1", "N5", "N12", "N13", "N14", "N15", "N19", "K1", "K6", "K11")
@pytest.mark.parametrize("about", ABOUTS)
@pytest.mark.asvs("V8.2.1", "V8.2.2", "V8.3.1", "V8.4.1")
async def test_everybody_is_answered_as_the_table_says_and_nobody_else_succeeds(
    town: Town, about: str
) -> None:
    await move_in(town)
    found: Rows = {}
    undocumented: list[tuple[str, str, str, int]] = []
    for operation in [each for each in operations(town.assembly) if each.about == about]:
        await be_there(town)
        stage = await _staged(town, about)
        for state in operation.states():
            row = found[operation.name, state] = await _tried(stage, operation, state)
            undocumented += [
                (operation.name, state, actor, status)
                for actor, status in row.items()
                if status >= 500 or (status < 300 and not may_succeed(operation, actor, state))
            ]
    assert not undocumented, "\n".join(map(str, undocumented))
    _compare(found)


async def test_every_operation_is_about_something_that_is_tried(town: Town) -> None:
    assert {operation.about for operation in operations(town.assembly)} == set(ABOUTS)


async def _staged(town: Town, about: str) -> Stage:
    stage = Stage(town)
    if about in ("room", "message"):
        await things.rooms_and_messages(stage)
    elif about == "account":
        await things.accounts(stage)
    elif about:
        await things.others(stage, about)
    return stage


async def _tried(stage: Stage, operation: Operation, state: str) -> dict[str, int]:
    if operation.command is not None:
        return {actor: await _commanded(stage, operation, state, actor) for actor in ACTORS}
    return {actor: await _called(stage, operation, state, actor) for actor in ACTORS}


async def _called(stage: Stage, operation: Operation, state: str, actor: str) -> int:
    assert operation.door is not None
    path = path_of(operation.door, stage, state, actor)
    door = operation.door
    answer = await stage.town.call(ACTORS[actor], door.method, path, body_of(door), headers=headers_for(door))
    return answer.status_code


async def _commanded(stage: Stage, operation: Operation, state: str, actor: str) -> int:
    assert operation.command is not None
    who = ACTORS[actor]
    if who is None:
        return 401
    words = command_words(operation.command, stage, state)
    async with AsyncExitStack() as lines:
        try:
            ear: Ear = await lines.enter_async_context(stage.town.listens(who))
        except InvalidStatus as refused:
            return refused.response.status_code
        try:
            await ear.ask(operation.command.name, **words)
        except Refusal as refused:
            return refused.status
    return 200


def _compare(found: Rows) -> None:
    """With the lines of these operations, and with no others of theirs."""
    table = _documented()
    mine = {cell for cell in table if cell[0] in {name for name, _ in found}}
    if os.environ.get("YORIAI_MATRIX") == "write":
        table = {cell: row for cell, row in table.items() if cell not in mine} | found
        lines = [[*cell, *(str(row[actor]) for actor in ACTORS)] for cell, row in sorted(table.items())]
        with TABLE.open("w", encoding="utf-8", newline="") as file:
            heads = ["operation", "state", *ACTORS]
            csv.writer(file, delimiter="\t", lineterminator="\n").writerows([heads, *lines])
        return
    assert found == {cell: table[cell] for cell in mine}, (
        "see YORIAI_MATRIX=write, and look at the difference"
    )


def _documented() -> Rows:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows: list[dict[str, str]] = list(csv.DictReader(file, delimiter="\t"))
    return {(row["operation"], row["state"]): {actor: int(row[actor]) for actor in ACTORS} for row in rows}


@pytest.mark.req("K4", "N12")
async def test_taking_away_what_is_somebody_elses_takes_nothing_away(town: Town) -> None:
    """These answer 204 whatever is named, so that nobody learns what there is: here, that they did nothing."""
    await move_in(town)
    stage = await _staged(town, "scheduled")
    waiting = f"/api/scheduled/{stage.things['scheduled'][things.OWN]}"
    draft = await brought(town, file_of("10001,佐藤 花子"))
    for actor, path in product(("OTHER", "EXMEMBER", "ADMIN-B"), (waiting, draft)):
        expected = 204 if actor == "ADMIN-B" or path == waiting else 403
        assert (await town.call(ACTORS[actor], "DELETE", path)).status_code == expected
    assert (await town.call(ACTORS["ADMIN-A"], "DELETE", waiting)).status_code == 204
    for owner, path in (("MEMBER", waiting), ("ADMIN-A", draft)):
        listed, key = path.rsplit("/", 1)
        assert key in (await town.call(ACTORS[owner], "GET", listed)).text
        assert (await town.call(ACTORS[owner], "DELETE", path)).status_code == 204
        assert key not in (await town.call(ACTORS[owner], "GET", listed)).text


async def test_the_table_holds_what_there_is_and_nothing_that_is_gone(town: Town) -> None:
    there = {(each.name, state) for each in operations(town.assembly) for state in each.states()}
    assert set(_documented()) == there
