"""PostgreSQL: what changes when several machines share one database. Nothing above this folder notices."""

from dataclasses import dataclass

import orjson
from sqlalchemy import URL, make_url, text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from yoriai.platform.db.base import json_text

OVERFLOW = 4  # connections beyond a pool, while much is asked at once
LONGEST_WRITE = 30  # seconds; durable readers wait for the oldest open transaction, so none may stay open
# Whoever falls silent in mid transaction (a machine cut off from the database, or standing still) holds the locks of its
# rooms until then, and nobody on another machine can write there.
LONGEST_SILENCE = 8  # seconds
# What waits for a lock gives up well before that. Otherwise the next work of the silent machine would come into what
# its first one lost, and keep it for as long again.
LONGEST_QUEUE = 4  # seconds
# That limit does not hold while half a command has come: who vanishes then is found by the wire alone, and the system
# would look after two hours.
UNHEARD = {
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
    "tcp_user_timeout": "11000",
}
"""After eleven seconds without a sign of life of our machine the database lets go of what it holds for it."""


def engine(url: str, *, pool_size: int = 8) -> AsyncEngine:
    """An engine whose transactions cannot be forgotten open."""
    return create_async_engine(
        driver_url(url),
        pool_size=pool_size,
        max_overflow=OVERFLOW,
        json_serializer=json_text,
        json_deserializer=orjson.loads,
        pool_pre_ping=False,
        hide_parameters=True,  # an error is logged; what was being written may be somebody's words
        connect_args={
            "server_settings": {
                "application_name": "yoriai",
                "idle_in_transaction_session_timeout": f"{LONGEST_SILENCE}s",
                "lock_timeout": f"{LONGEST_QUEUE}s",
                "statement_timeout": f"{LONGEST_WRITE}s",
                "jit": "off",
                **UNHEARD,
            }
        },
    )


STANDS_BY = text(
    "SELECT current_setting('synchronous_standby_names') <> ''"
    " AND current_setting('synchronous_commit') IN ('on', 'remote_apply'), EXISTS (SELECT FROM pg_stat_replication)"
)
COMES_PLAIN = text(
    "SELECT NOT ssl AND coalesce(inet_server_addr() <> inet_client_addr(), false)"
    " FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
)


@dataclass(frozen=True, slots=True)
class Guarded:
    """What guards the database against the loss of a machine, and its wires against listeners."""

    waits: bool
    """Whether nothing is acknowledged before it lies on the disk of a standby, too (D24)."""
    has_company: bool
    """Whether there is any standby."""
    is_plain: bool
    """Whether it is spoken to in the clear, on another machine."""


async def guarded(engine: AsyncEngine) -> Guarded:
    """As it is for connections like ours at this moment."""
    async with engine.connect() as connection:
        waits, has_company = (await connection.execute(STANDS_BY)).one()
        return Guarded(waits, has_company, bool(await connection.scalar(COMES_PLAIN)))


async def connections_allowed(engine: AsyncEngine) -> int:
    """How many connections the server takes, of everybody together."""
    async with engine.connect() as connection:
        return int(await connection.scalar(text("SHOW max_connections")) or 0)


def one_moment(engine: AsyncEngine) -> AsyncEngine:
    """The same connections for reading: all statements of a transaction see the database at one moment, so that
    what is read and the number read beside it belong together."""
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def driver_url(url: str) -> URL:
    """The same address, with the driver that this project uses."""
    return make_url(url).set(drivername="postgresql+asyncpg")
