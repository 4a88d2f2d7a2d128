"""What every table has in common: names of constraints, moments in UTC, and small JSON."""

from datetime import UTC, datetime

import orjson
from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Index, Integer, MetaData, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

# Fixed names, so that a migration can name what it drops on both databases.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The ancestor of every table."""

    metadata = MetaData(naming_convention=NAMES)


class UtcTime(TypeDecorator[datetime]):
    """A moment. Only aware datetimes go in, only UTC comes out (BASE-5)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a time zone means two things")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        # One of the databases keeps no zone; what went in was UTC.
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Json = JSON().with_variant(JSONB(), "postgresql")
"""Small structured values: parts of a message, a body of a fact, a policy."""

Counter = BigInteger().with_variant(Integer(), "sqlite")
"""A counting key: only a plain INTEGER counts by itself on one of the databases."""


def where_set(column: str, *, first: str | None = None) -> Index:
    """An index of the few rows in which this column is set, by it or by another one first: it costs the others nothing."""
    condition = text(f"{column} IS NOT NULL")
    return Index(None, first or column, sqlite_where=condition, postgresql_where=condition)


def json_text(value: object) -> str:
    """Structured values as both databases keep them: Japanese as it is, not as escapes of three times the size."""
    return orjson.dumps(value).decode()
