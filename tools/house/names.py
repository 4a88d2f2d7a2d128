"""What a file may be called: the few names of a feature, a verb, or a thing that the house has agreed on."""

import ast
from collections.abc import Iterator
from pathlib import PurePosixPath

from tools.house.sources import Finding, Source

DISTRICTS_OF_FEATURES = ("people", "talk", "office", "watch")
EMPTY_NAMES = frozenset(
    ("util", "utils", "helper", "helpers", "common", "manager", "managers", "handler", "handlers", "process",
     "processor", "data", "info", "misc", "shared", "lib", "stuff", "tools", "constants", "types", "core")
)  # fmt: skip
OF_EVERY_FEATURE = frozenset(
    (
        "feature",
        "routes",
        "service",
        "policy",
        "queries",
        "facts",
        "models",
        "jobs",
        "settings",
        "http",
        "__init__",
    )
)
# Verbs that a service has split into, and things that have earned a file of their own. A new one is added here,
# in the same change as the file: whoever reviews the change then sees the new word.
VERBS = frozenset(
    ("post", "page", "find", "open", "invite", "join", "leave", "enter", "list", "mark", "count", "look", "render",
     "authenticate", "sign_in", "sign_out", "end", "suspend", "restore", "import_roster", "read", "write", "check",
     "set_up", "hear", "rename", "arrange", "renew", "forget", "remember", "take_in", "tell")
)  # fmt: skip
THINGS = frozenset(
    ("standing", "actor", "capabilities", "rules", "zone", "roster", "ordinals", "marks", "cards", "hearing",
     "padding", "screen", "parts", "passwords", "first_passwords", "entrance", "directory", "posted")
)  # fmt: skip


def names(source: Source) -> Iterator[Finding]:
    path = source.name
    if any(part in EMPTY_NAMES for part in (path.stem, *path.parent.parts[1:])) and not is_of_the_house(path):
        yield source.finding(1, f"`{path.stem}` says nothing: name the file for what a clerk would call it")
    if not in_a_feature(path):
        return
    if path.stem not in OF_EVERY_FEATURE | VERBS | THINGS:
        yield source.finding(
            1,
            f"`{path.name}` is not a file that features have: a known name or a verb (tools/house/names.py)",
        )
    if path.name == "__init__.py":
        yield from no_barrel(source)


def is_of_the_house(path: PurePosixPath) -> bool:
    return path.parts[0] in {"tools", "tests", "bench"} and path.stem not in EMPTY_NAMES


def in_a_feature(path: PurePosixPath) -> bool:
    """src/yoriai/<district>/<feature>/file.py, or deeper."""
    return (
        len(path.parts) > 4 and path.parts[:2] == ("src", "yoriai") and path.parts[2] in DISTRICTS_OF_FEATURES
    )


def is_service(stem: str) -> bool:
    """service.py, or one of the verbs it has split into."""
    return stem == "service" or stem in VERBS


def no_barrel(source: Source) -> Iterator[Finding]:
    """Names are imported from the file that owns them; an index would tie whole features together."""
    for node in source.tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield source.finding(node, "gathers names in an index: import them from where they stand")
