"""Two versions side by side: what a release has added may be there beside the release before it, so a revision only adds.

While nodes are replaced one by one, the old ones go on in the new shape. What must go, or become stricter, waits until
no release that is still in use knows it: such a revision names the release after which nobody does, as
`contracts = "v1.4"`, which must be older than the last one.
"""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tools.house.sources import Finding, Source

REVISIONS = "src/yoriai/migrations/versions"
TAKES_AWAY = frozenset(
    ("drop_table", "drop_column", "rename_table", "create_unique_constraint", "create_check_constraint",
     "create_foreign_key", "create_primary_key")
)  # fmt: skip


def side_by_side(root: Path) -> Iterator[Finding]:
    """Every revision since the last release, and every released one that was touched since. Nothing before the first."""
    releases = releases_of(root)
    if not releases:
        return
    released = _released(root, releases[-1])
    for path in sorted((root / REVISIONS).glob("*.py")):
        name, text = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
        if name not in released:
            yield from taking_away(Source(name, text), releases[:-1])
        elif text != released[name]:
            yield Finding(
                name, 1, f"was released with {releases[-1]} and never changes: write a new revision"
            )


def releases_of(root: Path) -> list[str]:
    """The releases that version control knows, the oldest first."""
    listed = _git(root, "tag", "--list", "v*", "--sort=version:refname", "--merged", "HEAD")
    return listed.split()


def taking_away(source: Source, older: list[str]) -> Iterator[Finding]:
    """Where a new revision takes away, renames or tightens what the release before it may still write or read."""
    if _contracts(source) in older:
        return
    for function in source.functions:
        if function.name != "downgrade":
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and (what := _harm(node)):
                    yield source.finding(
                        node,
                        f"{what}, which the release before this still uses: add only, and take away a release later"
                        " (docs/decisions/2026-11-26-two-versions-side-by-side.md)",
                    )


def _contracts(source: Source) -> str | None:
    for node in source.tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id="contracts")], value=ast.Constant(value=str(release))):
                return release
            case _:
                pass
    return None


def _harm(call: ast.Call) -> str | None:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    given = {word.arg: word.value for word in call.keywords}
    if name in TAKES_AWAY:
        return f"`{name}` takes away or tightens"
    if name == "alter_column" and (
        {"new_column_name", "type_"} & given.keys() or _is(given.get("nullable"), False)
    ):
        return "`alter_column` renames or tightens"
    if name == "add_column" and _asks_for_a_value(call):
        return "`add_column` asks for a value that an older server does not give"
    if name == "create_index" and _is(given.get("unique"), True):
        return "`create_index` tightens"
    return None


def _asks_for_a_value(call: ast.Call) -> bool:
    for column in (each for each in call.args if isinstance(each, ast.Call)):
        given = {word.arg: word.value for word in column.keywords}
        if _is(given.get("nullable"), False) and "server_default" not in given:
            return True
    return False


def _is(node: ast.expr | None, value: bool) -> bool:
    return isinstance(node, ast.Constant) and node.value is value


def _released(root: Path, release: str) -> dict[str, str]:
    names = _git(root, "ls-tree", "-r", "--name-only", release, "--", REVISIONS).split()
    return {name: _git(root, "show", f"{release}:{name}") for name in names}


def _git(root: Path, *words: str) -> str:
    """What version control says; nothing where there is none."""
    done = subprocess.run(["git", "-C", root, *words], capture_output=True, check=False)
    return done.stdout.decode() if done.returncode == 0 else ""
