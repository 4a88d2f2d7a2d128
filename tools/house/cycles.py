"""Cycles between modules, the hidden ones too: late imports, TYPE_CHECKING, names handed to importlib."""

import ast
from collections.abc import Iterator, Mapping

from tools.house.sources import Finding, Source, last_name

IMPORTERS = frozenset(("import_module", "__import__", "find_spec"))


def cycles(sources: list[Source]) -> Iterator[Finding]:
    """Each group of modules that import one another, told once, at its first file."""
    modules = {module_name(source): source for source in sources if source.is_product}
    graph = {name: set(imports_of(source, name, modules)) for name, source in modules.items()}
    for group in circles(graph):
        first = group[0]
        others = ", ".join(group[1:]) or "itself"
        yield modules[first].finding(
            1, f"imports in a circle with {others}: move what they share further down"
        )
    for source in modules.values():
        yield from computed_imports(source)


def module_name(source: Source) -> str:
    parts = source.name.with_suffix("").parts[1:]  # without src/
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(source: Source, name: str, modules: Mapping[str, Source]) -> Iterator[str]:
    for node in ast.walk(source.tree):
        for target in targets(node):
            found = nearest(target, modules)
            if found and found != name:
                yield found


def targets(node: ast.AST) -> Iterator[str]:
    """Every module that this statement may load, however it says so."""
    match node:
        case ast.Import(names=names):
            yield from (alias.name for alias in names)
        case ast.ImportFrom(module=str(module), names=names):
            yield from (f"{module}.{alias.name}" for alias in names)
        case ast.Call(func=func, args=[ast.Constant(value=str(text)), *_]) if last_name(func) in IMPORTERS:
            yield text
        case ast.Constant(value=str(text)) if text.startswith("yoriai.") and ":" in text:
            yield text.partition(":")[0]  # "module:attribute", as servers and entry points take it
        case _:
            pass


def nearest(target: str, modules: Mapping[str, Source]) -> str:
    """The module itself, or the one that holds the imported name; empty for what is not ours."""
    while target and target not in modules:
        target = target.rpartition(".")[0]
    return target


def computed_imports(source: Source) -> Iterator[Finding]:
    for node in ast.walk(source.tree):
        match node:
            case ast.Call(func=func, args=[ast.Constant(), *_]) if last_name(func) in IMPORTERS:
                continue
            case ast.Call(func=func) if last_name(func) in {"import_module", "__import__"}:
                yield source.finding(node, "imports a computed name: no tool could see where it leads")
            case _:
                pass


def circles(graph: Mapping[str, set[str]]) -> list[list[str]]:
    """Groups in which each reaches each other: those that remain when loose ends are cut and reach is compared."""
    reach = {name: reached_from(name, graph) for name in graph}
    found: set[tuple[str, ...]] = set()
    for name in graph:
        if name in reach[name]:
            found.add(tuple(sorted(other for other in reach[name] if name in reach[other])))
    return [list(group) for group in sorted(found)]


def reached_from(name: str, graph: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = list(graph[name])
    while waiting:
        here = waiting.pop()
        if here not in reached:
            reached.add(here)
            waiting.extend(graph[here])
    return reached
