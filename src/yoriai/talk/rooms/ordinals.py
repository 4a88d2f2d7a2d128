"""The counter of each room: it gives every message the next ordinal, without gaps."""

from collections.abc import Collection, Mapping
from typing import Final, cast
from uuid import UUID

from sqlalchemy import Table, select

from yoriai.platform.db.statement import Rows, statement
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Room
from yoriai.talk.rooms.padding import padded

_rooms: Final = cast("Table", Room.__table__)
ADVANCE: Final = statement(
    "UPDATE rooms SET last_ordinal = asked.newest FROM {asked} WHERE rooms.id = asked.room",
    asked={"room": "uuid", "newest": "bigint"},
)


async def hold(work: Work, room_ids: Collection[UUID]) -> None:
    """Keep these rooms to this work until its commit: nobody posts, comes or goes meanwhile.

    Locked in sorted order, before memberships, marks and streams. What was read of them before must be read again.
    """
    wanted = padded(sorted(set(room_ids)))
    await work.session.execute(
        select(_rooms.c.id)
        .where(_rooms.c.id.in_(wanted))
        .order_by(_rooms.c.id)
        .with_for_update(key_share=True)
    )


def advance(rows: Rows, newest: Mapping[UUID, int]) -> None:
    """Write how far rooms that are held have counted, in one statement."""
    rows.all(ADVANCE, asked=list(newest.items()))
