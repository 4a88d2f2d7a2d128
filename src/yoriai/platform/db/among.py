"""Asking for the rows of many keys at once: the list is one parameter, however long it is.

Both databases number the parameters of a statement, and both run out of numbers (32,767 on one of them), long before
a prefecture runs out of people. A statement of one shape is also prepared once for all lists.
"""

from collections.abc import Collection
from typing import Any, Self, TypeVar

import orjson
from sqlalchemy import ARRAY, Boolean, Dialect, Text, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql import ColumnElement
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.operators import OperatorType
from sqlalchemy.types import TypeDecorator, TypeEngine

Key = TypeVar("Key")


def among(
    column: InstrumentedAttribute[Key] | ColumnElement[Key], keys: Collection[Key]
) -> ColumnElement[bool]:
    """True of rows whose column is one of these keys; as `in_`, for lists of any length."""
    several = bindparam(None, list(keys), type_=_Several(column.type), unique=True)
    return _Among(column, several)


class _Among(FunctionElement[bool]):
    name = "among"
    type = Boolean()
    inherit_cache = True

    def self_group(self, against: OperatorType | None = None) -> Self:
        """It is a condition already. To make it one where there are no truth values, `= 1` would be put after it, and
        the embedded database would go through the whole table instead of asking an index for each key."""
        return self


class _Several(TypeDecorator[list[Any]]):
    """Many values of one type: an array where there are arrays, else their JSON."""

    impl = Text
    cache_ok = True

    def __init__(self, each: TypeEngine[Any]) -> None:
        super().__init__()
        self.each = each

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(ARRAY(self.each) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: list[Any] | None, dialect: Dialect) -> object:
        if dialect.name == "postgresql" or value is None:
            return value
        kept = self.each.dialect_impl(dialect).bind_processor(dialect)
        return orjson.dumps([kept(each) for each in value] if kept else value).decode()


@compiles(_Among, "sqlite")
def _embedded(element: _Among, compiler: SQLCompiler, **how: object) -> str:
    column, several = (compiler.process(each, **how) for each in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({several}))"  # noqa: S608 names of our own


@compiles(_Among, "postgresql")
def _shared(element: _Among, compiler: SQLCompiler, **how: object) -> str:
    column, several = (compiler.process(each, **how) for each in element.clauses)
    return f"{column} = ANY ({several})"
