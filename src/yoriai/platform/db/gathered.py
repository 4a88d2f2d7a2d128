"""A short list from another table as one column of a row, so that rows with lists of their own take one statement.

The list ends itself, by a limit: what it holds is carried through memory for every row.
"""

from sqlalchemy import JSON, Dialect, ScalarSelect, Select, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator


def gathered(numbers: Select[int]) -> ScalarSelect[list[int]]:
    """These numbers, which may follow from the row beside which they stand; in no order."""
    each = numbers.subquery()
    (number,) = each.c
    return select(_Gathered(number)).select_from(each).scalar_subquery()


class _Numbers(TypeDecorator[list[int]]):
    """One of the databases says nothing where there are none, the other an empty list."""

    impl = JSON
    cache_ok = True

    def process_result_value(self, value: list[int] | None, dialect: Dialect) -> list[int]:
        return value or []


class _Gathered(FunctionElement[list[int]]):
    name = "gathered"
    type = _Numbers()
    inherit_cache = True


@compiles(_Gathered, "sqlite")
def _embedded(element: _Gathered, compiler: SQLCompiler, **how: object) -> str:
    return f"json_group_array({compiler.process(element.clauses, **how)})"


@compiles(_Gathered, "postgresql")
def _shared(element: _Gathered, compiler: SQLCompiler, **how: object) -> str:
    return f"json_agg({compiler.process(element.clauses, **how)})"
