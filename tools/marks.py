"""Marks in the code: every statement notes the step that led to it from the one before, as a tracer would.

A tracer is asked about every line that the interpreter goes through, of all libraries as well, and makes a test almost
twice as slow. Marks cost a set's `add` for each statement of our own, and nothing in between. The steps are those that
coverage.py speaks of: pairs of lines, where less than nothing is the way out of the function that begins there.
"""

import ast
from collections.abc import Callable, Iterable
from functools import partial

Block = list[ast.stmt]
Mark = Callable[[int], ast.stmt]
STEP, AT = "_step_", "_at_"
"""What the marks call, and where each function keeps the line of its last one."""


def marked(tree: ast.Module, file: str, source: str) -> ast.Module:
    """The tree with its marks. What they note goes to what the module of this name gives by `steps_in(file)`."""
    docs, rest = _documented(tree.body)
    futures = [each for each in rest if isinstance(each, ast.ImportFrom) and each.module == "__future__"]
    begin = ast.parse(
        f"from {source} import steps_in as {STEP}\n{STEP} = {STEP}({file!r}).add\n{AT} = -1"
    ).body
    after = [_step(each.lineno) for each in (*docs, *futures)]
    tree.body = [*docs, *futures, *begin, *after, *_block(rest[len(futures) :], _step)]
    return ast.fix_missing_locations(tree)


def _step(to: int) -> ast.stmt:
    """Note the step from the last mark of this function to this line, and stand there."""
    there = ast.NamedExpr(ast.Name(AT, ast.Store()), ast.Constant(to))
    return _noted(ast.Name(AT, ast.Load()), there)


def _seen(to: int, *, start: int) -> ast.stmt:
    """The same in the body of a class, which must not find a name in itself that it does not have."""
    return _noted(ast.Constant(-start), ast.Constant(to))


def _noted(*pair: ast.expr) -> ast.stmt:
    return ast.Expr(ast.Call(ast.Name(STEP, ast.Load()), [ast.Tuple(list(pair), ast.Load())], []))


def _block(statements: Iterable[ast.stmt], mark: Mark) -> Block:
    made = Block()
    for each in statements:
        if not _is_nothing(each):
            made += map(mark, _lines_of(each))
        _into(each, mark)
        made.append(each)
    return made


def _is_nothing(each: ast.stmt) -> bool:
    """Whether it is there for the compiler alone."""
    return isinstance(each, ast.Global | ast.Nonlocal)


def _lines_of(each: ast.stmt) -> list[int]:
    if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [*(decorator.lineno for decorator in each.decorator_list), each.lineno]
    return [each.lineno]


def _into(each: ast.stmt, mark: Mark) -> None:
    """Set the marks inside of a statement."""
    match each:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            docs, rest = _documented(each.body)
            start = _lines_of(each)[0]
            begin = ast.Assign([ast.Name(AT, ast.Store())], ast.Constant(-start))
            each.body = [*docs, begin, *_block(rest, _step), _step(-start)]
        case ast.ClassDef():
            docs, rest = _documented(each.body)
            seen = partial(_seen, start=_lines_of(each)[0])
            each.body = [*docs, *(seen(doc.lineno) for doc in docs), *_block(rest, seen)]
        case ast.If():
            each.body, each.orelse = _block(each.body, mark), _block(each.orelse, mark)
        case ast.For() | ast.AsyncFor() | ast.While():
            _into_loop(each, mark)
        case ast.With() | ast.AsyncWith():
            each.body = _block(each.body, mark)
        case ast.Try() | ast.TryStar():
            _into_try(each, mark)
        case ast.Match():
            _into_match(each, mark)
        case _:
            pass


def _into_loop(each: ast.For | ast.AsyncFor | ast.While, mark: Mark) -> None:
    """Every round begins at the head, and so does what comes after the last one."""
    each.body = [mark(each.lineno), *_block(each.body, mark)]
    if not (isinstance(each, ast.While) and isinstance(each.test, ast.Constant)):
        each.orelse = [mark(each.lineno), *_block(each.orelse, mark)]


def _into_try(each: ast.Try | ast.TryStar, mark: Mark) -> None:
    heads = [handler.lineno for handler in each.handlers]
    for tried, handler in enumerate(each.handlers, 1):
        handler.body = [*map(mark, heads[:tried]), *_block(handler.body, mark)]
    each.body, each.orelse = _block(each.body, mark), _block(each.orelse, mark)
    each.finalbody = _block(each.finalbody, mark)


def _into_match(each: ast.Match, mark: Mark) -> None:
    heads = [case.pattern.lineno for case in each.cases]
    for tried, case in enumerate(each.cases, 1):
        case.body = [*map(mark, heads[:tried]), *_block(case.body, mark)]
    last = each.cases[-1]
    if last.guard is not None or not _fits_all(last.pattern):
        each.cases.append(ast.match_case(ast.MatchAs(), body=[*map(mark, heads)]))


def _fits_all(pattern: ast.pattern) -> bool:
    match pattern:
        case ast.MatchOr():
            return _fits_all(pattern.patterns[-1])
        case ast.MatchAs():
            return pattern.pattern is None or _fits_all(pattern.pattern)
        case _:
            return False


def _documented(body: Block) -> tuple[Block, Block]:
    """What documents a body, which stays its first word, and the rest."""
    match body:
        case [ast.Expr(ast.Constant(str())), *_]:
            return body[:1], body[1:]
        case _:
            return [], body
