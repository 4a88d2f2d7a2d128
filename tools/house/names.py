"""What a file may be called: the few names of a feature, a verb, or a thing that the house has agreed on."""

import ast
from collections.abc import Iterator
from pathlib import PurePosixPath

from tools.house.sources import Finding, Source

DISTRICTS_OF_FEATURES = ("people", "talk", "office", "watch")
EMPTY_NAMES = frozenset(
    ("util", "utils", "helper", "helpers", "common", "manager", "managers", "handler", "handlers", "process",
     "processor", "data", "info", "misc", "shared", "lib", "stuff", "constants", "types", "core")
)  # fmt: skip
OF_EVERY_FEATURE = frozenset(
    ("feature", "routes", "service", "policy", "queries", "facts", "models", "jobs", "settings", "http", "__init__")
)  # fmt: skip
# Verbs that a service has split into, and things that have earned a file of their own. A new one is added here,
# in the same change as the file: whoever reviews the change then sees the new word.
VERBS = frozenset(
    ("change_password", "lock", "throttle", "welcome",
     "resolve", "choose",
     "appoint", "arrange", "authenticate", "count", "end", "find", "invite", "join", "leave", "look", "mark", "open",
     "page", "post", "show", "rename", "restore", "set_up", "sign_in", "sign_out", "suspend", "take_turn", "tell",
     "announce", "call", "change", "follow", "speak", "explain", "withdraw", "edit", "react", "attach", "put_back", "keep", "ask", "answer")
)  # fmt: skip
THINGS = frozenset(
    ("aside", "devices", "rights", "failures", "here", "known", "lock_routes", "stand_in", "operations", "porch", "security", "security_routes", "welcome_routes",
     "group_routes", "group_rules", "networks", "network_rules", "network_routes", "hanging", "hanging_routes",
     "card", "listing", "namesakes", "order", "reach", "bands", "pasted", "changes",
     "actor", "admission", "asking", "attempts", "candidate", "capabilities", "cards", "command", "counting",
     "directory", "entrance", "everywhere", "first_passwords", "former_units", "handover", "heads", "hearing", "history", "invitees", "marks", "members", "names",
     "ordinals", "padding", "parts", "passwords", "posted", "readers", "readers_routes", "rendering", "room", "rows", "rules", "screen",
     "onlookers", "seats", "standing", "units", "uses", "wire", "zone", "profile",
     "changes", "modules",
     "numbers", "seating", "answering", "greeter", "script", "census", "closing", "figures", "noting",
     "keep", "mention", "naming", "said_by", "target", "quoted", "threads", "author", "taking_back", "correcting", "versions",
     "withdrawn", "waiting", "paper", "seated",
     "limits", "lines", "outside", "reading_lines", "served", "telling",
     "label_routes", "labels", "losing", "newcomers", "order_labels", "relabel", "side", "told",
     "bodies", "concerned", "part_routes",
     "consent", "invited_routes", "link", "sheet",
     "absence", "absence_routes", "deputies",
     "acting", "acts", "archive", "chain", "checking", "denials", "dropping", "exporting", "kept_heads",
     "blobs", "checksum", "content", "places", "usage",
      "gallery", "show_routes", "pages",
     "brought", "facing", "rulings", "handing_out", "links", "link_routes",
     "across", "asks", "asks_routes", "between", "blocking", "settle", "behalf", "closed",
     "direct", "folders", "holding", "keys", "kinds_routes", "open_rooms", "own", "setting_routes")
)  # fmt: skip


def names(source: Source) -> Iterator[Finding]:
    path = source.name
    if not EMPTY_NAMES.isdisjoint((path.stem, *path.parent.parts)):
        yield source.finding(1, f"`{path.stem}` says nothing: name the file for what a clerk would call it")
    elif in_a_feature(path) and path.stem not in OF_EVERY_FEATURE | VERBS | THINGS:
        yield source.finding(
            1,
            f"`{path.name}` is not a file that features have: a known name or a verb (tools/house/names.py)",
        )
    if in_a_feature(path) and path.name == "__init__.py":
        yield from no_barrel(source)


def in_a_feature(path: PurePosixPath) -> bool:
    """src/yoriai/<district>/<feature>/file.py; a folder below names its files as it likes."""
    return (
        len(path.parts) == 5
        and path.parts[:2] == ("src", "yoriai")
        and path.parts[2] in DISTRICTS_OF_FEATURES
    )


def is_service(stem: str) -> bool:
    """service.py, or one of the verbs it has split into."""
    return stem == "service" or stem in VERBS


def no_barrel(source: Source) -> Iterator[Finding]:
    """Names are imported from the file that owns them; an index would tie whole features together."""
    for node in source.tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield source.finding(node, "gathers names in an index: import them from where they stand")
