"""A database that a dump has brought into another server, where transactions are counted from somewhere else.

The order of the journal leans on that count (`platform.facts.durable`): lines with larger numbers than the server has
given yet are not settled for a long time, and new ones would stand before the readers' cursors.
"""

from sqlalchemy import text

from yoriai.platform.db.move import connected

IS_AHEAD = text(
    "SELECT coalesce(max(xid), 0) >= CAST(CAST(pg_snapshot_xmax(pg_current_snapshot()) AS text) AS bigint)"
    " FROM streams"
)
# In the order in which the lines stand they get new positions, all before any transaction of this server; every
# cursor stands after the same line as before.
ANEW = (
    "LOCK TABLE journal, streams, durable_cursors IN EXCLUSIVE MODE NOWAIT",
    "UPDATE durable_cursors AS c SET xid = 0,"
    " position = (SELECT count(*) FROM journal AS j WHERE (j.xid, j.position) <= (c.xid, c.position))",
    "UPDATE journal SET xid = 0, position = -placed.anew FROM"
    " (SELECT position AS old, row_number() OVER (ORDER BY xid, position) AS anew FROM journal) AS placed"
    " WHERE journal.position = placed.old",
    "UPDATE journal SET position = -position",
    "UPDATE streams SET xid = 0",
    "SELECT setval(pg_get_serial_sequence('journal', 'position'),"
    " greatest(count(*), 1), count(*) > 0) FROM journal",
)


async def is_from_elsewhere(url: str) -> bool:
    """Whether its lines come from a server that had counted further than this one has."""
    if url.startswith("sqlite:"):
        return False
    async with connected(url) as connection:
        return bool(await connection.scalar(IS_AHEAD))


async def make_at_home(url: str) -> None:
    """Let the journal go on here where it was: all of it or nothing, and only while nobody writes."""
    async with connected(url) as connection, connection.begin():
        for each in ANEW:
            await connection.execute(text(each))
