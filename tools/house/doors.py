"""One way in each: who commits, who makes a Standing, who may name a database, who may take a bare room id."""

import ast
import re
from collections.abc import Iterator

from tools.house.names import is_service
from tools.house.sources import Finding, Source, last_name

THE_COMMITTER = "src/yoriai/platform/work/edge.py"
THE_DOOR = "src/yoriai/talk/rooms/standing.py"
OF_PREDECESSORS = "src/yoriai/talk/rooms/handover.py"
OF_ONLOOKERS = "src/yoriai/talk/rooms/onlookers.py"
PROOFS = {"Standing": THE_DOOR, "Onlooker": OF_ONLOOKERS, "Predecessor": OF_PREDECESSORS}
"""What can only be had at a door, and at which."""
DATABASE_WORDS = re.compile(r"sqlite|postgres|asyncpg", re.IGNORECASE)
BUS_WORDS = re.compile(r"valkey|redis", re.IGNORECASE)
MAY_NAME_THE_BUS = ("src/yoriai/platform/bus/", "src/yoriai/platform/settings.py", "src/yoriai/app/cli/")
MAY_NAME_A_DATABASE = (
    "src/yoriai/platform/db/",
    "src/yoriai/platform/db.py",
    "src/yoriai/watch/search/",
    "src/yoriai/migrations/",
    "src/yoriai/app/cli/",
    "src/yoriai/app/cli.py",
)


def doors(source: Source) -> Iterator[Finding]:
    """Rules of the product's own code; tests and tools may look behind the doors."""
    if not source.is_product:
        return
    yield from one_committer(source)
    yield from one_maker_of_standing(source)
    yield from no_database_words(source)
    yield from no_words_of_the_bus(source)
    yield from no_bare_room_id(source)


def one_committer(source: Source) -> Iterator[Finding]:
    if source.path == THE_COMMITTER:
        return
    meant = set(meaning_of_commit(source))
    for node in ast.walk(source.tree):
        match node:
            case ast.Call(func=ast.Attribute(attr="commit" | "begin_twophase")) if node not in meant:
                yield source.finding(node, f"commits: only the edge of the work may ({THE_COMMITTER})")
            case ast.With(items=items) | ast.AsyncWith(items=items):
                yield from transactions(source, items)
            case ast.Constant(value=str(text)) if re.match(r"\s*COMMIT\b", text) and node not in meant:
                yield source.finding(
                    node, f"commits by hand: only the edge of the work may ({THE_COMMITTER})"
                )
            case _:
                pass


def meaning_of_commit(source: Source) -> Iterator[ast.AST]:
    """Where platform/db says what `commit` does to a database. Saying it is no committing: the edge calls it."""
    for function in source.functions:
        if function.name == "commit" and source.path.startswith("src/yoriai/platform/db/"):
            yield from ast.walk(function)


def transactions(source: Source, items: list[ast.withitem]) -> Iterator[Finding]:
    """`async with session.begin():` commits when it is left, as surely as `commit()`."""
    if source.path.startswith(("src/yoriai/platform/db/", "src/yoriai/migrations/")):
        return
    for item in items:
        match item.context_expr:
            case ast.Call(func=ast.Attribute(attr="begin")) as call:
                yield source.finding(call, "begins a transaction of its own: take the Work that is there")
            case _:
                pass


def one_maker_of_standing(source: Source) -> Iterator[Finding]:
    for node in ast.walk(source.tree):
        match node:
            case ast.Call(func=maker) if (proof := last_name(maker)) in PROOFS:
                if source.path != PROOFS[proof]:
                    an = "an" if proof[0] in "AEIOU" else "a"
                    yield source.finding(node, f"makes {an} {proof}: go through the door ({PROOFS[proof]})")
            case ast.alias(name=proof, asname=str()) if proof in PROOFS:
                yield source.finding(
                    node, f"gives {proof} another name: the house rule could not see it made"
                )
            case _:
                pass


def no_database_words(source: Source) -> Iterator[Finding]:
    if not source.path.startswith(MAY_NAME_A_DATABASE):
        yield from _naming(
            source, DATABASE_WORDS, "names a database (`{}`): only platform/db may know which it is"
        )


def no_words_of_the_bus(source: Source) -> Iterator[Finding]:
    """Whether one process rings or many do is a setting: nothing above knows."""
    if not source.path.startswith(MAY_NAME_THE_BUS):
        yield from _naming(source, BUS_WORDS, "names the bus (`{}`): only platform/bus may know what it is")


def _naming(source: Source, words: re.Pattern[str], says: str) -> Iterator[Finding]:
    """The lines in which one of these words stands."""
    for number, line in enumerate(source.text.splitlines(), start=1):
        if word := words.search(line):
            yield source.finding(number, says.format(word.group()))


def no_bare_room_id(source: Source) -> Iterator[Finding]:
    if not source.path.startswith("src/yoriai/talk/") or not is_service(source.name.stem):
        return
    for function in source.functions:
        arguments = function.args
        for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
            if argument.arg == "room_id":
                yield source.finding(function, f"`{function.name}` takes a room_id: take a Standing")
