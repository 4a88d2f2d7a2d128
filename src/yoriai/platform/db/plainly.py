"""Plain rows inside the transaction of a session: for what is read often, where building a statement anew each time
costs more than answering it."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from yoriai.platform.db.quick import ConnectionRows, InPlace
from yoriai.platform.db.statement import Rows
from yoriai.platform.db.wheel import is_near

Result = TypeVar("Result")


async def plainly(session: AsyncSession, look: Callable[[Rows], Result]) -> Result:
    """Look at a few plain rows at the moment of this session, with all that it has changed itself."""
    return await session.run_sync(lambda here: look(_nearest(here)))


def rows_of(session: Session) -> ConnectionRows:
    """Plain rows inside the transaction of a session, as they are after all that it was told to change."""
    if session.autoflush:
        session.flush()
    connection = session.connection()
    return ConnectionRows(connection, is_embedded=connection.dialect.name == "sqlite")


def _nearest(session: Session) -> Rows:
    """The same, asked without going to another thread where that is possible."""
    rows = rows_of(session)
    return InPlace(rows.connection) if is_near(rows.connection) else rows
