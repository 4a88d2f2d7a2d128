"""What stands under a message: counted for many at once, for a page and for what is told."""

from collections.abc import Collection
from typing import Final, cast
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.db.plainly import plainly
from yoriai.platform.db.statement import Rows, as_id, as_moment, statement
from yoriai.talk.messages.wire import ThreadOut

COUNTS: Final = statement(
    "SELECT m.thread_id, count(*), max(m.posted_at) FROM {asked} JOIN messages m ON m.thread_id = asked.id"
    " WHERE m.withdrawn_at IS NULL GROUP BY m.thread_id",
    asked={"id": "uuid"},
)


async def threads_under(session: AsyncSession, message_ids: Collection[UUID]) -> dict[UUID, ThreadOut]:
    """Those of these messages that have a thread. Whoever may read the first of it may read all of it."""
    return await plainly(session, lambda rows: threads_at_once(rows, message_ids))


def threads_at_once(rows: Rows, message_ids: Collection[UUID]) -> dict[UUID, ThreadOut]:
    """The same on plain rows: one statement, and none where nobody answers in a thread."""
    if not message_ids:
        return {}
    found = rows.all(COUNTS, asked=[(message_id,) for message_id in message_ids])
    return {
        as_id(root): ThreadOut(count=cast("int", count), last_at=as_moment(at)) for root, count, at in found
    }
